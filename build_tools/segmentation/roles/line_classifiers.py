"""Classify a line by its wording: the end of a sentence, a date, a byline, a credit, nothing but links.

The word lists are in ../data; the limits of length are rules of thumb (tests/golden/segmentation shows what they do).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from build_tools.segmentation.roles.cue_words import any_phrase, any_word
from build_tools.text.months import SPELLINGS

_CLOSERS = "\"'”’»›)]}』」）】》〉″*_"
_SENTENCE_ENDS = ".!?…:;。．！？：；؟۔।॥‽"
_UNCLOSED_ENDS = ".,;:。．，、；：،؛۔।—–-"
_ORNAMENT = re.compile(r"(?:[-=_*~#+·•—–─═]\s*){3,}|\*|⁂")
_PAGE_NUMBER = re.compile(
    r"[-–—]\s?\d{1,4}\s?[-–—]|\[?(?:page|p\.)\s\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?\]?", re.IGNORECASE
)
_LONGEST_LINE = 600  # code points; a longer text is a paragraph

_LINK = r"""(?:\[[^\[\]\n]*\]\([^()\n]*\)|<a\s[^<>]*>[^<>]*</a>)"""
_LINKS = re.compile(rf"{_LINK}(?:[\s>|/»›·•,–—-]*{_LINK})*[\s>|/»›·•–—-]*", re.IGNORECASE)

_MONTHS = "|".join(sorted(SPELLINGS, key=lambda name: (-len(name), name)))
_DAYS = (
    "mon|monday|tue|tues|tuesday|wed|wednesday|thu|thur|thurs|thursday|fri|friday|sat|saturday|sun|sunday"
    "|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    "|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье"
)
_DATE_WORD = re.compile(
    rf"(?:{_MONTHS}|{_DAYS}|{any_word('date words')}|\d{{1,2}}(?:st|nd|rd|th)|\d{{1,2}}h\d{{0,2}}|\d+|t|z)(?![^\W\d_])"
    r"|\d+[년월일年月日]",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"(?<![^\W_])(?:{_MONTHS})(?![^\W_])", re.IGNORECASE)
_FULL_DATE = re.compile(r"\d{4}\s?[-./年년]\s?\d{1,2}\s?[-./月월]\s?\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4}")
_DATE_SEPARATORS = re.compile(r"[\s.,:;/|·()+–—-]+")
_CITY = re.compile(r"^[^\W\d_][^\d,:;]{1,30}(?:,|\s[–—-]|\s?\()\s*")

_BYLINE = re.compile(rf"{any_phrase('bylines')}\s*(?=[^\W\d_a-zа-я])")
_BYLINE_AFTER_TITLE = re.compile(rf"{any_phrase('bylines after a title')}\s(?=[^\W\d_a-z])")
_MOST_BYLINE_WORDS = 20
_MOST_NAME_WORDS = 8

_CREDIT = re.compile(
    rf"\((?:{any_phrase('agencies')}|{any_phrase('credits')}\b[^()]*|[A-Z][\w .&’'-]*/\s?[A-Z][\w .&’'/-]*)\)\.?$"
    rf"|[（(][^（）()]{{1,20}}{any_phrase('agencies within a credit')}[^（）()]{{0,10}}[)）]$"
)
_CAPTION = re.compile(
    rf"{any_phrase('captions')}|{any_phrase('numbered captions')}\s?\d{{1,3}}(?:\.\d{{1,3}})?\s?[.:：]"
)
_RIGHTS = re.compile(
    rf"(?:copyright|\(c\)|©|ⓒ|℗)[\s,:]*(?:©|\(c\)|ⓒ|by\b|\d{{4}})|^(?:©|ⓒ)|{any_phrase('rights notices')}",
    re.IGNORECASE,
)
_LONGEST_NOTICE = 300
_RIGHTS_WITHIN = 60

_SPEAKER = re.compile(r"([^\s:：][^:：\n]{0,50}?)\s?(?::\s|：|:$)")
_MOST_SPEAKER_WORDS = 5


def is_closed(text: str) -> bool:
    """Return whether a text ends with punctuation that no heading or title ends with ("?" and "!" may)."""
    stripped = text.rstrip(_CLOSERS)
    return bool(stripped) and stripped[-1] in _UNCLOSED_ENDS


def ends_sentence(text: str) -> bool:
    """Return whether a text ends where a sentence, a clause or a list's introduction ends.

    `text.sentences` finds where, within a paragraph, a sentence ends and the next begins. Here a line is seen
    alone: a colon or semicolon counts, and so does an abbreviation at the end of the line.
    """
    stripped = text.rstrip(_CLOSERS)
    return bool(stripped) and stripped[-1] in _SENTENCE_ENDS


def begins_capital(text: str) -> bool:
    """Return whether the first letter or digit of a text is a capital; false in scripts without capitals."""
    for character in text[:8]:
        if character.isalnum():
            return character.isupper()
    return False


def begins_small(text: str) -> bool:
    """Return whether a text begins with a small letter, as a heading in a script with capitals does not."""
    for character in text[:8]:
        if character.isalnum():
            return character.islower()
    return False


def is_capitals(text: str) -> bool:
    """Return whether a text is set wholly in capitals (at least two of them)."""
    return text.isupper() and sum(map(str.isupper, text[:200])) > 1


def is_ornament(text: str) -> bool:
    """Return whether a line is a rule or an ornament: "* * *", "-----"."""
    return len(text) <= _LONGEST_LINE and bool(_ORNAMENT.fullmatch(text))


def is_page_number(text: str) -> bool:
    """Return whether a line is a page's number and nothing else: "- 12 -", "Page 3 of 10"."""
    return len(text) <= _LONGEST_LINE and bool(_PAGE_NUMBER.fullmatch(text))


def is_navigation(text: str) -> bool:
    """Return whether a text is made of Markdown or HTML links and of nothing but punctuation between them."""
    return len(text) <= _LONGEST_LINE and text[0] in "[<" and bool(_LINKS.fullmatch(text))


def is_rights(text: str) -> bool:
    """Return whether a text is a copyright notice."""
    if len(text) > _LONGEST_NOTICE:
        return False
    notice = _RIGHTS.search(text)
    return notice is not None and (notice.start() < _RIGHTS_WITHIN or len(text) - notice.end() < _RIGHTS_WITHIN)


def is_caption(text: str) -> bool:
    """Return whether a text ends with a photographer's or agency's credit, or begins as a caption does."""
    return len(text) <= _LONGEST_LINE and bool(_CAPTION.match(text) or _CREDIT.search(text))


def is_byline(text: str, *, after_title: bool) -> bool:
    """Return whether a text names its author.

    Args:
        text: The line: "By …" and the like.
        after_title: Whether it follows a title; only then "Par …" or "De …" is a byline.
    """
    words = text.count(" ") + 1
    if len(text) > _LONGEST_LINE or ends_sentence(text) or words > _MOST_BYLINE_WORDS:
        return False
    if _BYLINE.match(text):
        return True
    return after_title and words <= _MOST_NAME_WORDS and bool(_BYLINE_AFTER_TITLE.match(text))


def is_dateline(text: str) -> bool:
    """Return whether a text is made of dates and times, with words such as "Posted on", after a city or not."""
    if len(text) > _LONGEST_LINE or not any(map(str.isdigit, text)):
        return False
    if not (_FULL_DATE.search(text) or (_MONTH.search(text) and re.search(r"\d{4}", text))):
        return False
    if _is_dates(text):
        return True
    city = _CITY.match(text)
    return city is not None and _is_dates(text[city.end() :])


def _is_dates(text: str) -> bool:
    return not _DATE_SEPARATORS.sub("", _DATE_WORD.sub(" ", text))


class Speakers:
    """Recognise the speakers of a transcript: "MR. SMITH:", and any name that begins two lines with a colon."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Count the names with which the lines of a text begin."""
        self._count = Counter(name for name in map(_speaker, texts) if name)

    def opens(self, text: str, *, apart: bool) -> bool:
        """Return whether a line begins with a speaker's name.

        Args:
            text: The line.
            apart: Whether the line before it is certainly complete.
        """
        name = _speaker(text)
        return bool(name) and (is_capitals(name) or name in {"Q", "A"} or self._count[name] > (1 if apart else 2))


def _speaker(text: str) -> str:
    """Return what stands before a line's first colon if it looks like a name: few words, each with a capital."""
    speaker = _SPEAKER.match(text)
    if not speaker:
        return ""
    words = re.sub(r"\s?[(（][^()（）]*[)）]$", "", speaker[1]).split()
    if len(words) > _MOST_SPEAKER_WORDS or not words:
        return ""
    return speaker[1] if all(word[0].isalpha() and not word[0].islower() for word in words) else ""
