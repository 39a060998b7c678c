"""The default MkDocs settings of an edition: each holds unless its mkdocs.yml says otherwise."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterable, Mapping
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from pathspec.gitignore import GitIgnoreSpec

from build_tools.interfaces.template_values import template_values
from build_tools.model import Page
from build_tools.website.assets.static_files import templates_folder
from build_tools.website.markup.composed_page import TreePage

_EXTENSIONS = ("admonition", "attr_list", "def_list", "md_in_html")
PURE_EXTENSIONS = frozenset({"toc", "tables", "fenced_code", *_EXTENSIONS})
"""Extensions of Markdown that read nothing but the Markdown: those of MkDocs and ours."""

_PALETTES = (("", "auto"), (": light", "paper"), (": dark", "night"))
THEME = {
    "font": False,
    "favicon": "assets/favicon.svg",
    # Not instant navigation: Back would lose mark and focus, nothing would announce a new page, and every reader would
    # fetch the list of all pages.
    "features": ["content.action.edit"],
    # The first palette follows the reader's system; the button in the header switches to one of the other two.
    "palette": [
        {"media": f"(prefers-color-scheme{choice})", "scheme": scheme, "primary": "custom", "accent": "custom"}
        for choice, scheme in _PALETTES
    ],
}
"""The settings of the theme."""

NAVIGATION = (
    ("Home", "index.md"),
    ("Texts", "sources/index.md"),
    ("Glossary", "glossary/index.md"),
    ("Timeline", "timeline.md"),
    ("Differences", "discrepancies/index.md"),
    ("Quotations", "quotations/index.md"),
    ("Check a quotation", "check.md"),
    ("Terms", "terms.md"),
    ("Quality", "quality.md"),
    ("About", "about.md"),
    ("Contribute", "contribute.md"),
    ("House style", "house-style.md"),
    ("API", "api.md"),
)
"""The title and path of each page that the navigation of an edition lists if the edition has it."""

# Texts and entries are reached from their indexes; a navigation that lists them would be repeated on every page.
NOT_IN_NAVIGATION = (
    "/search.md",
    "/sources/*",
    "/glossary/*",
    "/discrepancies/*",
    "/quotations/*",
    "/linking.md",
    "/manual/*",
    "/api/*",
    "/findings.md",
)
"""Patterns of the pages that the navigation leaves out, unless an edition says which it does."""

_POLICY = (
    *("default-src 'none'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'"),
    *("worker-src 'self'", "base-uri 'none'", "form-action 'none'", "script-src 'self'"),
)
"""The content security policy of every page: it loads what is the site's own, and no script or style stands in it.

The directives are those of the W3C's Content Security Policy Level 3, section 6.
"""

_LINK_CHECKS = ("not_found", "anchors", "absolute_links", "unrecognized_links")
_NAVIGATION_CHECKS = ("omitted_files", "not_found", "absolute_links")
_WARN = "warn"


def apply_defaults(config: MkDocsConfig, *, is_served: bool = False) -> None:
    """Set what the edition's mkdocs.yml leaves open: theme, templates, extensions, strictness.

    Args:
        config: MkDocs' settings, which are changed in place.
        is_served: Whether the pages are served while somebody edits: then MkDocs writes a script into each of them, by
            which an edited page appears by itself, and their policy allows it.
    """
    written = written_settings(config)
    theme = written.get("theme")
    theme_settings = theme if isinstance(theme, Mapping) else {}
    for key, value in THEME.items():
        if key not in theme_settings:
            config.theme[key] = value
    config.theme.dirs.insert(1 if theme_settings.get("custom_dir") else 0, str(templates_folder()))
    config.markdown_extensions += [name for name in _EXTENSIONS if name not in config.markdown_extensions]
    config.mdx_configs.setdefault("toc", {}).setdefault("permalink", False)
    policy = "; ".join(_POLICY) + (" 'unsafe-inline'" if is_served else "")  # the last directive is of scripts
    for key, value in template_values(config, policy).items():
        config.extra.setdefault(key, value)
    if config.not_in_nav is None:
        config.not_in_nav = GitIgnoreSpec.from_lines(NOT_IN_NAVIGATION)
    for section, levels in link_checks(config).items():
        for key, level in levels.items():
            if level == _WARN:
                config.validation[section][key] = logging.WARNING


def navigation(pages: Iterable[Page | TreePage]) -> list[dict[str, str]]:
    """Return the default navigation: those of the standard pages that the edition has.

    Returns:
        A map of one title to one path for each page, as MkDocs reads its `nav`.
    """
    paths = {page.path for page in pages}
    return [{title: path} for title, path in NAVIGATION if path in paths]


def site_language(config: MkDocsConfig) -> str:
    """Return the language of the site, a BCP 47 tag: the theme's, as an edition names it, else that of its locale."""
    theme = written_settings(config).get("theme")
    named = theme.get("language") if isinstance(theme, Mapping) else None
    return str(named or str(config.theme.locale or "en").partition("_")[0])


def written_settings(config: Config) -> dict[str, Any]:
    """Return what mkdocs.yml and the command line say, of MkDocs or of a plugin, without defaults."""
    settings: dict[str, Any] = {}
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):  # MkDocs itself needs them no more
        for layer in config.user_configs:
            settings |= layer
    return settings


def link_checks(config: MkDocsConfig) -> dict[str, dict[str, str]]:
    """Return the level of each check of links, as mkdocs.yml has them.

    Each kind of broken link is a warning, which fails a strict build, unless the edition sets a level for it.
    """
    written = written_settings(config).get("validation") or {}
    checks = (("nav", _NAVIGATION_CHECKS), ("links", _LINK_CHECKS))
    return {
        name: {key: (written.get(name) or {}).get(key, written.get(key, _WARN)) for key in keys}
        for name, keys in checks
    }
