"""The collections that a router joins, as their list names them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import Any

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_RESERVED = ("assets", "data", "glossary", "search", "texts")


class ListError(Exception):
    """The list of collections cannot be used; the message says why, in a sentence."""


@dataclass(frozen=True, slots=True)
class JoinedSite:
    """A collection whose site is built.

    Attributes:
        id: Its id, which is the name of its folder in the router.
        name: Its name.
        site: The folder of its site, relative to the list.
        elsewhere: The ids of the texts that it only cites, and that are in another collection.
        is_flat: Whether the address of a page ends in .html.
    """

    id: str
    name: str
    site: str
    elsewhere: frozenset[str] = frozenset()
    is_flat: bool = False

    def address_of(self, path: str) -> str:
        """Return the address of a page below that of the router; an empty path is the home page."""
        if not self.is_flat:
            return f"{self.id}/{path}/" if path else f"{self.id}/"
        return f"{self.id}/{path or 'index'}.html"


@dataclass(frozen=True, slots=True)
class JoinedSites:
    """What a list of collections says: the name and the language of all, and each collection."""

    name: str
    language: str
    sites: tuple[JoinedSite, ...]


def read_joined_sites(text: str) -> JoinedSites:
    """Read a list of collections.

    Raises:
        ListError: If it is not TOML, or lacks what a router needs.
    """
    try:
        written = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ListError(f"The list is not TOML: {error}.") from error
    rows = written.get("collections")
    if not isinstance(rows, list) or not rows:
        raise ListError("The list names no collections: write [[collections]] with id, name and site for each.")
    sites = tuple(_read_site(row, number) for number, row in enumerate(rows, 1))
    ids = [site.id for site in sites]
    if twice := sorted({identifier for identifier in ids if ids.count(identifier) > 1}):
        raise ListError(f'Two collections have the id "{twice[0]}".')
    return JoinedSites(
        _text(written, "name", "The list"), _text({"language": "en", **written}, "language", "The list"), sites
    )


def _read_site(row: Any, number: int) -> JoinedSite:  # noqa: ANN401 - whatever TOML holds
    where = f"Collection {number}"
    if not isinstance(row, dict):
        raise ListError(f"{where} is no table: write [[collections]] above its fields.")
    identifier = _text(row, "id", where)
    if not _ID.fullmatch(identifier) or identifier in _RESERVED:
        raise ListError(f'{where} has the id "{identifier}", which cannot be the name of its folder.')
    elsewhere = row.get("elsewhere", [])
    if not isinstance(elsewhere, list) or not all(isinstance(text, str) for text in elsewhere):
        raise ListError(f"{where}: elsewhere is a list of the ids of texts.")
    return JoinedSite(identifier, _text(row, "name", where), _text(row, "site", where), frozenset(elsewhere))


def _text(row: dict[str, Any], name: str, where: str) -> str:
    value = row.get(name)
    if not isinstance(value, str) or not value.strip():
        raise ListError(f'{where} lacks a {name}: write {name} = "…".')
    return value
