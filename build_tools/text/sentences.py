"""Find where sentences end: the only rules for it, used for definitions, cards, citations and advice on style.

A stop ends a sentence unless the word before it is an abbreviation or an initial, or a small letter follows. The
full stops of Chinese, Japanese, Hindi and Urdu, which mark no abbreviations, always end one. Abbreviations are in
data/abbreviations.txt; initials and words that often open sentences are treated after Kiss and Strunk, "Unsupervised
Multilingual Sentence Boundary Detection", Computational Linguistics 32 (2006).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from build_tools.text.word_files import read_sections, split_words

_CLOSERS = "’”“\"'»›)\\]*_」』》】）］"
_OPENERS = "“”„\"‘'«‹(\\[*_「『《【（¿¡"
_UNSPACED_STOPS = "。！？｡।॥۔؟።။"
_LAST_WORD = re.compile(r"[^\s()\[\]{}“”\"„«»‘*/—–]+$")
_FIRST_WORD = re.compile(r"\w+(?![\w.])")  # without a stop, which would make it an initial or abbreviation too
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+[^\W\d_]{1,2}")
_NUMERAL = re.compile(r"\d|[IVXLC]+\b")
_CURRENCY = "$€£¥₩₽₹"


def sentence_spans(text: str, *, marks: str = "", attached: str = "") -> Iterator[tuple[int, int]]:
    """Yield the span of each sentence of a paragraph.

    Args:
        text: One paragraph of plain text or inline Markdown.
        marks: Characters that count as quotation marks at a sentence's beginning or end.
        attached: Characters that belong to the sentence before them, even after its stop and a space.

    Yields:
        Start and end (exclusive) in Unicode code points: with the stop, closing quotation marks and attached
        characters. Together the spans cover the text; words after the last stop are a sentence too.
    """
    start = 0
    pattern, opening = _patterns(marks, attached)
    for stop in pattern.finditer(text):
        following = text[stop.end() :].lstrip()
        if stop[0][0] in _UNSPACED_STOPS or not following:
            ends = True
        else:
            word = following[len(opening.match(following)[0]) :]  # type: ignore[index] # it matches the empty string
            before = text[start : stop.start()].rstrip(marks + attached)
            ends = _begins_sentence(word) and not (stop["stop"] == "." and _is_abbreviated(before, word))
        if ends:
            yield start, stop.end()
            start = stop.end()
    if text[start:].strip():
        yield start, len(text)


@cache
def _patterns(marks: str, attached: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    marks = re.escape(marks)
    tail = rf"(?:\s*[{re.escape(attached)}]\.?)*" if attached else ""
    spaced = rf"(?<=[^\s.!?…])(?P<stop>[.!?…]+)[{_CLOSERS}{marks}]*{tail}(?=\s|$)"
    # In Japanese, words in quotation marks are followed by a particle of the same sentence.
    unspaced = rf"[{_UNSPACED_STOPS}]+(?![”’」』]+(?:と|って))[{_CLOSERS}{marks}]*{tail}"
    return re.compile(f"{spaced}|{unspaced}"), re.compile(rf"[{_OPENERS}{marks}{re.escape(attached)}]*")


def _begins_sentence(word: str) -> bool:
    return word[:1] in _CURRENCY or (word[:1].isalnum() and not word[0].islower())


def _is_abbreviated(before: str, following: str) -> bool:
    """Return whether the full stop after `before` belongs to an abbreviation or an initial, not to a sentence."""
    match = _LAST_WORD.search(before)
    word = match[0].lstrip("'’") if match else ""
    titles, numbers, further, openers = _abbreviations()
    if word in titles:
        return True
    if word in numbers and _NUMERAL.match(following):
        return True
    if word in further or _DOTTED.fullmatch(word) or (len(word) == 1 and word.isupper()):
        opener = _FIRST_WORD.match(following)
        return not (opener and opener[0] in openers)
    return False


@cache
def _abbreviations() -> tuple[frozenset[str], ...]:
    """Return the titles, the abbreviations before numbers and the other ones, in each letter case, and the openers."""
    sections = read_sections("build_tools.text.data", "abbreviations.txt")
    kinds = [split_words(sections[kind]) for kind in ("titles", "numbers", "others")]
    cased = [frozenset(form for word in kind for form in _cases(word)) for kind in kinds]
    return (*cased, split_words(sections["openers"]))


def _cases(word: str) -> tuple[str, ...]:
    # One capital is an initial, not an abbreviation.
    return (word, word[0].upper() + word[1:], word.upper()) if len(word) > 1 else (word,)
