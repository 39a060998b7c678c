"""The style sheet of the theme, without the rules that no page can need: most of it is for what we do not use.

What pages may need is known before one is built: the classes that templates, scripts and our own style sheets name, and
those that Markdown writes. So every generator gets the same sheet, as a part of our own.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from importlib.metadata import entry_points
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from pygments.token import STANDARD_TYPES

from build_tools.website.assets.pruning import thin_out, words_in_code

_THEME = "material"
"""The package whose templates ours extend. The theme `materialx` is a package of the same name."""

THEME_FRAME = "base.html"
"""The frame of the theme; what it includes is ours, unless a feature is on that we do not know."""

OWN_FRAME = "frame.html"
"""The frame of ours, which loads no script of the theme."""

_REPLACED = ("md-banner", "md-consent", "md-content__inner", "md-sidebar", "md-typeset")
"""How the classes begin of what the frame has and our templates replace: its columns, and its article."""

_OWN_FEATURES = frozenset(["content.action.edit"])
"""The features of the theme that are ours to carry out."""

_UNSEEN_FEATURES = _OWN_FEATURES | {"navigation.instant"}
"""The features of the theme that show nothing of the theme's own."""

_CALLOUTS = (
    *("abstract", "bug", "danger", "example", "failure", "info", "note", "question", "quote", "success", "tip"),
    *("warning", "highlight", "highlighttable", "linenodiv", "linenos"),
)
"""What a callout or a piece of code in Markdown has for a class, beside the classes of Pygments."""


def frame_of(features: Iterable[str]) -> str:
    """Return the template that is the frame of every page: the theme's where one of its features needs its script.

    Args:
        features: The features of the theme that are on.
    """
    return OWN_FRAME if _OWN_FEATURES.issuperset(features) else THEME_FRAME


def theme_rules(code: Iterable[str], extensions: Iterable[str], features: Collection[str]) -> str:
    """Return those rules of the theme's style sheet that a page may need.

    Args:
        code: The style sheets, scripts and templates of a site, but for the theme's.
        extensions: The extensions of Markdown, as MkDocs names them.
        features: The features of the theme that are on.

    Raises:
        FileNotFoundError: If the theme is not installed.
    """
    theme = files(_THEME) / "templates"
    sheets = theme / "assets/stylesheets"
    (sheet,) = (file for file in sheets.iterdir() if file.name.startswith("main.") and file.name.endswith(".css"))
    if frame_of(features) == OWN_FRAME:
        frame = set()
    elif _UNSEEN_FEATURES.issuperset(features):
        frame = {name for name in _words_in([theme / THEME_FRAME]) if not name.startswith(_REPLACED)}
    else:
        frame = _words_in(_scripts_and_templates(theme))
    used = {*words_in_code((*code, *_sources(extensions))), *frame, *_CALLOUTS, *STANDARD_TYPES.values()}
    return _thinned(sheet.read_text(encoding="utf-8"), frozenset(used))


# Whoever edits an entry gets the same sheet again.
@lru_cache(maxsize=4)
def _thinned(sheet: str, used: frozenset[str]) -> str:
    return thin_out(sheet, used)


def _words_in(files: Iterable[Traversable]) -> set[str]:
    return words_in_code(file.read_text(encoding="utf-8") for file in files)


def _scripts_and_templates(theme: Traversable) -> Iterator[Traversable]:
    folders = [theme, theme / "partials", theme / "assets/javascripts"]
    return (file for folder in folders for file in folder.iterdir() if file.name.endswith((".html", ".js")))


def _sources(extensions: Iterable[str]) -> Iterator[str]:
    """Yield the code of extensions of Markdown: the classes that one writes are in it."""
    named = {point.name: point.module for point in entry_points(group="markdown.extensions")}
    for module in sorted({named.get(name, name).partition(":")[0] for name in extensions}):
        spec = importlib.util.find_spec(module)
        if spec and spec.origin:
            file = Path(spec.origin)
            # Those of one package write with each other's help; Markdown's own are independent.
            is_alone = module.startswith("markdown.") or "." not in module
            sources = [file] if is_alone else sorted(file.parent.glob("*.py"))
            yield from (source.read_text(encoding="utf-8") for source in sources)
