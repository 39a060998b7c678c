"""The pages of a site, of which other processes make a part while this one goes on.

Each of them is a copy of this process, taken when all that pages are made of is there. Nothing is sent but which pages
are to be made, and what was seen on them.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import ExitStack
from typing import NamedTuple

from jinja2 import Environment
from mkdocs.commands.build import _build_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as BuiltPage

from build_tools.interfaces.built_pages import BuiltPages
from build_tools.interfaces.composed_pages import ComposedPages
from build_tools.interfaces.kept_pages import KeptPages
from build_tools.interfaces.publishing.asked_workers import asked_jobs
from build_tools.interfaces.publishing.companion_files import CompanionFiles
from build_tools.interfaces.site_swap import SiteSwap
from build_tools.sharding.executors import can_copy_processes, open_copies, usual_jobs
from build_tools.text.prose.violations import Violation

_PORTION = 16  # pages of a task
_WORTH = 200  # pages for which a second process pays: a copy of this one takes a tenth of a second

_NOWHERE = Navigation([], [])


class _MadePages(NamedTuple):
    """What is known of pages that were made: by what they are known again, and what may not be on them."""

    checksums: list[tuple[bytes, bytes]]
    violations: dict[str, list[Violation]]


class SharedPages:
    """The pages of a build that are shared out from the last to the first, while this process makes the first."""

    def __init__(self, kept: KeptPages, swap: SiteSwap, programs: CompanionFiles, nav: Navigation = _NOWHERE) -> None:
        """Begin with none.

        Args:
            kept: The pages of the last build, which are not made again.
            swap: The folder of the site.
            programs: What is written for programs beside the pages.
            nav: The navigation.
        """
        self._kept, self._swap, self._programs, self._nav = kept, swap, programs, nav
        self._built = BuiltPages()
        self._held = ExitStack()
        self._futures: dict[str, Future[_MadePages]] = {}

    def begin(  # noqa: PLR0913, PLR0917 - what MkDocs makes a page of, and who sees it
        self,
        composed: ComposedPages,
        built: BuiltPages,
        config: MkDocsConfig,
        env: Environment,
        files: Files,
        prepare: Callable[[], object],
    ) -> None:
        """Have other processes make a part of the composed pages, where that pays and no other plugin changes pages.

        Meanwhile, what needs none of them is written here.

        Args:
            composed: The pages of which the edition is composed.
            built: The pages as far as they break the list of what may be on a page.
            config: MkDocs' settings.
            env: The templates.
            files: The files of the site.
            prepare: Called first in each other process.

        Raises:
            OSError: If the disk refuses.
            PluginError: If the environment has another value than a number of processes.
        """
        self._built, sources = built, files.documentation_pages()

        def make(page: BuiltPage) -> None:
            _build_page(page, config, sources, self._nav, env)

        pages = [file.page for file in sources if file.page and self._is_to_be_made(file.page, composed)]
        tasks = [range(start, min(start + _PORTION, len(pages))) for start in range(0, len(pages), _PORTION)]
        jobs = min(asked_jobs() or usual_jobs(len(tasks), len(pages), _WORTH), len(tasks))
        if jobs <= 1 or not can_copy_processes():
            return
        self._share(pages, tasks, jobs, make, prepare)
        for page in pages:
            self._swap.expect_page(page.file.src_uri)
            self._programs.expect_copy(page.file.src_uri)
        self._programs.write_data(config, files)

    def _is_to_be_made(self, built: BuiltPage, composed: ComposedPages) -> bool:
        page = composed.find(built)
        if page is None or self._kept.frame is None or self._swap.is_dirty:
            return False
        return not self._kept.leave(built, page, composed.prose_of(built.file.src_uri))

    def _share(
        self,
        pages: Sequence[BuiltPage],
        tasks: Sequence[range],
        jobs: int,
        make: Callable[[BuiltPage], None],
        prepare: Callable[[], object],
    ) -> None:
        def begin() -> None:
            prepare()
            _MAKERS[:] = [_Maker(pages, make, self._tell)]

        gc.freeze()  # or the collector of each copy would write on every value, and so copy it
        pool = self._held.enter_context(open_copies(jobs - 1, begin))
        futures = [(task, pool.submit(_make_pages, task)) for task in reversed(tasks)]
        gc.unfreeze()
        self._futures = {pages[place].file.src_uri: future for task, future in futures for place in task}

    def _tell(self) -> _MadePages:
        """Return what is known of the pages that were made since this was asked last."""
        return _MadePages(self._kept.take_checksums(), self._built.take_violations())

    def is_taken(self, built: BuiltPage) -> bool:
        """Return whether another process makes a page; one that none has begun is left to this process."""
        future = self._futures.get(built.file.src_uri)
        return future is not None and not future.cancel()

    def finish(self) -> None:
        """Wait for the other processes, and take in what is known of the pages that they made.

        Raises:
            LostWorkersError: If a process was killed.
        """
        futures, self._futures = dict.fromkeys(self._futures.values()), {}
        with self._held:
            for made in [future.result() for future in futures if not future.cancelled()]:
                self._kept.keep_checksums(made.checksums)
                self._built.note_violations(made.violations)

    def abandon(self) -> None:
        """End the other processes."""
        self._futures = {}
        self._held.close()


class _Maker(NamedTuple):
    pages: Sequence[BuiltPage]
    make: Callable[[BuiltPage], None]
    tell: Callable[[], _MadePages]


_MAKERS: list[_Maker] = []
"""What makes the pages in a process that was copied for it; none in any other."""


def _make_pages(places: range) -> _MadePages:
    (maker,) = _MAKERS
    for place in places:
        maker.make(maker.pages[place])
    return maker.tell()
