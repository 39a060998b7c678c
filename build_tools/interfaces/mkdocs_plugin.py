"""MkDocs publishes our pages: the only room that knows it, and nothing but an adapter.

MkDocs puts the folder of this file first on the import path, so imports are absolute and no room is
named like a top-level package.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from build_tools.corpus.history import last_changes
from build_tools.editing.scaffolds import blank_entry
from build_tools.model import Data, Page
from build_tools.model.findings import Finding, has_errors, report
from build_tools.website.assets.bundling import bind, shorten
from build_tools.website.assets.pruning import class_names, names, thin_out
from build_tools.website.citations import Site
from build_tools.website.composing import compose
from build_tools.website.pages.indexes.findings_page import findings_page
from build_tools.website.writing import write_file

_log = logging.getLogger("mkdocs.hooks.build_tools")


class _Preview:
    """What `mkdocs serve` keeps between two builds: whether it serves at all, and the last pages without an error."""

    serving = False
    good: tuple[Page | Data, ...] = ()


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001, FBT001 - MkDocs calls it so
    """Note whether pages are served while somebody edits."""
    _Preview.serving = command == "serve"
    _Preview.good = ()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give the template what a web editor begins a new entry with."""
    config.extra["blank_entry"] = blank_entry()
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put the composed pages in the place of the hand-written ones, and data beside; edit links stay with the latter.

    Raises PluginError with every finding where one of them is an error. A server tells the findings
    instead and goes on with the last good pages, or with a page that lists the findings.
    """
    root = Path(config.config_file_path).parent
    language = str(config.theme.locale or "en").partition("_")[0]
    site = Site(config.site_name, config.site_url or "")
    made, findings = compose(root, last_changes(root), language, site)
    if has_errors(findings):
        if not _Preview.serving:
            raise PluginError(report(findings))
        made = _instead(files, config, findings)
    elif findings:
        _log.info("%d pieces of advice; read them with: python -m build_tools check", len(findings))
    if _Preview.serving and not has_errors(findings):
        _Preview.good = made
    return _publish(made, files, config)


def _instead(files: Files, config: MkDocsConfig, findings: Iterable[Finding]) -> tuple[Page | Data, ...]:
    """The pages to serve while a finding blocks: those of the last good state, without what was written since."""
    shown = "the last good pages are served" if _Preview.good else "the findings are served as a page"
    _log.error("%s\nUntil this is mended, %s.", report(findings), shown)
    for file in list(files.documentation_pages()):
        files.remove(file)
    if _Preview.good:
        return _Preview.good
    page = findings_page(findings)
    config.nav = [{"Findings": page.path}]
    return (page,)


def _publish(made: Iterable[Page | Data], files: Files, config: MkDocsConfig) -> Files:
    for one in made:
        if old := files.get_file_from_path(one.path):
            files.remove(old)
        if isinstance(one, Page):
            file = File.generated(config, one.path, content=one.markdown)
            file.edit_uri = one.edit_path if config.repo_url else None  # without a repository no edit link
        else:
            file = File.generated(config, one.path, content=one.text)
        files.append(file)
    try:
        _bind(files, config)
        _shorten(files, config)
    except ValueError as error:  # a script that cannot be parsed would take its whole bundle with it
        raise PluginError(str(error)) from error
    _thin_out(files, config)
    return files


def on_post_build(config: MkDocsConfig) -> None:
    """Take out of the theme's style sheet what no page, script or sheet of ours names."""
    site = Path(config.site_dir)
    own = [path for key in ("extra_css", "extra_javascript") for path in map(str, config[key])]
    known = names((site / path).read_text(encoding="utf-8") for path in own if (site / path).is_file())
    for page in site.rglob("*.html"):
        known.update(class_names(page.read_text(encoding="utf-8")))
    for sheet in sorted(site.glob("assets/stylesheets/*.css")):
        write_file(sheet, thin_out(sheet.read_text(encoding="utf-8"), known).encode())


def _bind(files: Files, config: MkDocsConfig) -> None:
    """Load our style sheets and scripts as one file a folder; a plugin's sheets only where the template asks."""
    for key in ("extra_css", "extra_javascript"):
        listed = [str(path) for path in config[key]]
        found = {path: file for path in listed if (file := files.get_file_from_path(path))}
        bound = bind(listed, {path: file.content_string for path, file in found.items()})
        for file in found.values():
            files.remove(file)
        for path, text in bound:
            if text is not None:
                files.append(File.generated(config, path, content=text))
        config[key] = [path for path, text in bound if text is not None or key != "extra_css"]
        if key == "extra_css":
            config.extra["reference_css"] = [path for path, text in bound if text is None]


def _shorten(files: Files, config: MkDocsConfig) -> None:
    """Those of our sheets and scripts that only some pages ask for: without comments and blanks, each by itself."""
    for file in list(files):
        ours = file.src_dir == config.docs_dir and file.src_uri.startswith("assets/")
        if ours and file.src_uri.endswith((".js", ".css")) and "/vendor/" not in file.src_uri:
            files.remove(file)
            files.append(File.generated(config, file.src_uri, content=shorten(file.src_uri, file.content_string)))


def _thin_out(files: Files, config: MkDocsConfig) -> None:
    """Leave out what of the theme no page of ours loads: its palette, maps for debugging, its search."""
    searched = any(name.rpartition("/")[2] == "search" for name in config.plugins)
    idle = (".map", "/palette.", *(() if searched else ("/lunr/", "/workers/")))
    for file in list(files):
        if file.src_uri.startswith("assets/") and any(part in file.src_uri for part in idle):
            files.remove(file)
