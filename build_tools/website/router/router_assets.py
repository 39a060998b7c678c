"""The style sheets, fonts and scripts of a router: those of a site, with another store of the index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from build_tools.website.assets.bundling import BETWEEN_SCRIPTS, shorten
from build_tools.website.assets.site_assets import Look, publish_assets
from build_tools.website.assets.static_files import ENGINE, static_files
from build_tools.website.data.data_scripts import compact_json
from build_tools.website.localisation.script_words import script_words

SCRIPT = "assets/search/router.js"
"""The script of the search page, in the folder in which the search looks for its engine."""

_SHEET = "assets/router.css"
_STORE, _FACETS = "assets/search/store.js", "assets/search/facets.js"
_BEFORE = (
    "assets/loading.js",
    "assets/elements.js",
    "assets/search/client.js",
    "assets/search/view.js",
    "assets/search/controller.js",
)
_KEPT = ("assets/fonts/", "assets/favicon.svg")


@dataclass(frozen=True, slots=True)
class RouterAssets:
    """What is published beside the pages of a router: files by path, and the style sheets that each page loads."""

    files: Mapping[str, bytes]
    styles: tuple[str, ...]


def router_assets(language: str) -> RouterAssets:
    """Return the assets of a router.

    Args:
        language: The language of its pages (BCP 47).
    """
    site = publish_assets({_SHEET: _own("router.css").encode()}, Look(styles=(_SHEET,), language=language))
    needed = {path: data for path, data in site.files.items() if path.startswith(_KEPT) or path in site.styles}
    engine = [part for path in ENGINE for part in _engine_parts(path)]
    words = f"self.readerWords = {compact_json(script_words(language))}\n"
    page = [words, *(_script(path) for path in _BEFORE), _own("router.js")]
    return RouterAssets({**needed, ENGINE[-1]: _bound(engine), SCRIPT: _bound(page)}, site.styles)


def _engine_parts(path: str) -> tuple[str, ...]:
    """Return the scripts of a router in the place of one of a site."""
    if path == _STORE:
        return _script(path), _own("router_store.js")
    parts = ("collections_facet.js", "frequent_words.js", "word_pairs.js")
    return tuple(map(_own, parts)) if path == _FACETS else (_script(path),)


def _script(path: str) -> str:
    return shorten(path, static_files()[path].decode())


def _own(path: str) -> str:
    return shorten(path, (files("build_tools.website.router") / "static" / path).read_text(encoding="utf-8"))


def _bound(scripts: list[str]) -> bytes:
    return BETWEEN_SCRIPTS.join(scripts).encode()
