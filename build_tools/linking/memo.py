"""What was made of a word, kept for the next time: the same words stand beside names again and again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

_Key = TypeVar("_Key", bound=Hashable)
_Made = TypeVar("_Made")
_MOST = 20_000


def remembered(make: Callable[[_Key], _Made]) -> Callable[[_Key], _Made]:
    """A function of one value, with its last answers kept: some twenty thousand, then it begins anew.

    `functools.lru_cache` notes at every call which answer was used last; that made the policy some 5 % slower, for the places
    in memory it touches.
    """

    class _Memo(dict[_Key, _Made]):
        def __missing__(self, key: _Key) -> _Made:
            if len(self) >= _MOST:
                self.clear()
            made = self[key] = make(key)
            return made

    return _Memo().__getitem__
