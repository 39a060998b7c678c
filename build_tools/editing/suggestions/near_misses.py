"""Words that a label was probably meant to find: one or two letters, or another romanisation, away from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from build_tools.editing.suggestions.covered_texts import NEAR_MISS, Covered, Place, Suggestion, suggestion
from build_tools.editing.suggestions.unlisted_names import WORD
from build_tools.linking import Lexicon, labels_of, variant
from build_tools.linking.names.romanisation import sound
from build_tools.linking.near_matches import MOST_EDITS
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

Found = TypeVar("Found")


class Lookup:
    """The labels of a glossary: all of them, and those that the texts have never been found by.

    A label in a language in which there is no text is not missed, nor is one that finds another entry that shares it; "" is the
    language of preferred labels.
    """

    def __init__(self, lexicon: Lexicon, mentions: Iterable[Sequence[Mention]], languages: Collection[str]) -> None:
        """Find out which labels are never found."""
        self.labels = tuple(
            dict.fromkeys((entry.id, label.text) for entry in lexicon.entries.values() for label in labels_of(entry))
        )
        self.known = frozenset(fold_label(label) for _, label in self.labels)
        spoken = {language.partition("-")[0] for language in languages} | {""}
        found = {label for ones in mentions for one in ones for label in _found(one, lexicon)}
        self.never_found = tuple(
            dict.fromkeys(
                (entry.id, label.text)
                for entry in lexicon.entries.values()
                for label in labels_of(entry)
                if label.lang.partition("-")[0] in spoken and fold_label(label.text) not in found
            )
        )


def _found(mention: Mention, lexicon: Lexicon) -> Iterator[str]:
    """The labels that a mention, or words at its beginning or end, is a form of."""
    words = mention.exact.split()
    shapes = {" ".join(words[:at]) for at in range(1, len(words) + 1)} | {
        " ".join(words[at:]) for at in range(len(words))
    }
    for shape in shapes:
        for sense in lexicon.senses.get(normalise_label(shape), ()):
            if sense.entry == mention.entry:
                yield fold_label(sense.label)


def find_near_misses(texts: Sequence[Covered], names: Sequence[Suggestion], look: Lookup) -> list[Suggestion]:
    """Unlinked names near to a label, and labels never found that are near to words of the texts; each words once."""
    best: dict[str, tuple[float, Suggestion]] = {}
    unlinked = _Index({fold_label(name.words): name for name in names})
    for entry, label in look.labels:
        for words, name in unlinked.like(label):
            near = _misspelt(name.words, label) if words not in look.known else None
            if near is not None:
                found = Suggestion(NEAR_MISS, name.words, name.count, name.contexts, entry, label, near[1])
                _keep(best, near[0], found)
    shapes = _shapes(texts, {len(_words(label)) for _, label in look.never_found})
    for entry, label in look.never_found:
        like = shapes[size].like(label) if (size := len(_words(label))) in shapes else ()
        for words, places in (*like, *_han_windows(texts, label)):
            near = _misspelt(places[0].words, label) if words not in look.known else None
            apart = [place for place in places if entry not in place.at.entries_in(place.start, place.end)]
            if near is not None and apart:
                found = suggestion(NEAR_MISS, apart[0].words, apart, entry=entry, label=label, reason=near[1])
                _keep(best, near[0], found)
    return [found for _, found in best.values()]


def _misspelt(words: str, label: str) -> tuple[float, str] | None:
    """How far words are from a label that may be a misspelling of them: begun with a like letter, no other word or ending."""
    near = variant(words, label)
    if near is None or words[0].isupper() != label[0].isupper():
        return None
    mine, theirs = fold_label(words).split(), fold_label(label).split()
    if near[0] < 1 or len(mine) != len(theirs) or any(map(is_unspaced, label)):
        return near
    endings = _ENDINGS if label[0].isupper() else _SMALL_ENDINGS
    pairs = [(one, other) for one, other in zip(mine, theirs, strict=True) if one != other]
    return near if "romanisation" in near[1] or all(_is_slip(*pair, endings) for pair in pairs) else None


def _is_slip(one: str, other: str, endings: tuple[str, ...]) -> bool:
    """Whether two words may be one, misspelt: long enough, no small words, and not one with an ending of the other."""
    short, long = sorted((one, other), key=len)
    inflected = long.startswith(short) and long[len(short) :] in endings
    small = one in FUNCTION_WORDS or other in FUNCTION_WORDS
    return len(short) >= _SHORTEST_WORD and not inflected and not small


def _keep(best: dict[str, tuple[float, Suggestion]], distance: float, found: Suggestion) -> None:
    key = fold_label(found.words)
    if key not in best or distance < best[key][0]:
        best[key] = (distance, found)


def _words(label: str) -> list[str]:
    return [] if any(map(is_unspaced, label)) else WORD.findall(label)


class _Index(Generic[Found]):
    """Folded words, and those of several words by their sound."""

    def __init__(self, found: Mapping[str, Found]) -> None:
        self.found = found
        self.words = tuple(found)
        self.by_sound: dict[str, list[str]] = defaultdict(list)
        for words in found:
            if " " in words:
                self.by_sound[sound(words)].append(words)

    def like(self, label: str) -> Iterator[tuple[str, Found]]:
        """Yield the words that may be near to a label, few letters away or of the same sound, with what is kept of them."""
        folded = fold_label(label)
        edited = process.extract(folded, self.words, scorer=OSA.distance, score_cutoff=MOST_EDITS, limit=None)
        near = {words for words, _, _ in edited}
        if " " in folded:
            near |= set(self.by_sound.get(sound(folded), ()))
        for words in sorted(near):
            yield words, self.found[words]


def _shapes(texts: Sequence[Covered], sizes: Collection[int]) -> Mapping[int, _Index[list[Place]]]:
    """By number of words, what the texts have in so many neighbouring words that no link covers whole."""
    shapes: dict[int, dict[str, list[Place]]] = {size: defaultdict(list) for size in sizes if 0 < size <= _WIDEST}
    for one in texts:
        words = [found.span() for found in WORD.finditer(one.block.text)]
        for size, found in shapes.items():
            for at in range(len(words) - size + 1):
                place = Place(one, words[at][0], words[at + size - 1][1])
                if not one.is_linked(place.start, place.end) and len(place.words) >= size:
                    found[fold_label(place.words)].append(place)
    return {size: _Index(found) for size, found in shapes.items()}


def _han_windows(texts: Sequence[Covered], label: str) -> Iterator[tuple[str, list[Place]]]:
    """Strings as long as a Han label that differ from it in one character and that no link touches."""
    size = len(label)
    if size < _SHORTEST_HAN or not all(map(is_unspaced, label)):
        return
    found: dict[str, list[Place]] = defaultdict(list)
    for one in texts:
        text = one.block.text
        for at in range(len(text) - size + 1) if is_unspaced(text[:1] or " ") else ():
            window = text[at : at + size]
            if sum(a != b for a, b in zip(window, label, strict=True)) == 1 and not one.entries_in(at, at + size):
                found[window].append(Place(one, at, at + size))
    yield from found.items()
