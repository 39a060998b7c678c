"""What a server made of each part of an edition: where the part is the same, it need not be made again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

Made = TypeVar("Made")

_MOST = 20_000


class Parts:
    """Keeps nothing: whatever is asked for is made."""

    def make(self, name: Hashable, inputs: tuple[object, ...], make: Callable[[], Made]) -> Made:  # noqa: ARG002 - others need them
        """Return what is made of a part.

        Args:
            name: What identifies the part among all others.
            inputs: All that the result depends on.
            make: Makes it; the result is never changed.
        """
        return make()


class KeptParts(Parts):
    """Keeps what was made last of each part."""

    def __init__(self) -> None:
        """Start with none."""
        self._made: dict[Hashable, tuple[tuple[object, ...], Any]] = {}

    def make(self, name: Hashable, inputs: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """Return what was made last of the part, or of these inputs now, where they are not equal to the last."""
        kept = self._made.pop(name, None)
        if kept is None or kept[0] != inputs:
            kept = inputs, make()
        self._made[name] = kept
        if len(self._made) > _MOST:
            del self._made[next(iter(self._made))]
        made: Made = kept[1]
        return made


NO_PARTS = Parts()
