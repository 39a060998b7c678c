"""How a text is cited: every style and every format is made from one CSL record of the text.

Styles are rendered by pandoc's citation processor from the style files of the CSL project; BibTeX and RIS are written
by their own libraries. Nothing is put together by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from build_tools.model import Data, Source
from build_tools.model.remembering import remembered
from build_tools.website.caching import NO_CACHE, Cache
from build_tools.website.citations.csl import NAME_VARIABLES, PERMALINK, Item, Site, permalink, record
from build_tools.website.citations.date_phrases import (
    UNDATED,
    bracketed_date,
    date_in_citations,
    with_letter,
    years_in_citations,
)
from build_tools.website.citations.reference_files import bibtex, csl_json, ris
from build_tools.website.citations.styles import STYLES, YEARS, Rendered, begin_rendering
from build_tools.website.citations.year_letters import year_letters

__all__ = ["PERMALINK", "STYLES", "Citations", "Rendered", "Site", "begin_citing", "cite", "files", "permalink"]


@dataclass(frozen=True, slots=True)
class Citations:
    """Every way to cite one text.

    Attributes:
        styles: The text cited in each style, in the order of STYLES; `PERMALINK` is a placeholder for the permalink.
        formats: The content of each file to download, by its extension; with the same placeholder.
        address: The permalink, relative to the site if the site's own address is not known.
        undated: Whether the text states no date.
        unsigned: Whether the text names nobody by whom it is cited.
    """

    styles: tuple[Rendered, ...]
    formats: Mapping[str, str]
    address: str
    undated: bool
    unsigned: bool


def cite(
    sources: Iterable[Source], site: Site, language: str = "en", cache: Cache = NO_CACHE
) -> Mapping[str, Citations]:
    """Return the citations of each text, by its id; see `begin_citing`."""
    return begin_citing(sources, site, language, cache)()


def begin_citing(
    sources: Iterable[Source], site: Site, language: str = "en", cache: Cache = NO_CACHE
) -> Callable[[], Mapping[str, Citations]]:
    """Have pandoc begin to cite texts, beside whatever this process does meanwhile.

    No text changes the citation of another, except that texts by one author of one year have letters (2024a).

    Args:
        sources: The texts.
        site: Where the edition is published.
        language: The language of the citations, a BCP 47 tag.
        cache: Keeps the citations of each text.

    Returns:
        What waits for pandoc and returns the citations of each text, by its id.
    """
    cited = tuple(sources)
    letters = year_letters(cited)
    items = [record(source, site, letters.get(source.id, "")) for source in cited]
    shown = [_shown(source, item, language) for source, item in zip(cited, items, strict=True)]
    styled = begin_rendering(shown, language, cache)
    return lambda: {
        source.id: Citations(
            styles,
            _formats_of(source, site, letters.get(source.id, "")),
            permalink(source, site),
            "issued" not in item,
            item.keys().isdisjoint(NAME_VARIABLES),
        )
        for source, item, styles in zip(cited, items, styled(), strict=True)
    }


def _shown(source: Source, item: Item, language: str) -> Item:
    """Return a record as styles print it: a date that CSL cannot express, or that the editors infer, in words."""
    if "issued" in source.inferred:
        words = bracketed_date(source.issued) if language.startswith("en") else ""  # only English has words for it
        return {**item, "status": words, YEARS: words} if words else item
    years = with_letter(years_in_citations(source.issued), str(item.get("year-suffix", "")))
    issued = cast("Mapping[str, object]", item.get("issued", {}))
    words = date_in_citations(source.issued)
    if "date-parts" in issued:
        return {**item, YEARS: years, **({"status": words} if "season" in issued else {})}
    undated = {key: value for key, value in item.items() if key != "issued"}
    return {**undated, "status": words or UNDATED, YEARS: years}


@remembered
def _formats_of(source: Source, site: Site, letter: str) -> Mapping[str, str]:
    return _formats(record(source, site, letter), source)


def _formats(item: Item, source: Source) -> Mapping[str, str]:
    """Return a record as each file to download, by its extension."""
    date = source.issued if "issued" in item else None
    return {"bib": bibtex(item, date), "ris": ris(item, date), "json": csl_json(item)}


def files(sources: Iterable[Source], site: Site) -> tuple[Data, ...]:
    """Return the records as files to download.

    Their address is the permalink; if the site has no address, that of the original, or none.
    """
    cited = tuple(sources)
    letters = year_letters(cited)
    return tuple(download for source in cited for download in _downloads(source, site, letters.get(source.id, "")))


@remembered
def _downloads(source: Source, site: Site, letter: str) -> tuple[Data, ...]:
    address = permalink(source, site) if site.url else source.url
    item = {key: value for key, value in (record(source, site, letter) | {"URL": address}).items() if value}
    return tuple(Data(f"cite/{source.id}.{extension}", text) for extension, text in _formats(item, source).items())
