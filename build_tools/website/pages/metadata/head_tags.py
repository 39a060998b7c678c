"""The tags in the head of a text's page that reference managers read: Highwire and Dublin Core."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model import Source
from build_tools.model.dates import without_time
from build_tools.website.citations import permalink
from build_tools.website.citations.creator_names import tagged_name
from build_tools.website.citations.csl import PERIODICALS, cited_title, names_by_variable
from build_tools.website.localisation import translate
from build_tools.website.naming.vocabulary import original_in_words
from build_tools.website.pages.metadata.linked_things import stated
from build_tools.website.survey.lookups import Corpus


def head_tags(source: Source, corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Yield the name and the content of each tag."""
    yield from _highwire(source, corpus)
    yield from _dublin_core(source, corpus)


def _highwire(source: Source, corpus: Corpus) -> Iterator[tuple[str, str]]:
    yield "citation_title", cited_title(source)
    for name in names_by_variable(source)["author"]:
        yield "citation_author", tagged_name(name)
    if issued := stated(source, "issued", source.issued):
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
    for variable, names in names_by_variable(source).items():
        tag = "DC.creator" if variable == "author" else "DC.contributor"
        yield from ((tag, tagged_name(name)) for name in names)
    if source.publisher:
        yield "DC.publisher", source.publisher
    if issued := stated(source, "issued", source.issued):
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
