"""Recognise the lines with which chapters and the like begin: "CHAPTER I.", "Глава 1", "第一章", "제1장 총칙"."""

from __future__ import annotations

import re

from build_tools.segmentation.roles.cue_words import all_phrases, any_word, longest_words
from build_tools.segmentation.roles.line_classifiers import is_capitals, is_closed
from build_tools.text.scripts import is_east_asian

_LONGEST = 100  # code points
_MOST_WORDS = 8  # of a name behind the number that ends with a full stop
_NUMBER = rf"(?:\d{{1,4}}|[ivxlcdm]{{1,8}}|[一二三四五六七八九十百零〇○两兩]{{1,6}}|{any_word('ordinals')})"


def _form(phrase: str) -> str:
    """Return a regular expression for a form such as "Chapter 1", in which 1 stands for any number."""
    parts = (
        _NUMBER + (r"[.)]?" if not place else "") if part == "1" else re.escape(part)
        for place, part in enumerate(phrase.split())
    )
    return (r"\s*" if any(map(is_east_asian, phrase)) else r"\s+").join(parts)


_FORMS = "|".join(
    sorted((_form(phrase) for phrase in all_phrases("chapter lines")), key=lambda form: (-len(form), form))
)
_WORDS = longest_words("chapter lines")
_FIRST_LETTERS = frozenset(phrase[0] for phrase in all_phrases("chapter lines") if len(phrase.split()[0]) == 1) - {"1"}
_WORDS_ASKED = 3
_CHAPTER = re.compile(
    rf"_?(?:{_FORMS})(?![^\W_])(?P<stop>[.:)]?_?)(?P<bracket>\s?[(（][^()（）]*[)）])?", re.IGNORECASE
)


def _has_word(text: str) -> bool:
    """Return whether one of the first words of a line stands in such a form: most lines have none."""
    if text[0] in _FIRST_LETTERS:
        return True
    return any(word.strip("_.,:;)(").lower() in _WORDS for word in text.split(maxsplit=_WORDS_ASKED)[:_WORDS_ASKED])


def is_chapter_line(text: str) -> bool:
    """Return whether a line is the number of a chapter, with its name or without."""
    if len(text) > _LONGEST or not _has_word(text):
        return False
    match = _CHAPTER.match(text)
    if not match or text[:1].islower():
        return False
    name = text[match.end() :].strip(" \u3000\t-–—.:_")
    if not name.strip(",;"):
        return not text.endswith((",", ";")) or (text.endswith(",") and is_capitals(text))
    if name[0].islower() or match["bracket"]:
        return False
    return not is_closed(text) or is_capitals(name) or (text.endswith(".") and len(name.split()) <= _MOST_WORDS)


def is_chapter_number(text: str) -> bool:
    """Return whether a line is the number of a chapter and nothing else; no blank line need stand around it."""
    if len(text) > _LONGEST or not _has_word(text):
        return False
    match = _CHAPTER.match(text)
    return match is not None and is_chapter_line(text) and match.end() >= len(text.rstrip(" .,"))
