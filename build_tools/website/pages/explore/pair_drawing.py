"""The names that stand together as a picture: the one with most company in the middle, the others on a ring around it.

Each name has a height of its own, so that no two names can touch, however long they are. The same names always stand in
the same places: who cites the picture finds it again.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_tools.website.survey.named_together import Pair

WIDTH = 632
_ROW = 34
_EDGE = 24
_RING = 0.36  # the half of its width, as a share of that of the picture
_LETTER, _WIDE_LETTER, _LINE = 7.1, 14.0, 19
_LONGEST_LINE = 24  # letters of a name, beyond which it has two lines
_THINNEST, _THICKEST = 1.0, 10.0
_FEW = 9  # more texts, below which a line grows by its thinnest for each


@dataclass(frozen=True, slots=True)
class NamePlace:
    """Where a name stands: the middle of its lines, half their width, and the lines."""

    x: float
    y: float
    half: float
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        """Half the height of the lines, with a little air."""
        return _LINE * len(self.lines) / 2 + 2


def drawing(names: Sequence[str], pairs: Sequence[Pair], labels: Mapping[str, str]) -> dict[str, object]:
    """Return the picture as its template draws it: its height, the bands between names, and the names.

    Args:
        names: The ids, the one in the middle first.
        pairs: The pairs.
        labels: What each is called.
    """
    height = 2 * _EDGE + _ROW * max(len(names) - 1, 2)
    places = dict(_places(names, pairs, labels, height))
    most = max(pair.texts for pair in pairs)
    inner = [pair for pair in pairs if names[0] not in pair.names]  # drawn first, so that the others lie above them
    bands = [
        {
            "path": _band(places[pair.names[0]], places[pair.names[1]], _thickness(pair.texts, most)),
            "is_chosen": names[0] in pair.names,
        }
        for pair in (*inner, *(pair for pair in pairs if names[0] in pair.names))
    ]
    shown = [
        {"id": name, "lines": [_line(place, number) for number in range(len(place.lines))], "is_chosen": not rank}
        for rank, (name, place) in enumerate((name, places[name]) for name in names)
    ]
    return {"width": WIDTH, "height": height, "bands": bands, "names": shown}


def _line(place: NamePlace, number: int) -> dict[str, object]:
    words = place.lines[number]
    is_last = number == len(place.lines) - 1
    y = place.y + _LINE * (number - (len(place.lines) - 1) / 2) + 5
    half = sum(map(_letter_width, words)) / 2
    return {
        "x": round(place.x),
        "y": round(y),
        "words": words if is_last else f"{words} ",
        "line": {"x": round(place.x - half), "y": round(y) + 3, "width": round(2 * half)},
    }


def _places(
    names: Sequence[str], pairs: Sequence[Pair], labels: Mapping[str, str], height: float
) -> Iterator[tuple[str, NamePlace]]:
    middle, *others = names
    yield middle, _place(labels[middle], WIDTH / 2, height / 2)
    ring = _ring(others, pairs)
    rows = sorted(range(len(ring)), key=lambda turn: math.cos(math.tau * (turn + 0.25) / len(ring)), reverse=True)
    for row, turn in enumerate(rows):
        y = _EDGE + (height - 2 * _EDGE) * (row + 0.5) / len(ring)
        rise = (y - height / 2) / (height / 2)
        is_right = turn < len(ring) / 2
        reach = WIDTH * _RING * math.sqrt(1 - rise * rise)
        yield ring[turn], _place(labels[ring[turn]], WIDTH / 2 + (reach if is_right else -reach), y)


def _ring(names: Sequence[str], pairs: Sequence[Pair]) -> list[str]:
    """Return names in an order in which those that share most texts are neighbours."""
    strength = {frozenset(pair.names): pair.texts for pair in pairs}
    left = list(names)
    ring = left[:1]
    del left[:1]
    while left:
        last = ring[-1]
        following = max(left, key=lambda name: (strength.get(frozenset((last, name)), 0), -left.index(name)))
        left.remove(following)
        ring.append(following)
    return ring


def _place(label: str, x: float, y: float) -> NamePlace:
    lines = _lines(label)
    half = max(sum(map(_letter_width, line)) for line in lines) / 2
    inside = min(max(x, half + 4), WIDTH - half - 4) if 2 * half < WIDTH else WIDTH / 2
    return NamePlace(inside, y, half, lines)


def _letter_width(letter: str) -> float:
    return _WIDE_LETTER if unicodedata.east_asian_width(letter) in "WF" else _LETTER


def _lines(label: str) -> tuple[str, ...]:
    gaps = [place for place, letter in enumerate(label) if letter == " "]
    if len(label) <= _LONGEST_LINE or not gaps:
        return (label,)
    gap = min(gaps, key=lambda place: abs(place - len(label) / 2))
    return label[:gap], label[gap + 1 :]


def _thickness(texts: int, most: int) -> float:
    return _THINNEST + (_THICKEST - _THINNEST) * (texts - 1) / max(most - 1, _FEW)


def _band(one: NamePlace, other: NamePlace, thickness: float) -> str:
    """Return the path of a straight band from the edge of one name to that of another."""
    length = math.hypot(other.x - one.x, other.y - one.y) or 1.0
    along = ((other.x - one.x) / length, (other.y - one.y) / length)
    start, end = _distance_to_edge(one, along), length - _distance_to_edge(other, along)
    aside = (-along[1] * thickness / 2, along[0] * thickness / 2)
    corners = [
        (one.x + along[0] * at + side * aside[0], one.y + along[1] * at + side * aside[1])
        for at, side in ((start, 1), (end, 1), (end, -1), (start, -1))
    ]
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in corners) + "z"


def _distance_to_edge(place: NamePlace, along: tuple[float, float]) -> float:
    """Return how far it is from the middle of a name to the edge of its box, in a direction."""
    ways = (
        (place.half + 5) / abs(along[0]) if along[0] else math.inf,
        place.height / abs(along[1]) if along[1] else math.inf,
    )
    return min(ways)
