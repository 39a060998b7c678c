"""The search index of an edition, made of static files: what docs/assets/search/ reads in the browser."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from build_tools.model import Data, Document, Entry, Mention
from build_tools.search.files import write_index
from build_tools.search.postings import index
from build_tools.search.records import gather

__all__ = ["compose_search"]


def compose_search(
    documents: Sequence[Document], entries: Sequence[Entry], mentions: Mapping[str, Sequence[Mention]]
) -> tuple[Data, ...]:
    """The files of the index, the manifest first; the same corpus gives the same bytes."""
    heads, records = gather(documents, entries, mentions)
    return write_index(heads, records, index(records), entries)
