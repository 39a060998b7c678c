"""Blocks in sections: what follows a heading belongs to it, until another of its depth or a new title."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from build_tools.model import Block

_WHOLE = -1
_OF_TITLES = ("title", "subtitle")


@dataclass(slots=True)
class Section:
    """Blocks below one heading, and the sections in it; `level` is the depth of the heading, -1 that of a title."""

    level: int = _WHOLE
    blocks: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)


def sections_of(blocks: Iterable[Block]) -> tuple[Section, ...]:
    """Return the blocks of a text in sections, in their order: one for each title, at least one."""
    wholes = [Section()]
    path = [wholes[0]]
    for block in blocks:
        has_more = any(earlier.role not in _OF_TITLES for earlier in wholes[-1].blocks) or wholes[-1].sections
        if block.role == "title" and has_more:
            wholes.append(Section())
            path = [wholes[-1]]
        elif block.role == "heading":
            while path[-1].level >= block.level:
                path.pop()
            section = Section(block.level)
            path[-1].sections.append(section)
            path.append(section)
        path[-1].blocks.append(block)
    return tuple(wholes)
