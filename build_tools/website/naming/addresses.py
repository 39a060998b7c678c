"""The paths of pages, and their addresses on the site, relative to another page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable


def addresses_from(page: str, *, use_directories: bool) -> Callable[[str], str]:
    """Return a function that gives the address of a file as a page links to it.

    Args:
        page: The path of the page, below docs/.
        use_directories: Whether a page is a folder with an index ("x/") or a file ("x.html").

    Returns:
        A function of the path of a file below docs/, with its query and its fragment.
    """
    depth = page_address(page, use_directories=use_directories).count("/")
    root = "../" * depth

    def address(target: str) -> str:
        path = re.split("[?#]", target, maxsplit=1)[0]
        found = page_address(path, use_directories=use_directories) if path.endswith(".md") else path
        return (root + found or "./") + target.removeprefix(path)

    return address


def page_address(path: str, *, use_directories: bool) -> str:
    """Return the address of a page below the root of the site, without the name of an index file.

    Args:
        path: The path of the page, below docs/.
        use_directories: As in `addresses_from`.
    """
    stem = path.removesuffix(".md")
    folder, name = posixpath.split(stem)
    if name == "index":
        return (f"{folder}/" if folder else "") + ("" if use_directories else "index.html")
    return f"{stem}/" if use_directories else f"{stem}.html"


def site_base(address: str) -> str:
    """Return what the absolute addresses of a site begin with: its own and a slash, or "" if it is not known."""
    return f"{address.rstrip('/')}/" if address else ""


def source_path(identifier: str) -> str:
    """Return the path of a text's page, below docs/."""
    return f"sources/{identifier}.md"


def entry_path(identifier: str) -> str:
    """Return the path of an entry's page, below docs/."""
    return f"glossary/{identifier}.md"
