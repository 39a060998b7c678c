"""The style sheets, scripts, fonts and pictures of a site as they are published, whatever publishes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from build_tools.website.assets.bundling import BETWEEN_SCRIPTS, bind, shorten
from build_tools.website.assets.older_browsers import colours_for_older_browsers
from build_tools.website.assets.static_files import ENGINE, SCRIPTS, STYLES, static_files
from build_tools.website.assets.theme_sheet import theme_rules
from build_tools.website.data.data_scripts import compact_json
from build_tools.website.localisation.script_words import script_words

_THEME_SHEET = "assets/theme.css"
"""The path by which the theme's rules are bound with our own style sheets, which follow them."""

_WORDS = "assets/words.js"
"""The path by which what scripts say in another language than English is bound with them."""

_SOURCES_OF_ASSETS = ("assets/card.svg",)
"""Files from which assets are made, and which are not published themselves."""

_OLDER = "assets/older.css"
"""The path of the style sheet for browsers before 2024 in its bundle."""

_CODE = (".css", ".js")


@dataclass(frozen=True, slots=True)
class Look:
    """What decides on the style sheets and scripts of a site.

    Attributes:
        styles: The style sheets that an edition adds to ours.
        scripts: The scripts that it adds.
        templates: The templates of a site, but for the theme's.
        extensions: The extensions of Markdown.
        features: The features of the theme that are on.
        language: The language of the site, in which scripts speak (BCP 47).
    """

    styles: Sequence[str] = ()
    scripts: Sequence[str] = ()
    templates: Iterable[str] = ()
    extensions: Sequence[str] = ()
    features: Sequence[str] = ()
    language: str = "en"


@dataclass(frozen=True, slots=True)
class SiteAssets:
    """What is published beside pages and data.

    Attributes:
        files: The bytes of each file, by its path in the site.
        styles: The style sheets that every page loads, in their order.
        scripts: The scripts that every page loads, in their order.
        other_styles: The style sheets that were asked for and are no files of ours: those of other plugins.
    """

    files: Mapping[str, bytes]
    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    other_styles: tuple[str, ...]


def publish_assets(own: Mapping[str, bytes], look: Look) -> SiteAssets:
    """Bundle and minify the assets of a site, and thin out the theme's.

    Args:
        own: The assets of an edition, by path; one is used in the place of the package's with the same path.
        look: What decides on them.

    Raises:
        ValueError: If a script cannot be parsed, which would take its whole bundle with it; the message names it.
    """
    files = {path: data for path, data in {**static_files(), **own}.items() if path not in _SOURCES_OF_ASSETS}
    code = {path: data.decode("utf-8", "replace") for path, data in files.items() if path.endswith(_CODE)}
    # What others wrote is published as it is, and names no class.
    ours = {path: text for path, text in code.items() if "/vendor/" not in path}
    sheet = theme_rules((*ours.values(), *look.templates), look.extensions, look.features)
    words = script_words(look.language)
    ours_first = (_WORDS, *SCRIPTS) if words else SCRIPTS
    older = colours_for_older_browsers(code[path] for path in STYLES if path in code)
    texts = {_THEME_SHEET: sheet, _OLDER: older, **code, _WORDS: f"self.readerWords = {compact_json(words)}\n"}
    engine = BETWEEN_SCRIPTS.join(_shorten(path, code[path]) for path in ENGINE)
    styles = _bind((_THEME_SHEET, *STYLES, _OLDER, *look.styles), texts)
    scripts = _bind((*ours_first, *look.scripts), texts)
    bound = {*STYLES, *SCRIPTS, *look.styles, *look.scripts}
    bundles = {path: text.encode() for path, text in (*styles, *scripts) if text is not None}
    bundles[ENGINE[-1]] = engine.encode()
    alone = {path: _shorten(path, text).encode() for path, text in ours.items() if path in static_files()}
    unbound = {path: data for path, data in {**files, **alone}.items() if path not in bound}
    return SiteAssets(
        files=dict(sorted({**unbound, **bundles}.items())),
        styles=tuple(path for path, text in styles if text is not None),
        scripts=tuple(path for path, _ in scripts),
        other_styles=tuple(path for path, text in styles if text is None),
    )


def _bind(paths: Sequence[str], texts: Mapping[str, str]) -> tuple[tuple[str, str | None], ...]:
    return _bound(tuple(paths), tuple((path, texts[path]) for path in dict.fromkeys(paths) if path in texts))


# Whoever edits an entry gets the same bundles again.
@lru_cache(maxsize=8)
def _bound(paths: tuple[str, ...], texts: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str | None], ...]:
    return bind(paths, dict(texts))


@lru_cache(maxsize=64)
def _shorten(path: str, text: str) -> str:
    return shorten(path, text)
