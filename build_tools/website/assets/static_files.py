"""The style sheets, scripts, fonts and templates that come with the package, and those of an edition."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path

from build_tools.text.prose.allow_list import NAMED_FILES

STYLES = (
    "assets/tokens.css",
    "assets/frame.css",
    "assets/text.css",
    "assets/around.css",
    "assets/roles.css",
    "assets/lists.css",
    "assets/home.css",
    "assets/years.css",
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
    "assets/folds.js",
    "assets/parallel.js",
    "assets/settings.js",
    "assets/preview.js",
    "assets/mentions.js",
    "assets/suggest.js",
    "assets/cite.js",
    "assets/around.js",
    "assets/search/client.js",
    "assets/search/view.js",
    "assets/search/controller.js",
    "assets/search/dialog.js",
    "assets/search/landing.js",
    "assets/search/agents.js",
)
"""The scripts that every page loads, in their order."""

_ENGINE_PARTS = (
    "weights",
    "folding",
    "tokens",
    "dates",
    "store",
    "aliases",
    "query",
    "words",
    "phrases",
    "ranking",
    "snippet",
    "facets",
    "engine",
    "worker",
)
ENGINE = tuple(f"assets/search/{part}.js" for part in _ENGINE_PARTS)
"""The scripts of the search engine, in their order: published as one file by the name of the last."""

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


def theme_files(custom: Path | None) -> Mapping[str, bytes]:
    """Return the templates of the theme by path, those of an edition in the place of the package's.

    Args:
        custom: The folder of an edition's own templates, if it has one.
    """
    package = dict(_read(_WEBSITE / "templates", ""))
    return dict(sorted({**package, **(dict(_read_below(custom)) if custom else {})}.items()))


def edition_assets(docs: Path) -> Mapping[str, bytes]:
    """Return what an edition publishes beside its pages, by path below docs/; links are not followed.

    Args:
        docs: The folder docs/ of an edition.
    """
    named = {name: docs / name for name in NAMED_FILES}
    alone = {name: file.read_bytes() for name, file in named.items() if file.is_file() and not file.is_symlink()}
    assets = docs / "assets"
    below = _read_below(assets) if not assets.is_symlink() else ()
    return dict(sorted({**alone, **{f"assets/{path}": data for path, data in below}}.items()))


def _read_below(folder: Path) -> Iterator[tuple[str, bytes]]:
    for top, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for file in (Path(top) / name for name in names if not name.startswith(".")):
            if file.is_file() and not file.is_symlink():
                yield file.relative_to(folder).as_posix(), file.read_bytes()


def _read(folder: Traversable, path: str) -> list[tuple[str, bytes]]:
    prefix = f"{path}/" if path else ""
    contents: list[tuple[str, bytes]] = []
    for item in folder.iterdir():
        if item.is_dir():
            contents += _read(item, f"{prefix}{item.name}")
        elif item.name != _UNPUBLISHED and not item.name.startswith("."):
            contents.append((f"{prefix}{item.name}", item.read_bytes()))
    return contents
