"""An editor's rulings on a text in several languages: which of them are shown side by side."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Parallel:
    """One language of a text that says the same in several.

    Attributes:
        lang: The language (BCP 47).
        starts: The ids of the paragraphs with which a row begins; empty if every paragraph begins one.
        line: The line in the file that says so.
    """

    lang: str
    starts: tuple[str, ...]
    line: int
