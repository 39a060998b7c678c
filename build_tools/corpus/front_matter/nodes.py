"""What front matter is made of: scalars as text, lists, maps, each with its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

Span = tuple[int, int]
"""Where something stands in a file: start and end, exclusive, in Unicode code points."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value: its text, its line, what YAML would take it for ("text" if nothing else), and its span."""

    text: str
    line: int
    tag: str = "text"
    span: Span = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Listing:
    """A YAML list; the span of one that is written over several lines ends before what follows it."""

    items: tuple[Node, ...]
    line: int
    span: Span = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Fields:
    """A YAML map with the line and the span of each key, and a span as that of a list."""

    nodes: Mapping[str, Node]
    key_lines: Mapping[str, int]
    line: int
    key_spans: Mapping[str, Span] = field(default_factory=dict, compare=False)
    span: Span = field(default=(0, 0), compare=False)


Node = Scalar | Listing | Fields


def is_missing(node: Node | None) -> bool:
    """Return whether a field is not there, or is there with nothing behind its colon."""
    return node is None or (isinstance(node, Scalar) and node.tag == "nothing")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A hand-written file: its text, its fields, its Markdown body and the line on which the body begins."""

    path: str
    text: str
    fields: Fields
    body: str
    body_line: int

    @property
    def notes(self) -> str:
        """The body without blank lines around it."""
        return self.body.strip("\n")

    @property
    def notes_line(self) -> int:
        """The line of the file on which the notes begin."""
        return self.body_line + len(self.body) - len(self.body.lstrip("\n"))

    @property
    def stem(self) -> str:
        """The name of the file without its ending: the id of what it describes."""
        return PurePosixPath(self.path).stem

    @property
    def identity(self) -> dict[str, Any]:
        """What every value read from a file has besides its fields: id, notes, and where all of it is."""
        lines = dict(self.fields.key_lines)
        return {"id": self.stem, "notes": self.notes, "notes_line": self.notes_line, "path": self.path, "lines": lines}
