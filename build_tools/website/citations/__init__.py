"""How a text is cited: one CSL record of it, from which every style and every format is made.

The styles are rendered by pandoc's citation processor from the styles of the CSL project, BibTeX and RIS written by
their own libraries; nothing is put together by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from build_tools.model import Data, Source
from build_tools.website.citations.csl import PERMALINK, Site, permalink, record
from build_tools.website.citations.exports import bibtex, csl_json, ris
from build_tools.website.citations.styles import STYLES, Rendered, render

__all__ = ["PERMALINK", "STYLES", "Citations", "Rendered", "Site", "cite", "files", "permalink"]


@dataclass(frozen=True, slots=True)
class Citations:
    """Every way to cite one text.

    `styles` are in the order of STYLES and `formats` map a file's ending to its text; in both `PERMALINK` stands for
    the permalink. `address` is that permalink, relative to the site where the site's own address is not known.
    """

    styles: tuple[Rendered, ...]
    formats: Mapping[str, str]
    address: str
    undated: bool
    unsigned: bool


def cite(sources: Iterable[Source], site: Site, language: str = "en") -> Mapping[str, Citations]:
    """The citations of each text, by its id; several are rendered at a time, since each waits for a program."""
    with ThreadPoolExecutor() as pool:
        made = pool.map(lambda source: (source.id, _cite(source, site, language)), sources)
        return dict(made)


def _cite(source: Source, site: Site, language: str) -> Citations:
    item = record(source, site)
    formats = {"bib": bibtex(item), "ris": ris(item), "json": csl_json(item)}
    address = permalink(source, site)
    return Citations(render(item, language), formats, address, "issued" not in item, "author" not in item)


def files(sources: Iterable[Source], site: Site) -> tuple[Data, ...]:
    """The records as files to download; without an address of the site they name that of the original, or none."""
    made = []
    for source in sources:
        address = permalink(source, site) if site.url else source.url
        item = {key: value for key, value in record(source, site).items() if key != "URL"}
        item |= {"URL": address} if address else {}
        formats = {"bib": bibtex(item), "ris": ris(item), "json": csl_json(item)}
        made += [Data(f"cite/{source.id}.{ending}", text) for ending, text in formats.items()]
    return tuple(made)
