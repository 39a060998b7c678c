"""The style sheets, scripts, fonts and templates that come with the package."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path

STYLES = (
    "assets/tokens.css",
    "assets/frame.css",
    "assets/text.css",
    "assets/lists.css",
    "assets/home.css",
    "assets/registers.css",
    "assets/timeline.css",
    "assets/parallel.css",
    "assets/kinds.css",
    "assets/reading.css",
    "assets/preview.css",
    "assets/search.css",
    "assets/suggest.css",
    "assets/cite.css",
    "assets/print.css",
)
"""The style sheets that every page loads, in their order."""

SCRIPTS = (
    "assets/loading.js",
    "assets/elements.js",
    "assets/frame.js",
    "assets/plain.js",
    "assets/signs.js",
    "assets/parallel.js",
    "assets/settings.js",
    "assets/preview.js",
    "assets/mentions.js",
    "assets/suggest.js",
    "assets/cite.js",
    "assets/search/client.js",
    "assets/search/view.js",
    "assets/search/controller.js",
    "assets/search/dialog.js",
    "assets/search/landing.js",
)
"""The scripts that every page loads, in their order."""

_WEBSITE = files("build_tools.website")
_UNPUBLISHED = "README.md"


@cache
def static_files() -> Mapping[str, bytes]:
    """Return the package's own assets: for each path in the site, such as `assets/text.css`, its bytes."""
    return dict(sorted(_read(_WEBSITE / "static", "assets")))


def templates_folder() -> Path:
    """Return the folder of the theme's templates.

    Raises:
        FileNotFoundError: If the package is installed as an archive, from which no template can be loaded.
    """
    with as_file(_WEBSITE / "templates") as folder:
        return folder.resolve(strict=True)


def _read(folder: Traversable, path: str) -> list[tuple[str, bytes]]:
    contents: list[tuple[str, bytes]] = []
    for item in folder.iterdir():
        if item.is_dir():
            contents += _read(item, f"{path}/{item.name}")
        elif item.name != _UNPUBLISHED and not item.name.startswith("."):
            contents.append((f"{path}/{item.name}", item.read_bytes()))
    return contents
