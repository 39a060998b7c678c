"""What the first blocks of a text say of it: its title, its makers, its dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.editing.guesses.date_guess import Day, find_days
from build_tools.editing.guesses.genre_guess import GENRE_WORDS
from build_tools.editing.guesses.statements import split_names
from build_tools.model import Block
from build_tools.text.word_files import read_sections

_BY = re.compile(r"^(?:written by|by|par|por|von|di|author:|автор:|作者[：:])\s*", re.IGNORECASE)
_CHANGED = re.compile(
    r"modified|updated|corrected|mis à jour|modifié|actualizado|aktualisiert|обновлено|수정|更新", re.IGNORECASE
)
_FIRST, _LAST = 8, 4  # blocks at either end in which a date is probably that of the text
_LONGEST = 300  # a longer block is no line of a title page
_MARKS = frozenset(read_sections("build_tools.editing.guesses.data", "no_titles.txt")["marks"])
_LONGEST_MARK = 3  # words of one mark
_WORD = re.compile(r"[^\W\d_]+")
_GREETING = re.compile(
    r"(?:dear|my dear|sehr geehrte|chère?|querid[oa]|уважаем\w+|дорог\w+)\b[^.]*[,:!]?$|.*[,:]$", re.IGNORECASE
)
_HEAD = 4  # blocks
_MOST_IN_DATED_LINE = 6  # words beside the day
_MOST_BESIDE_DAY = 3  # words beside a day in a line that is a dateline


@dataclass(frozen=True, slots=True)
class TitlePage:
    """What a text says of itself; `days` are those named near its ends where no dateline says when it appeared."""

    title: str
    creators: tuple[str, ...]
    issued: Day | None
    modified: Day | None
    days: tuple[Day, ...]
    notice: str


def read_title_page(blocks: Sequence[Block]) -> TitlePage:
    """Read the blocks of a text; `start` of a day counts within its block."""
    lines = [block for block in blocks if len(block.text) <= _LONGEST]
    ends = [*blocks[:_FIRST], *blocks[max(_FIRST, len(blocks) - _LAST) :]]
    datelines = [(block.text, day) for block in ends if block.role == "dateline" for day in find_days(block.text)]
    modified = next((day for text, day in datelines if _CHANGED.search(text[: day.start])), None)
    issued = next((day for _, day in datelines if day != modified), modified) or _day_of_head(blocks)
    near = {day.edtf: day for block in ends for day in find_days(block.text[: 10 * _LONGEST])}
    bylines = [_BY.sub("", block.text) for block in lines if block.role == "byline"]
    return TitlePage(
        title=next((block.text for block in lines if block.role == "title" and is_title(block.text)), ""),
        creators=tuple(name for line in bylines for name in split_names(line)),
        issued=issued,
        modified=modified if modified != issued else None,
        days=() if issued else tuple(near.values())[:5],
        notice=next((block.text for block in lines if block.role == "rights"), ""),
    )


def _day_of_head(blocks: Sequence[Block]) -> Day | None:
    """Return the day in a short line just above or below the title: "Belden, January 11, 1958, 12:48 p.m."."""
    for block in blocks[:_HEAD]:
        days = find_days(block.text) if len(block.text) <= _LONGEST else ()
        beside = len(block.text.split()) - sum(len(day.words.split()) for day in days)
        if block.role != "title" and len(days) == 1 and beside <= _MOST_IN_DATED_LINE:
            return days[0]
    return None


def is_title(line: str) -> bool:
    """Return whether a line may be a title: no mark of secrecy or haste, no line of a day and place, no greeting."""
    words = [word.lower() for word in _WORD.findall(line)]
    if not words or _is_of_marks(words) or _GREETING.fullmatch(line.strip()):
        return False
    days = find_days(line)
    for day in days:
        line = line.replace(day.words, " ")
    beside = {word.lower() for word in _WORD.findall(line)} - _MARKS
    return not days or len(beside) > _MOST_BESIDE_DAY or not beside.isdisjoint(GENRE_WORDS)


def _is_of_marks(words: Sequence[str]) -> bool:
    """Return whether words are nothing but marks, one or several in a row."""
    if not words:
        return True
    sizes = range(min(_LONGEST_MARK, len(words)), 0, -1)
    size = next((size for size in sizes if " ".join(words[:size]) in _MARKS), 0)
    return bool(size) and _is_of_marks(words[size:])
