"""The tree that `tree` writes, for whatever generator publishes it: assets, the theme's templates, and settings.

What the plugin gives MkDocs in memory is in files here, made by the same functions: MkDocs, ProperDocs and Zensical
read `mkdocs.yml` alike, and none of them needs this program to publish the tree.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig

from build_tools.corpus.front_matter import Variable, render_settings
from build_tools.corpus.front_matter.settings import SETTINGS
from build_tools.interfaces.built_pages import without_directives
from build_tools.interfaces.mkdocs_defaults import (
    PLUGIN,
    THEME,
    apply_defaults,
    link_checks,
    navigation,
    not_in_navigation,
    site_language,
    written_settings,
)
from build_tools.interfaces.mkdocs_files import load_assets, look_of, own_templates, publishable
from build_tools.interfaces.refused_settings import refusals_as_findings
from build_tools.model import Data, Page
from build_tools.website.assets.site_assets import publish_assets
from build_tools.website.assets.static_files import edition_assets, theme_files
from build_tools.website.localisation import speak
from build_tools.website.localisation.translated_templates import translate_templates
from build_tools.website.markup.composed_page import SiteFile

SETTINGS_HEADER = "# Written by `python -m build_tools build`: a site generator publishes the folder by these settings."
"""The first line of the settings, by which they are known for ours."""

_DESCRIBER = "mkdocstrings"
_SEARCH = {"search": {"enabled": False}}
"""The search of a theme is written by some generators unless one says that it is off; the site has its own."""

_EXTENSION_OPTIONS: Mapping[str, Mapping[str, object]] = {"tables": {"use_align_attribute": True}}
"""Options of Markdown's extensions: a cell is aligned by an attribute, since the policy refuses style attributes."""

_THEME_FOLDER = ".theme"
"""Where the templates are: in a hidden folder of the tree, which no generator takes for pages."""

_AROUND = "around"
"""The folder of the theme with what is around each page."""

_THEME_VARIABLE = "SITE_THEME"
"""The environment variable that names another theme than the edition's: `materialx` under ProperDocs."""

_KEPT = ("site_name", "site_description", "site_author", "site_url", "copyright", "use_directory_urls")
_NO_SETTINGS = b"site_name: ''\ntheme: material\nplugins: []\n"


def read_settings(root: Path, site_name: str = "", site_url: str = "") -> MkDocsConfig:
    """Read the mkdocs.yml of an edition and add our defaults; an edition without one has the defaults alone.

    Args:
        root: The folder that holds seeds/ and docs/.
        site_name: A name in the place of the one that the file has.
        site_url: An address in the place of the one that the file has.

    Raises:
        SettingsError: If MkDocs cannot read the file, or refuses a setting.
    """
    file = root / SETTINGS
    given = {"site_name": site_name, "site_url": site_url}
    if not file.is_file():
        given = {name: value or os.environ.get(name.upper(), "") for name, value in given.items()}
    written = file.open("rb") if file.is_file() else BytesIO(_NO_SETTINGS)
    chosen = {name: value for name, value in given.items() if value}
    with refusals_as_findings(root):
        config = load_config(written, config_file_path=str(file.absolute()), **chosen)
    apply_defaults(config)
    return config


def language_of(root: Path) -> str:
    """Return the language of an edition's site, a BCP 47 tag, in which labels without a language are.

    Args:
        root: The folder that holds seeds/ and docs/.

    Raises:
        SettingsError: If MkDocs cannot read its settings, or refuses one.
    """
    return site_language(read_settings(root))


def tree_files(config: MkDocsConfig, composed: Iterable[SiteFile]) -> tuple[tuple[Page | Data, ...], dict[str, bytes]]:
    """Return what the folder of a tree has: the pages and data, and the assets and templates by path.

    What is around the body of a page is a file of the theme that the page names, so that its Markdown is read with
    ease.

    Args:
        config: The settings of the edition, which are changed to those of the tree.
        composed: The pages and data.

    Raises:
        ValueError: If a script cannot be parsed; the message names it.
    """
    composed = tuple(composed)
    language = site_language(config)
    files: list[Page | Data] = []
    around: dict[str, bytes] = {}
    describes = any(plugin.config.get("enabled", True) for name, plugin in config.plugins.items() if name == _DESCRIBER)
    for item in composed:
        if isinstance(item, Data):
            files.append(item)
        elif isinstance(item, Page):
            markdown = publishable(item).markdown
            text = markdown if describes else without_directives(markdown, item.path)
            files.append(replace(item, markdown=text))
        else:
            page = publishable(item.settle())
            name = f"{_AROUND}/{item.path.removesuffix('.md')}.html"
            if page.around:
                around[name] = f"{{% set around = {_literal(page.around)} %}}\n".encode()
                page = replace(page, fields={**page.fields, "around": name})
            files.append(Page(page.path, page.markdown, page.edit_path))
    assets = publish_assets(edition_assets(Path(config.docs_dir)), look_of(config))
    load_assets(assets, config)
    if config.nav is None:
        config.nav = navigation((item for item in composed if not isinstance(item, Data)), language)
    with speak(language):
        theme = {**translate_templates(theme_files(own_templates(config))), **around}
    return tuple(files), {**assets.files, **{f"{_THEME_FOLDER}/{path}": data for path, data in theme.items()}}


def _literal(value: object) -> str:
    """Return values of JSON as templates write them."""
    match value:
        case Mapping():
            return f"{{{', '.join(f'{_literal(str(key))}: {_literal(item)}' for key, item in value.items())}}}"
        case list() | tuple():
            return f"[{', '.join(map(_literal, value))}]"
        case None:
            return "none"
        case _:
            return json.dumps(value, ensure_ascii=False)


def tree_settings(config: MkDocsConfig, folder: Path) -> str:
    """Return the settings of a tree, for a file beside its folder.

    Args:
        config: The settings of the edition, as `tree_files` has changed them.
        folder: The folder of the tree.
    """
    written = written_settings(config)
    # Without a repository no engine may know a way to a file in it.
    kept = (*_KEPT, *(("repo_url", "edit_uri") if config.repo_url else ()))
    settings: dict[str, object] = {
        **{name: config[name] for name in kept if config[name] not in (None, "")},
        "docs_dir": folder.name,
        "theme": _theme(config, folder.name),
        "nav": config.nav,
        "not_in_nav": "\n".join((*not_in_navigation(config), written.get("not_in_nav") or "")),
        **{name: written[name] for name in ("exclude_docs", "draft_docs") if name in written},
        "extra_css": [*config.extra_css],
        "extra_javascript": [*config.extra_javascript],
        "markdown_extensions": [
            {name: {**_EXTENSION_OPTIONS.get(name, {}), **config.mdx_configs.get(name, {})}}
            for name in config.markdown_extensions
        ],
        "validation": link_checks(config),
        "plugins": _plugins(config, folder.absolute().parent),
        "extra": {**config.extra},
    }
    return f"{SETTINGS_HEADER}\n{render_settings(settings)}"


def _theme(config: MkDocsConfig, folder: str) -> dict[str, object]:
    """Return the settings of the theme; those of Zensical look as Material's do in its variant `classic`."""
    written = written_settings(config).get("theme")
    names = {*THEME, *(written if isinstance(written, Mapping) else ())} - {"name", "custom_dir"}
    return {
        "name": Variable(_THEME_VARIABLE, config.theme.name or "material"),
        "variant": "classic",
        "custom_dir": f"{folder}/{_THEME_FOLDER}",
        **{name: config.theme[name] for name in sorted(names)},
    }


def _plugins(config: MkDocsConfig, there: Path) -> list[object]:
    """Return the plugins but for ours, each with its options; their paths lead from where the settings will be."""
    here = Path(config.config_file_path).parent
    given = {name: written_settings(plugin.config) for name, plugin in config.plugins.items() if name != PLUGIN}
    plugins: list[object] = [
        {name: _moved(options, here, there)} if options else name for name, options in given.items()
    ]
    return plugins if any(name.rpartition("/")[2] in _SEARCH for name in given) else [*plugins, _SEARCH]


def _moved(options: Any, here: Path, there: Path) -> Any:  # noqa: ANN401 - options are whatever a plugin reads
    """Return the options of a plugin with their paths, those that it calls so, as they are from another folder."""
    if not isinstance(options, Mapping):
        return options
    return {
        name: [os.path.relpath(here / path, there) for path in value]
        if name == "paths" and isinstance(value, list)
        else _moved(value, here, there)
        for name, value in options.items()
    }
