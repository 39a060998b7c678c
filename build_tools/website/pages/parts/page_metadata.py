"""Metadata for machines: Highwire and Dublin Core tags for reference managers, schema.org as JSON-LD.

Dates and creators that the text does not state are left out, as in a citation.

Sources: Google Scholar's inclusion guidelines (Highwire tags), DCMI Metadata Terms, schema.org.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from build_tools.model import Creator, Entry, Source
from build_tools.model.dates import iso_date, without_time
from build_tools.model.entry_kinds import ENTRY_KINDS
from build_tools.text import escaping
from build_tools.website.citations import permalink
from build_tools.website.citations.creator_names import csl_name, sorted_name
from build_tools.website.citations.csl import PERIODICALS, cited_title
from build_tools.website.localisation import translate
from build_tools.website.naming.vocabulary import original_in_words
from build_tools.website.survey.lookups import Corpus

TEXT_TYPES = {
    "article": "Article",
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "book": "Book",
    "chapter": "Chapter",
    "dataset": "Dataset",
    "legislation": "Legislation",
    "map": "Map",
    "paper-conference": "ScholarlyArticle",
    "post-weblog": "BlogPosting",
    "report": "Report",
    "review": "Review",
    "thesis": "Thesis",
    "webpage": "WebPage",
}
ENTRY_TYPES = {kind.name: kind.schema_type for kind in ENTRY_KINDS}
_PERIODICALS = {"article-newspaper": "Newspaper"}
_CONTEXT = "https://schema.org"
_TITLES = ("title", "subtitle")

Thing = dict[str, object]
"""A schema.org object, by property."""


Metadata = dict[str, object]
"""What the template writes into the head of a page: `tags`, each a name and its content, and a thing as `json_ld`."""


def source_metadata(source: Source, corpus: Corpus) -> Metadata:
    """Return the metadata of a text's page."""
    tags = [*_highwire(source, corpus), *_dublin_core(source, corpus)]
    return {"tags": [[name, escaping.one_line(content)] for name, content in tags], "json_ld": _text(source, corpus)}


def entry_metadata(entry: Entry, corpus: Corpus) -> Metadata:
    """Return the metadata of an entry's page."""
    schema_type = ENTRY_TYPES.get(entry.kind)
    names = dict.fromkeys(label.text for label in entry.alt_labels if label.text != entry.name)
    thing: Thing = {
        "@context": _CONTEXT,
        "@type": ["DefinedTerm", schema_type] if schema_type else "DefinedTerm",
        "@id": _address("glossary", entry.id, corpus),
        "url": _address("glossary", entry.id, corpus),
        "name": entry.pref_label,
        "alternateName": list(names),
        "description": entry.definition,
        "termCode": entry.id,
        "startDate": iso_date(entry.event.date) if entry.event else None,
        "sameAs": entry.notation if entry.notation and entry.notation.startswith("http") else None,
        "inDefinedTermSet": _without_empty(
            {
                "@type": "DefinedTermSet",
                "name": _part_name("Glossary", corpus),
                "url": _address("glossary", "", corpus),
            }
        ),
    }
    return {"json_ld": _without_empty(thing)}


def _highwire(source: Source, corpus: Corpus) -> Iterator[tuple[str, str]]:
    yield "citation_title", cited_title(source)
    for creator in _named_creators(source):
        yield "citation_author", sorted_name(csl_name(creator, source.languages))
    if issued := _stated(source, "issued", source.issued):
        yield "citation_publication_date", without_time(issued).replace("-", "/")
    if source.publisher:
        yield ("citation_journal_title" if source.genre in PERIODICALS else "citation_publisher"), source.publisher
    if source.genre == "report" and source.publisher:
        yield "citation_technical_report_institution", source.publisher
    for tag in source.languages[:1]:
        yield "citation_language", tag
    if corpus.edition.site.url:
        yield "citation_public_url", permalink(source, corpus.edition.site)


def _dublin_core(source: Source, corpus: Corpus) -> Iterator[tuple[str, str]]:
    yield "DC.title", cited_title(source)
    for creator in _named_creators(source):
        yield "DC.creator", sorted_name(csl_name(creator, source.languages))
    if source.publisher:
        yield "DC.publisher", source.publisher
    if issued := _stated(source, "issued", source.issued):
        yield "DC.date", issued
    for tag in source.languages:
        yield "DC.language", tag
    yield "DC.type", "Text"
    yield "DC.format", "text/html"
    if corpus.edition.site.url:
        yield "DC.identifier", permalink(source, corpus.edition.site)
    if source.url:
        yield "DC.source", source.url
    if source.original:
        yield "DCTERMS.provenance", " ".join((translate("Converted"), original_in_words(source.original)))
    for rights in (source.rights.notice, source.rights.statement):
        if rights:
            yield "DC.rights", rights


def _text(source: Source, corpus: Corpus) -> Thing:
    about, mentioned = _named(source, corpus)
    publisher = {"@type": "Organization", "name": source.publisher} if source.publisher else None
    address = permalink(source, corpus.edition.site) if corpus.edition.site.url else None
    thing: Thing = {
        "@context": _CONTEXT,
        "@type": TEXT_TYPES.get(source.genre, "CreativeWork"),
        "@id": address,
        "url": address,
        "name": cited_title(source),
        "headline": cited_title(source),
        "author": [_creator(creator, corpus) for creator in _named_creators(source)],
        "publisher": publisher,
        "datePublished": _stated(source, "issued", source.issued),
        "dateModified": _stated(source, "modified", source.modified),
        "inLanguage": list(source.languages),
        "isPartOf": list(_is_part_of(source, corpus)),
        "isBasedOn": source.url,
        "copyrightNotice": source.rights.notice,
        "usageInfo": source.rights.statement,
        "about": about,
        "mentions": mentioned,
    }
    return _without_empty(thing)


def _named(source: Source, corpus: Corpus) -> tuple[list[Thing], list[Thing]]:
    """Return the entries that the title or subtitle names, and all others that the text names."""
    about: list[Thing] = []
    mentioned: list[Thing] = []
    blocks = corpus.blocks[source.id]
    for entry, places in corpus.named_in.get(source.id, {}).items():
        thing = {"@id": _address("glossary", entry, corpus), "@type": "DefinedTerm"}
        thing["name"] = corpus.entries[entry].pref_label
        in_title = any(blocks[block].role in _TITLES for block in places)
        (about if in_title else mentioned).append(_without_empty(dict(thing)))
    return sorted(about, key=_by_name), sorted(mentioned, key=_by_name)


def _by_name(thing: Mapping[str, object]) -> str:
    return str(thing["name"])


def _is_part_of(source: Source, corpus: Corpus) -> Iterator[Thing]:
    """Yield what the text is part of: the periodical, and this edition."""
    if source.publisher and source.genre in PERIODICALS:
        yield {"@type": _PERIODICALS.get(source.genre, "Periodical"), "name": source.publisher}
    site = corpus.edition.site
    if site.name or site.url:
        yield _without_empty({"@type": "WebSite", "name": site.name, "url": site.url})


def _creator(creator: Creator, corpus: Corpus) -> Thing:
    entry = creator.entry if creator.entry in corpus.entries else None
    return _without_empty(
        {
            "@type": "Organization" if creator.kind == "organisation" else "Person",
            "@id": _address("glossary", entry, corpus) if entry else None,
            "name": creator.name,
            "affiliation": {"@type": "Organization", "name": creator.affiliation} if creator.affiliation else None,
        }
    )


def _named_creators(source: Source) -> tuple[Creator, ...]:
    return tuple(creator for creator in source.creators if creator.kind != "unnamed")


def _stated(source: Source, name: str, date: str | None) -> str | None:
    """Return a date in ISO 8601 if the text states it and it is a single day, month or year, else None."""
    return None if name in source.inferred else iso_date(date)


def _address(folder: str, identifier: str, corpus: Corpus) -> str | None:
    url = corpus.edition.site.url
    return "/".join([url.rstrip("/"), folder, *([identifier] if identifier else []), ""]) if url else None


def _part_name(part: str, corpus: Corpus) -> str:
    name = corpus.edition.site.name
    return f"{part} of the {name}" if name else part


def _without_empty(thing: Thing) -> Thing:
    return {key: value for key, value in thing.items() if value}
