"""The files of a site: Markdown pages and data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page.

    Attributes:
        path: Its path below docs/.
        markdown: Its content.
        edit_path: The hand-written file that an editor changes, or None.
    """

    path: str
    markdown: str
    edit_path: str | None = None


@dataclass(frozen=True, slots=True)
class Data:
    """A file of data that a script of the site loads, at `path` below docs/, published unchanged."""

    path: str
    text: str
