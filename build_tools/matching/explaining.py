"""Why a place is linked, or is not: the same decisions made again, this time with the reasons put into words.

Reasons are made only here, when someone asks; linking a whole corpus does not pay for them.
"""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.matching.lexicon import Lexicon
from build_tools.matching.linking import RULING, Aside, link_text
from build_tools.matching.scanning import Dropped, Item
from build_tools.matching.scene import Verdict

_REASONS = {
    "pref_label": "it is the entry's preferred label ({label})",
    "alt_label": "it is one of the entry's other labels ({label})",
    "hidden_label": "it is one of the entry's hidden labels ({label})",
    "pref_label: owner": "several entries bear the name, and nothing around speaks against its owner",
    "alt_label: owner": "several entries bear the name, and nothing around speaks against its owner",
    "hidden_label: owner": "several entries bear the name, and nothing around speaks against its owner",
    "shared_label: visited city": "the words before it are of going to a place: “{detail}”",
    "shared_label: country before": "the country before it says whose it is",
    "shared_label: country after": "the country after it says whose it is",
    "shared_label: named last": "of those who bear the name it was named last",
    "short_label: only bearer": "no other entry bears the name, and nothing beside it contradicts",
    "short_label: full name in the text": "the text gives its full name",
    "short_label: named before": "the text has named it before",
    "short_label: given name": "the given name before it fits: “{detail}”",
    "short_label: title": "the title before it fits its definition: “{detail}”",
    "short_label: words around": "the words after it fit its definition: “{detail}”",
    "short_label: named last": "of those who bear the name it was named last",
    "short_label: full name before": "its full name stands nearest before",
    "short_label: commonest full name": "of those who bear the name its full name is the commonest here",
    "near spelling": "the family name and the given name after it fit in another spelling: “{detail}”",
    "letter": "the letter stands alone, as a name does",
    "speaker": "it opens a line with a colon, and only this person's family name begins so",
    "ruling": "an editor ruled it",
    "rejected: only a letter": "{detail}",
    "rejected: no one speaker": "no one person named before begins with the letter {detail}",
    "rejected: a given name here": "it is a given name here: a family name follows",
    "rejected: given name contradicts": "the given name beside it is another person's: “{detail}”",
    "rejected: only near in spelling": "only another spelling of the family name fits, without a given name",
    "rejected: a common word": "it is a common word here: nothing beside it says that it is a name",
    "rejected: no article before": "the entry's label needs “the” before it and no further name after it",
    "rejected: part of another name": "{detail}",
    "undecided: several owners": "several entries own this label",
    "undecided: only shared": "entries share this label and none owns it",
    "undecided: several bearers": "several persons bear the name, and nothing speaks for one of them",
    "undecided: several full names": "several who bear the name are named in full, none of them before",
    "undecided: no full name in the text": "the name alone does not make it certain, and the text does not give a full one",
}


@dataclass(frozen=True, slots=True)
class Rejected:
    """An entry that a place does not name, and why, in words."""

    entry: str
    reason: str


@dataclass(frozen=True, slots=True)
class Decision:
    """A place that may name an entry: which it names (None: none), by which rule, on what evidence, and who else was weighed.

    Offsets are code points of the text, the end exclusive. A rule that begins "undecided: " leaves the place to the editors;
    one that begins "rejected: " does not.
    """

    start: int
    end: int
    exact: str
    entry: str | None
    rule: str
    evidence: str
    rejected: tuple[Rejected, ...]


def explain_text(text: str, lexicon: Lexicon, aside: Aside | None = None) -> tuple[Decision, ...]:
    """Every candidate place of a text in order, with the decision on it and its reasons."""
    dropped: list[Dropped] = []
    items, verdicts = link_text(text, lexicon, aside or Aside(), dropped)
    known = {(verdict.start, verdict.end): verdict for verdict in verdicts}
    decisions = [_linked(item, text, lexicon, known.get((item.start, item.end))) for item in items]
    decisions += [_unlinked(verdict, text) for verdict in verdicts if verdict.entry is None]
    decisions += [_dropped(one, text, lexicon) for one in dropped]
    return tuple(sorted(decisions, key=lambda one: (one.start, one.end, one.rule)))


def _linked(item: Item, text: str, lexicon: Lexicon, verdict: Verdict | None) -> Decision:
    label = ""
    if item.pattern != RULING:
        senses = lexicon.senses.get(lexicon.keys[item.pattern], ())
        label = next((f"“{one.label}”, {one.form.how}" for one in senses if one.entry == item.entry), "")
    evidence = _words(item.rule, label, verdict.detail if verdict else "")
    rejected = _others(verdict, evidence) if verdict else ()
    return Decision(item.start, item.end, text[item.start : item.end], item.entry, item.rule, evidence, rejected)


def _unlinked(verdict: Verdict, text: str) -> Decision:
    evidence = _words(verdict.rule, "", verdict.detail)
    exact = text[verdict.start : verdict.end]
    return Decision(verdict.start, verdict.end, exact, None, verdict.rule, evidence, _others(verdict, evidence))


def _dropped(one: Dropped, text: str, lexicon: Lexicon) -> Decision:
    rule = "rejected: part of another name"
    entries = sorted({sense.entry for sense in lexicon.senses.get(lexicon.keys[one.pattern], ())})
    rejected = tuple(Rejected(entry, one.reason) for entry in entries)
    return Decision(one.start, one.end, text[one.start : one.end], None, rule, one.reason, rejected)


def _others(verdict: Verdict, evidence: str) -> tuple[Rejected, ...]:
    return tuple(Rejected(one, verdict.because or evidence) for one in verdict.weighed if one != verdict.entry)


def _words(rule: str, label: str, detail: str) -> str:
    return _REASONS.get(rule, rule).format(label=label, detail=detail)
