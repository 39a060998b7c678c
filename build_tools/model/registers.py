"""The frozen values of the registers: who says what in which place, where texts differ, what happened when.

Every quotation is words of one block of one text, found there exactly once; dates are in EDTF.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

ASSERTERS = ("author", "official", "agency", "unnamed")
"""The kinds of asserter: the text's author, a named official, an agency or paper, nobody who is named."""

DISCREPANCY_KINDS = ("date", "number", "fact", "attribution", "wording", "translation", "scope")
"""What texts may differ in, in the order in which pages list it."""

CONFIDENCES = ("high", "medium", "low", "open")
"""How sure the editors are of their reading; open: they decide nothing."""

REVIEW_STATES = ("draft", "checked", "reviewed")
"""How far an entry has come: written, checked against its mentions, read by somebody else as well."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who asserts something: a kind of `ASSERTERS`, and an entry's id or a name as text."""

    kind: str
    name: str = ""
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Testimony:
    """What one place of one text says: words of it (`quote`), and in a few of ours what they amount to.

    `expected`: the text speaks of what is still to come.
    """

    source: str
    block: str
    quote: str
    gloss: str = ""
    by: Attribution | None = None
    expected: bool = False
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Version:
    """A statement as one text has it, in its language (BCP 47), and through whom it came there."""

    source: str
    block: str
    quote: str
    lang: str
    via: str = ""
    line: int = field(default=1, compare=False)


Anchored = Testimony | Version
"""What carries a quotation anchored in a block."""


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A point on which texts differ: what each says, what is known from outside, how the editors read it.

    `known` is Markdown with evidence, `outside` its works; `about` holds ids of entries; `notes` is the
    Markdown body, which begins on `notes_line`.
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


@dataclass(frozen=True, slots=True)
class Quotation:
    """A statement: who made it, on which occasion, when, and every version the texts have of it.

    `speaker` is an entry's id, `speaker_name` stands where there is no entry; `derivation` is Markdown
    with evidence and says how the date was found; `chain` through whom the words came.
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


@dataclass(frozen=True, slots=True)
class Event:
    """When and where something happened, who took part, and the account of each text in its own words.

    `place` is an entry's id, `place_name` stands where there is none; `lines` is where each field stands.
    """

    date: str | None
    derivation: str = ""
    place: str | None = None
    place_name: str = ""
    participants: tuple[str, ...] = ()
    accounts: tuple[Testimony, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Role:
    """An office that a person held: from and to, or `at` a time at which the evidence shows it held."""

    title: str
    evidence: str
    organisation: str | None = None
    begin: str | None = None
    end: str | None = None
    at: str | None = None
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Review:
    """How far an entry has been reviewed, since which day, and in which way."""

    state: str
    on: str | None = None
    how: str = ""


@dataclass(frozen=True, slots=True)
class Registers:
    """Everything that docs/discrepancies and docs/quotations hold, sorted by id."""

    discrepancies: tuple[Discrepancy, ...] = ()
    quotations: tuple[Quotation, ...] = ()

    @property
    def items(self) -> tuple[Discrepancy | Quotation, ...]:
        """Both together."""
        return (*self.discrepancies, *self.quotations)
