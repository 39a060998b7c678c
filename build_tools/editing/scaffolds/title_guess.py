"""What the first blocks of a text say of it: its title, its makers, its dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from build_tools.editing.scaffolds.date_guess import Day, find_days
from build_tools.model import Block

_BY = re.compile(r"^(?:written by|by|par|por|von|di|author:|автор:|作者[：:])\s*", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|;|&|、|\band\b|\bet\b|\by\b|\bund\b|\be\b|\bи\b)\s*")
_CHANGED = re.compile(
    r"modified|updated|corrected|mis à jour|modifié|actualizado|aktualisiert|обновлено|수정|更新", re.IGNORECASE
)
_FIRST, _LAST = 8, 4  # blocks at either end in which a date is probably that of the text
_LONGEST = 300  # a longer block is no line of a title page


@dataclass(frozen=True, slots=True)
class TitlePage:
    """What a text says of itself; `days` are those named near its ends where no dateline tells when it appeared."""

    title: str
    creators: tuple[str, ...]
    issued: Day | None
    modified: Day | None
    days: tuple[Day, ...]
    notice: str


def find_title(blocks: Iterable[Block]) -> str:
    """Return the title a text states, or nothing."""
    return next((block.text for block in blocks if block.role == "title" and len(block.text) <= _LONGEST), "")


def read_title_page(blocks: Sequence[Block]) -> TitlePage:
    """Read the blocks of a text; `start` of a day counts within its block."""
    lines = [block for block in blocks if len(block.text) <= _LONGEST]
    datelines = [(block.text, day) for block in lines if block.role == "dateline" for day in find_days(block.text)]
    modified = next((day for text, day in datelines if _CHANGED.search(text[: day.start])), None)
    issued = next((day for _, day in datelines if day != modified), modified)
    ends = [*blocks[:_FIRST], *blocks[max(_FIRST, len(blocks) - _LAST) :]]
    near = {day.edtf: day for block in ends for day in find_days(block.text[: 10 * _LONGEST])}
    bylines = [_BY.sub("", block.text) for block in lines if block.role == "byline"]
    return TitlePage(
        title=find_title(blocks),
        creators=tuple(name for line in bylines for name in _AND.split(line) if name),
        issued=issued,
        modified=modified if modified != issued else None,
        days=() if issued else tuple(near.values())[:5],
        notice=next((block.text for block in lines if block.role == "rights"), ""),
    )
