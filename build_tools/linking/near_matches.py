"""How near words come to a label that they are not: letters, spaces, another romanisation, words in common.

Letters are counted by the optimal string alignment distance: added, dropped, changed, or swapped with the next one.
The search in the browser counts in the same way (build_tools/website/static/search/words.js).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from build_tools.linking.names.romanisation import sound
from build_tools.linking.word_lists import FUNCTION_WORDS
from build_tools.model import Entry, Label
from build_tools.text.folding import fold_label
from build_tools.text.scripts import is_unspaced

_SHORT = 5  # letters below which one letter more or less makes another word
_LONG = 8  # letters from which two may differ
_SHORT_HAN = 3
_FAR = 9  # a distance greater than any that is counted
MOST_EDITS = 2
"""The most letters in which words may differ from a label."""


@dataclass(frozen=True, slots=True, order=True)
class NearMatch:
    """A label near to some words: how far (0: the same but for capitals and marks), whose, and the difference in words."""

    distance: float
    label: str
    entry: str
    reason: str


def labels_of(entry: Entry) -> Iterator[Label]:
    """Every label by which an entry may be found."""
    yield Label(entry.name, "")
    yield from (*entry.alt_labels, *entry.short_labels, *entry.shared_labels, *entry.hidden_labels)


def near_matches(words: str, entries: Iterable[Entry], limit: int = 5) -> tuple[NearMatch, ...]:
    """The labels nearest to some words, the nearest first, one of each text an entry; nothing in common, nothing listed."""
    found: dict[tuple[str, str], NearMatch] = {}
    for entry in entries:
        for order, label in enumerate(labels_of(entry)):
            near = variant(words, label.text) or _in_common(words, label.text)
            if near is not None:
                # Of labels equally near the one that stands first in its entry.
                one = NearMatch(near[0] + order / 1000, label.text, entry.id, near[1])
                found.setdefault((entry.id, fold_label(label.text)), one)
    return tuple(sorted(found.values())[:limit])


def variant(words: str, label: str) -> tuple[float, str] | None:
    """How far words are from a label whose spelling they may be, and the difference; None where they may not."""
    one, other = fold_label(words), fold_label(label)
    if one == other:
        return 0, "the letters are the same; capitals and marks of a label bind"
    if _bare(one) == _bare(other):
        return 0.5, "only blanks or marks differ"
    allowed = _allowed(one, other)
    edits = OSA.distance(one, other, score_cutoff=allowed)
    if edits <= allowed:
        return edits, "one letter differs" if edits == 1 else f"{edits} letters differ"
    if _same_sound(one, other):
        return 1.5, "it may be another romanisation"
    return None


def _allowed(one: str, other: str) -> int:
    length = min(len(one), len(other))
    if one and is_unspaced(one[0]):
        return int(length >= _SHORT_HAN)
    return 0 if length < _SHORT or any(map(str.isdigit, one + other)) else 1 if length < _LONG else MOST_EDITS


def _same_sound(one: str, other: str) -> bool:
    """Whether two names may be romanisations of one: as many parts, begun alike in sound, the same sounds in all."""
    if (
        not (one.isascii() and other.isascii())
        or min(len(one), len(other)) < _LONG
        or " " not in one
        or " " not in other
    ):
        return False
    return sound(one) == sound(other) and sound(one.split(maxsplit=1)[0]) == sound(other.split(maxsplit=1)[0])


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _in_common(words: str, label: str) -> tuple[float, str] | None:
    """What words and a label share, and where they part."""
    one, other = fold_label(words), fold_label(label)
    if one and is_unspaced(one[0]):
        if other in one or one in other:
            return _FAR - 1, "the one is only a part of the other"
        return None
    mine, theirs = _content(one), _content(other)
    shared = [word for word in mine if word in theirs]
    opening = 0.5 if mine[:1] == theirs[:1] else 0
    if not shared:
        return None
    more = [word for word in mine if word not in theirs]
    lacking = [word for word in theirs if word not in mine]
    share = len(shared) / (len(mine) + len(lacking))
    both = f"it shares “{' '.join(shared)}”"
    if not lacking:
        reason = (
            f"{both}, and “{' '.join(more)}” is no part of the label"
            if more
            else "the small words or their order differ"
        )
    elif not more:
        reason = f"{both}, but “{' '.join(lacking)}” of the label is missing"
    else:
        reason = f"{both}, but has “{' '.join(more)}” where the label has “{' '.join(lacking)}”"
    return _FAR - 6 * share - opening, reason


def _content(text: str) -> list[str]:
    cleaned = ("".join(c if c.isalnum() or c == "'" else " " for c in text)).split()
    return [_singular(word) for word in cleaned if word not in FUNCTION_WORDS and len(word) > 1]


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > _SHORT:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) >= _SHORT else word
