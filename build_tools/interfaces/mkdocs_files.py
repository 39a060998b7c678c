"""The files that MkDocs publishes: the composed pages, data, and assets, bundled and minified."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from build_tools.model import Data, Page
from build_tools.website.assets.bundling import bind, shorten
from build_tools.website.assets.static_files import static_files
from build_tools.website.markup.composed_page import SiteFile

_SOURCES_OF_ASSETS = ("assets/card.svg",)
"""Files from which assets are made, and which are not published themselves."""


def publish_files(composed: Iterable[SiteFile], files: Files, config: MkDocsConfig) -> None:
    """Give MkDocs the composed pages, data and assets, in the place of the files that it read.

    Args:
        composed: The pages and the data.
        files: MkDocs' files, which are changed in place.
        config: MkDocs' settings; the lists of style sheets and scripts are changed to those that are published.

    Raises:
        PluginError: If a script cannot be parsed.
    """
    for item in composed:
        if replaced := files.get_file_from_path(item.path):
            files.remove(replaced)
        if not isinstance(item, Data):
            # The HTML of a composed page is made when the page is written.
            file = File.generated(config, item.path, content=item.markdown if isinstance(item, Page) else "")
            file.edit_uri = item.edit_path if config.repo_url else None  # without a repository no edit link
        else:
            file = File.generated(config, item.path, content=item.text)
        files.append(file)
    for path, content in static_files().items():
        if files.get_file_from_path(path) is None:  # an edition may bring its own
            files.append(File.generated(config, path, content=content))
    for path in _SOURCES_OF_ASSETS:
        if unpublished := files.get_file_from_path(path):
            files.remove(unpublished)
    try:
        _bundle(files, config)
        _minify(files)
    except ValueError as error:  # a script that cannot be parsed would take its whole bundle with it
        raise PluginError(str(error)) from error
    _leave_out_unused(files, config)


def _bundle(files: Files, config: MkDocsConfig) -> None:
    """Combine our style sheets and scripts, one file a folder; the template loads a plugin's style sheets itself."""
    for key in ("extra_css", "extra_javascript"):
        listed = [str(path) for path in config[key]]
        ours = {path: file for path in listed if (file := files.get_file_from_path(path))}
        bundles = bind(listed, {path: file.content_string for path, file in ours.items()})
        for file in ours.values():
            files.remove(file)
        for path, text in bundles:
            if text is not None:
                files.append(File.generated(config, path, content=text))
        config[key] = [path for path, text in bundles if text is not None or key != "extra_css"]
        if key == "extra_css":
            config.extra["reference_css"] = [path for path, text in bundles if text is None]


def _minify(files: Files) -> None:
    """Minify the style sheets and scripts that only some pages load, each on its own."""
    for path in sorted(static_files()):
        file = files.get_file_from_path(path)
        if file and path.endswith((".js", ".css")) and "/vendor/" not in path:
            file.content_string = shorten(path, file.content_string)


def _leave_out_unused(files: Files, config: MkDocsConfig) -> None:
    """Remove the files of the theme that no page of ours loads: its palette, source maps, its search."""
    searched = any(name.rpartition("/")[2] == "search" for name in config.plugins)
    unused = (".map", "/palette.", *(() if searched else ("/lunr/", "/workers/")))
    for file in list(files):
        if file.src_uri.startswith("assets/") and any(part in file.src_uri for part in unused):
            files.remove(file)
