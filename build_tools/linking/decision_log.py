"""Why a place is linked, or is not: the same decisions made again, this time with the reasons put into words.

Reasons are made only here, when someone asks; linking a whole corpus does not pay for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from build_tools.linking.context import Verdict
from build_tools.linking.lexicon.automaton import Lexicon
from build_tools.linking.lexicon.senses import FAMILY, NOT_WITHIN, OWNED
from build_tools.linking.linker import RULING, Overrides, languages_of, link_text, overrides_for
from build_tools.linking.reasons import NO_LINK, RULE_CITY, Surroundings, reason_against, reason_for, words_before
from build_tools.linking.ruled_mentions import place_rulings
from build_tools.linking.scanning.candidates import ITEM, Dropped, Item
from build_tools.linking.scanning.scanner import Languages
from build_tools.model import Document
from build_tools.text.normalising import normalise_label
from build_tools.text.scripts import is_unspaced

_BETWEEN = "\n\n"
_PIECES = re.compile(r"\w+")
_MOST_PIECES = 16


@dataclass(frozen=True, slots=True)
class Rejected:
    """An entry that a place does not name, and why, in words."""

    entry: str
    reason: str


@dataclass(frozen=True, slots=True)
class Decision:
    """A place that may name an entry: which it names (None: none), by which rule, on what evidence, and who else was weighed.

    Offsets are code points of the text, the end exclusive. A rule that begins "undecided: " leaves the place to the editors;
    one that begins "rejected: " does not. Evidence and reasons are phrases without a full stop.
    """

    start: int
    end: int
    exact: str
    entry: str | None
    rule: str
    evidence: str
    rejected: tuple[Rejected, ...]


def explain_text(
    text: str, lexicon: Lexicon, aside: Overrides | None = None, languages: Languages = ()
) -> tuple[Decision, ...]:
    """Every candidate place of a text in order, with the decision on it and its reasons."""
    aside = aside or Overrides()
    dropped: list[Dropped] = []
    items, verdicts = link_text(text, lexicon, aside, dropped, languages)
    case = _Case(text, lexicon, tuple(map(ITEM, items)), {(one.start, one.end): one for one in verdicts})
    decisions = [case.linked(number) for number in range(len(items))]
    decisions += [case.unlinked(verdict) for verdict in verdicts if verdict.entry is None]
    decisions += [case.dropped(one) for one in dropped]
    decisions += [case.ruled_out(one) for one in aside.ruled if one.entry is None]
    if aside.ruled:
        unruled = explain_text(text, lexicon, replace(aside, ruled=()), languages)
        decisions = [_compared(one, unruled) if one.rule.startswith("ruling") else one for one in decisions]
    return tuple(sorted(decisions, key=lambda one: (one.start, one.end, one.rule)))


def explain_document(document: Document, lexicon: Lexicon) -> Mapping[str, tuple[Decision, ...]]:
    """Every candidate place of a document, by block id; offsets in the text of the block."""
    starts: dict[str, int] = {}
    at = 0
    for block in document.blocks:
        starts[block.id] = at
        at += len(block.text) + len(_BETWEEN)
    ruled, _ = place_rulings(document, tuple(lexicon.entries.values()))
    reasons = {(starts[one.block] + one.start, starts[one.block] + one.end): one.reason for one in ruled}
    ruled_items = tuple(
        Item(start, end, one.entry, "ruling", RULING) for (start, end), one in zip(reasons, ruled, strict=True)
    )
    text = _BETWEEN.join(block.text for block in document.blocks)
    aside = overrides_for(document.source.id, lexicon, ruled_items)
    found = explain_text(text, lexicon, aside, languages_of(document))
    by_block: dict[str, list[Decision]] = {block.id: [] for block in document.blocks}
    order = tuple(starts.items())
    current = 0
    for one in found:
        while current + 1 < len(order) and order[current + 1][1] <= one.start:
            current += 1
        name, offset = order[current]
        reason = reasons.get((one.start, one.end)) if one.rule.startswith("ruling") else None
        evidence = f"{one.evidence}: “{reason}”" if reason else one.evidence
        by_block[name].append(replace(one, start=one.start - offset, end=one.end - offset, evidence=evidence))
    return {name: tuple(decisions) for name, decisions in by_block.items()}


def _compared(ruled: Decision, unruled: Sequence[Decision]) -> Decision:
    """A ruled decision together with what the rules alone would have made of its place."""
    others = tuple(
        Rejected(one.entry, f"without the ruling “{one.exact}” would be linked to it: {one.evidence}")
        for one in unruled
        if one.entry is not None and one.entry != ruled.entry and one.start < ruled.end and ruled.start < one.end
    )
    known = {one.entry for one in others}
    return replace(ruled, rejected=(*others, *(one for one in ruled.rejected if one.entry not in known)))


@dataclass(frozen=True, slots=True)
class _Case:
    """A text, its mentions in order, and the verdicts on the places that were open."""

    text: str
    lexicon: Lexicon
    items: tuple[Item, ...]
    verdicts: Mapping[tuple[int, int], Verdict]

    def linked(self, number: int) -> Decision:
        item = self.items[number]
        verdict = self.verdicts.get((item.start, item.end))
        around = self._around(number, verdict)
        rejected = self._others(verdict, item.rule, around) if verdict else ()
        exact = self.text[item.start : item.end]
        inner = self._inside(item.start, item.end, {item.entry or "", *(one.entry for one in rejected)})
        return Decision(
            item.start, item.end, exact, item.entry, item.rule, reason_for(item.rule, around), (*rejected, *inner)
        )

    def unlinked(self, verdict: Verdict) -> Decision:
        around = Surroundings(detail=verdict.detail, before=words_before(self.text, verdict.start))
        evidence = reason_for(verdict.rule, around)
        rejected = tuple(Rejected(one, verdict.because or evidence) for one in verdict.weighed)
        exact = self.text[verdict.start : verdict.end]
        return Decision(verdict.start, verdict.end, exact, None, verdict.rule, evidence, rejected)

    def dropped(self, one: Dropped) -> Decision:
        entries = sorted({sense.entry for sense in self.lexicon.senses.get(self.lexicon.keys[one.pattern], ())})
        rejected = tuple(Rejected(entry, one.reason) for entry in entries)
        exact = self.text[one.start : one.end]
        return Decision(one.start, one.end, exact, None, "rejected: part of another name", one.reason, rejected)

    def ruled_out(self, item: Item) -> Decision:
        evidence = reason_for(NO_LINK, Surroundings())
        return Decision(item.start, item.end, self.text[item.start : item.end], None, NO_LINK, evidence, ())

    def _around(self, number: int, verdict: Verdict | None) -> Surroundings:
        item = self.items[number]
        same = [one for one in self.items if one.entry == item.entry]
        previous, following = self.items[number - 1 : number] or None, self.items[number + 1 : number + 2]
        detail = verdict.detail if verdict else ""
        cue = len(detail.split()) if item.rule == RULE_CITY else 3
        before = words_before(self.text, item.start, cue)
        return Surroundings(
            label=self._label(item),
            detail=detail,
            before=before[-len(detail) :] if detail and item.rule == RULE_CITY and is_unspaced(detail[-1]) else before,
            previous=self.text[previous[0].start : item.start].strip() if previous else "",
            following=self._exact(following[0] if following else None),
            full=self._exact(next((one for one in same if one.rule in OWNED), None)),
            last=self._exact(next((one for one in reversed(same) if one.start < item.start), None)),
        )

    def _exact(self, item: Item | None) -> str:
        return " ".join(self.text[item.start : item.end].split()) if item is not None else ""

    def _label(self, item: Item) -> str:
        """Which label of its entry an item is: “its label “unfriendly country” (plural or singular)”."""
        if item.pattern == RULING:
            return ""
        for sense in self.lexicon.senses.get(self.lexicon.keys[item.pattern], ()):
            if sense.entry == item.entry:
                what = _LABELS.get(sense.rule, "label")
                how = "" if sense.form.how == "as listed" else f", {sense.form.how}"
                return f"its {what} “{sense.label}”{how}"
        return ""

    def _others(self, verdict: Verdict, rule: str, around: Surroundings) -> tuple[Rejected, ...]:
        entries = self.lexicon.entries
        return tuple(
            Rejected(one, reason_against(rule, entries.get(one), around) or verdict.because or reason_for(rule, around))
            for one in verdict.weighed
            if one != verdict.entry
        )

    def _inside(self, start: int, end: int, but: set[str]) -> Iterator[Rejected]:
        """The entries whose labels are only a part of a longer name."""
        edges = sorted(self._edges(start, end))
        longest: dict[str, str] = {}
        spans = [(a, b) for a in edges for b in edges if a < b and (a, b) != (start, end)]
        for a, b in sorted(spans, key=lambda span: span[0] - span[1]):
            for sense in self.lexicon.senses.get(normalise_label(self.text[a:b]), ()):
                counts = sense.rule not in (FAMILY, NOT_WITHIN) and not sense.form.article
                if counts and sense.entry not in but:
                    longest.setdefault(sense.entry, self.text[a:b])
        whole = " ".join(self.text[start:end].split())
        for entry, label in longest.items():
            yield Rejected(entry, f"“{' '.join(label.split())}” is only a part of the longer name “{whole}”")

    def _edges(self, start: int, end: int) -> set[int]:
        """Where a name may begin or end inside a span: at words, and at each character of a script without blanks."""
        edges: set[int] = set()
        for piece in list(_PIECES.finditer(self.text, start, end))[:_MOST_PIECES]:
            unspaced = any(map(is_unspaced, piece[0]))
            edges |= set(range(piece.start(), piece.end() + 1)) if unspaced else {piece.start(), piece.end()}
        return edges


_LABELS = {
    "pref_label": "preferred label",
    "alt_label": "label",
    "hidden_label": "hidden label",
    "shared_label": "shared label",
    "short_label": "short label",
}
