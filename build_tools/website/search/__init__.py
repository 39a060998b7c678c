"""The search index of an edition as static files, read in the browser by build_tools/website/static/search/."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from build_tools.corpus.page_fields import Question
from build_tools.edition.publication.published_edition import PublishedEdition
from build_tools.model import Data, Document, Entry, Mention
from build_tools.model.registers import Registers
from build_tools.website.caching import NO_CACHE, Cache
from build_tools.website.collector import collector_paused
from build_tools.website.kept_parts import NO_PARTS
from build_tools.website.localisation import speak
from build_tools.website.search.gathering import NO_REGISTERS, gather
from build_tools.website.search.index_files import write_index
from build_tools.website.search.kept_terms import KeptTerms
from build_tools.website.search.lookup.term_records import TermRecords
from build_tools.website.search.postings import index
from build_tools.website.search.tokens import forget_tokens

__all__ = ["KeptTerms", "compose_search", "look_up"]


def look_up(published: PublishedEdition, language: str) -> TermRecords:
    """Return the search index of an edition in memory.

    Args:
        published: The edition.
        language: The language of the site, a BCP 47 tag.
    """
    with collector_paused(), speak(language):
        documents, entries = published.documents, published.entries
        return TermRecords(gather(documents, entries, published.mentions, published.registers, published.questions))


def compose_search(  # noqa: PLR0913 - all that it is made of and kept by
    documents: Sequence[Document],
    entries: Sequence[Entry],
    mentions: Mapping[str, Sequence[Mention]],
    registers: Registers = NO_REGISTERS,
    *,
    cache: Cache = NO_CACHE,
    kept: KeptTerms | None = None,
    questions: Sequence[Question] = (),
    names: Mapping[str, str] | None = None,
) -> tuple[Data, ...]:
    """Return the files of the search index, the manifest first; the same corpus gives the same bytes.

    Args:
        documents: The texts, cut into blocks.
        entries: The glossary.
        mentions: The mentions of each text, by the text's id.
        registers: The differences between texts, and the quotations.
        cache: Keeps the words of the texts and entries.
        kept: The last index, which takes this one; None where no other follows.
        questions: The contested questions.
        names: The short name of each text, by its id; None where they are still to be found.
    """
    with collector_paused():  # indexing makes millions of small values, and none of them is in a cycle
        parts = NO_PARTS if kept is None else kept.parts
        gathered = gather(documents, entries, mentions, registers, questions, parts, names)
        if kept is not None:
            terms = kept.index(gathered.records, cache)
        else:
            terms = index(gathered.records, cache)
            forget_tokens()  # no other index follows
        return write_index(gathered, terms, entries, parts)
