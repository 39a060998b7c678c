"""The mentions of a text: matches of its scan, the open ones decided in reading order, editors' rulings above all."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from build_tools.linking.context import DecisionContext
from build_tools.linking.lexicon.label_index import Lexicon
from build_tools.linking.overrides import RULED, Overrides
from build_tools.linking.policy import decide_match
from build_tools.linking.scanning.matches import Match, MatchFields, RejectedMatch, match_of_fields
from build_tools.linking.scanning.scanner import scan
from build_tools.linking.scanning.spelling_check import Languages
from build_tools.linking.verdict import Verdict

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
    return decide_matches(text, lexicon, scan(text, lexicon, rejected, languages), overrides)


def decide_matches(
    text: str, lexicon: Lexicon, matches: list[MatchFields], overrides: Overrides = _NO_OVERRIDES
) -> tuple[list[MatchFields], list[Verdict]]:
    """Return what `link_text` does, of a text that was scanned before; the list of matches is used up."""
    if overrides.ruled or overrides.barred:
        matches = _apply_overrides(map(match_of_fields, matches), overrides)
    linked, verdicts = _decide_open_matches(DecisionContext(text, lexicon, matches))
    return (_without_overlaps(linked) if overrides.ruled else linked), verdicts


def _decide_open_matches(context: DecisionContext) -> tuple[list[MatchFields], list[Verdict]]:
    """Return the linked matches, the open ones decided, without those that a longer span took in; and the verdicts."""
    matches = context.matches
    verdicts: list[Verdict] = []
    any_longer = any_open = False
    for position in [position for position, fields in enumerate(matches) if fields[2] is None]:
        match = match_of_fields(matches[position])
        if match.pattern == RULED:
            any_open = True
            continue
        context.position = position
        verdict = decide_match(match, context)
        verdicts.append(verdict)
        start, end, entry, rule = verdict.start, verdict.end, verdict.entry, verdict.rule
        if entry is None:
            any_open = True
        else:
            matches[position] = (start, end, entry, rule, match.pattern, match.barred)
            any_longer = any_longer or end > match.end
    linked = [fields for fields in matches if fields[2] is not None] if any_open else matches
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
