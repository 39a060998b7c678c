"""The header of a text in TEI: what it is, whose rights are in it, where it comes from, how it is encoded."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.exports.tei.named_things import NamedThings
from build_tools.exports.tei.xml_writing import xml_element, xml_words
from build_tools.model import CITATION, EXCERPT, Creator, Document, Source
from build_tools.model.dates import CalendarDay, iso_date, read_date
from build_tools.website.citations import Site
from build_tools.website.citations.csl import NAME_VARIABLES, named_makers
from build_tools.website.naming.addresses import entry_path, page_address, source_path

_FREE = ("http://creativecommons.org/", "https://creativecommons.org/")
_EXTENTS = {
    EXCERPT: "Only excerpts of the text are published; what is left out of a block is a sign, a whole block a gap.",
    CITATION: "None of the words of the text are published: each block is a gap.",
}
_PRINCIPLES = (
    "The words of each block are those of the raw text, with its lines joined. Nothing is corrected. An element with an"
    " xml:id is a block, whose id is that of its place on the page of the text; rs marks words that name an entry of"
    " the glossary, by rules and rulings that the page explains. Navigation, page furniture and the like are left out."
)
_SCHEMA = "reader.odd"


def encode_header(document: Document, named: NamedThings, site: Site, base: str) -> str:
    """Return the header of a text, as lines.

    Args:
        document: The text.
        named: The entries that it mentions.
        site: Where the edition is published.
        base: The address of the root of the site, or the way to it from the file.
    """
    source = document.source
    described = (
        xml_element("titleStmt", xml_words("title", source.title) + "".join(_makers(source, base))),
        xml_element("publicationStmt", "".join(_publication(source, site, base))),
        xml_element("sourceDesc", xml_element("bibl", "".join(_bibliography(source, base)))),
    )
    encoding = (
        xml_element("editorialDecl", xml_words("p", _PRINCIPLES), lang="en"),
        named.taxonomy(),
        xml_element("schemaRef", "", type="interchangeODD", url=_SCHEMA),
    )
    spoken = sorted({*source.languages, *(block.lang for block in document.blocks)})
    languages = "".join(xml_words("language", tag, ident=tag) for tag in spoken) or xml_words("p", "not stated")
    kinds = xml_element("textClass", xml_words("classCode", source.genre, scheme="https://citationstyles.org/"))
    profile = (xml_element("langUsage", languages), kinds if source.genre else "")
    parts = (("fileDesc", described), ("encodingDesc", encoding), ("profileDesc", profile))
    lines = (xml_element(name, "\n" + "\n".join(filter(None, inner)) + "\n") for name, inner in parts)
    return xml_element("teiHeader", "\n" + "\n".join(lines) + "\n") + "\n"


def _makers(source: Source, base: str) -> Iterator[str]:
    """Yield the authors, then the others who had a part in the text."""
    for creator in named_makers(source, "author"):
        yield xml_words("author", creator.name, ref=_entry_address(creator, base))
    for variable in NAME_VARIABLES[1:]:
        for creator in named_makers(source, variable):
            name = xml_words("name", creator.name, ref=_entry_address(creator, base))
            yield xml_element("respStmt", xml_words("resp", creator.role or "") + name)


def _entry_address(creator: Creator, base: str) -> str | None:
    return base + page_address(entry_path(creator.entry), use_directories=True) if creator.entry else None


def _publication(source: Source, site: Site, base: str) -> Iterator[str]:
    yield xml_words("publisher", site.name or "not stated")
    yield xml_words("idno", base + page_address(source_path(source.id), use_directories=True), type="URI")
    rights = source.rights
    about = [xml_element("p", xml_words("ref", rights.statement, target=rights.statement))] if rights.statement else []
    about += [xml_words("p", rights.notice)] if rights.notice else []
    about += [xml_words("p", _EXTENTS[rights.publish], lang="en")] if rights.publish in _EXTENTS else []
    status = "free" if rights.statement.startswith(_FREE) else "restricted" if rights.statement else "unknown"
    yield xml_element("availability", "".join(about) or xml_words("p", "not stated"), status=status)


def _bibliography(source: Source, base: str) -> Iterator[str]:
    yield from _makers(source, base)
    yield xml_words("title", source.title, type=None if source.title_stated else "editorial")
    yield xml_words("publisher", source.publisher or "")
    if source.issued:
        yield _date(source.issued, "inferred" if "issued" in source.inferred else None)
    yield xml_words("ref", source.url or "", target=source.url)
    yield xml_words("idno", source.seed, type="raw-text")


def _date(edtf: str, kind: str | None) -> str:
    """Return a date: the day or the time if it is one, else the first and the last day that it may mean."""
    when = iso_date(edtf)
    date = read_date(edtf)
    ends = (date.begin, date.end) if date and not when else (None, None)
    after, before = (ends[0].first if ends[0] else None), (ends[1].last if ends[1] else None)
    limits = {"notBefore": _day(after), "notAfter": _day(before)}
    return xml_words("date", edtf, when=when, type=kind, **limits)


def _day(day: CalendarDay | None) -> str | None:
    """Return a day as XML Schema writes it; None before year 1, which its versions number differently."""
    return str(day) if day and day.year > 0 else None
