"""The kinds of entry: the one table from which pages, checks, schemas and linking take them.

How a kind looks is in website/static/kinds.css. To add a kind, add it here and there, and to the form in
.github/ISSUE_TEMPLATE/propose-an-entry.yml.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EntryKind:
    """A kind of entry.

    Attributes:
        name: The word in the field `kind`.
        plural: What a list of such entries is called.
        schema_type: The type of schema.org that says the same; None where there is none.
        is_common_noun: Whether texts write its labels as common nouns, in the plural and in lower case.
    """

    name: str
    plural: str
    schema_type: str | None = None
    is_common_noun: bool = False


ENTRY_KINDS = (
    EntryKind("person", "People", "Person"),
    EntryKind("organisation", "Organisations", "Organization"),
    EntryKind("place", "Places", "Place"),
    EntryKind("polity", "Polities", "AdministrativeArea"),
    EntryKind("event", "Events", "Event", is_common_noun=True),
    EntryKind("agreement", "Agreements", is_common_noun=True),
    EntryKind("instrument", "Instruments", is_common_noun=True),
    EntryKind("concept", "Concepts", is_common_noun=True),
)
"""The kinds, in the order in which pages list them."""

KINDS = tuple(kind.name for kind in ENTRY_KINDS)
"""The names of the kinds, in the same order."""

PLURALS = {kind.name: kind.plural for kind in ENTRY_KINDS}
"""What a list of entries of a kind is called, by the name of the kind."""

COMMON_NOUN_KINDS = frozenset(kind.name for kind in ENTRY_KINDS if kind.is_common_noun)
"""The names of the kinds whose labels are common nouns."""
