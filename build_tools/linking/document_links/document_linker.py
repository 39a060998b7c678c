"""The mentions of a document: those of its joined blocks, with what its rulings decide."""

from __future__ import annotations

from build_tools.linking.document_links.ambiguous import Ambiguous
from build_tools.linking.document_links.joined_text import JoinedText
from build_tools.linking.document_links.ruled_mentions import place_rulings, ruled_matches
from build_tools.linking.lexicon.label_index import Lexicon
from build_tools.linking.linker import link_text
from build_tools.linking.overrides import overrides_for
from build_tools.linking.scanning.matches import Match, match_of_fields
from build_tools.linking.verdict import Verdict
from build_tools.model import Document, Mention
from build_tools.model.findings import Finding


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
