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

from build_tools.text.scripts import SCRIPTS
from build_tools.text.word_files import read_sections, split_words
from build_tools.text.written_dates import read_written_dates

_CLOSERS = "’”“\"'»›)\\]*_」』》】）］"
_OPENERS = "“”„\"‘'«‹»›(\\[*_「『《【（¿¡"
_CLOSERS_AFTER_UNSPACED = _CLOSERS.replace("“", "")  # which opens the next sentence in Chinese
_UNSPACED_STOPS = "。！？｡।॥۔؟።။։។"
_WORD_BREAKS = '()[]{}“”"„«»‘*/—–'
_NARROW_SPACE = "[ \u00a0\u202f]"  # before "?" and "»" in French
_NOTE_CALL = r"(?:\[\d{1,3}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})*"
_LONGEST_DATE = 20  # characters of a date before a full stop in it, or behind
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
    start, last = 0, len(text.rstrip())
    pattern, opening = _patterns(marks, attached)
    for stop in pattern.finditer(text):
        if stop[0][0] in _UNSPACED_STOPS or stop.end() >= last:
            ends = True
        else:
            following = opening.match(text, stop.end()).end()  # type: ignore[union-attr] # it matches the empty string
            word = _last_word(text, start, stop.start(), marks + attached)
            ends = _begins_sentence(text[following : following + 1]) and not (
                stop["stop"] == "." and _is_abbreviated(word, text, following)
            )
        if ends:
            yield start, stop.end()
            start = stop.end()
    if text[start:].strip():
        yield start, len(text)


@cache
def _patterns(marks: str, attached: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    marks = re.escape(marks)
    # More attached characters than that begin a sentence of their own, so that none is looked at again and again.
    tail = rf"(?:\s*[{re.escape(attached)}]\.?){{0,20}}" if attached else ""
    stop = rf"[.!?…]+|{_NARROW_SPACE}[!?]+|\u037e|(?<=[{SCRIPTS['Grek']}]);"
    closers = rf"(?:[{_CLOSERS}{marks}]|{_NARROW_SPACE}[»›])*{_NOTE_CALL}"
    spaced = rf"(?<=[^\s.!?…])(?P<stop>{stop}){closers}{tail}(?=\s|$)"
    # In Japanese, words in quotation marks are followed by a particle of the same sentence.
    unspaced = rf"[{_UNSPACED_STOPS}]+(?![”’」』]+(?:と|って))[{_CLOSERS_AFTER_UNSPACED}{marks}]*{tail}"
    return re.compile(f"{spaced}|{unspaced}"), re.compile(rf"\s*[{_OPENERS}{marks}{re.escape(attached)}]*")


def _last_word(text: str, start: int, end: int, ignored: str) -> str:
    """Return the word at the end of a span of the text, or "" if there is none, without ignored characters behind it.

    It is looked for from its end, so that the beginning of a long sentence is not read again for each stop in it.
    """
    while end > start and text[end - 1] in ignored:
        end -= 1
    first = end
    while first > start and text[first - 1] not in _WORD_BREAKS and not text[first - 1].isspace():
        first -= 1
    return text[first:end].lstrip("'’")


def _begins_sentence(character: str) -> bool:
    return character in _CURRENCY or (character.isalnum() and not character.islower())


def _is_abbreviated(word: str, text: str, following: int) -> bool:
    """Return whether the full stop after `word` belongs to an abbreviation or an initial, not to a sentence.

    Args:
        word: The word before the stop.
        text: The paragraph.
        following: Where the word after the stop begins in it.
    """
    titles, numbers, further, openers = _abbreviations()
    if word in titles or (word.isdecimal() and _is_in_date(text, following)):
        return True
    if word in numbers and _NUMERAL.match(text, following):
        return True
    if word in further or _DOTTED.fullmatch(word) or (len(word) == 1 and word.isupper()):
        opener = _FIRST_WORD.match(text, following)
        return not (opener and opener[0] in openers)
    return False


def _is_in_date(text: str, following: int) -> bool:
    """Return whether the full stop before a word belongs to a date: "15. März", "3. 5. 1990", "1990. 9. 30."."""
    first = max(0, following - _LONGEST_DATE)
    words, dates = read_written_dates(text[first : following + _LONGEST_DATE])
    place = following - first
    for date in dates:
        start, last = words[date.start], words[date.end - 1]
        # In Korean each of the three numbers of a date has a full stop behind it.
        has_stops = text.startswith(". ", first + start.end()) and start[0] == str(date.year)
        if start.end() < place <= (last.end() + len(". ") if has_stops else last.start()):
            return True
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
