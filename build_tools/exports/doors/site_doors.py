"""The files at the root of a site by which programs find their way: robots.txt, llms.txt, OpenSearch, and the feeds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from build_tools.exports.doors.feeds import atom_feeds, written_xml
from build_tools.exports.doors.published_site import ListedPage, PublishedSite, SiteBytes
from build_tools.text.escaping import one_line
from build_tools.text.markdown import escape_lightly, link_target
from build_tools.website.localisation import for_translation, speak, translate

OPENSEARCH = "opensearch.xml"
SEARCH_PAGE = "search.md"

_OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/"
_LONGEST_NAME, _LONGEST_TITLE = 16, 48
"""The most characters of a name, and of a long name, in an OpenSearch description (OpenSearch 1.1, draft 6)."""

_COPIES = for_translation(
    "Each page is there as Markdown too, at its address with .md in the place of the last slash; "
    "texts and entries also as JSON, with .json."
)

_MOST_TEXTS = 500
"""The most texts that llms.txt lists, which programs read whole."""


def door_files(site: PublishedSite) -> Iterator[SiteBytes]:
    """Yield the files at the root of a site, and its feeds; those that need its address only where it is known."""
    yield "robots.txt", _robots(site).encode()
    yield "llms.txt", _llms_list(site).encode()
    if site.home:
        yield OPENSEARCH, _search_description(site)
    yield from atom_feeds(site)


def _robots(site: PublishedSite) -> str:
    """Return what the Robots Exclusion Protocol (RFC 9309) says: everything may be read."""
    sitemap = f"\nSitemap: {site.address('sitemap.xml')}\n" if site.home else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


def _llms_list(site: PublishedSite) -> str:
    """Return what llmstxt.org asks for: a heading, a quotation that says what the site is, and lists of links."""
    with speak(site.language):
        return "\n\n".join(_parts_of_list(site)) + "\n"


def _parts_of_list(site: PublishedSite) -> Iterator[str]:
    texts, entries = site.of_kind("source"), site.of_kind("entry")
    yield f"# {_words(site.name)}"
    if site.description:
        yield f"> {_words(site.description)}"
    if site.has_copies:
        yield translate(_COPIES)
    if site.terms:
        yield _words(site.terms)
    yield "## " + translate("Contents")
    yield "\n".join(f"- [{_words(title)}]({link_target(site.address(path))})" for title, path in site.sections)
    if texts:
        yield "## " + translate("Texts")
        yield _list(texts[:_MOST_TEXTS], site)
    if entries:
        yield "## " + translate("Glossary")
        yield _list(entries[:_MOST_TEXTS], site)


def _list(pages: Iterable[ListedPage], site: PublishedSite) -> str:
    lines = []
    for page in pages:
        address = site.home + page.path if site.has_copies else site.address(page.path)
        about = f": {_words(page.description)}" if page.description else ""
        lines.append(f"- [{_words(page.title)}]({link_target(address)}){about}")
    return "\n".join(lines)


def _words(text: str) -> str:
    return escape_lightly(one_line(text))


def _search_description(site: PublishedSite) -> bytes:
    """Return an OpenSearch description, by which a browser or program can ask the search page."""
    root = ET.Element("OpenSearchDescription", {"xmlns": _OPENSEARCH})
    for name, words in (
        ("ShortName", _shortened(site.name, _LONGEST_NAME)),
        ("LongName", _shortened(site.name, _LONGEST_TITLE)),
        ("Description", site.description or site.name),
    ):
        ET.SubElement(root, name).text = words
    query = f"{site.address(SEARCH_PAGE)}?q={{searchTerms}}"
    ET.SubElement(root, "Url", {"type": "text/html", "method": "get", "template": query})
    ET.SubElement(root, "Language").text = site.language
    for name in ("InputEncoding", "OutputEncoding"):
        ET.SubElement(root, name).text = "UTF-8"
    return written_xml(root)


def _shortened(name: str, most: int) -> str:
    """Return the first words of a name that are at most so many characters; the first of them cut if it is longer."""
    if len(name) <= most:
        return name
    whole, _, _ = name[: most + 1].rpartition(" ")
    return whole or name[:most]
