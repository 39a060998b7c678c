"""Words that a label was probably meant to find: one or two letters, or another romanisation, away from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import inf
from typing import Generic, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from build_tools.editing.suggestions.covered_texts import NEAR_MISS, Covered, Place, Suggestion, suggestion
from build_tools.editing.suggestions.unlisted_names import WORD
from build_tools.linking import Lexicon, labels_of, variant
from build_tools.linking.names.romanisation import sound
from build_tools.linking.nearness import MOST_EDITS, Difference
from build_tools.linking.word_lists import FUNCTION_WORDS
from build_tools.model import Mention
from build_tools.text.folding import fold_label
from build_tools.text.normalising import normalise_label
from build_tools.text.scripts import is_unspaced

_WIDEST = 8  # words of a label that is looked for among the words of the texts
_SHORTEST_HAN = 3
_SHORTEST_WORD = 5  # a shorter word with one letter changed is another word
_ENDINGS = ("s", "n", "ns", "an", "ian", "'s")
_SMALL_ENDINGS = (*_ENDINGS, "es", "ed", "ing", "e", "a", "as", "o", "os")

Item = TypeVar("Item")


class Lookup:
    """The labels of a glossary: all of them, and those that the texts have never been found by.

    A label in a language in which there is no text is not missed, nor is one that finds another entry that shares it;
    "" is the language of preferred labels.
    """

    def __init__(self, lexicon: Lexicon, mentions: Iterable[Sequence[Mention]], languages: Collection[str]) -> None:
        """Find out which labels are never found."""
        self.labels = tuple(
            dict.fromkeys((entry.id, label.text) for entry in lexicon.entries.values() for label in labels_of(entry))
        )
        self.folded = frozenset(fold_label(label) for _, label in self.labels)
        spoken = {language.partition("-")[0] for language in languages} | {""}
        matched = {label for group in mentions for mention in group for label in _matched_labels(mention, lexicon)}
        self.never_found = tuple(
            dict.fromkeys(
                (entry.id, label.text)
                for entry in lexicon.entries.values()
                for label in labels_of(entry)
                if label.lang.partition("-")[0] in spoken and fold_label(label.text) not in matched
            )
        )


def _matched_labels(mention: Mention, lexicon: Lexicon) -> Iterator[str]:
    """Yield the labels that a mention, or words at its beginning or end, is a form of."""
    words = mention.exact.split()
    openings = {" ".join(words[:end]) for end in range(1, len(words) + 1)}
    shapes = openings | {" ".join(words[start:]) for start in range(len(words))}
    for shape in shapes:
        for sense in lexicon.senses.get(normalise_label(shape), ()):
            if sense.entry == mention.entry:
                yield fold_label(sense.label)


def find_near_misses(texts: Sequence[Covered], names: Sequence[Suggestion], lookup: Lookup) -> list[Suggestion]:
    """Return labels that were probably meant where the texts have other words.

    Args:
        texts: The blocks of all texts.
        names: Unlinked names; one near to any label is a near-miss.
        lookup: The labels; words of the texts near to one that is never found are near-misses.

    Returns:
        A suggestion for each group of words, with the nearest label.
    """
    best: dict[str, tuple[float, Suggestion]] = {}
    for distance, near_miss in (*_misspelt_names(names, lookup), *_misspelt_places(texts, lookup)):
        key = fold_label(near_miss.words)
        kept_distance, _ = best.get(key, (inf, None))
        if distance < kept_distance:
            best[key] = (distance, near_miss)
    return [near_miss for _, near_miss in best.values()]


def _misspelt_names(names: Sequence[Suggestion], lookup: Lookup) -> Iterator[tuple[float, Suggestion]]:
    """Yield unlinked names that are near to a label, each with its distance in letters."""
    unlinked = _Index({fold_label(name.words): name for name in names})
    for entry, label in lookup.labels:
        for words, name in unlinked.similar_words(label):
            difference = _misspelling(name.words, label) if words not in lookup.folded else None
            if difference is not None:
                reason = difference.reason
                near_miss = Suggestion(NEAR_MISS, name.words, name.count, name.contexts, entry, label, reason)
                yield difference.distance, near_miss


def _misspelt_places(texts: Sequence[Covered], lookup: Lookup) -> Iterator[tuple[float, Suggestion]]:
    """Yield words near to a label that the texts never have, each with its distance in letters."""
    shapes = _shapes(texts, {len(_words(label)) for _, label in lookup.never_found})
    for entry, label in lookup.never_found:
        candidates = shapes[size].similar_words(label) if (size := len(_words(label))) in shapes else ()
        for words, places in (*candidates, *_han_windows(texts, label)):
            difference = _misspelling(places[0].words, label) if words not in lookup.folded else None
            unlinked = [place for place in places if entry not in place.covered.entries_in(place.start, place.end)]
            if difference is not None and unlinked:
                exact, reason = unlinked[0].words, difference.reason
                near_miss = suggestion(NEAR_MISS, exact, unlinked, entry=entry, label=label, reason=reason)
                yield difference.distance, near_miss


def _misspelling(words: str, label: str) -> Difference | None:
    """Return how words differ from a label that they may misspell: a like first letter, no other word or ending."""
    difference = variant(words, label)
    if difference is None or words[0].isupper() != label[0].isupper():
        return None
    folded_words, folded_label = fold_label(words).split(), fold_label(label).split()
    if difference.distance < 1 or len(folded_words) != len(folded_label) or any(map(is_unspaced, label)):
        return difference
    endings = _ENDINGS if label[0].isupper() else _SMALL_ENDINGS
    pairs = [pair for pair in zip(folded_words, folded_label, strict=True) if len(set(pair)) > 1]
    is_likely = "romanisation" in difference.reason or all(_is_slip(*pair, endings) for pair in pairs)
    return difference if is_likely else None


def _is_slip(word: str, label_word: str, endings: tuple[str, ...]) -> bool:
    """Whether two words may be one, misspelt: long enough, no small words, and not one with an ending of the other."""
    short, long = sorted((word, label_word), key=len)
    inflected = long.startswith(short) and long[len(short) :] in endings
    small = word in FUNCTION_WORDS or label_word in FUNCTION_WORDS
    return len(short) >= _SHORTEST_WORD and not inflected and not small


def _words(label: str) -> list[str]:
    return [] if any(map(is_unspaced, label)) else WORD.findall(label)


class _Index(Generic[Item]):
    """Folded words, and those of several words by their sound."""

    def __init__(self, items: Mapping[str, Item]) -> None:
        self.items = items
        self.words = tuple(items)
        self.by_sound: dict[str, list[str]] = defaultdict(list)
        for words in items:
            if " " in words:
                self.by_sound[sound(words)].append(words)

    def similar_words(self, label: str) -> Iterator[tuple[str, Item]]:
        """Yield the words few letters away from a label, or of the same sound, each with its item."""
        folded = fold_label(label)
        edited = process.extract(folded, self.words, scorer=OSA.distance, score_cutoff=MOST_EDITS, limit=None)
        near = {words for words, _, _ in edited}
        if " " in folded:
            near |= set(self.by_sound.get(sound(folded), ()))
        for words in sorted(near):
            yield words, self.items[words]


def _shapes(texts: Sequence[Covered], sizes: Collection[int]) -> Mapping[int, _Index[list[Place]]]:
    """Index all runs of as many neighbouring words as in `sizes`, by their number, unless a link covers them whole."""
    shapes: dict[int, dict[str, list[Place]]] = {size: defaultdict(list) for size in sizes if 0 < size <= _WIDEST}
    for text in texts:
        words = [word.span() for word in WORD.finditer(text.block.text)]
        for size, places in shapes.items():
            for (start, _), (_, end) in zip(words, words[size - 1 :], strict=False):
                place = Place(text, start, end)
                if not text.is_linked(place.start, place.end) and len(place.words) >= size:
                    places[fold_label(place.words)].append(place)
    return {size: _Index(places) for size, places in shapes.items()}


def _han_windows(texts: Sequence[Covered], label: str) -> Iterator[tuple[str, list[Place]]]:
    """Yield strings as long as a Han label that differ from it in one character and that no link touches."""
    size = len(label)
    if size < _SHORTEST_HAN or not all(map(is_unspaced, label)):
        return
    places: dict[str, list[Place]] = defaultdict(list)
    for covered in texts:
        text = covered.block.text
        for start in range(len(text) - size + 1) if is_unspaced(text[:1] or " ") else ():
            window, end = text[start : start + size], start + size
            if sum(a != b for a, b in zip(window, label, strict=True)) == 1 and not covered.entries_in(start, end):
                places[window].append(Place(covered, start, end))
    yield from places.items()
