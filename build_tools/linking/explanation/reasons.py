"""Reasons in words: why a rule links a place or leaves it, and why another entry is not the one meant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from build_tools.model import Entry
from build_tools.text.scripts import is_unspaced

RULE_OWNER = ": owner"
RULE_CITY = "shared_label: visited city"
NO_LINK = "ruling: no link"
"""The rule of a span that an editor ruled to name no entry."""

_SENTENCE_REACH = 120  # characters before a span in which its sentence is sought

_IS_LABEL = "it matches {label}"
_IS_OWNED_LABEL = "it matches {label}, and nothing next to it points to another entry with this name"
_REASONS = {
    "pref_label": _IS_LABEL,
    "alt_label": _IS_LABEL,
    "hidden_label": _IS_LABEL,
    "pref_label: owner": _IS_OWNED_LABEL,
    "alt_label: owner": _IS_OWNED_LABEL,
    "hidden_label: owner": _IS_OWNED_LABEL,
    "pref_label: heading": "it is {label}, and the other entries with this name are headed by another",
    "shared_label: commonest in the corpus": "the texts name it by its other names by far the most often: {detail}",
    "shared_label: visited city": "{before} before it indicates travel to a place",
    "shared_label: country before": "{previous} before it says whose it is",
    "shared_label: country after": "{following} after it says whose it is",
    "shared_label: person or place": "a person and a place have this name, and beside it stands “{detail}”",
    "shared_label: named last": "of those with this name it was named last, as {last}",
    "short_label: only bearer": "no other entry has this name, and nothing next to it contradicts it",
    "short_label: full name in the text": "the text gives the full name {full}",
    "short_label: named before": "the text has named it already",
    "short_label: given name": "the given name before it fits: “{detail}”",
    "short_label: title": "the title before it fits its definition: “{detail}”",
    "short_label: words around": "the words after it fit its definition: “{detail}”",
    "short_label: named last": "of those with this name it was named last, as {last}",
    "short_label: full name before": "of those with this name its full name comes nearest before",
    "short_label: commonest full name": "of those with this name its full name is the commonest here",
    "short_label: default bearer": "it is {label}, and the others with this name only share it",
    "short_label: commonest in the corpus": "the texts name it in full by far the most often: {detail}",
    "near spelling": "the family name and the given name after it fit in another spelling: “{detail}”",
    "letter": "the letter stands alone, as a name does",
    "speaker": "it opens a line with a colon, and only this person's family name begins so",
    "ruling": "an editor’s ruling",
    NO_LINK: "an editor ruled that it names no entry",
    "rejected: only a letter": "{detail}",
    "rejected: no one speaker": "no one person named before begins with the letter {detail}",
    "short_label: sex of the title": "of those with this name the title before it fits only this one: “{detail}”",
    "rejected: unknown given name": "the word next to it is nothing else known, so another's given name: “{detail}”",
    "rejected: small elsewhere": "the text has it in small letters too, and here it opens a sentence",
    "pref_label: namesake": "it is {label}, and the other entry with this name has no name of its own",
    "alt_label: namesake": "it is {label}, and the other entry with this name has no name of its own",
    "rejected: title of the other sex": "the title before it is of the other sex: “{detail}”",
    "rejected: an abbreviation": "in capitals, and nothing beside it in capitals, so short a name is an abbreviation",
    "rejected: a noun here": "it is a common noun here: the word before it goes with a noun",
    "rejected: a given name here": "it is a given name here: a family name follows",
    "rejected: given name contradicts": "the given name next to it is another person's: “{detail}”",
    "rejected: only near in spelling": "only another spelling of the family name fits, and no given name does",
    "rejected: a common word": "it is a common word here: nothing next to it shows that it is a name",
    "rejected: no article before": "the label needs its article before it and no further name after it",
    "rejected: part of another name": "{detail}",
    "undecided: several owners": "several entries own this label",
    "undecided: only shared": "entries share this label and none owns it",
    "undecided: several bearers": "several people have this name, and nothing points to one of them",
    "undecided: several full names": "several with this name are named in full, none of them before it",
    "undecided: no full name in the text": "the name alone is not certain, and the text gives no full name",
}
_REASONS_AGAINST = {
    "shared_label: visited city": "it has the name too, but {before} before it indicates travel to a city",
    "shared_label: country before": "it has the name too, but {previous} before it is not its country",
    "shared_label: country after": "it has the name too, but {following} after it is not its country",
    "shared_label: named last": "it has the name too, but another with this name was named last",
}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words that a reason may quote; each is empty where there are none.

    Attributes:
        label: Which label of its entry the span is, in words.
        detail: The words on which the rule relied.
        before: The last words before the span.
        previous: The linked name before it, with what follows that.
        following: The linked name after it.
        full: The first full name of its entry in the text.
        last: The last name of its entry before the span.
    """

    label: str = ""
    detail: str = ""
    before: str = ""
    previous: str = ""
    following: str = ""
    full: str = ""
    last: str = ""

    def fill(self, template: str) -> str:
        """Return a template filled with these words, all but the label and the detail in quotation marks."""
        named = {name: f"“{words}”" if words else "what stands" for name, words in self._quotable().items()}
        return template.format(label=self.label or "a name of it", detail=self.detail, **named)

    def _quotable(self) -> Mapping[str, str]:
        return {
            "before": self.before,
            "previous": self.previous,
            "following": self.following,
            "full": self.full,
            "last": self.last,
        }


@cache
def quotes_surroundings(rule: str) -> bool:
    """Return whether the reason of a rule quotes more than the label of the entry and the words it relied on."""
    return any(f"{{{name}}}" in _REASONS.get(rule, "") for name in ("before", "previous", "following", "full", "last"))


def reason_for(rule: str, surroundings: Surroundings) -> str:
    """Return why a rule decided as it did, in words without a full stop."""
    return surroundings.fill(_REASONS.get(rule, rule.replace("{", "(").replace("}", ")")))


def reason_against(rule: str, entry: Entry | None, surroundings: Surroundings) -> str:
    """Return why an entry that has the name is not meant where a rule chose another; "" where the verdict says so."""
    if rule.endswith(RULE_OWNER):
        if entry is not None and entry.kind == "place":
            words = "{before} before it does not indicate travel" if surroundings.before else "no words stand before it"
            return surroundings.fill(f"it has the name too, but {words}")
        return "it has the name too, but neither a country next to it nor anything named before points to it"
    template = _REASONS_AGAINST.get(rule)
    return surroundings.fill(template) if template else ""


def words_before(text: str, offset: int, count: int = 3) -> str:
    """Return the last words before an offset, in their sentence; in Han, twice as many characters."""
    line = text[max(0, offset - _SENTENCE_REACH) : offset].rpartition("\n")[2]
    for mark in (". ", "? ", "! ", "。", "，", "、", "；"):
        line = line.rpartition(mark)[2]
    if line and is_unspaced(line[-1]):
        return line[-2 * count :]
    return " ".join(line.split()[-count:])
