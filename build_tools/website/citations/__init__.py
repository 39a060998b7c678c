"""How a text is cited: every style and every format is made from one CSL record of the text.

Styles are rendered by pandoc's citation processor from the style files of the CSL project; BibTeX and RIS are written
by their own libraries. Nothing is put together by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from build_tools.model import Data, Source
from build_tools.model.remembering import remembered
from build_tools.website.caching import NO_CACHE, Cache
from build_tools.website.citations.csl import PERMALINK, Item, Site, permalink, record
from build_tools.website.citations.exports import bibtex, csl_json, ris
from build_tools.website.citations.styles import STYLES, Rendered, render

__all__ = ["PERMALINK", "STYLES", "Citations", "Rendered", "Site", "cite", "files", "permalink"]


@dataclass(frozen=True, slots=True)
class Citations:
    """Every way to cite one text.

    Attributes:
        styles: The text cited in each style, in the order of STYLES; `PERMALINK` is a placeholder for the permalink.
        formats: The content of each file to download, by its extension; with the same placeholder.
        address: The permalink, relative to the site if the site's own address is not known.
        undated: Whether the text states no date.
        unsigned: Whether the text names no author.
    """

    styles: tuple[Rendered, ...]
    formats: Mapping[str, str]
    address: str
    undated: bool
    unsigned: bool


def cite(
    sources: Iterable[Source], site: Site, language: str = "en", cache: Cache = NO_CACHE
) -> Mapping[str, Citations]:
    """Return the citations of each text, by its id; no text changes the citation of another.

    Args:
        sources: The texts.
        site: Where the edition is published.
        language: The language of the citations, a BCP 47 tag.
        cache: Keeps the citations of each text.
    """
    cited = tuple(sources)
    items = [record(source, site) for source in cited]
    styled = render(items, language, cache)
    return {
        source.id: Citations(
            styles, _formats_of(source, site), permalink(source, site), "issued" not in item, "author" not in item
        )
        for source, item, styles in zip(cited, items, styled, strict=True)
    }


@remembered
def _formats_of(source: Source, site: Site) -> Mapping[str, str]:
    return _formats(record(source, site))


def _formats(item: Item) -> Mapping[str, str]:
    """Return a record as each file to download, by its extension."""
    return {"bib": bibtex(item), "ris": ris(item), "json": csl_json(item)}


def files(sources: Iterable[Source], site: Site) -> tuple[Data, ...]:
    """Return the records as files to download.

    Their address is the permalink; if the site has no address, that of the original, or none.
    """
    return tuple(download for source in sources for download in _downloads(source, site))


@remembered
def _downloads(source: Source, site: Site) -> tuple[Data, ...]:
    address = permalink(source, site) if site.url else source.url
    item = {key: value for key, value in record(source, site).items() if key != "URL"}
    item |= {"URL": address} if address else {}
    return tuple(Data(f"cite/{source.id}.{extension}", text) for extension, text in _formats(item).items())
