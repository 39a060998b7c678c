"""Find what a web page puts around its text: menus, share bars, notices of cookies, advertisements, lists of links.

One line that says "Share" may be the text's own. Where several different lines are such as only web pages have, each of
them is set aside, and so are the short lines between two of them, a trail of sections beside them, and, behind the last
paragraph, the lists that a heading such as "Most read" opens. A line within a sentence never is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from build_tools.segmentation.lines import Line
from build_tools.segmentation.roles import line_classifiers
from build_tools.segmentation.roles.cue_words import all_phrases, any_phrase
from build_tools.segmentation.setting_aside.page_lines import interrupts

NAVIGATION, BOILERPLATE = "navigation", "boilerplate"
_LEAST_DIFFERENT = 3  # furniture lines that make a web page
_WIDEST = 120  # columns
_WIDEST_OF_MENU = 30
_MENU_WORDS = 3
_LEAST_OF_MENU = 5  # one of so many lines of a menu is certain
_LONGEST_MENU = 12  # lines between two that are certain
_SENTENCE_WORDS = 6  # the fewest of a line of text that ends a sentence
_DIGITS = re.compile(r"\d+")
_EDGES = " \t\u00a0:.…|»›>→▼▾+×✕•·-–—"
_TRAIL = re.compile(r"[^|>›»/]{1,30}(?:\s[|>›»/]\s[^|>›»/]{1,30})+")
_TRAIL_SIGN = re.compile(r"\s[|>›»/]\s")
_BEGINNING = re.compile(
    rf"(?P<notice>{any_phrase('web page notices')})|{any_phrase('links with a lead')}\s?[:：]\s?\S", re.IGNORECASE
)
_LONGEST_FURNITURE = 40


def find_web_furniture(lines: Sequence[Line]) -> dict[int, str]:
    """Return the reason to set a line aside, by its index, for what a web page puts around its text."""
    certain = {index: reason for index, line in enumerate(lines) if (reason := _reason(line.text))}
    different = {_plain(lines[index].text) for index in certain}
    if len(different) < _LEAST_DIFFERENT:
        return {}
    found = {index: reason for index, reason in certain.items() if not _is_within_sentence(lines, index)}
    found |= dict.fromkeys(_menus_before_text(lines, found), NAVIGATION)
    found |= dict.fromkeys(_menus(lines, sorted(found)), NAVIGATION)
    found |= dict.fromkeys(_trails(lines, found), NAVIGATION)
    found |= dict.fromkeys(_lists_at_end(lines, found), NAVIGATION)
    return found


def _reason(text: str) -> str:
    size = len(text)
    if text[0] == "[" and line_classifiers.is_navigation(text):
        return NAVIGATION
    if size <= _LONGEST_FURNITURE and _plain(text) in _furniture():
        return NAVIGATION
    if size <= _WIDEST and _plain(_TRAIL_SIGN.split(text, 1)[0]) in _furniture() and _is_trail(text):
        return NAVIGATION
    match = _BEGINNING.match(text) if size <= _WIDEST else None
    return "" if match is None else BOILERPLATE if match["notice"] else NAVIGATION


def _plain(text: str) -> str:
    return _DIGITS.sub("0", text.replace("’", "'")).strip(_EDGES).casefold()


@cache
def _furniture() -> frozenset[str]:
    return all_phrases("web page furniture")


@cache
def _headings_of_lists() -> frozenset[str]:
    return all_phrases("lists of links") | all_phrases("links with a lead")


def _is_within_sentence(lines: Sequence[Line], index: int) -> bool:
    before = lines[index - 1] if index and not lines[index].gap else None
    after = lines[index + 1] if index + 1 < len(lines) and not lines[index + 1].gap else None
    return interrupts(before, after)


def _menus(lines: Sequence[Line], certain: Sequence[int]) -> Iterator[int]:
    """Yield the short lines between two lines that are certain."""
    for first, last in pairwise(certain):
        between = range(first + 1, last)
        if len(between) <= _LONGEST_MENU and all(_fits_menu(lines[index].text) for index in between):
            yield from between


def _menus_before_text(lines: Sequence[Line], found: dict[int, str]) -> Iterator[int]:
    """Yield the short lines that follow one that is certain without a blank line, before the text begins."""
    run: list[int] = []
    for index, line in enumerate(lines):
        if line.gap and run:
            if _is_menu(lines, run, found):
                yield from run
            run = []
        if _is_text(line, index in found) and not line.gap and index not in found:
            return
        if line.width > _WIDEST and index not in found:
            return
        run.append(index)


def _is_menu(lines: Sequence[Line], run: Sequence[int], found: dict[int, str]) -> bool:
    """Return whether lines without a blank line between them begin with one that is certain and are all short."""
    certain = sum(index in found for index in run)
    others = [lines[index].text for index in run if index not in found]
    return run[0] in found and certain * _LEAST_OF_MENU >= len(run) and all(map(_fits_menu, others))


def _fits_menu(text: str) -> bool:
    return (
        len(text) <= _WIDEST_OF_MENU
        and len(text.split()) <= _MENU_WORDS
        and not line_classifiers.ends_sentence(text)
        and not line_classifiers.is_dateline(text)
        and not line_classifiers.is_byline(text, after_title=False)
    )


def _trails(lines: Sequence[Line], found: dict[int, str]) -> Iterator[int]:
    """Yield the trails of sections ("World | Coast") beside a line that is certain."""
    for index in sorted(found):
        for beside in (index - 1, index + 1):
            if 0 <= beside < len(lines) and beside not in found and _is_trail(lines[beside].text):
                yield beside


def _is_trail(text: str) -> bool:
    return _TRAIL.fullmatch(text) is not None and not line_classifiers.is_dateline(text)


def _lists_at_end(lines: Sequence[Line], found: dict[int, str]) -> Iterator[int]:
    """Yield the lines of the lists behind the last paragraph."""
    last = len(lines)
    while last and not _is_text(lines[last - 1], last - 1 in found):
        last -= 1
    begins = next(
        (index for index in range(last, len(lines)) if _plain(lines[index].text) in _headings_of_lists()),
        None,
    )
    if begins is not None:
        yield from (index for index in range(begins, len(lines)) if not line_classifiers.is_rights(lines[index].text))


def _is_text(line: Line, is_found: bool) -> bool:  # noqa: FBT001
    if is_found or line_classifiers.is_rights(line.text):
        return False
    is_sentence = line_classifiers.is_closed(line.text) and len(line.text.split()) >= _SENTENCE_WORDS
    return line.width > _WIDEST or is_sentence
