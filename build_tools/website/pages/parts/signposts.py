"""Where the head of a page leads programs: FAIR Signposting, level 1, of the values that there are.

https://signposting.org/FAIR/ says what each relation of a landing page means: how it is cited, what describes it, on
what terms it may be used, who made what is on it, and what that is.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model import Entry, Source
from build_tools.website.citations import permalink
from build_tools.website.citations.csl import variable_of
from build_tools.website.citations.page_citations import page_permalink
from build_tools.website.naming.addresses import entry_path
from build_tools.website.pages.metadata.linked_things import ENTRY_TYPES
from build_tools.website.pages.metadata.text_things import TEXT_TYPES
from build_tools.website.survey.lookups import Corpus

_VOCABULARY = "https://schema.org/"
_DESCRIPTIONS = {
    "bib": "application/x-bibtex",
    "json": "application/vnd.citationstyles.csl+json",
    "ris": "application/x-research-info-systems",
}
"""The media types of the files with the citation of a text, by their extension."""

Signpost = dict[str, str]
"""A relation as `rel`, and where it leads: `href`, an address that is absolute or below the site, or `page`, the path
of a page without its end. `type` is the media type of a file.
"""


def source_signposts(source: Source, corpus: Corpus) -> list[Signpost]:
    """Return where the page of a text leads programs."""
    return [*_text(source, corpus)]


def _text(source: Source, corpus: Corpus) -> Iterator[Signpost]:
    site = corpus.edition.site
    if site.url:
        yield {"rel": "cite-as", "href": permalink(source, site)}
    for maker in source.creators:
        if maker.entry and maker.entry in corpus.entries and variable_of(maker) == "author":
            yield {"rel": "author", "page": entry_path(maker.entry).removesuffix(".md")}
    for extension, media_type in _DESCRIPTIONS.items() if source.id in corpus.edition.citations else ():
        yield {"rel": "describedby", "href": f"cite/{source.id}.{extension}", "type": media_type}
    if source.rights.statement.startswith(("https://", "http://")):
        yield {"rel": "license", "href": source.rights.statement}
    yield {"rel": "type", "href": _VOCABULARY + "AboutPage"}
    yield {"rel": "type", "href": _VOCABULARY + TEXT_TYPES.get(source.genre, "CreativeWork")}


def entry_signposts(entry: Entry, corpus: Corpus) -> list[Signpost]:
    """Return where the page of an entry leads programs."""
    site, kind = corpus.edition.site, ENTRY_TYPES.get(entry.kind)
    address = page_permalink(entry_path(entry.id), site)
    types = ("AboutPage", "DefinedTerm", *((kind,) if kind else ()))
    return [
        *([{"rel": "cite-as", "href": address}] if site.url else []),
        *({"rel": "type", "href": _VOCABULARY + name} for name in types),
    ]
