"""The authority files in which entries say what they are, from the table `authorities.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Authority:
    """An authority file: its `name`, and the forms of its identifiers.

    Attributes:
        name: What readers know it by.
        uri: What stands before an identifier in the address that names a thing.
        page: What stands before it in the address of the page that people read.
        id: The identifier, as a regular expression.
        pasted: What stands before it in other addresses that people copy, as a regular expression.
    """

    name: str
    uri: str
    page: str
    id: str
    pasted: str


@dataclass(frozen=True, slots=True)
class AuthorityRecord:
    """A thing in an authority file: the name of the `authority`, the `identifier`, and the `page` to read."""

    authority: str
    identifier: str
    page: str


AUTHORITIES = tuple(
    Authority(**fields)
    for fields in tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")).values()
)
"""The authority files, in the order in which findings list them."""

AUTHORITY_URI = "|".join(authority.uri.replace(".", "[.]") + f"(?:{authority.id})" for authority in AUTHORITIES)
"""A regular expression for the address of a thing in any of them."""


def authority_record(uri: str) -> AuthorityRecord | None:
    """Return what an address of the form `AUTHORITY_URI` names; None for another."""
    for authority in AUTHORITIES:
        identifier = uri.removeprefix(authority.uri)
        if identifier != uri and re.fullmatch(authority.id, identifier):
            return AuthorityRecord(authority.name, identifier, f"{authority.page}{identifier}")
    return None


def meant_authority_uri(typed: str) -> str | None:
    """Return the address that is meant by another address of the same thing or, for Wikidata, by the identifier."""
    for authority in AUTHORITIES:
        found = re.fullmatch(rf"(?:{authority.pasted})(?P<id>{authority.id})/?(?:[?#].*)?", typed.strip())
        if found:
            return authority.uri + found["id"]
    wikidata = AUTHORITIES[0]
    return wikidata.uri + typed.strip() if re.fullmatch(wikidata.id, typed.strip()) else None
