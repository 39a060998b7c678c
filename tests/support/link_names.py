"""Links of a page that a screen reader names alike although they lead to different places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

from tests.support.pages_as_trees import UNTOUCHED, is_comment


def ambiguous_links(page: Element, address: str) -> Mapping[str, set[str]]:
    """Return the addresses of the links that share a name, by name, where there are several.

    Names that only words of a text share are left out: what these lead to is told by the sentence.

    Args:
        page: The tree of the page.
        address: Its address, against which its links are resolved.
    """
    found: dict[str, set[str]] = defaultdict(set)
    ours: set[str] = set()
    for link in page.iter("a"):
        if href := link.get("href"):
            name = link_name(link)
            found[name].add(urljoin(address, href))
            if not is_of_text(link):
                ours.add(name)
    return {name: targets for name, targets in found.items() if len(targets) > 1 and name in ours}


def is_of_text(link: Element) -> bool:
    """Tell whether a link is words of a text."""
    return "m" in link.get("class", "").split()


def link_name(link: Element) -> str:
    """Return the accessible name of a link, as far as it is given by its label, its words or its title."""
    return link.get("aria-label") or " ".join(_words(link).split()) or link.get("title") or ""


def _words(element: Element) -> str:
    if is_comment(element) or element.tag in UNTOUCHED or element.get("aria-hidden") == "true":
        return ""
    inner = (_words(child) + (child.tail or "") for child in element)
    return (element.text or "") + "".join(inner)
