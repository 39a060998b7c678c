"""What is made of a value that lives on from build to build is made once: a server builds after every edit."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

Value = TypeVar("Value")
Result = TypeVar("Result")
Rest = ParamSpec("Rest")

_MOST = 10_000
"""The most values of which a function remembers what it made."""


_ALL_MADE: list[dict[int, Any]] = []


def forget_all_made() -> None:
    """Forget what remembered functions made, in a process that builds once and needs the memory for something else."""
    for made in _ALL_MADE:
        made.clear()


def remembered(make: Callable[Concatenate[Value, Rest], Result]) -> Callable[Concatenate[Value, Rest], Result]:
    """Remember what a function makes, as long as its first argument is the same object and all others are equal.

    Args:
        make: A pure function of a frozen value, which need not be hashable, and whatever else; what it makes is frozen.
    """
    made: dict[int, tuple[Value, object, Result]] = {}
    _ALL_MADE.append(made)

    @wraps(make)
    def remember(value: Value, /, *arguments: Rest.args, **named: Rest.kwargs) -> Result:
        kept = made.get(id(value))
        if kept is None or kept[0] is not value or kept[1] != (arguments, named):
            kept = value, (arguments, named), make(value, *arguments, **named)
            made.pop(id(value), None)
            made[id(value)] = kept
            if len(made) > _MOST:
                del made[next(iter(made))]
        return kept[2]

    return remember
