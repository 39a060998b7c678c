"""What MkDocs made of prose in the last build of the process: where nothing can change it, it is not made again."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as BuiltPage
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import CountHandler

from build_tools.interfaces.mkdocs_defaults import PURE_EXTENSIONS
from build_tools.website.caching import digest
from build_tools.website.search.index_scripts import FOLDER

_UNDERSTOOD = {"reader", "mkdocstrings"}
"""The plugins that take no part in the conversion; where mkdocstrings does, there is a third, autorefs."""

_SETTINGS = ("markdown_extensions", "mdx_configs", "validation", "use_directory_urls", "site_url", "strict")


@dataclass(frozen=True, slots=True)
class _Converted:
    """What MkDocs made of the Markdown of a page; `anchors` are its links to anchors, by the path that they lead to."""

    markdown: str | None
    html: str | None
    toc: TableOfContents
    title: str | None
    ids: frozenset[str]
    anchors: Mapping[str, dict[str, str]]


class KeptProse:
    """The pages of the last build, as MkDocs converted them, if it had nothing to say of their links.

    Attributes:
        frame: A digest of what decides on every conversion; None where something else may.
    """

    def __init__(self) -> None:
        """Start with none."""
        self.frame: bytes | None = None
        self._converted: dict[str, _Converted] = {}

    def begin(self, files: Files, config: MkDocsConfig) -> None:
        """Take in what decides on every conversion: the files that links may lead to, and the settings."""
        before, self.frame = self.frame, None
        if {name.rpartition("/")[2] for name in config.plugins} <= _UNDERSTOOD and _are_pure(config):
            settings = [json.dumps(config[name], default=str, sort_keys=True) for name in _SETTINGS]
            paths = sorted(f"{file.src_uri} {file.inclusion.name}" for file in files if not _is_passing(file.src_uri))
            self.frame = digest(*(part.encode("utf-8", "surrogatepass") for part in (*settings, *paths)))
        if self.frame != before:
            self._converted = {}

    def ids_of(self, path: str) -> frozenset[str] | None:
        """Return the ids in the prose of a page that need not be converted again, nor its links be followed.

        Args:
            path: Its path, below docs/.

        Returns:
            The ids; None if the page must be converted, or has links to places in others.
        """
        kept = self._converted.get(path)
        return None if kept is None or kept.anchors else kept.ids

    def spare_conversion(self, built: BuiltPage) -> None:
        """Have MkDocs convert a page only if its Markdown is not that of the last build."""
        if self.frame is not None:
            setattr(built, "render", partial(self._render, built))  # noqa: B010 - a method is replaced

    def _render(self, built: BuiltPage, config: MkDocsConfig, files: Files) -> None:
        kept = self._converted.pop(built.file.src_uri, None)
        if kept is None or kept.markdown != built.markdown:
            kept = _convert(built, config, files)
        else:
            built.content, built.toc, built.present_anchor_ids = kept.html, kept.toc, set(kept.ids)
            built._title_from_render = kept.title  # noqa: SLF001 - MkDocs keeps it nowhere else
            targets = ((files.get_file_from_path(path), links) for path, links in kept.anchors.items())
            built.links_to_anchors = {file: links for file, links in targets if file is not None}
        if kept is not None:
            self._converted[built.file.src_uri] = kept


def _is_passing(words: str) -> bool:
    """Return whether words are about the search index, whose files have other names after every edit."""
    return FOLDER in words


def _are_pure(config: MkDocsConfig) -> bool:
    """Return whether no extension of Markdown can read anything but the Markdown."""
    extensions: list[object] = [*config.markdown_extensions]  # plugins put objects there
    return all(extension in PURE_EXTENSIONS for extension in extensions)


def _convert(built: BuiltPage, config: MkDocsConfig, files: Files) -> _Converted | None:
    """Convert a page; return what was made of it, unless there was something to say that must be said again."""
    log, said = logging.getLogger("mkdocs"), CountHandler()
    log.addHandler(said)
    try:
        BuiltPage.render(built, config, files)
    finally:
        log.removeHandler(said)
    if said.get_counts() or _is_passing(built.markdown or ""):
        return None
    anchors = {file.src_uri: links for file, links in (built.links_to_anchors or {}).items()}
    title = built._title_from_render  # noqa: SLF001 - as above
    return _Converted(
        built.markdown, built.content, built.toc, title, frozenset(built.present_anchor_ids or ()), anchors
    )
