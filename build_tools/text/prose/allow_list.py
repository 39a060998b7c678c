"""Decide what HTML and which addresses may occur in prose and on pages, by the lists in `allow_list.toml`."""

from __future__ import annotations

import html
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_IGNORED_BY_BROWSERS = re.compile(r"[\t\n\r]")
_STRIPPED = "".join(map(chr, range(0x21)))
_SCHEME = re.compile(r"(?P<scheme>[^/?#:]*):")
_BLOCK_ID = re.compile(r"p\d+")


@dataclass(frozen=True, slots=True, eq=False)
class AllowList:
    """The elements that may be used, each with the attributes that it alone may have, and those that all may have.

    `families` are how the names of further attributes begin that all may have.
    """

    attributes: frozenset[str]
    elements: Mapping[str, frozenset[str]]
    families: tuple[str, ...] = ()

    def allows(self, element: str, attribute: str) -> bool:
        """Return whether an element may have an attribute."""
        if attribute in self.attributes or attribute in self.elements.get(element, ()):
            return True
        return bool(self.families) and attribute.startswith(self.families)


def _read_lists() -> tuple[AllowList, AllowList, AllowList, Mapping[str, Any]]:
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    editors = _extended(AllowList(frozenset(), {}), table["editors"])
    content = _extended(editors, table["content"])
    return editors, content, _extended(content, table["page"]), table


def _extended(base: AllowList, section: Mapping[str, Any]) -> AllowList:
    elements = dict(base.elements)
    for name, attributes in section["elements"].items():
        elements[name] = elements.get(name, frozenset()) | frozenset(attributes)
    families = (*base.families, *section.get("families", ()))
    return AllowList(base.attributes | frozenset(section["attributes"]), elements, families)


EDITORS, CONTENT, PAGE, _TABLE = _read_lists()
"""What editors may write, what the text of a page may have, what a whole page may have: each has all of the last."""

LISTED_ATTRIBUTES: tuple[str, ...] = tuple(_TABLE["editors"]["listed"])
"""The attributes that an attribute list may set."""

SCHEMES: tuple[str, ...] = tuple(_TABLE["addresses"]["schemes"])
"""The schemes of the addresses that a link may have."""

ASSET_ENDINGS = frozenset(_TABLE["files"]["assets"])
"""The endings, in small letters, of the files that may be below docs/assets."""

NAMED_FILES = frozenset(_TABLE["files"]["named"])
"""The names of files that may be in docs/ beside Markdown."""

DRAWING_ELEMENTS = frozenset(_TABLE["drawings"]["elements"])
"""The elements, in small letters, that an SVG file may have."""

VALUES = {name: re.compile(pattern) for name, pattern in _TABLE["values"].items()}
RESERVED_IDS = frozenset(_TABLE["ids"]["reserved"])
RESERVED_CLASSES = frozenset(_TABLE["classes"]["reserved"])
OFFERED_CLASSES = frozenset(_TABLE["classes"]["offered"])


def allows_value(attribute: str, value: str) -> bool:
    """Return whether an attribute may have a value where editors write it.

    Ids that the theme or the paragraphs of a text have, and classes of the theme, are not theirs to give.
    """
    if attribute in VALUES and not VALUES[attribute].fullmatch(value):
        return False
    if attribute == "id":
        return value not in RESERVED_IDS and not _BLOCK_ID.fullmatch(value)
    names = value.split() if attribute == "class" else ()
    return not any(name.startswith("md-") or name in RESERVED_CLASSES for name in names)


def scheme_of(address: str) -> str | None:
    """Return the scheme of an address as a browser reads it, in small letters; None for a relative address.

    Args:
        address: The address as it is written in Markdown or HTML, with references to characters.

    Returns:
        The scheme without its colon; empty for an address that begins with two slashes, which names another host.
    """
    read = _IGNORED_BY_BROWSERS.sub("", html.unescape(address).strip().strip(_STRIPPED))
    if read.replace("\\", "/").startswith("//"):
        return ""
    # Markdown drops a backslash before a sign.
    match = _SCHEME.match(read.replace("\\", ""))
    return match["scheme"].lower() if match else None


def is_link(address: str) -> bool:
    """Return whether a link may lead to an address: one on the web, a mail address, or a relative one."""
    scheme = scheme_of(address)
    return scheme is None or scheme in SCHEMES


def is_local(address: str) -> bool:
    """Return whether an address is below the page's own site: it names no scheme and no host."""
    return scheme_of(address) is None
