"""An edition as agents are served: what is published of it, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from build_tools.editing.quotation_proofs import Quotable, raw_file, raw_places, read_quotable
from build_tools.edition.publication.published_edition import PublishedEdition, publish
from build_tools.edition.reading import Reading
from build_tools.linking import Lexicon
from build_tools.model import Block, Document, Entry
from build_tools.model.thesaurus.relations import Relations, relate
from build_tools.website.citations import Site
from build_tools.website.naming import text_names
from build_tools.website.naming.addresses import site_base
from build_tools.website.search import look_up
from build_tools.website.search.lookup.ranked_records import RecordSearch
from build_tools.website.search.lookup.term_records import TermRecords

LONGEST_SHOWN = 600
"""Characters of a passage in a list at most."""


@dataclass(frozen=True, slots=True)
class ServedEdition:
    """An edition as agents are served.

    Attributes:
        published: What is published of it.
        quotable: The texts in which quotations are checked, and the search index.
        search: The search of it.
        lexicon: The labels of its entries, by which links are explained.
        site: Where it is published.
        entries: The entries by id.
        relations: Their relations.
    """

    published: PublishedEdition
    quotable: Quotable
    search: RecordSearch
    lexicon: Lexicon
    site: Site
    entries: Mapping[str, Entry]
    relations: Relations

    @property
    def terms(self) -> TermRecords:
        """The search index."""
        return self.quotable.terms

    def address(self, path: str, fragment: str = "") -> str:
        """Return the address of a page, relative to the site where its address is not known.

        Args:
            path: The page, such as "sources/letter".
            fragment: The id of a place on it.
        """
        base = site_base(self.site.url)
        return f"{base}{path}/" + (f"#{fragment}" if fragment else "")

    def passage(self, document: Document, block: Block) -> dict[str, object]:
        """Return where a passage is, and its proof: the raw file, its checksum, and the offsets in it, if published."""
        return {
            "text": document.source.id,
            "title": document.source.title,
            "paragraph": block.id,
            "place": text_names.place_name(block),
            "language": block.lang,
            "address": self.address(f"sources/{document.source.id}", block.id),
            "proof": self.proof(document, block, 0, len(block.text)),
        }

    def proof(self, document: Document, block: Block, start: int, end: int) -> dict[str, object] | None:
        """Return where characters of a block are in the raw file, in code points, the end exclusive.

        None where the raw file is not published.
        """
        if document.source.is_withheld:
            return None
        return {
            **raw_file(document.source),
            "commit": self.quotable.commit,
            "characters": [list(place) for place in raw_places(block, start, end)],
        }


def serve_edition(reading: Reading, site: Site, language: str, commit: str) -> ServedEdition:
    """Return an edition as agents are served.

    Args:
        reading: The edition.
        site: Where it is published.
        language: The language of the site, a BCP 47 tag.
        commit: The commit that its files are at, or "".
    """
    published = publish(reading)
    quotable = read_quotable(published.documents, look_up(published, language), site, language, commit)
    search = RecordSearch(quotable.terms, published.entries)
    entries = {entry.id: entry for entry in published.entries}
    return ServedEdition(published, quotable, search, reading.lexicon, site, entries, relate(published.entries))


def cut(text: str, most: int = LONGEST_SHOWN) -> str:
    """Return a text, or its beginning and a sign that it goes on."""
    return text if len(text) <= most else f"{text[:most].rstrip()} […]"
