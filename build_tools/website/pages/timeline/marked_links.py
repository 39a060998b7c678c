"""The links of a lane in the open year of the picture: one for each event, or for all that lie near each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field

from build_tools.website.localisation import translate_count
from build_tools.website.markup.as_data import place
from build_tools.website.naming.date_words import time_in_words
from build_tools.website.naming.text_names import first_words
from build_tools.website.pages.timeline.marks import DatedThing, Mark, marks_of

_NEAR = 30
"""What is nearer to each other is one link, so that each can be hit with a finger."""

_LETTER = 6.3  # how wide a letter of a label is, about
_LONGEST_LABEL = 26  # characters
_LONGEST_RUN = 13  # characters of a name without spaces, which are as wide as two letters
_MOST_NAMED = 3


@dataclass(slots=True)
class _Group:
    """Things that lie near each other, with what is drawn of them."""

    at: int
    things: list[DatedThing] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    joints: list[str] = field(default_factory=list)


def marked_links(
    things: Iterable[DatedThing], year: int, across: tuple[int, int], down: Sequence[int]
) -> list[dict[str, object]]:
    """Return the links for the template.

    Args:
        things: What is on the lane.
        year: The open year.
        across: Where the year begins, and how wide it is.
        down: The top of the lane, and the middles of its rows.
    """
    begin, width = across
    top, *rows = down
    drawn = [(*marks_of(thing, year, across, rows), thing) for thing in things]
    groups = list(_groups((marks, joints, thing) for marks, joints, thing in drawn if marks))
    free = begin
    links: list[dict[str, object]] = []
    for number, group in enumerate(groups):
        label = first_words(group.things[0].name, _LONGEST_LABEL, _LONGEST_RUN)
        long = round(len(label) * _LETTER)
        left = min(group.at - 5, begin + width - long)
        before = groups[number - 1].at + _NEAR // 2 if number else begin - _NEAR
        hit = max(group.at - _NEAR // 2, before)
        has_room = left >= free
        free = left + long + 8 if has_room else free
        links.append(
            {
                "name": _name(group.things),
                "label": label if has_room else "",
                "left": left,
                "top": top,
                "hit": {"x": hit, "width": group.at + _NEAR // 2 - hit, "top": top},
                "joints": group.joints,
                "marks": [asdict(mark) for mark in group.marks],
                **place(group.things[0].to),
            }
        )
    return links


def _groups(drawn: Iterable[tuple[list[Mark], list[str], DatedThing]]) -> Iterator[_Group]:
    """Yield what lies near each other, from left to right, by the marks of the last layer, the conclusions."""
    group: _Group | None = None
    for marks, joints, thing in sorted(drawn, key=lambda drawing: _place(drawing[0])):
        at = _place(marks)
        if group is None or at - group.at >= _NEAR:
            if group:
                yield group
            group = _Group(at)
        group.things.append(thing)
        group.marks += marks
        group.joints += joints
    if group:
        yield group


def _place(marks: Sequence[Mark]) -> int:
    return max(marks, key=lambda mark: (mark.y, -mark.x)).x


def _name(things: Sequence[DatedThing]) -> str:
    """Return what screen readers call a link: the names with their dates."""
    names = [
        f"{thing.name}, {time_in_words(thing.date)}" if thing.date else thing.name for thing in things[:_MOST_NAMED]
    ]
    if more := len(things) - _MOST_NAMED if len(things) > _MOST_NAMED else 0:
        names.append(translate_count(more, "{number} more", "{number} more"))
    return "; ".join(names)
