"""What an editor rules on a text in several languages: which of them stand side by side."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Parallel:
    """One language of a text that says the same in several, side by side.

    `starts` are the ids of the paragraphs with which a row begins, empty where every paragraph begins one.
    """

    lang: str
    starts: tuple[str, ...]
    line: int
