"""Metadata for machines: Highwire and Dublin Core tags for reference managers, schema.org as JSON-LD.

Dates and creators that the text does not state are left out, as in a citation. What has a page of its own, and who made
a text, has an `@id`, so that the JSON-LD of all pages is one graph; where the site has no address, it has names alone.

Sources: Google Scholar's inclusion guidelines (Highwire tags), DCMI Metadata Terms, schema.org.
"""

from __future__ import annotations

from build_tools.model import Entry, Source
from build_tools.model.registers import Discrepancy, Quotation
from build_tools.text import escaping
from build_tools.website.pages.metadata import entry_things, register_things, text_things
from build_tools.website.pages.metadata.head_tags import head_tags
from build_tools.website.pages.metadata.linked_things import Thing, in_context
from build_tools.website.survey.lookups import Corpus

Metadata = dict[str, object]
"""What the template writes into the head of a page: `tags`, each a name and its content, and a thing as `json_ld`."""


def source_metadata(source: Source, corpus: Corpus) -> Metadata:
    """Return the metadata of a text's page."""
    tags = [[name, escaping.one_line(content)] for name, content in head_tags(source, corpus)]
    return {"tags": tags, **_linked(text_things.article(source, corpus))}


def entry_metadata(entry: Entry, corpus: Corpus) -> Metadata:
    """Return the metadata of an entry's page."""
    return _linked(entry_things.term(entry, corpus))


def glossary_metadata(listed: tuple[Entry, ...], corpus: Corpus) -> Metadata:
    """Return the metadata of the index of entries, given those that it lists."""
    return _linked(entry_things.term_set(listed, corpus))


def register_metadata(item: Discrepancy | Quotation, corpus: Corpus) -> Metadata:
    """Return the metadata of the page of a difference or a quotation."""
    if isinstance(item, Discrepancy):
        return _linked(register_things.claim(item, corpus))
    return _linked(register_things.quotation(item, corpus))


def _linked(thing: Thing) -> Metadata:
    return {"json_ld": in_context(thing)}
