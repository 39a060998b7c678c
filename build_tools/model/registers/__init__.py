"""Frozen values of the registers: who says what and where, where texts differ, what happened when.

Every quotation is words of one block of one text, which occur there exactly once; dates are in EDTF.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from build_tools.model.registers.outside_works import Original, OutsideWork

ASSERTERS = ("author", "official", "agency", "unnamed")
"""The kinds of asserter: the text's author, an official or government, an agency or newspaper, somebody unnamed."""

PRECISION = "precision"
"""The kind of a point on which texts agree and differ only in precision, so that it is no difference."""

DISCREPANCY_KINDS = ("date", "number", "fact", "attribution", "wording", "translation", "scope", PRECISION)
"""What texts may differ in, in the order in which pages list the kinds."""

CONFIDENCES = ("high", "medium", "low", "open")
"""How sure the editors are of their reading; `open` means that they have none."""

REVIEW_STATES = ("draft", "checked", "reviewed")
"""How far an entry has been reviewed: written, checked against its mentions, read by a second person too."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who asserts something: one of `ASSERTERS`, and an entry's id or a name as text."""

    kind: str
    name: str = ""
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Testimony:
    """What one place of one text says.

    Attributes:
        source: The id of the text.
        block: The id of the block.
        quote: Words of the block.
        gloss: What they mean, in the editors' words, or empty.
        by: Who asserts it, or None.
        expected: Whether the text speaks of something still to come.
        date: For an account of an event, when it was according to the text, in EDTF; None where the text has no date.
        line: Its line in the file.
    """

    source: str
    block: str
    quote: str
    gloss: str = ""
    by: Attribution | None = None
    expected: bool = False
    date: str | None = None
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Version:
    """A statement as one text gives it, in its language (BCP 47), and via whom it reached that text."""

    source: str
    block: str
    quote: str
    lang: str
    via: str = ""
    line: int = field(default=1, compare=False)


Anchored = Testimony | Version
"""Values with a quotation anchored in a block."""


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A point on which texts differ, or on which they agree and differ only in precision.

    Attributes:
        id: Its id, which is also the name of its file.
        title: Its title.
        claim: What is in question.
        kind: One of `DISCREPANCY_KINDS`.
        about: The ids of the entries concerned.
        says: What each text says.
        outside: The outside sources cited by `known`.
        known: What is known from elsewhere, in Markdown with evidence.
        reading: How the editors read it.
        confidence: One of `CONFIDENCES`.
        former_ids: Ids it had, which redirect to it.
        notes: The Markdown body.
        notes_line: The line on which the body begins.
        path: The path of the file, relative to the root.
        lines: The line of each field in the file.
    """

    id: str
    title: str
    claim: str
    kind: str
    about: tuple[str, ...]
    says: tuple[Testimony, ...]
    outside: tuple[str, ...]
    known: str
    reading: str
    confidence: str
    former_ids: tuple[str, ...]
    notes: str
    notes_line: int
    path: str
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)

    @property
    def is_difference(self) -> bool:
        """Return whether texts differ on it; on a point of precision they agree."""
        return self.kind != PRECISION


@dataclass(frozen=True, slots=True)
class Quotation:
    """A statement and every version of it in the texts.

    Attributes:
        id: Its id, which is also the name of its file.
        title: Its title.
        speaker: The id of the speaker's entry, or None.
        speaker_name: The speaker's name if there is no entry.
        occasion: The occasion on which it was made.
        date: The date in EDTF, or None.
        derivation: How the date was found, in Markdown with evidence.
        chain: Via whom the words reached the texts.
        about: The ids of the entries concerned.
        versions: The statement as each text gives it.
        originals: Its first utterance, as outside sources have it.
        former_ids: Ids it had, which redirect to it.
        notes: The Markdown body.
        notes_line: The line on which the body begins.
        path: The path of the file, relative to the root.
        lines: The line of each field in the file.
    """

    id: str
    title: str
    speaker: str | None
    speaker_name: str
    occasion: str
    date: str | None
    derivation: str
    chain: str
    about: tuple[str, ...]
    versions: tuple[Version, ...]
    former_ids: tuple[str, ...]
    notes: str
    notes_line: int
    path: str
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    originals: tuple[Original, ...] = ()


@dataclass(frozen=True, slots=True)
class OutsideDate:
    """When something happened (EDTF) according to evidence from outside the texts, which is cited as written."""

    date: str
    evidence: str
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Event:
    """When and where something happened, who took part, and the account of each text in its own words.

    Its date has three layers: `date` is what the editors conclude, each account has what its text says, and `outside`
    what other evidence says. `place` is an entry's id, `place_name` a name if there is no entry; `lines` is the line of
    each field.
    """

    date: str | None
    derivation: str = ""
    place: str | None = None
    place_name: str = ""
    participants: tuple[str, ...] = ()
    accounts: tuple[Testimony, ...] = ()
    outside: tuple[OutsideDate, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Role:
    """An office that a person held, from `begin` to `end`, or `at` a time for which there is evidence."""

    title: str
    evidence: str
    organisation: str | None = None
    begin: str | None = None
    end: str | None = None
    at: str | None = None
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Review:
    """How far an entry has been reviewed: one of `REVIEW_STATES`, since when, and how."""

    state: str
    on: str | None = None
    how: str = ""


@dataclass(frozen=True, slots=True)
class Registers:
    """All of docs/discrepancies, docs/quotations and docs/outside, sorted by id."""

    discrepancies: tuple[Discrepancy, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    outside_works: tuple[OutsideWork, ...] = ()

    @property
    def items(self) -> tuple[Discrepancy | Quotation, ...]:
        """Return discrepancies and quotations together."""
        return (*self.discrepancies, *self.quotations)

    @property
    def written(self) -> tuple[Discrepancy | Quotation | OutsideWork, ...]:
        """Return every file of the registers, each with notes of its editors."""
        return (*self.items, *self.outside_works)


__all__ = [
    "ASSERTERS",
    "CONFIDENCES",
    "DISCREPANCY_KINDS",
    "REVIEW_STATES",
    "Anchored",
    "Attribution",
    "Discrepancy",
    "Event",
    "Original",
    "OutsideWork",
    "Quotation",
    "Registers",
    "Review",
    "Role",
    "Testimony",
    "Version",
]
