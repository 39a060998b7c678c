"""Capitalised names that no entry has.

A name is a run of capitalised words, small words between them allowed. None is a word that is capitalised only because it begins a
sentence, a day or a month, a title, an adjective of a name the glossary has ("Russian"), nor anything in a line of capitals.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from build_tools.editing.suggestions.covered_texts import NAME, Covered, Place, Suggestion, suggestion
from build_tools.linking import Lexicon, labels_of
from build_tools.linking.word_lists import FUNCTION_WORDS, MONTHS, TITLES
from build_tools.text.folding import fold_label
from build_tools.text.scripts import is_unspaced

WORD = re.compile(r"[^\W\d_](?:[^\W_]|[.&](?=[^\W\d_])|['’](?!s\b)(?=[^\W_]))*")
"""A word, its inner points and apostrophes included, a possessive s left out."""

_JOINING = re.compile(r"[ \u00a0\-‐‑–]$| (?:of|for|on|de|du|des|del|dos)(?: (?:the|la|las|los))? $")
_LISTING = re.compile(r",? (?:and|et|y|&) $")
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?…:;•]['’”\")\]]*\s+|[“\"(\[‘«—]\s*|\n)$|^\W*\d+[.)]\s*$")
_CALENDAR = frozenset(word.lower() for word in MONTHS) | frozenset(
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun", "kst", "gmt", "utc", "est", "am", "pm"]
)
_ENDINGS = ("", "n", "ns", "an", "ans", "ian", "ians", "ese", "ish", "ic", "i", "is", "ern", "erner", "er", "ers")
_QUIET_ROLES = ("heading", "dateline", "rights")  # a capital says little there
_STEM = 4  # letters that an adjective shares with its name
_MOST_CAPITALS = 0.6


def find_names(texts: Sequence[Covered], lexicon: Lexicon) -> list[Suggestion]:
    """The names of the texts that are neither linked nor known, with their places."""
    known = _Known(lexicon, texts)
    places: dict[str, list[Place]] = defaultdict(list)
    for one in texts:
        if one.block.role not in _QUIET_ROLES and not _is_headline(one.block.text):
            for start, end in _names(one, known):
                place = Place(one, start, end)
                places[" ".join(place.words.split())].append(place)
    return [suggestion(NAME, words, found) for words, found in places.items()]


class _Known:
    """The words of labels, and how the texts write their words: in `small` letters, or with a capital `inside` a sentence."""

    def __init__(self, lexicon: Lexicon, texts: Iterable[Covered]) -> None:
        labels = [label.text for entry in lexicon.entries.values() for label in labels_of(entry)]
        self.single = frozenset(fold_label(label) for label in labels if " " not in label.strip())
        self.words = frozenset(word for label in labels for word in fold_label(label).split() if len(word) >= _STEM)
        self.stems = self.words | {word[:-1] for word in self.words if len(word) > _STEM and word[-1] in "aeoy"}
        self.small: set[str] = set()
        self.inside: set[str] = set()
        for one in texts:
            for found in WORD.finditer(one.block.text):
                if found[0][0].islower():
                    self.small.add(found[0])
                elif not _opens(one.block.text, found.start()):
                    self.inside.add(found[0])

    def is_common(self, word: str) -> bool:
        """Whether a capitalised word is a title, a day, a month, a function word or one letter."""
        low = fold_label(word).rstrip(".")
        return len(low) == 1 or low in TITLES or low in _CALENDAR or low in FUNCTION_WORDS

    def is_known(self, word: str) -> bool:
        """Whether a word is a label of its own or the adjective of a word of one."""
        low = fold_label(word)
        return low in self.single or any(
            low.startswith(stem) and low[len(stem) :] in _ENDINGS
            for stem in (low[:size] for size in range(_STEM, len(low) + 1))
            if stem in self.stems
        )

    def is_opening(self, word: str, *, alone: bool) -> bool:
        """Whether a word at a sentence's start has its capital only for that: small elsewhere, or alone and never so inside."""
        return word.lower() in self.small or (alone and word not in self.inside)


def _names(one: Covered, known: _Known) -> Iterator[tuple[int, int]]:
    for run in _runs(one.block.text):
        words = [span for span in run if not one.is_linked(*span)]
        while words and known.is_common(_text(one, words[0])):
            words = words[1:]
        while words and known.is_common(_text(one, words[-1])):
            words = words[:-1]
        opens = bool(words) and _opens(one.block.text, words[0][0])
        if opens and known.is_opening(_text(one, words[0]), alone=len(words) == 1):
            words = words[1:]
        if not all(known.is_common(word) or known.is_known(word) for word in (_text(one, span) for span in words)):
            yield _whole(run, words, one)


def _text(one: Covered, span: tuple[int, int]) -> str:
    return one.block.text[span[0] : span[1]]


def _whole(run: Sequence[tuple[int, int]], words: Sequence[tuple[int, int]], one: Covered) -> tuple[int, int]:
    """The name that the unlinked words of a run make, a linked place or body right before them taken in: "Moscow Institute"."""
    start, end = words[0][0], words[-1][1]
    before = [span for span in run if span[1] < start]
    if before and one.is_linked(*before[-1]) and one.block.text[before[-1][1] : start] == " ":
        left = next(left for left, right, _ in one.links if left <= before[-1][0] and before[-1][1] <= right)
        if " " not in one.block.text[left : before[-1][1]] and len(words) > 1:
            start = left
    return start, end


def _runs(text: str) -> Iterator[list[tuple[int, int]]]:
    """The runs of capitalised words of a text, as spans of words."""
    run: list[tuple[int, int]] = []
    linked = False
    for found in WORD.finditer(text):
        if not found[0][0].isupper() or is_unspaced(found[0][0]):
            continue
        between = text[run[-1][1] : found.start()] if run else ""
        # "Ministry of Trade and Industry" is one name, "Seoul and Moscow" are two.
        listed = linked and _LISTING.match(between)
        if run and not (listed or _JOINING.match(between)):
            yield run
            run = []
        linked = bool(run) and (linked or len(between) > 1)
        run.append(found.span())
    if run:
        yield run


def _opens(text: str, at: int) -> bool:
    return _OPENS_SENTENCE.search(text, max(0, at - 12), at) is not None or not text[:at].strip()


def _is_headline(text: str) -> bool:
    """Whether a text is no sentence and most of its longer words have a capital, so that a capital says nothing."""
    if text.rstrip().endswith((".", "?", "!", "”", '"')):
        return False
    long = [found[0] for found in WORD.finditer(text) if len(found[0]) >= _STEM]
    return len(long) > _STEM and sum(word[0].isupper() for word in long) > _MOST_CAPITALS * len(long)
