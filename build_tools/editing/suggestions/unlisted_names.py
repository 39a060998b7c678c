"""Capitalised names that no entry has.

A name is a run of capitalised words, with function words allowed between them. Not names are: a word that is
capitalised only because it begins a sentence, a day, a month, a title, an adjective of a name in the glossary
("Russian"), and the words of a line in which most words have a capital.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from build_tools.editing.suggestions.covered_texts import NAME, Covered, Place, Suggestion, suggestion
from build_tools.linking import Lexicon, labels_of
from build_tools.linking.word_lists import FUNCTION_WORDS, TITLES
from build_tools.text.folding import fold_label
from build_tools.text.months import CALENDAR_WORDS
from build_tools.text.scripts import is_unspaced

WORD = re.compile(r"[^\W\d_](?:[^\W_]|[.&](?=[^\W\d_])|['’](?!s\b)(?=[^\W_]))*")
"""A word with its inner full stops and apostrophes, without a possessive s."""

_JOINING = re.compile(r"[ \u00a0\-‐‑–]$| (?:of|for|on|de|du|des|del|dos)(?: (?:the|la|las|los))? $")
_LISTING = re.compile(r",? (?:and|et|y|&) $")
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?…:;•]['’”\")\]]*\s+|[“\"(\[‘«—]\s*|\n)$|^\W*\d+[.)]\s*$")
_INK = re.compile(r"\S")
_CALENDAR = frozenset(word.lower() for word in CALENDAR_WORDS) | frozenset(
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun", "kst", "gmt", "utc", "est", "am", "pm"]
)
_ENDINGS = ("", "n", "ns", "an", "ans", "ian", "ians", "ese", "ish", "ic", "i", "is", "ern", "erner", "er", "ers")
_SKIPPED_ROLES = ("heading", "dateline", "rights")  # a capital means little there
_STEM = 4  # letters that an adjective shares with its name
_MOST_CAPITALS = 0.6  # of the longer words; more make a headline
_LOOK_BACK = 12  # code points: as much as the end of a sentence, quotation marks and spaces take


class WordSpan(NamedTuple):
    """The span of a word in a text, in code points, the end exclusive."""

    start: int
    end: int


def find_names(texts: Sequence[Covered], lexicon: Lexicon) -> list[Suggestion]:
    """Return the names in the texts that are neither linked nor in the glossary, with their places."""
    vocabulary = _Vocabulary(lexicon, texts)
    places: dict[str, list[Place]] = defaultdict(list)
    for covered in texts:
        if covered.block.role not in _SKIPPED_ROLES and not _is_headline(covered.block.text):
            for start, end in _names(covered, vocabulary):
                place = Place(covered, start, end)
                places[" ".join(place.words.split())].append(place)
    return [suggestion(NAME, words, listed) for words, listed in places.items()]


class _Vocabulary:
    """The words of labels, and those that the texts write in lower case (`small`) or capitalise within a sentence."""

    def __init__(self, lexicon: Lexicon, texts: Iterable[Covered]) -> None:
        labels = [label.text for entry in lexicon.entries.values() for label in labels_of(entry)]
        self.single = frozenset(fold_label(label) for label in labels if " " not in label.strip())
        self.words = frozenset(word for label in labels for word in fold_label(label).split() if len(word) >= _STEM)
        self.stems = self.words | {word[:-1] for word in self.words if len(word) > _STEM and word[-1] in "aeoy"}
        self.small: set[str] = set()
        self.inside: set[str] = set()
        for covered in texts:
            for match in WORD.finditer(covered.block.text):
                word = match[0]
                if word[0].islower():
                    self.small.add(word)
                elif not _opens(covered.block.text, match.start()):
                    self.inside.add(word)

    def is_common(self, word: str) -> bool:
        """Whether a capitalised word is a title, a day, a month, a function word or one letter."""
        folded = fold_label(word).rstrip(".")
        return len(folded) == 1 or folded in TITLES or folded in _CALENDAR or folded in FUNCTION_WORDS

    def is_known(self, word: str) -> bool:
        """Whether a word is a label, or the adjective of a word in a label."""
        folded = fold_label(word)
        return folded in self.single or any(
            folded.startswith(stem) and folded[len(stem) :] in _ENDINGS
            for stem in (folded[:size] for size in range(_STEM, len(folded) + 1))
            if stem in self.stems
        )

    def is_opening(self, word: str, *, alone: bool) -> bool:
        """Whether a word has its capital only as the first of a sentence.

        That is so if it is in lower case elsewhere or, for a word `alone`, never capitalised within a sentence.
        """
        return word.lower() in self.small or (alone and word not in self.inside)


def _names(covered: Covered, vocabulary: _Vocabulary) -> Iterator[WordSpan]:
    for run in _runs(covered.block.text):
        words = [span for span in run if not covered.is_linked(*span)]
        while words and vocabulary.is_common(_text(covered, words[0])):
            words = words[1:]
        while words and vocabulary.is_common(_text(covered, words[-1])):
            words = words[:-1]
        opens = bool(words) and _opens(covered.block.text, words[0].start)
        if opens and vocabulary.is_opening(_text(covered, words[0]), alone=len(words) == 1):
            words = words[1:]
        spelled = [_text(covered, span) for span in words]
        if not all(vocabulary.is_common(word) or vocabulary.is_known(word) for word in spelled):
            yield _whole(run, words, covered)


def _text(covered: Covered, span: WordSpan) -> str:
    return covered.block.text[span.start : span.end]


def _whole(run: Sequence[WordSpan], words: Sequence[WordSpan], covered: Covered) -> WordSpan:
    """Return the span of a name, with the linked place or body right before its unlinked words: "Moscow Institute"."""
    text, start, end = covered.block.text, words[0].start, words[-1].end
    before = [span for span in run if span.end < start]
    if before and covered.is_linked(*before[-1]) and text[before[-1].end : start] == " ":
        link_start = next(
            left for left, right, _ in covered.links if left <= before[-1].start and before[-1].end <= right
        )
        if " " not in text[link_start : before[-1].end] and len(words) > 1:
            start = link_start
    return WordSpan(start, end)


def _runs(text: str) -> Iterator[list[WordSpan]]:
    """Yield the runs of capitalised words of a text."""
    run: list[WordSpan] = []
    linked = False
    for match in WORD.finditer(text):
        if not match[0][0].isupper() or is_unspaced(match[0][0]):
            continue
        between = text[run[-1].end : match.start()] if run else ""
        # "Ministry of Trade and Industry" is one name, "Seoul and Moscow" are two.
        listed = linked and _LISTING.match(between)
        if run and not (listed or _JOINING.match(between)):
            yield run
            run = []
        linked = bool(run) and (linked or len(between) > 1)
        run.append(WordSpan(*match.span()))
    if run:
        yield run


def _opens(text: str, offset: int) -> bool:
    before = max(0, offset - _LOOK_BACK)
    return _OPENS_SENTENCE.search(text, before, offset) is not None or _INK.search(text, 0, offset) is None


def _is_headline(text: str) -> bool:
    """Whether a text does not end like a sentence and most of its longer words have a capital."""
    if text.rstrip().endswith((".", "?", "!", "”", '"')):
        return False
    long = [match[0] for match in WORD.finditer(text) if len(match[0]) >= _STEM]
    return len(long) > _STEM and sum(word[0].isupper() for word in long) > _MOST_CAPITALS * len(long)
