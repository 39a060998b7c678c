"""The mentions of a text: matches of its scan, the open ones decided in reading order, editors' rulings above all."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from build_tools.linking.ambiguous import Ambiguous
from build_tools.linking.context import DecisionContext
from build_tools.linking.joined_text import JoinedText
from build_tools.linking.lexicon.label_index import Lexicon
from build_tools.linking.overrides import RULED, Overrides, overrides_for, ruled_matches
from build_tools.linking.policy import decide_match
from build_tools.linking.ruled_mentions import place_rulings
from build_tools.linking.scanning.matches import Match, MatchFields, RejectedMatch, match_of_fields
from build_tools.linking.scanning.scanner import scan
from build_tools.linking.scanning.spelling_check import Languages
from build_tools.linking.verdict import Verdict
from build_tools.model import Document, Mention
from build_tools.model.findings import Finding

_NO_OVERRIDES = Overrides()


def link_text(
    text: str,
    lexicon: Lexicon,
    overrides: Overrides = _NO_OVERRIDES,
    rejected: list[RejectedMatch] | None = None,
    languages: Languages = (),
) -> tuple[list[MatchFields], list[Verdict]]:
    """Return the linked matches of a text in order, and the verdicts on all matches that the scan left open.

    Args:
        text: Any string; empty lines end what a name may run over. Nothing is raised.
        lexicon: The labels to look for.
        overrides: The editor's decisions for this text, at offsets of it.
        rejected: If given, takes the matches that the words beside them make part of another name.
        languages: Where each language of the text begins.

    Returns:
        The fields of the linked matches, none overlapping, and the verdicts. Offsets are code points of `text`,
        the end exclusive.
    """
    matches = scan(text, lexicon, rejected, languages)
    if overrides.ruled or overrides.barred:
        matches = _apply_overrides(map(match_of_fields, matches), overrides)
    linked, verdicts = _decide_open_matches(DecisionContext(text, lexicon, matches))
    return (_without_overlaps(linked) if overrides.ruled else linked), verdicts


def _decide_open_matches(context: DecisionContext) -> tuple[list[MatchFields], list[Verdict]]:
    """Return the linked matches, the open ones decided, without those that a longer span took in; and the verdicts."""
    matches = context.matches
    linked: list[MatchFields] = []
    verdicts: list[Verdict] = []
    any_longer = False
    for position, fields in enumerate(matches):
        _, end, entry, _, pattern, barred = fields
        if entry is not None:
            linked.append(fields)
        elif pattern != RULED:
            context.position = position
            verdict = decide_match(match_of_fields(fields), context)
            verdicts.append(verdict)
            if verdict.entry is not None:
                decided = (verdict.start, verdict.end, verdict.entry, verdict.rule, pattern, barred)
                matches[position] = decided
                linked.append(decided)
                any_longer = any_longer or verdict.end > end
    return _without_overlaps(linked) if any_longer else linked, verdicts


def _without_overlaps(matches: Iterable[MatchFields]) -> list[MatchFields]:
    """Return the matches that do not begin inside one before; only names with a given name taken in overlap others."""
    kept: list[MatchFields] = []
    kept_to = 0
    for fields in matches:
        start, end, *_ = fields
        if start >= kept_to:
            kept.append(fields)
            kept_to = end
    return kept


def _apply_overrides(matches: Iterable[Match], overrides: Overrides) -> list[MatchFields]:
    """Return the matches with those under a ruled span replaced by it, and barred entries kept from being linked."""
    kept = [
        match
        for match in matches
        if not any(match.start < ruled.end and ruled.start < match.end for ruled in overrides.ruled)
    ]
    if overrides.barred:
        kept = [
            match._replace(barred=match.barred | overrides.barred)
            for match in kept
            if match.entry not in overrides.barred
        ]
    return [*sorted([*kept, *overrides.ruled], key=attrgetter("start"))]


def link_mentions(
    document: Document, lexicon: Lexicon
) -> tuple[tuple[Mention, ...], tuple[Ambiguous, ...], list[Finding]]:
    """Return the mentions of a document in reading order, what stays undecided, and findings on its rulings."""
    ruled, findings = place_rulings(document, tuple(lexicon.entries.values()))
    joined = JoinedText(document)
    overrides = overrides_for(document.source.id, lexicon, ruled_matches(ruled, joined))
    matches, verdicts = link_text(joined.text, lexicon, overrides, languages=joined.languages)
    mentions = tuple(_mention(match, joined, document.source.id) for match in map(match_of_fields, matches))
    undecided = tuple(_ambiguous(verdict, joined, document.source.id) for verdict in verdicts if verdict.is_undecided)
    return mentions, undecided, findings


def _mention(match: Match, joined: JoinedText, source_id: str) -> Mention:
    block, start = joined.block_at(match.start)
    exact = joined.text[match.start : match.end]
    return Mention(source_id, block.id, start, start + len(exact), exact, match.entry or "", match.rule)


def _ambiguous(verdict: Verdict, joined: JoinedText, source_id: str) -> Ambiguous:
    block, start = joined.block_at(verdict.start)
    exact = joined.text[verdict.start : verdict.end]
    entries = tuple(sorted(verdict.bearers))
    reason = verdict.rule.removeprefix("undecided: ")
    return Ambiguous(source_id, block.id, start, start + len(exact), exact, entries, reason)
