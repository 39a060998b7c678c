"""A text as a thing of schema.org: who made it, where it appeared, and the entries that it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from build_tools.model import Source
from build_tools.website.citations import permalink
from build_tools.website.citations.csl import PERIODICALS, cited_title, variable_of
from build_tools.website.naming.addresses import source_path
from build_tools.website.pages.metadata.linked_things import (
    Thing,
    address,
    maker,
    named_entry,
    organisation,
    stated,
    website,
    without_empty,
)
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
_PERIODICAL_TYPES = {"article-newspaper": "Newspaper"}
_MAKERS = ("author", "editor", "translator")
"""The name variables of CSL that are properties of any text too."""
_TITLES = ("title", "subtitle")


def article(source: Source, corpus: Corpus) -> Thing:
    """Return a text."""
    about, mentioned = _named(source, corpus)
    permanent = permalink(source, corpus.edition.site) if corpus.edition.site.url else None
    thing: Thing = {
        "@type": TEXT_TYPES.get(source.genre, "CreativeWork"),
        "@id": permanent,
        "url": permanent,
        "name": cited_title(source),
        "headline": cited_title(source),
        **_makers(source, corpus),
        "publisher": _publisher(source, corpus),
        "datePublished": stated(source, "issued", source.issued),
        "dateModified": stated(source, "modified", source.modified),
        "inLanguage": list(source.languages),
        "isPartOf": list(_is_part_of(source, corpus)),
        "isBasedOn": source.url,
        "copyrightNotice": source.rights.notice,
        "usageInfo": source.rights.statement,
        "about": about,
        "mentions": mentioned,
    }
    return without_empty(thing)


def _makers(source: Source, corpus: Corpus) -> Thing:
    """Return the makers by what they are to the text."""
    makers: dict[str, list[Thing]] = {"author": []}
    for number, creator in enumerate((creator for creator in source.creators if creator.kind != "unnamed"), 1):
        variable = variable_of(creator)
        name = variable if variable in _MAKERS else "contributor"
        makers.setdefault(name, []).append(maker(creator, number, source, corpus))
    return {**makers}


def _publisher(source: Source, corpus: Corpus) -> Thing:
    """Return the publisher: an entry, if its name is that of an organisation in the glossary."""
    if not source.publisher:
        return {}
    if entry := corpus.organisations.get(source.publisher.casefold()):
        return {**organisation(corpus.entries[entry], corpus), "name": source.publisher}
    at = address(f"{source_path(source.id)}#publisher", corpus)
    return without_empty({"@type": "Organization", "@id": at, "name": source.publisher})


def _is_part_of(source: Source, corpus: Corpus) -> Iterator[Thing]:
    """Yield what the text is part of: the periodical, and this edition."""
    if source.publisher and source.genre in PERIODICALS:
        yield {"@type": _PERIODICAL_TYPES.get(source.genre, "Periodical"), "name": source.publisher}
    if edition := website(corpus):
        yield edition


def _named(source: Source, corpus: Corpus) -> tuple[list[Thing], list[Thing]]:
    """Return the entries that the title or subtitle names, and all others that the text names."""
    about: list[Thing] = []
    mentioned: list[Thing] = []
    blocks = corpus.blocks[source.id]
    for entry, places in corpus.named_in.get(source.id, {}).items():
        # Its other types are on its own page.
        thing = {**named_entry(corpus.entries[entry], corpus), "@type": "DefinedTerm"}
        in_title = any(blocks[block].role in _TITLES for block in places)
        (about if in_title else mentioned).append(thing)
    return sorted(about, key=_by_name), sorted(mentioned, key=_by_name)


def _by_name(thing: Mapping[str, object]) -> str:
    return str(thing["name"])
