"""The search index of an edition, made of static files: what build_tools/website/static/search/ reads in the browser."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from build_tools.model import Data, Document, Entry, Mention
from build_tools.model.registers import Registers
from build_tools.website.search.index_files import write_index
from build_tools.website.search.postings import index
from build_tools.website.search.records import NONE, gather

__all__ = ["compose_search"]


def compose_search(
    documents: Sequence[Document],
    entries: Sequence[Entry],
    mentions: Mapping[str, Sequence[Mention]],
    registers: Registers = NONE,
) -> tuple[Data, ...]:
    """The files of the index, the manifest first; the same corpus gives the same bytes."""
    with _uncollected():
        gathered = gather(documents, entries, mentions, registers)
        return write_index(gathered, index(gathered.records), entries)


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for cycles meanwhile: millions of small values are made here, and none of them is in a cycle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
