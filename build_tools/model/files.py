"""The files of a site: pages of Markdown and data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page: `path` below docs/, and the hand-written file an editor changes, if any."""

    path: str
    markdown: str
    edit_path: str | None = None


@dataclass(frozen=True, slots=True)
class Data:
    """A file that a script of ours loads: `path` below docs/, published as it is."""

    path: str
    text: str
