"""A cache in memory that tells which answers were made."""

from __future__ import annotations

from build_tools.website.caching import Cache


class KeptAnswers(Cache):
    """Keeps answers in a dictionary; `made` counts those that were not there."""

    def __init__(self) -> None:
        self.answers: dict[tuple[str, bytes], bytes] = {}
        self.made = 0

    def recall(self, kind: str, key: bytes) -> bytes | None:
        return self.answers.get((kind, key))

    def keep(self, kind: str, key: bytes, answer: bytes) -> None:
        self.answers[kind, key] = answer
        self.made += 1
