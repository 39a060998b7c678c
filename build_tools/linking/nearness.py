"""How near words come to a label that they are not: letters, spaces, another romanisation, words in common.

Letters are counted by the optimal string alignment distance: added, dropped, changed, or swapped with the next one.
The search in the browser counts in the same way (build_tools/website/static/search/words.js).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

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


class Difference(NamedTuple):
    """How words differ from a label.

    Attributes:
        distance: In letters to be added, dropped, changed or swapped. 0 is the same but for capitals and accents, 0.5
            the same but for spaces and punctuation, 1.5 another romanisation; labels with words in common are placed
            above `MOST_EDITS`, by the share of common words.
        reason: The difference in words.
    """

    distance: float
    reason: str


@dataclass(frozen=True, slots=True, order=True)
class NearMatch:
    """A label near to some words.

    Attributes:
        distance: That of the `Difference`, with a small part for the label's place in its entry.
        label: The label.
        entry: The id of its entry.
        reason: The difference in words.
    """

    distance: float
    label: str
    entry: str
    reason: str


def labels_of(entry: Entry) -> Iterator[Label]:
    """Yield every label by which an entry may be found."""
    yield Label(entry.name, "")
    yield from (*entry.alt_labels, *entry.short_labels, *entry.shared_labels, *entry.hidden_labels)


def near_matches(words: str, entries: Iterable[Entry], limit: int = 5) -> tuple[NearMatch, ...]:
    """Return the labels nearest to some words, the nearest first.

    Args:
        words: The words that are not linked.
        entries: The entries whose labels are compared.
        limit: How many labels to return at most.

    Returns:
        Labels that have letters or words in common with `words`; of labels equal but for capitals, one an entry.
    """
    nearest: dict[tuple[str, str], NearMatch] = {}
    for entry in entries:
        for order, label in enumerate(labels_of(entry)):
            difference = variant(words, label.text) or _in_common(words, label.text)
            if difference is not None:
                # Of labels equally near, the first of its entry.
                distance = difference.distance + order / 1000
                match = NearMatch(distance, label.text, entry.id, difference.reason)
                nearest.setdefault((entry.id, fold_label(label.text)), match)
    return tuple(sorted(nearest.values())[:limit])


def variant(words: str, label: str) -> Difference | None:
    """Return how words differ from a label whose spelling they may be; None where they may not."""
    folded_words, folded_label = fold_label(words), fold_label(label)
    if folded_words == folded_label:
        return Difference(0, "the letters are the same, but capitals and marks must match too")
    if _bare(folded_words) == _bare(folded_label):
        return Difference(0.5, "only spaces or marks differ")
    allowed = _allowed(folded_words, folded_label)
    edits = OSA.distance(folded_words, folded_label, score_cutoff=allowed)
    if edits <= allowed:
        return Difference(edits, "one letter differs" if edits == 1 else f"{edits} letters differ")
    if _same_sound(folded_words, folded_label):
        return Difference(1.5, "it may be another romanisation")
    return None


def _allowed(words: str, label: str) -> int:
    length = min(len(words), len(label))
    if words and is_unspaced(words[0]):
        return int(length >= _SHORT_HAN)
    return 0 if length < _SHORT or any(map(str.isdigit, words + label)) else 1 if length < _LONG else MOST_EDITS


def _same_sound(name: str, label: str) -> bool:
    """Whether two names may be romanisations of one: as many parts, begun alike in sound, the same sounds in all."""
    if (
        not (name.isascii() and label.isascii())
        or min(len(name), len(label)) < _LONG
        or " " not in name
        or " " not in label
    ):
        return False
    return sound(name) == sound(label) and sound(name.split(maxsplit=1)[0]) == sound(label.split(maxsplit=1)[0])


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _in_common(words: str, label: str) -> Difference | None:
    """Return which words the words and a label share, and which they do not; None where they share none."""
    folded_words, folded_label = fold_label(words), fold_label(label)
    if folded_words and is_unspaced(folded_words[0]):
        if folded_label in folded_words or folded_words in folded_label:
            return Difference(_FAR - 1, "one is only part of the other")
        return None
    mine, theirs = _content(folded_words), _content(folded_label)
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
            f"{both}, and “{' '.join(more)}” is not part of the label"
            if more
            else "the small words or their order differ"
        )
    elif not more:
        reason = f"{both}, but “{' '.join(lacking)}” of the label is missing"
    else:
        reason = f"{both}, but has “{' '.join(more)}” where the label has “{' '.join(lacking)}”"
    return Difference(_FAR - 6 * share - opening, reason)


def _content(text: str) -> list[str]:
    cleaned = ("".join(c if c.isalnum() or c == "'" else " " for c in text)).split()
    return [_singular(word) for word in cleaned if word not in FUNCTION_WORDS and len(word) > 1]


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > _SHORT:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) >= _SHORT else word
