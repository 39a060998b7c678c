"""The rows of a report, before they are written in a format: our words, and other people's words as values."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.editing.changes.change_values import Stretch

VALUE = 160
"""Characters shown of a value, at most, where its row says no other number."""


@dataclass(frozen=True, slots=True)
class Value:
    """Words that are not ours, of a text, an entry, the name of a file, and how many characters of them are shown."""

    text: str
    most: int = VALUE


Row = tuple[str | Value | Stretch, ...]
"""One line of a report."""

Groups = tuple[tuple[Row, tuple[Row, ...], int], ...]
"""Groups of rows, each with a heading, which may be empty, and how many further rows it leaves out."""
