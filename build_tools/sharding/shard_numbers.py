"""Which shard a text belongs to: its id alone decides, so that no text moves when another comes or goes."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import NamedTuple

MOST_SHARDS = 500
"""Merging opens a file of each shard at once, and systems allow a process about a thousand."""

_WRITTEN = re.compile(r"([0-9]{1,4})/([0-9]{1,4})", re.ASCII)


class ShardError(Exception):
    """What stands in the way of a shard; the message is a sentence that says what to do."""


class ShardNumber(NamedTuple):
    """One shard of several; the first is 1."""

    number: int
    of: int

    def __str__(self) -> str:
        """Return it as it is typed, such as "3/8"."""
        return f"{self.number}/{self.of}"

    @property
    def name(self) -> str:
        """The name of its file or folder, such as "3-of-8"."""
        return f"{self.number}-of-{self.of}"


def all_shards(count: int) -> tuple[ShardNumber, ...]:
    """Return the shards of a corpus that is divided into so many."""
    return tuple(ShardNumber(number, count) for number in range(1, count + 1))


def parse_shard(written: str) -> ShardNumber | None:
    """Return the shard that was typed, such as "3/8"; None where it is none."""
    match = _WRITTEN.fullmatch(written)
    shard = ShardNumber(int(match[1]), int(match[2])) if match else ShardNumber(0, 0)
    return shard if 1 <= shard.number <= shard.of <= MOST_SHARDS else None


def shard_of(identifier: str, count: int) -> ShardNumber:
    """Return the shard that a text belongs to, of so many.

    Args:
        identifier: The id of the text.
        count: The number of shards.
    """
    return ShardNumber(
        int.from_bytes(sha256(identifier.encode("utf-8", "surrogateescape")).digest()) % count + 1, count
    )
