"""Classify a line by its wording: the end of a sentence, a date, a byline, a credit, nothing but links.

The word lists are in ../data; the limits of length are rules of thumb (tests/golden/segmentation shows what they do).
"""

from __future__ import annotations

import re

from build_tools.segmentation.roles.cue_words import all_phrases, any_phrase, any_word, longest_words
from build_tools.text.months import SPELLINGS

_CLOSERS = "\"'”’»›)]}』」）】》〉″*_"
_SENTENCE_ENDS = ".!?…:;。．！？：；؟۔।॥‽։።។။"
_UNCLOSED_ENDS = ".,;:。．，、；：،؛۔।։።។။—–-"
_CALL_ENDS = "0123456789⁰¹²³⁴⁵⁶⁷⁸⁹*†‡[ABCDEFGH"
_ENDS_WITH_CALL = re.compile(
    r"(?:[^\W\d]|\d{4})[.!?…][\"”’»)]*\s?(?:(?<!\s)\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[*†‡]+|[\[(]\d{1,3}|\[[A-Z*])$"
)  # of a note
_LONGEST_CALL = 10
_ORNAMENT = re.compile(r"(?:[-=_*~#+·•—–─═]\s*){3,}|\*|⁂")
_ORNAMENT_SIGNS = frozenset("-=_*~#+·•—–─═⁂")
_LEADERS = re.compile(r".*\S\s?(?:\.\s?){3,}\s?[\divxlcIVXLC]{1,6}|.*\S\s?…{2,}\s?\d{1,4}")
_LEAST_LEADERS = 3  # dots
PAGE_DASHES = "[-–—]{1,3}"
"""What stands on both sides of the number of a page, as a regular expression."""

_PAGE_NUMBER = re.compile(
    rf"{PAGE_DASHES}\s?\d{{1,4}}\s?{PAGE_DASHES}"
    r"|\[?(?:page|p\.)\s\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?\]?",
    re.IGNORECASE,
)
_PAGE_NUMBER_BEGINS = frozenset("-–—[pP")
_LONGEST_LINE = 600  # code points; a longer text is a paragraph

_LINK = r"""(?:\[[^\[\]\n]*\]\([^()\n]*\)|<a\s[^<>]*>[^<>]*</a>)"""
_LINKS = re.compile(rf"{_LINK}(?:[\s>|/»›·•,–—-]*{_LINK})*[\s>|/»›·•–—-]*", re.IGNORECASE)

_MONTHS = "|".join(sorted(SPELLINGS, key=lambda name: (-len(name), name)))
_DAYS = (
    "mon|monday|tue|tues|tuesday|wed|wednesday|thu|thur|thurs|thursday|fri|friday|sat|saturday|sun|sunday"
    "|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    "|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье"
)
_DATE_PART = re.compile(
    r"[\s.,:;/|·()\[\]+–—-]+"  # what separates them, or a word:
    rf"|(?:{_MONTHS}|{_DAYS}|{any_word('date words')}|\d{{1,2}}(?:st|nd|rd|th)|\d{{1,2}}h\d{{0,2}}|\d+|t|z)(?![^\W\d_])"
    r"|\d+[년월일年月日]",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"(?<![^\W_])(?:{_MONTHS})(?![^\W_])", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_FULL_DATE = re.compile(r"\d{4}\s?[-./年년]\s?\d{1,2}\s?[-./月월]\s?\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4}")
_CITY = re.compile(r"^[^\W\d_][^\d,:;]{1,30}(?:,|\s[–—-]|\s?\()\s*")

_CITY_BEHIND = re.compile(r"(?<=[.,])\s(?:[^\W\d_]+[ -])?[^\W\d_]{3,20}\.?$")

_ABBREVIATED = re.compile(r"(?:[^\W\d_]\.\s?){2,4}$|(?<![^\W_])(?:Esq|Jr|Sr|Ph\.D|D\.D|etc)\.$")
_BYLINE = re.compile(rf"{any_phrase('bylines')}\s*(?=[^\W\d_a-zа-я])")
_BYLINE_END = re.compile(rf".{{2,20}}?\s(?:{any_phrase('byline endings')})")
_BYLINE_AFTER_TITLE = re.compile(rf"(?i:{any_phrase('bylines after a title')})\s(?=[^\W\d_a-z])")
_MOST_BYLINE_WORDS = 20
_MOST_NAME_WORDS = 8

_CREDIT = re.compile(
    rf"\((?:{any_phrase('agencies')}|{any_phrase('credits')}\b[^()]*|[A-Z][\w .&’'-]*/\s?[A-Z][\w .&’'/-]*)\)\.?$"
    rf"|[（(][^（）()]{{1,20}}{any_phrase('agencies within a credit')}[^（）()]{{0,10}}[)）]$"
)
_CAPTION = re.compile(
    rf"{any_phrase('captions')}|{any_phrase('numbered captions')}\s?\d{{1,3}}(?:\.\d{{1,3}})?\s?[.:：]"
)
_CAPTION_LETTERS = frozenset(phrase[0] for phrase in all_phrases("captions") | all_phrases("numbered captions"))
_CREDIT_ENDS = (")", ").", "）")
_RIGHTS = re.compile(
    rf"(?:copyright|\(c\)|©|ⓒ|℗)[\s,:]*(?:©|\(c\)|ⓒ|by\b|\d{{4}})|^(?:©|ⓒ)|{any_phrase('rights notices')}",
    re.IGNORECASE,
)
_RIGHTS_SIGNS = ("copyright", "(c)", "©", "ⓒ", "℗", *longest_words("rights notices"))
_LONGEST_NOTICE = 300
_RIGHTS_WITHIN = 60


def is_closed(text: str) -> bool:
    """Return whether a text ends with punctuation that no heading or title ends with ("?" and "!" may)."""
    stripped = text.rstrip(_CLOSERS)
    return bool(stripped) and (stripped[-1] in _UNCLOSED_ENDS or _ends_with_call(stripped))


def ends_sentence(text: str) -> bool:
    """Return whether a text ends where a sentence, a clause or a list's introduction ends.

    `text.sentences` finds where, within a paragraph, a sentence ends and the next begins. Here a line is seen
    alone: a colon or semicolon counts, and so does an abbreviation at the end of the line.
    """
    stripped = text.rstrip(_CLOSERS)
    if not stripped:
        return False
    return stripped[-1] in _SENTENCE_ENDS or _ends_with_call(stripped)


def _ends_with_call(stripped: str) -> bool:
    """Return whether a text ends with the call of a note behind the end of a sentence."""
    return (
        stripped[-1] in _CALL_ENDS
        and _ENDS_WITH_CALL.search(stripped, max(0, len(stripped) - _LONGEST_CALL)) is not None
    )


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


def divides_word(before: str, after: str) -> bool:
    """Return whether a word is divided between two lines."""
    return (
        before[-1] in "-‐\u00ad"
        and len(before) > 1
        and (before[-2].isalpha() or before[-2] == "\u00ad")
        and after[:1].isalpha()
    )


def is_capitals(text: str) -> bool:
    """Return whether a text is set wholly in capitals (at least two of them)."""
    return text.isupper() and sum(map(str.isupper, text[:200])) > 1


def is_ornament(text: str) -> bool:
    """Return whether a line is a rule or an ornament: "* * *", "-----"."""
    return text[:1] in _ORNAMENT_SIGNS and len(text) <= _LONGEST_LINE and bool(_ORNAMENT.fullmatch(text))


def has_leaders(text: str) -> bool:
    """Return whether dots lead from an entry of a list of contents to the number of its page."""
    if text[-1] not in "0123456789ivxlcIVXLC" or not (text.count(".") >= _LEAST_LEADERS or "……" in text):
        return False
    return _LEADERS.fullmatch(text) is not None


def is_page_number(text: str) -> bool:
    """Return whether a line is a page's number and nothing else: "- 12 -", "Page 3 of 10"."""
    return text[:1] in _PAGE_NUMBER_BEGINS and len(text) <= _LONGEST_LINE and bool(_PAGE_NUMBER.fullmatch(text))


def is_navigation(text: str) -> bool:
    """Return whether a text is made of Markdown or HTML links and of nothing but punctuation between them."""
    return len(text) <= _LONGEST_LINE and text[0] in "[<" and bool(_LINKS.fullmatch(text))


def is_rights(text: str) -> bool:
    """Return whether a text is a copyright notice."""
    if len(text) > _LONGEST_NOTICE:
        return False
    low = text.lower()
    if not any(map(low.__contains__, _RIGHTS_SIGNS)):
        return False
    notice = _RIGHTS.search(text)
    return notice is not None and (notice.start() < _RIGHTS_WITHIN or len(text) - notice.end() < _RIGHTS_WITHIN)


def is_caption(text: str) -> bool:
    """Return whether a text ends with a photographer's or agency's credit, or begins as a caption does."""
    if len(text) > _LONGEST_LINE:
        return False
    begins = text[:1] in _CAPTION_LETTERS and _CAPTION.match(text)
    return bool(begins or (text.endswith(_CREDIT_ENDS) and _CREDIT.search(text)))


def is_byline(text: str, *, after_title: bool) -> bool:
    """Return whether a text names its author.

    Args:
        text: The line: "By …" and the like.
        after_title: Whether it follows a title; only then "Par …" or "De …" is a byline.
    """
    words = text.count(" ") + 1
    ends = ends_sentence(text) and not _ABBREVIATED.search(text)
    if len(text) > _LONGEST_LINE or ends or words > _MOST_BYLINE_WORDS:
        return False
    if _BYLINE.match(text) or (not text.isascii() and _BYLINE_END.fullmatch(text)):
        return True
    return after_title and words <= _MOST_NAME_WORDS and bool(_BYLINE_AFTER_TITLE.match(text))


def has_month(text: str) -> bool:
    """Return whether a text names a month."""
    return _MONTH.search(text) is not None


def is_dateline(text: str) -> bool:
    """Return whether a text is made of dates and times, with words such as "Posted on", after a city or not."""
    if len(text) > _LONGEST_LINE or not _YEAR.search(text):
        return False
    if text[0].isdecimal():
        text = _CITY_BEHIND.sub("", text)
    if not _is_dates(text):
        city = _CITY.match(text)
        if city is None or not _is_dates(text[city.end() :]):
            return False
    return bool(_FULL_DATE.search(text) or _MONTH.search(text))


def _is_dates(text: str) -> bool:
    """Return whether a text is nothing but dates and times; most texts are not from their first word on."""
    place = 0
    while place < len(text):
        part = _DATE_PART.match(text, place)
        if part is None:
            return False
        place = part.end()
    return True
