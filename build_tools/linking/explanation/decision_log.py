"""Why a span is linked, or is not: the decisions on a text made again, this time with their reasons in words.

Reasons are written only here, when someone asks; linking a whole corpus does not pay for them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from build_tools.linking.document_links.joined_text import JoinedText
from build_tools.linking.document_links.ruled_mentions import place_rulings, ruled_matches
from build_tools.linking.explanation.nested_labels import nested_labels
from build_tools.linking.explanation.reasons import (
    NO_LINK,
    RULE_CITY,
    Surroundings,
    quotes_surroundings,
    reason_against,
    reason_for,
    words_before,
)
from build_tools.linking.languages.attachments import written_together
from build_tools.linking.lexicon.label_index import Lexicon
from build_tools.linking.lexicon.senses import OWNED, Sense
from build_tools.linking.linker import link_text
from build_tools.linking.overrides import Overrides, overrides_for
from build_tools.linking.scanning.matches import Match, RejectedMatch, match_of_fields
from build_tools.linking.scanning.spelling_check import Languages
from build_tools.linking.verdict import Verdict
from build_tools.model import Document
from build_tools.text.scripts import is_unspaced


@dataclass(frozen=True, slots=True)
class Rejected:
    """An entry that a span does not name, and the reason in words."""

    entry: str
    reason: str


@dataclass(frozen=True, slots=True)
class Decision:
    """The decision on a span that may name an entry. Evidence and reasons are phrases without a full stop.

    Attributes:
        start: Offset in code points of the text (of the block, where a document is explained).
        end: Offset behind the last character.
        exact: The words of the span.
        entry: The id of the entry that it names, or None.
        rule: The rule that decided. Without an entry it begins "undecided: ", which leaves the span to the editors, or
            "rejected: ", which does not.
        evidence: What in the text the rule relied on, in words.
        rejected: The other entries that have the name, with the reasons against them.
    """

    start: int
    end: int
    exact: str
    entry: str | None
    rule: str
    evidence: str
    rejected: tuple[Rejected, ...]


def explain_text(
    text: str, lexicon: Lexicon, overrides: Overrides | None = None, languages: Languages = ()
) -> tuple[Decision, ...]:
    """Return the decisions on all candidates of a text, in order.

    Args:
        text: Any string.
        lexicon: The labels to look for.
        overrides: The editor's decisions for this text.
        languages: Where each language of the text begins.

    Returns:
        The decisions, linked or not; offsets are code points of `text`, the end exclusive.
    """
    overrides = overrides or Overrides()
    rejected: list[RejectedMatch] = []
    matches, verdicts = link_text(text, lexicon, overrides, rejected, languages)
    by_span = {(verdict.start, verdict.end): verdict for verdict in verdicts}
    explainer = _Explainer(text, lexicon, tuple(map(match_of_fields, matches)), by_span)
    decisions = [explainer.linked(position) for position in range(len(matches))]
    decisions += [explainer.unlinked(verdict) for verdict in verdicts if verdict.entry is None]
    decisions += [explainer.rejected(match) for match in rejected]
    decisions += [explainer.ruled_out(match) for match in overrides.ruled if match.entry is None]
    if overrides.ruled:
        unruled = explain_text(text, lexicon, replace(overrides, ruled=()), languages)
        decisions = [
            _compare(decision, unruled) if decision.rule.startswith("ruling") else decision for decision in decisions
        ]
    return tuple(sorted(decisions, key=lambda decision: (decision.start, decision.end, decision.rule)))


def explain_document(document: Document, lexicon: Lexicon) -> Mapping[str, tuple[Decision, ...]]:
    """Return the decisions on all candidates of a document, by block id; offsets in the text of the block."""
    joined = JoinedText(document)
    mentions, _ = place_rulings(document, tuple(lexicon.entries.values()))
    ruled = ruled_matches(mentions, joined)
    editors_reasons = {(match.start, match.end): mention.reason for match, mention in zip(ruled, mentions, strict=True)}
    by_block: dict[str, list[Decision]] = {block.id: [] for block in document.blocks}
    overrides = overrides_for(document.source.id, lexicon, ruled)
    for decision in explain_text(joined.text, lexicon, overrides, joined.languages):
        block, start = joined.block_at(decision.start)
        is_ruled = decision.rule.startswith("ruling")
        reason = editors_reasons.get((decision.start, decision.end)) if is_ruled else None
        evidence = f"{decision.evidence}: “{reason}”" if reason else decision.evidence
        end = start + decision.end - decision.start
        exact, entry, rule, rejected = decision.exact, decision.entry, decision.rule, decision.rejected
        by_block[block.id].append(Decision(start, end, exact, entry, rule, evidence, rejected))
    return {block_id: tuple(decisions) for block_id, decisions in by_block.items()}


def _compare(ruled: Decision, unruled: Sequence[Decision]) -> Decision:
    """Return a ruled decision with what the rules alone would have linked in its span among the rejected."""
    by_rules = tuple(
        Rejected(decision.entry, f"without the ruling, “{decision.exact}” would link to it: {decision.evidence}")
        for decision in unruled
        if decision.entry is not None
        and decision.entry != ruled.entry
        and decision.start < ruled.end
        and ruled.start < decision.end
    )
    already = {rejected.entry for rejected in by_rules}
    return replace(
        ruled, rejected=(*by_rules, *(rejected for rejected in ruled.rejected if rejected.entry not in already))
    )


@dataclass(frozen=True, slots=True)
class _Explainer:
    """Puts the decisions on one text into words: its linked matches in order, and the verdicts by their spans."""

    text: str
    lexicon: Lexicon
    matches: tuple[Match, ...]
    verdicts: Mapping[tuple[int, int], Verdict]

    def linked(self, position: int) -> Decision:
        match = self.matches[position]
        verdict = self.verdicts.get((match.start, match.end))
        surroundings = self._surroundings(position, verdict)
        rejected = self._other_bearers(verdict, match.rule, surroundings) if verdict else ()
        nested = nested_labels(
            self.text, match, self.lexicon, {match.entry or "", *(candidate.entry for candidate in rejected)}
        )
        evidence = reason_for(match.rule, surroundings)
        all_rejected = (*rejected, *(Rejected(entry, reason) for entry, reason in nested))
        return Decision(match.start, match.end, self._exact(match), match.entry, match.rule, evidence, all_rejected)

    def unlinked(self, verdict: Verdict) -> Decision:
        before = words_before(self.text, verdict.start)
        evidence = reason_for(verdict.rule, Surroundings(detail=verdict.detail, before=before))
        rejected = tuple(Rejected(bearer, verdict.rejection or evidence) for bearer in verdict.bearers)
        return Decision(verdict.start, verdict.end, self._exact(verdict), None, verdict.rule, evidence, rejected)

    def rejected(self, match: RejectedMatch) -> Decision:
        entries = sorted({sense.entry for sense in self.lexicon.senses_of(match.pattern)})
        rejected = tuple(Rejected(entry, match.reason) for entry in entries)
        rule = f"rejected: {match.rule}"
        return Decision(match.start, match.end, self._exact(match), None, rule, match.reason, rejected)

    def ruled_out(self, match: Match) -> Decision:
        evidence = reason_for(NO_LINK, Surroundings())
        return Decision(match.start, match.end, self._exact(match), None, NO_LINK, evidence, ())

    def _exact(self, span: Match | RejectedMatch | Verdict) -> str:
        return self.text[span.start : span.end]

    def _surroundings(self, position: int, verdict: Verdict | None) -> Surroundings:
        match = self.matches[position]
        if verdict is None and not quotes_surroundings(match.rule):
            return Surroundings(label=self._label_in_words(match))
        of_entry = [candidate for candidate in self.matches if candidate.entry == match.entry]
        previous = self.matches[position - 1] if position else None
        detail = verdict.detail if verdict else ""
        return Surroundings(
            label=self._label_in_words(match),
            detail=detail,
            before=self._words_before(match, detail),
            previous=self.text[previous.start : match.start].strip() if previous else "",
            following=self._on_one_line(next(iter(self.matches[position + 1 : position + 2]), None)),
            full=self._on_one_line(next((linked for linked in of_entry if linked.rule in OWNED), None)),
            last=self._on_one_line(next((linked for linked in reversed(of_entry) if linked.start < match.start), None)),
        )

    def _words_before(self, match: Match, detail: str) -> str:
        """Return the last words before a match: as many as the cue where going to a city decided, else three."""
        if match.rule != RULE_CITY or not detail:
            return words_before(self.text, match.start)
        before = words_before(self.text, match.start, len(detail.split()))
        return before[-len(detail) :] if is_unspaced(detail[-1]) else before

    def _on_one_line(self, match: Match | None) -> str:
        return " ".join(self._exact(match).split()) if match is not None else ""

    def _label_in_words(self, match: Match) -> str:
        """Return which label of its entry a match is: “its label “unfriendly country” (plural or singular)”."""
        for sense in self.lexicon.senses_of(match.pattern):
            if sense.entry == match.entry:
                together = written_together(self.text, match.start, match.end)
                return _label_in_words(sense) + (f", {together}" if together else "")
        return ""

    def _other_bearers(self, verdict: Verdict, rule: str, surroundings: Surroundings) -> tuple[Rejected, ...]:
        entries = self.lexicon.entries
        default = verdict.rejection or reason_for(rule, surroundings)
        return tuple(
            Rejected(bearer, reason_against(rule, entries.get(bearer), surroundings) or default)
            for bearer in verdict.bearers
            if bearer != verdict.entry
        )


_KINDS_OF_LABEL = {
    "pref_label": "preferred label",
    "alt_label": "label",
    "hidden_label": "hidden label",
    "shared_label": "shared label",
    "short_label": "short label",
}


def _label_in_words(sense: Sense) -> str:
    kind = _KINDS_OF_LABEL.get(sense.rule, "label")
    how_formed = "" if sense.form.how == "as listed" else f", {sense.form.how}"
    return f"its {kind} “{sense.label}”{how_formed}"
