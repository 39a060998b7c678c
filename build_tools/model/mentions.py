"""Mentions of entries (W3C Web Annotation) and their lines in context (KWIC)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A span of a block that names an entry, and the rule by which it is linked."""

    document: str
    block: str
    start: int
    end: int
    exact: str
    entry: str
    rule: str


@dataclass(frozen=True, slots=True)
class KwicLine:
    """A mention in its words: what stands left of it, the mention, what stands right of it."""

    mention: Mention
    left: str
    exact: str
    right: str


Concordance = Mapping[str, tuple[KwicLine, ...]]
"""The lines of each entry, by entry id, in the order of sources and places."""
