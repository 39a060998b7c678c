"""The pages that an edit cannot have changed, found before MkDocs reads any of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence

from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation

from build_tools.interfaces.composed_pages import ComposedPages
from build_tools.interfaces.kept_prose import KeptProse
from build_tools.interfaces.serving.served_site import ServedSite
from build_tools.website.caching import digest
from build_tools.website.markup.composed_page import DeferredPage, TreePage


class ServedFiles(Files):
    """The files of a build, some of whose pages MkDocs leaves as they are."""

    def __init__(self, files: Files) -> None:
        """Begin with all pages to be made."""
        super().__init__(files)
        self._left: frozenset[str] = frozenset()

    def leave(self, paths: Collection[str]) -> None:
        """Keep MkDocs from making pages, which it can still link to.

        Args:
            paths: The paths of their Markdown, below docs/.
        """
        self._left = frozenset(paths)

    def documentation_pages(self, *, inclusion: Callable[[InclusionLevel], bool] | None = None) -> Sequence[File]:
        """Return the pages.

        Args:
            inclusion: Which levels of inclusion are wanted, without the pages that are left: MkDocs names it where it
                makes pages. Where it only lists them, as for the site map, it does not.
        """
        if inclusion is None:
            return super().documentation_pages()
        pages = super().documentation_pages(inclusion=inclusion)
        return [file for file in pages if file.src_uri not in self._left]


def leave_unchanged(  # noqa: PLR0913 - all that a page depends on
    files: ServedFiles,
    nav: Navigation,
    frame: bytes | None,
    *,
    composed: ComposedPages,
    prose: KeptProse,
    site: ServedSite,
) -> None:
    """Let MkDocs make only the pages that may differ from those that are served.

    A page stays as it is if all that it is composed from is the same, and so are the settings, the navigation and the
    files that its links may lead to. Pages of the navigation, of which others show the title, are always made, and so
    are those whose prose has links to headings, since these may have gone.

    Args:
        files: MkDocs' files.
        nav: The navigation.
        frame: A digest of what is part of every page; None if it is not known.
        composed: The composed pages.
        prose: The prose of the last build.
        site: The site that is served.
    """
    in_nav = {page.file.src_uri for page in nav.pages}
    places = {file.src_uri: file.dest_uri for file in files.documentation_pages() if file.src_uri not in in_nav}
    made_of = {path: _inputs(page) for path, page in composed.pages.items() if path in places}
    inputs = {path: key for path, key in made_of.items() if key is not None}
    whole = digest(frame, prose.frame) if frame is not None and prose.frame is not None else None
    ids: dict[str, frozenset[str]] = {}
    for path in site.unchanged(whole, inputs, places):
        page = composed.pages[path]
        in_prose = prose.ids_of(path) if page.prose else frozenset[str]()
        if in_prose is not None:
            ids[path] = in_prose
    files.leave(ids)
    site.leave_unchanged({path: places[path] for path in ids})
    for path, in_prose in ids.items():
        file = files.get_file_from_path(path)
        if file is not None and file.page is not None:
            file.page.present_anchor_ids = composed.ids_of(path, in_prose)


def _inputs(page: TreePage) -> bytes | None:
    """Return a digest of all that a page is composed from; None for one that is composed in any case."""
    if not isinstance(page, DeferredPage) or page.written is None:
        return None
    return digest(page.inputs, json.dumps(page.front_matter).encode(), (page.edit_path or "").encode())
