"""Feeds of what changed last, in Atom (RFC 4287): of the texts, and of what the editors write about them.

An id of Atom is an absolute address, and every entry has a day, so that there is a feed only where both are known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from build_tools.exports.doors.published_site import ListedPage, PublishedSite, SiteBytes
from build_tools.website.localisation import for_translation, speak, translate

_ATOM = "http://www.w3.org/2005/Atom"
_MOST = 100
"""The most entries of a feed, the newest of them."""

FEEDS = (
    ("feed/texts.xml", for_translation("Texts"), ("source",)),
    ("feed/changes.xml", for_translation("Changes"), ("entry", "discrepancy", "quotation")),
)
"""The path of each feed, what it is called, and the kinds of its pages."""


def feed_titles(site: PublishedSite) -> list[dict[str, str]]:
    """Return the path and title of each feed that the site has, for the heads of its pages."""
    return [{"path": path, "title": title} for path, title, pages in _feeds(site) if pages]


def atom_feeds(site: PublishedSite) -> Iterator[SiteBytes]:
    """Yield the feeds of a site; none where its address is not known, or no day."""
    for path, title, pages in _feeds(site):
        if pages:
            yield path, _feed(path, title, pages, site)


def _feeds(site: PublishedSite) -> Iterator[tuple[str, str, tuple[ListedPage, ...]]]:
    with speak(site.language):
        for path, title, kinds in FEEDS if site.home else ():
            yield path, f"{site.name}: " + translate(title), _newest(site.of_kind(*kinds))


def _newest(pages: Iterable[ListedPage]) -> tuple[ListedPage, ...]:
    dated = sorted((page for page in pages if page.changed), key=lambda page: page.path)
    return tuple(sorted(dated, key=lambda page: page.changed, reverse=True)[:_MOST])


def _feed(path: str, title: str, pages: tuple[ListedPage, ...], site: PublishedSite) -> bytes:
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": site.language})
    _add(feed, "id", site.address(path))
    _add(feed, "title", title)
    _add(feed, "updated", _midnight(pages[0].changed))
    ET.SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": site.address(path)})
    ET.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": site.home})
    _add(ET.SubElement(feed, "author"), "name", site.author or site.name)
    if site.terms:
        _add(feed, "rights", site.terms)
    for page in pages:
        entry = ET.SubElement(feed, "entry")
        _add(entry, "id", site.address(page.path))
        _add(entry, "title", page.title)
        _add(entry, "updated", _midnight(page.changed))
        ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": site.address(page.path)})
        ET.SubElement(entry, "category", {"term": page.kind})
        _add(entry, "summary", page.description)
    return written_xml(feed)


def _add(parent: ET.Element, name: str, words: str) -> None:
    ET.SubElement(parent, name).text = words


def _midnight(day: str) -> str:
    """Return the beginning of a day as RFC 3339 writes it: git tells the day alone."""
    return f"{day}T00:00:00Z"


def written_xml(root: ET.Element) -> bytes:
    """Return a document of XML in UTF-8, indented."""
    ET.indent(root)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode").encode() + b"\n"
