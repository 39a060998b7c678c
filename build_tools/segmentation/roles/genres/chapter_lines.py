"""Recognise the lines with which chapters and the like begin: "CHAPTER I.", "Глава 1", "第一章", "제1장 총칙"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from build_tools.segmentation.roles.cue_words import all_phrases, any_word, longest_words
from build_tools.segmentation.roles.line_classifiers import is_capitals, is_closed
from build_tools.text.scripts import is_east_asian

_LONGEST = 100  # code points
_MOST_WORDS = 8  # of a name behind the number that ends with a full stop
_NUMBER = rf"(?:\d{{1,4}}|[ivxlcdm]{{1,8}}|[一二三四五六七八九十百零〇○两兩]{{1,6}}|{any_word('ordinals')})"


def _forms() -> str:
    """Return a regular expression for all forms such as "Chapter 1", in which 1 stands for any number.

    Forms share the expression for the number, since a copy of it in each takes a second to compile.
    """
    sides = [tuple(side.split() for side in phrase.split("1")) for phrase in all_phrases("chapter lines")]
    in_front = _any_of({_words(before) + _gap(before) for before, after in sides if not after})
    behind = _any_of({_gap(after) + _words(after) for before, after in sides if not before})
    forms = [in_front + _NUMBER, rf"{_NUMBER}[.)]?{behind}"]
    for start in sorted({_words(before) + _gap(before) for before, after in sides if before and after}):
        ends = {
            _gap(after) + _words(after) for before, after in sides if after and _words(before) + _gap(before) == start
        }
        forms.append(start + _NUMBER + _any_of(ends))
    return "|".join(forms)


def _any_of(expressions: Collection[str]) -> str:
    return f"(?:{'|'.join(sorted(expressions, key=lambda expression: (-len(expression), expression)))})"


def _words(words: Sequence[str]) -> str:
    return _gap(words).join(map(re.escape, words))


def _gap(words: Sequence[str]) -> str:
    return r"\s*" if any(map(is_east_asian, "".join(words))) else r"\s+"


_WORDS = longest_words("chapter lines")
_FIRST_LETTERS = frozenset(phrase[0] for phrase in all_phrases("chapter lines") if len(phrase.split()[0]) == 1) - {"1"}
_WORDS_ASKED = 3
_CHAPTER = re.compile(
    rf"_?(?:{_forms()})(?![^\W_])(?P<stop>[.:)]?_?)(?P<bracket>\s?[(（][^()（）]*[)）])?", re.IGNORECASE
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
