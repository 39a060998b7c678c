"""The processes and workers by which somebody asks a site to be built, as the environment names them."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from mkdocs.exceptions import PluginError

from build_tools.corpus.sources.text_pages import pages_of_texts
from build_tools.interfaces import JOBS, SCHEDULER
from build_tools.sharding.executors import open_executor, usual_jobs
from build_tools.sharding.linked_portions import WORTH_SHARING, LinkAll, link_in_portions
from build_tools.website.caching import Cache


def asked_jobs() -> int:
    """Return how many processes somebody asks for; 0 where nobody does.

    Raises:
        PluginError: If the environment has something else.
    """
    written = os.environ.get(JOBS, "")
    if not written:
        return 0
    if not written.isdecimal() or int(written) < 1:
        raise PluginError(f'{JOBS} is "{written}": write how many processes are to build the site, such as 2.')
    return int(written)


def link_by_workers(root: Path, language: str, cache: Cache) -> LinkAll | None:
    """Return what links the texts of a site in several processes; None where this one does so sooner.

    Args:
        root: The folder that holds seeds/ and docs/.
        language: The language of the site, a BCP 47 tag.
        cache: Keeps the blocks of texts.

    Raises:
        PluginError: If the environment has another value than a number of processes.
    """
    texts, asked, scheduler = len(pages_of_texts(root)), asked_jobs(), os.environ.get(SCHEDULER, "")
    jobs = asked if asked and texts >= WORTH_SHARING else usual_jobs(texts, texts, WORTH_SHARING)
    if jobs <= 1 and not scheduler:
        return None
    return link_in_portions(partial(open_executor, jobs, scheduler), root, language, cache)
