"""Entries of the glossary (SKOS) and the evidence that they cite."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from build_tools.model.registers import Event, Review, Role


@dataclass(frozen=True, slots=True)
class Label:
    """A name of an entry in one language (BCP 47), with the line of the file it stands on."""

    text: str
    lang: str
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place cited for a statement: a block of a text, with words of it, or an outside work.

    `blocks` are block ids; an outside work has no `source` and its description in `outside`.
    """

    source: str | None
    blocks: tuple[str, ...]
    words: str | None
    outside: str | None
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """A glossary article (SKOS): its labels, a one-sentence definition, relations, hand-written notes.

    `short_labels` name the entry only where the text makes it certain, `shared_labels` are owned by
    another entry by default, `hidden_labels` are found and never shown; `search_labels` are words by which
    a searcher may mean it, though a text that has them does not name it. `not_within` are longer phrases inside
    which the entry does not apply, `not_in_sources` the ids of texts in which it never does; `notation` is its
    identifier elsewhere (SKOS), `roles` the offices a person held. `notes` is the Markdown body, `notes_line` the
    line of the file on which it begins. `unmentioned` says why an entry exists that no text names.
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
    event: Event | None = None
    roles: tuple[Role, ...] = ()
    review: Review | None = None
    unmentioned: str = ""

    @property
    def name(self) -> str:
        """The preferred label without its qualifier: "Seoul" of "Seoul (city)"."""
        head, paren, _ = self.pref_label.partition(" (")
        return head if paren and self.pref_label.endswith(")") else self.pref_label
