"""The search index of an edition as static files, read in the browser by build_tools/website/static/search/."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from build_tools.model import Data, Document, Entry, Mention
from build_tools.model.registers import Registers
from build_tools.website.caching import NO_CACHE, Cache
from build_tools.website.collector import collector_paused
from build_tools.website.search.index_files import write_index
from build_tools.website.search.postings import index
from build_tools.website.search.records import NONE, gather

__all__ = ["compose_search"]


def compose_search(
    documents: Sequence[Document],
    entries: Sequence[Entry],
    mentions: Mapping[str, Sequence[Mention]],
    registers: Registers = NONE,
    cache: Cache = NO_CACHE,
) -> tuple[Data, ...]:
    """Return the files of the search index, the manifest first; the same corpus gives the same bytes.

    Args:
        documents: The texts, cut into blocks.
        entries: The glossary.
        mentions: The mentions of each text, by the text's id.
        registers: The differences between texts, and the quotations.
        cache: Keeps the words of the texts and entries.
    """
    with collector_paused():  # indexing makes millions of small values, and none of them is in a cycle
        gathered = gather(documents, entries, mentions, registers)
        return write_index(gathered, index(gathered.records, cache), entries)
