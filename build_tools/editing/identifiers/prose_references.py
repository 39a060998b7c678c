"""Find what an editor's Markdown refers to: pages by links, texts and works beyond them by evidence and sections."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from build_tools.corpus.evidence import evidence_spans
from build_tools.corpus.front_matter.nodes import Span
from build_tools.text.prose.allow_list import scheme_of
from build_tools.text.prose.inert_text import mask_inert_code
from build_tools.text.prose.links import Address, find_addresses
from build_tools.website.naming.addresses import page_address

_CITED = re.compile(r"@(?P<id>[a-z0-9-]+)(?=\s*,)")
_SECTION = re.compile(r"#from-(?P<id>[a-z0-9-]+)\Z")
_WORK = re.compile(r"#(?P<id>[a-z0-9-]+)\Z")
_WORKS = re.compile(r"\[outside:\s*(?P<ids>[a-z0-9-]+(?:\s*;\s*[a-z0-9-]+)*)\s*\]")
_ID = re.compile(r"[a-z0-9-]+")
_SOURCES = "sources"
_OUTSIDE = "outside"
_LISTS_OF_WORKS = ("outside/index.md", "outside.md")
_PAGE = re.compile(r"(?P<folder>[a-z]+)/(?P<id>[a-z0-9-]+)\.md")


class ProseReference(NamedTuple):
    """What a place of a Markdown text refers to.

    Attributes:
        folder: The folder below docs/ of the page that is meant.
        id: The name of its file without the ending.
        span: Where the id stands, in Unicode code points.
        link: The link whose address has the id; None in evidence.
    """

    folder: str
    id: str
    span: Span
    link: Address | None = None

    def moved(self, by: int) -> ProseReference:
        """Return the reference of a text in which this one stands so many code points further on."""
        link = self.link
        if link:
            link = link._replace(
                at=link.at + by, words_end=link.words_end + by, start=link.start + by, end=link.end + by
            )
        return self._replace(span=(self.span[0] + by, self.span[1] + by), link=link)


def find_prose_references(markdown: str, page: str) -> Iterator[ProseReference]:
    """Yield what a Markdown text refers to, outside code.

    Args:
        markdown: The text.
        page: The path of its page, below docs/.
    """
    for start, end in evidence_spans(markdown):
        if works := _WORKS.fullmatch(markdown, start, end):
            for match in _ID.finditer(markdown, *works.span("ids")):
                yield ProseReference(_OUTSIDE, match[0], match.span())
        for match in _CITED.finditer(markdown, start, end):
            if markdown.count('"', start, match.start()) % 2 == 0:
                yield ProseReference(_SOURCES, match["id"], match.span("id"))
    masked = mask_inert_code(markdown.replace("\r", " "))
    for address in find_addresses(masked):
        yield from _in_address(masked, address, page)


def find_linked_pages(markdown: str, page: str) -> Iterator[str]:
    """Yield the path below docs/ of each page that a Markdown text links to, outside code.

    Args:
        markdown: The text.
        page: The path of its page, below docs/.
    """
    masked = mask_inert_code(markdown.replace("\r", " "))
    for address in find_addresses(masked):
        path = re.split(r"[#?]", masked[address.start : address.end], maxsplit=1)[0]
        if path and scheme_of(path) is None:
            yield _page_of(unquote(path), page)


def _in_address(text: str, address: Address, page: str) -> Iterator[ProseReference]:
    written = text[address.start : address.end]
    if scheme_of(written) is not None:
        return
    path = re.split(r"[#?]", written, maxsplit=1)[0]
    target = _page_of(unquote(path), page) if path else page
    if target in _LISTS_OF_WORKS and (work := _WORK.search(written)):
        yield ProseReference(_OUTSIDE, work["id"], (address.start + work.start("id"), address.end), address)
    elif match := _PAGE.fullmatch(target) if path else None:
        at = path.rfind(match["id"])
        span = (
            (address.start + at, address.start + at + len(match["id"]))
            if at >= 0
            else (address.start, address.start + len(path))
        )
        yield ProseReference(match["folder"], match["id"], span, address)
    if section := _SECTION.search(written):
        first, last = section.span("id")
        yield ProseReference(_SOURCES, section["id"], (address.start + first, address.start + last), address)


def _page_of(path: str, page: str) -> str:
    """Return the path below docs/ of the page that a link leads to, by the name of its file or its address."""
    if path.endswith(".md"):
        return posixpath.normpath(posixpath.join("/", posixpath.dirname(page), path)).lstrip("/")
    base = page_address(page, use_directories=True)
    return posixpath.normpath(posixpath.join("/", base, path)).strip("/") + ".md"
