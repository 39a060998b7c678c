"""The default MkDocs settings of an edition: each holds unless its mkdocs.yml says otherwise."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterable, Mapping
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from pathspec.gitignore import GitIgnoreSpec

from build_tools.corpus.written_pages import standard_pages
from build_tools.interfaces.template_values import template_values
from build_tools.model import Page
from build_tools.website.assets.static_files import templates_folder
from build_tools.website.content_policy import CONTENT_POLICY
from build_tools.website.localisation import for_translation, speak, translate
from build_tools.website.markup.composed_page import ComposedPage, TreePage

PLUGIN = "reader"
"""The name of our plugin in an mkdocs.yml."""

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
    (for_translation("Home"), "index.md"),
    (for_translation("Texts"), "sources/index.md"),
    (for_translation("Glossary"), "glossary/index.md"),
    (for_translation("Timeline"), "timeline.md"),
    (for_translation("Differences"), "discrepancies/index.md"),
    (for_translation("Claims"), "claims.md"),
    (for_translation("Quotations"), "quotations/index.md"),
    (for_translation("Outside sources"), "outside/index.md"),
    (for_translation("Concordance"), "concordance.md"),
    (for_translation("Named together"), "together.md"),
    (for_translation("Check a quotation"), "check.md"),
    (for_translation("Terms"), "terms.md"),
    (for_translation("Quality"), "quality.md"),
    (for_translation("Data"), "data.md"),
    (for_translation("About"), "about.md"),
    (for_translation("Contribute"), "contribute.md"),
    (for_translation("House style"), "house-style.md"),
    (for_translation("API"), "api.md"),
)
"""The title and path of each page that the navigation of an edition lists if the edition has it."""

# Texts and entries are reached from their indexes; a navigation that lists them would be repeated on every page.
NOT_IN_NAVIGATION = (
    "/search.md",
    "/sources/*",
    "/glossary/*",
    "/discrepancies/*",
    "/quotations/*",
    "/outside/*",
    "/timeline/*",
    "/linking.md",
    "/manual/*",
    "/api/*",
    "/findings.md",
    "/withdrawn.md",
)
"""Patterns of the pages that a navigation of an edition's own may leave out, unless the edition says which."""

_LINK_CHECKS = ("not_found", "anchors", "absolute_links", "unrecognized_links")
_NAVIGATION_CHECKS = ("omitted_files", "not_found", "absolute_links")
_WARN = "warn"


class ReaderConfig(Config):  # type: ignore[no-untyped-call] # MkDocs leaves a hook of it untyped
    """The options of the plugin.

    Attributes:
        language: The language of the site (BCP 47), if it is not the theme's `language`.
        bulk_data: Whether the site has its data as files for programs; while it is served, it never has.
        page_copies: Whether the site has its pages as Markdown, and its texts and entries as JSON, beside the pages.
    """

    language = Type(str, default="")
    bulk_data = Type(bool, default=True)
    page_copies = Type(bool, default=False)


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
    policy = CONTENT_POLICY + (" 'unsafe-inline'" if is_served else "")  # the last directive is of scripts
    for key, value in template_values(config, policy, site_language(config)).items():
        config.extra.setdefault(key, value)
    ours = GitIgnoreSpec.from_lines(not_in_navigation(config))
    config.not_in_nav = GitIgnoreSpec([*ours.patterns, *(config.not_in_nav.patterns if config.not_in_nav else ())])
    for section, levels in link_checks(config).items():
        for key, level in levels.items():
            if level == _WARN:
                config.validation[section][key] = logging.WARNING


def navigation(pages: Iterable[Page | TreePage], language: str) -> list[dict[str, str]]:
    """Return the default navigation: those of the standard pages that have content.

    A page without content is still built, since other pages lead to it.

    Args:
        pages: The pages of the edition.
        language: The language of the titles, a BCP 47 tag.

    Returns:
        A map of one title to one path for each page, as MkDocs reads its `nav`.
    """
    paths = {page.path for page in pages if not isinstance(page, ComposedPage) or page.has_content}
    with speak(language):
        return [{translate(title): path} for title, path in NAVIGATION if path in paths]


def not_in_navigation(config: MkDocsConfig) -> tuple[str, ...]:
    """Return patterns of the pages that the navigation leaves out on purpose: with the default one, whatever it does.

    Args:
        config: MkDocs' settings.
    """
    if written_settings(config).get("nav") is None:
        return ("*",)
    return (*NOT_IN_NAVIGATION, *(f"/{page.path}" for page in standard_pages()))


def site_language(config: MkDocsConfig) -> str:
    """Return the language of the site, a BCP 47 tag.

    It is that of our plugin's option, else the theme's, as an edition names it, else that of the theme's locale.
    """
    plugin = config.plugins.get(PLUGIN)
    theme = written_settings(config).get("theme")
    named = (plugin.config.get("language") if plugin else "") or (
        theme.get("language") if isinstance(theme, Mapping) else None
    )
    return str(named or str(config.theme.locale or "en").partition("_")[0]).replace("_", "-")


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
