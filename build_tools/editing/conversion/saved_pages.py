"""Saved web pages: the encoding they are in, and what their heads say of them."""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, lookup
from collections.abc import Iterator, Mapping

from build_tools.editing.conversion.elements import Element, read_elements
from build_tools.editing.guesses.statements import Statement, state

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,100}encoding=[\"']([\w.:-]+)", re.IGNORECASE
)
_HEAD = 4_096  # bytes in which a page states its encoding
_WITHOUT_STATEMENT = "windows-1252"  # what browsers take a page for that states none and is not UTF-8
_READ_AS = {"iso-8859-1": "windows-1252", "ascii": "windows-1252"}  # as browsers read them

_META = {
    "title": ("citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title", "parsely-title"),
    "creators": ("citation_author", "dc.creator", "dcterms.creator", "author", "article:author", "parsely-author"),
    "issued": (
        *("citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date"),
        *("article:published_time", "datepublished", "date", "pubdate", "parsely-pub-date"),
    ),
    "modified": ("dcterms.modified", "dc.date.modified", "article:modified_time", "datemodified", "last-modified"),
    "publisher": ("citation_journal_title", "citation_publisher", "dc.publisher", "dcterms.publisher", "og:site_name"),
    "languages": ("citation_language", "dc.language", "dcterms.language", "content-language"),
    "url": ("og:url", "citation_fulltext_html_url", "dc.identifier"),
}
"""Names of `<meta>` that say something of a field, the most trustworthy first."""

_GENRE_SIGNS = {
    "citation_journal_title": "article-journal",
    "citation_conference_title": "paper-conference",
    "citation_dissertation_institution": "thesis",
    "citation_technical_report_institution": "report",
}
_TYPES = {
    "NewsArticle": "article-newspaper",
    "ReportageNewsArticle": "article-newspaper",
    "OpinionNewsArticle": "article-newspaper",
    "ScholarlyArticle": "article-journal",
    "BlogPosting": "post-weblog",
    "Report": "report",
    "Book": "book",
    "Thesis": "thesis",
    "Legislation": "legislation",
}
_LINKED_DATA = {
    "title": ("headline", "name"),
    "creators": ("author",),
    "issued": ("datePublished",),
    "modified": ("dateModified",),
    "publisher": ("publisher",),
    "languages": ("inLanguage",),
    "url": ("url", "mainEntityOfPage"),
}
_WORKS = frozenset({*_TYPES, "Article", "CreativeWork", "WebPage"})
_SITE_NAME = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]{1,60}$")
_ADDRESS_OF_MAKER = re.compile(r"https?://")


def decode_page(data: bytes) -> str:
    """Return a web page as browsers decode it: by its mark, by what it states, as UTF-8, or as Windows' Latin."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    match = None if data.startswith(BOM_UTF8) else _CHARSET.search(data[:_HEAD])
    if match:
        name = (match[1] or match[2]).decode()
        try:
            return data.decode(_READ_AS.get(lookup(name).name.replace("_", "-"), name))
        except (LookupError, UnicodeDecodeError):
            pass
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode(_WITHOUT_STATEMENT, "replace")


def read_head(page: str) -> tuple[Statement, ...]:
    """Return what a web page says of itself: in `<meta>`, in JSON-LD, in `<title>`, `<html lang>`, `<link>`."""
    elements = read_elements(page, "html", "meta", "title", "link", "script")
    return (*_of_meta(elements), *_of_linked_data(elements), *_of_elements(elements))


def _of_meta(elements: tuple[Element, ...]) -> Iterator[Statement]:
    contents: dict[str, list[str]] = {}
    for element in elements:
        if element.name == "meta":
            keys = (element.attributes.get(key, "") for key in ("name", "property", "itemprop", "http-equiv"))
            name = next((key for key in keys if key), "").lower()
            contents.setdefault(name, []).append(element.attributes.get("content", ""))
    for field, names in _META.items():
        for name in names:
            for content in contents.get(name, ()):
                if not (field == "creators" and _ADDRESS_OF_MAKER.match(content)):
                    yield from state(field, content, f'the page’s <meta name="{name}">')
    for name, genre in _GENRE_SIGNS.items():
        if name in contents:
            yield Statement("genre", genre, f'the page’s <meta name="{name}">')


def _of_linked_data(elements: tuple[Element, ...]) -> Iterator[Statement]:
    for element in elements:
        if element.name == "script" and element.attributes.get("type", "").lower() == "application/ld+json":
            try:
                data = json.loads(element.text)
            except (ValueError, RecursionError):
                continue
            for work in _works(data):
                yield from _of_work(work)


def _works(data: object, depth: int = 3) -> Iterator[Mapping[str, object]]:
    if isinstance(data, list):
        for item in data:
            yield from _works(item, depth)
    elif isinstance(data, dict):
        if not _WORKS.isdisjoint(_types(data)):
            yield data
        if depth:
            yield from _works(data.get("@graph"), depth - 1)


def _types(work: Mapping[str, object]) -> tuple[str, ...]:
    types = work.get("@type")
    return tuple(str(name) for name in types) if isinstance(types, list) else (str(types),)


def _of_work(work: Mapping[str, object]) -> Iterator[Statement]:
    for field, keys in _LINKED_DATA.items():
        for key in keys:
            for words in _words(work.get(key)):
                yield from state(field, words, f'the page’s JSON-LD ("{key}")')
    for name in _types(work):
        if name in _TYPES:
            yield Statement("genre", _TYPES[name], f"the page’s JSON-LD ({name})")


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _words(item)
    elif isinstance(value, dict):
        yield from _words(value.get("name") or value.get("@id"))


def _of_elements(elements: tuple[Element, ...]) -> Iterator[Statement]:
    for element in elements:
        if element.name == "title":
            yield from state("title", _SITE_NAME.sub("", " ".join(element.text.split())), "the page’s <title>")
        elif element.name == "html":
            tag = element.attributes.get("lang") or element.attributes.get("xml:lang", "")
            yield from state("languages", tag, "the page’s <html lang>")
        elif element.name == "link" and "canonical" in element.attributes.get("rel", "").lower():
            yield from state("url", element.attributes.get("href", ""), 'the page’s <link rel="canonical">')
