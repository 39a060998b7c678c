"""How much of every matrix a run tries: a part that meets each of its values, or the whole with FULL=1."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

import pytest
from _pytest.mark.structures import ParameterSet
from hypothesis import settings

FULL = os.environ.get("FULL", "") not in {"", "0"}
"""Whether this run tries every combination and every example: `make test FULL=1`, as the workflows do."""

Scheme = Literal["light", "dark"]
Value = TypeVar("Value")


@dataclass(frozen=True)
class View:
    """The window of a reader: its width in pixels, and the colours that its system asks for."""

    width: int
    scheme: Scheme

    def __str__(self) -> str:
        return f"{self.width}-{self.scheme}"


VIEWS = (View(360, "dark"), View(1280, "light"), View(360, "light"), View(1280, "dark"))
"""Each width with each scheme; the first two have every width and every scheme among them."""


def views() -> Sequence[View]:
    """Return a phone by night and a desk by day, or all four views under FULL."""
    return VIEWS if FULL else VIEWS[:2]


def each_in_a_view(names: Iterable[str]) -> list[ParameterSet]:
    """Return each name with one view, the views taken in turn, or with all four under FULL."""
    return [
        pytest.param(name, view, id=f"{name}-{view}")
        for number, name in enumerate(names)
        for view in (VIEWS if FULL else [VIEWS[number % len(VIEWS)]])
    ]


def each_at_a_width(names: Iterable[str]) -> list[ParameterSet]:
    """Return each name with one of two widths in turn, or with both under FULL."""
    return [
        pytest.param(name, width, id=f"{name}-{width}")
        for number, name in enumerate(names)
        for width in ((360, 1280) if FULL else [(360, 1280)[number % 2]])
    ]


def some(values: Sequence[Value], number: int = 1) -> Sequence[Value]:
    """Return the first of some values, or all of them under FULL."""
    return values if FULL else values[:number]


def examples(full: int, quick: int) -> settings:
    """Return the settings of a test whose examples are slow: so many of them under FULL, so many else."""
    return settings(max_examples=full if FULL else quick)
