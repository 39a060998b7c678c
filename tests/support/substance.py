"""What two engines must make alike of a page: its words, its links and the ids that others link to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin
from xml.etree.ElementTree import Element

from build_tools.website.naming.addresses import page_address
from tests.support.composed import tree_of
from tests.support.pages_as_trees import is_comment, squeeze, words_of

ROOT_OF_SITE = "https://site.example/"


@dataclass(frozen=True)
class Link:
    """A link: its words without white space, the address that it leads to, and what screen readers are told."""

    words: str
    address: str
    label: str


@dataclass(frozen=True)
class Substance:
    """The words of a page without white space, its links in order, its ids in order, and the languages by id."""

    words: str
    links: tuple[Link, ...]
    ids: tuple[str, ...]
    languages: dict[str, str]


def substance(html: str, resolve: Callable[[str], str]) -> Substance:
    """Return the substance of a page's body.

    What stands by itself before a paragraph to name its number, and has no words, is no link.

    Args:
        html: The HTML of the body.
        resolve: Returns where a link of the page leads.
    """
    elements = [element for element in tree_of(html).iter() if not is_comment(element)]
    return Substance(
        squeeze(words_of(tree_of(html))),
        tuple(_link(element, resolve) for element in elements if "href" in element.attrib and not _is_number(element)),
        tuple(element.attrib["id"] for element in elements if "id" in element.attrib),
        {
            element.attrib["id"]: element.attrib["lang"]
            for element in elements
            if element.tag in {"p", "a"} and {"id", "lang"} <= set(element.attrib)
        },
    )


def on_site(page: str, *, use_directories: bool = True) -> Callable[[str], str]:
    """Return a function that says where a link on a published page leads; `page` is its path below docs/."""
    address = urljoin(ROOT_OF_SITE, page_address(page, use_directories=use_directories))
    return lambda href: urljoin(address, href)


def on_code_host(page: str) -> Callable[[str], str]:
    """Return a function that says where a link of a page's Markdown leads on the site."""

    def resolve(href: str) -> str:
        address, fragment = urldefrag(urljoin(ROOT_OF_SITE + page, href))
        path = address.removeprefix(ROOT_OF_SITE)
        if address.startswith(ROOT_OF_SITE) and path.endswith(".md"):
            address = ROOT_OF_SITE + page_address(path, use_directories=True)
        return f"{address}#{fragment}" if fragment else address

    return resolve


def _link(element: Element, resolve: Callable[[str], str]) -> Link:
    label = element.get("aria-label") or element.get("title") or ""
    return Link(squeeze(words_of(element)), resolve(element.attrib["href"]), squeeze(label))


def _is_number(element: Element) -> bool:
    return element.get("class") == "n" and not words_of(element)
