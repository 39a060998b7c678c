"""Entries of the glossary (SKOS) and the evidence they cite."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from build_tools.model.registers import Event, Review, Role


@dataclass(frozen=True, slots=True)
class Label:
    """A name of an entry in one language (BCP 47), with its line in the file."""

    text: str
    lang: str
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One citation for a statement: blocks of a text, or an outside source.

    Attributes:
        source: The id of the text; None for an outside source.
        blocks: The ids of the cited blocks.
        words: Words quoted from them, or None.
        outside: The id of an outside source, or None.
        line: The line in the file that cites it.
        description: Publisher, date and title of an outside source without an id, as the old form gives them, or empty.
    """

    source: str | None
    blocks: tuple[str, ...]
    words: str | None
    outside: str | None
    line: int = field(default=1, compare=False)
    description: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A glossary article (SKOS): its labels, a one-sentence definition, relations, hand-written notes.

    Attributes:
        id: Its id, which is also the name of its file.
        kind: One of `KINDS`.
        pref_label: The name shown.
        alt_labels: Other names.
        short_labels: Names that are linked only where the text makes clear that they mean this entry.
        shared_labels: Names that belong to another entry by default.
        hidden_labels: Names that are linked but never shown.
        definition: One sentence of Markdown.
        evidence: The citations for the definition, as written.
        related: The ids of related entries.
        broader: The ids of broader entries.
        former_ids: Ids it had, which redirect to it.
        notes: The Markdown body.
        notes_line: The line of the file on which the body begins.
        path: The path of the file, relative to the root.
        lines: The line of each field in the file.
        search_labels: Words to find it by in search, which do not name it in a text.
        not_within: Longer phrases inside which its names do not mean it.
        not_in_sources: The ids of texts in which its names never mean it.
        notation: Its identifier elsewhere.
        same_as: The addresses of the same thing in authority files, as `model/thesaurus/authorities` reads them.
        event: What an event has: date, place, participants, accounts.
        roles: The offices that a person held.
        review: How far it has been reviewed.
        unmentioned: Why the entry exists although no text names it.
    """

    id: str
    kind: str
    pref_label: str
    alt_labels: tuple[Label, ...]
    short_labels: tuple[Label, ...]
    shared_labels: tuple[Label, ...]
    hidden_labels: tuple[Label, ...]
    definition: str
    evidence: tuple[str, ...]
    related: tuple[str, ...]
    broader: tuple[str, ...]
    former_ids: tuple[str, ...]
    notes: str
    notes_line: int
    path: str
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    search_labels: tuple[Label, ...] = ()
    not_within: tuple[Label, ...] = ()
    not_in_sources: tuple[str, ...] = ()
    notation: str | None = None
    same_as: tuple[str, ...] = ()
    event: Event | None = None
    roles: tuple[Role, ...] = ()
    review: Review | None = None
    unmentioned: str = ""

    @property
    def name(self) -> str:
        """Return the preferred label without its qualifier: "Lumen" for "Lumen (city)"."""
        head, paren, _ = self.pref_label.partition(" (")
        return head if paren and self.pref_label.endswith(")") else self.pref_label
