"""The files that MkDocs publishes: the composed pages, data, and assets, bundled and minified."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from build_tools.interfaces.mkdocs_defaults import site_language
from build_tools.model import Data, Page
from build_tools.model.findings import Finding
from build_tools.text.markdown import add_field
from build_tools.website.assets.site_assets import Look, SiteAssets, publish_assets
from build_tools.website.assets.static_files import edition_assets, theme_files
from build_tools.website.assets.theme_sheet import OWN_FRAME
from build_tools.website.markup.composed_page import ComposedPage, DeferredPage, SiteFile
from build_tools.website.naming.outside_names import OUTSIDE


def read_assets(config: MkDocsConfig) -> SiteAssets:
    """Return the assets of a site, bundled and minified.

    Args:
        config: MkDocs' settings, with their defaults.

    Raises:
        PluginError: If a script cannot be parsed.
    """
    try:
        return publish_assets(edition_assets(Path(config.docs_dir)), look_of(config))
    except ValueError as error:
        raise PluginError(str(error)) from error


def publish_files(
    composed: Iterable[SiteFile], assets: SiteAssets, files: Files, config: MkDocsConfig, stored: Iterable[File] = ()
) -> None:
    """Give MkDocs the composed pages, data and assets, in the place of the files that it read.

    Args:
        composed: The pages and the data.
        assets: The assets.
        files: MkDocs' files, which are changed in place.
        config: MkDocs' settings; the lists of style sheets and scripts are changed to those that are published.
        stored: The data that are written already.
    """
    _leave_out_works(files)
    for written in stored:
        _put(written, files)
    for item in composed:
        if not isinstance(item, Data):
            # The HTML of a composed page is made when the page is written.
            file = File.generated(config, item.path, content=item.markdown if isinstance(item, Page) else "")
            file.edit_uri = item.edit_path if config.repo_url else None  # without a repository no edit link
        else:
            file = File.generated(config, item.path, content=item.text)
        _put(file, files)
    for path in edition_assets(Path(config.docs_dir)):
        if unpublished := files.get_file_from_path(path):
            files.remove(unpublished)
    for path, content in assets.files.items():
        files.append(File.generated(config, path, content=content))
    load_assets(assets, config)
    _leave_out_unused(files, config)


def _put(file: File, files: Files) -> None:
    if replaced := files.get_file_from_path(file.src_uri):
        files.remove(replaced)
    files.append(file)


def leave_out_written(files: Files, findings: Iterable[Finding]) -> None:
    """Remove the pages, and the files that are at fault, so that other pages can take their place.

    Args:
        files: MkDocs' files, which are changed in place.
        findings: What is wrong with the edition.
    """
    at_fault = {finding.path.removeprefix("docs/") for finding in findings}
    for file in [file for file in files if file.is_documentation_page() or file.src_uri in at_fault]:
        files.remove(file)


def _leave_out_works(files: Files) -> None:
    """Remove the files of outside sources, which have no page of their own: one page lists them all."""
    for file in list(files):
        if file.is_documentation_page() and posixpath.dirname(file.src_uri) == posixpath.dirname(OUTSIDE):
            files.remove(file)


Published = TypeVar("Published", bound=Page | ComposedPage | DeferredPage)


def publishable(page: Published) -> Published:
    """Return a page with what the templates ask for: the hand-written file that an editor changes."""
    if not page.edit_path:
        return page
    if isinstance(page, Page):
        return replace(page, markdown=add_field(page.markdown, "edit_path", page.edit_path))
    return replace(page, fields={**page.fields, "edit_path": page.edit_path})


def look_of(config: MkDocsConfig) -> Look:
    """Return what decides on the style sheets and scripts of a site.

    Args:
        config: MkDocs' settings, with their defaults.
    """
    extensions: list[object] = [*config.markdown_extensions]  # plugins put objects there
    return Look(
        styles=tuple(map(str, config.extra_css)),
        scripts=tuple(map(str, config.extra_javascript)),
        templates=tuple(
            data.decode("utf-8", "replace")
            for path, data in theme_files(own_templates(config)).items()
            if path.endswith(".html")
        ),
        extensions=tuple(name for name in extensions if isinstance(name, str)),
        features=tuple(config.theme.get("features") or ()),
        language=site_language(config),
    )


def own_templates(config: MkDocsConfig) -> Path | None:
    """Return the folder of an edition's own templates, if it has one."""
    return Path(config.theme.custom_dir) if config.theme.custom_dir else None


def load_assets(assets: SiteAssets, config: MkDocsConfig) -> None:
    """Let every page load the bundles, and the API reference alone the style sheets of other plugins.

    Args:
        assets: What is published.
        config: MkDocs' settings, which are changed in place.
    """
    config.extra_css = list(assets.styles)
    config.extra_javascript = list(assets.scripts)
    config.extra["reference_css"] = list(assets.other_styles)


def _leave_out_unused(files: Files, config: MkDocsConfig) -> None:
    """Remove the files of the theme that no page of ours loads: style sheets, scripts, source maps, the search."""
    searched = any(name.rpartition("/")[2] == "search" for name in config.plugins)
    templated = own_templates(config) is not None  # a template of an edition may load what the theme's does
    scripted = templated or searched or config.extra["frame"] != OWN_FRAME
    unused = (
        ".map",
        *(() if templated else ("/stylesheets/",)),
        *(() if scripted else ("/javascripts/",)),
        *(() if searched else ("/lunr/", "/workers/")),
    )
    for file in list(files):
        if file.src_uri.startswith("assets/") and any(part in file.src_uri for part in unused):
            files.remove(file)
