"""Texts: a source, its blocks, and the spans of its seed that are set aside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from build_tools.model.parallels import Parallel

NUMBERED_ROLES = ("paragraph", "list-item")
"""The block roles that carry a paragraph number."""


def block_name(block_id: str) -> str:
    """Return the name by which evidence cites a block: "¶4" for the numbered "p4", else its id: "caption-2"."""
    return f"¶{block_id[1:]}" if block_id[1:].isdigit() else block_id


SHOWN_ROLES = (
    "title",
    "subtitle",
    "byline",
    "dateline",
    "caption",
    "heading",
    *NUMBERED_ROLES,
    "author-note",
    "publisher-note",
    "rights",
)
"""The roles of a block that readers see."""


CREATOR_KINDS = ("person", "organisation", "unnamed")
"""The kinds of creator of a text."""


SET_ASIDE_REASONS = ("navigation", "boilerplate", "duplicate", "language label", "contact")
"""The reasons not to show a span of a seed."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """An editor's decision about one place of a seed, which a quotation that occurs exactly once identifies.

    Attributes:
        quote: The quotation; white space in it matches any white space.
        line: The line of the ruling in its file.
        after: Words that come before the right place, if the quotation occurs several times.
        role: The role of the block that holds the quotation.
        lang: The language (BCP 47) of that block.
        split: Whether a block begins at the quotation.
        join: Whether its block is joined with the next.
        mention: The label inside the quotation that `entry` decides.
        entry: The id of the entry to link; None for no link.
        reason: The reason for the ruling.
    """

    quote: str
    line: int
    after: str | None = None
    role: str | None = None
    lang: str | None = None
    split: bool = False
    join: bool = False
    mention: str | None = None
    entry: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Creator:
    """Who made a text.

    Attributes:
        name: The name, or a description of somebody unnamed.
        entry: The id of the glossary entry, or None.
        role: The role in making the text.
        affiliation: The organisation the creator belongs to.
        family: The part of the name that is the family name, if the name does not show it.
        kind: One of `CREATOR_KINDS`; a text by somebody "unnamed" counts as unsigned.
    """

    name: str
    entry: str | None = None
    role: str | None = None
    affiliation: str | None = None
    family: str | None = None
    kind: str = "person"


FULL, EXCERPT, CITATION = EXTENTS = ("full", "excerpt", "citation")
"""How much of a text is published: all of it, quotations from it, or none of its words."""


@dataclass(frozen=True, slots=True)
class ExcerptLimits:
    """How much of a text its excerpts may be; what is None is settled elsewhere.

    Attributes:
        words: The most words that a quotation may have.
        total: The most words that all quotations may have together.
        share: The largest share of the text that they may be, above 0 and at most 1.
    """

    words: int | None = None
    total: int | None = None
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Rights:
    """The rights in a text.

    Attributes:
        statement: The URI of a statement.
        notice: The notice verbatim, or None.
        publish: How much is published, one of `EXTENTS`.
        limits: The text's own limits of excerpts.
    """

    statement: str
    notice: str | None
    publish: str
    limits: ExcerptLimits = ExcerptLimits()


@dataclass(frozen=True, slots=True)
class Source:
    """A raw text and its metadata (Dublin Core terms; dates in EDTF; languages in BCP 47).

    `text` is the decoded seed, unchanged. `inferred` gives, for each field that the text itself does not
    state, the reason for the editors' value. `path` is the hand-written page, relative to the root; `seed`
    the file name below `seeds/`; `genre` a CSL item type; `headnote_line` the line on which the headnote begins.
    `seed_is_here` is false where the seed of a text that is not published in full is kept outside the repository:
    then `text` is empty.
    """

    id: str
    title: str
    creators: tuple[Creator, ...]
    publisher: str | None
    issued: str | None
    modified: str | None
    languages: tuple[str, ...]
    genre: str
    url: str | None
    rights: Rights
    seed: str
    text: str
    rulings: tuple[Ruling, ...]
    headnote: str
    inferred: Mapping[str, str]
    path: str
    title_stated: bool = True
    short_title: str | None = None
    headnote_line: int = field(default=1, compare=False)
    parallel: tuple[Parallel, ...] = ()
    seed_is_here: bool = True

    @property
    def is_withheld(self) -> bool:
        """Return whether less than the whole text is published."""
        return self.rights.publish != FULL


@dataclass(frozen=True, slots=True)
class Span:
    """A run of seed characters shown unchanged: `block.text[at : at + end - start] == seed[start:end]`.

    Offsets are in code points, ends exclusive.
    """

    at: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A visible block of a text: `text` as shown, `spans` mapping its characters back to the seed.

    Between two spans, `text` has one space or nothing for white space of the seed.
    `level` is the depth of a nested list item or heading, 0 outermost. In a text that is not published in full,
    a block whose words are left out has neither text nor spans.
    """

    id: str
    role: str
    lang: str
    text: str
    spans: tuple[Span, ...]
    level: int = 0

    @property
    def start(self) -> int:
        """Return where the block begins in the seed."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Return where the block ends in the seed, exclusive."""
        return self.spans[-1].end


@dataclass(frozen=True, slots=True)
class SetAside:
    """A span of a seed that is not shown, with one of `SET_ASIDE_REASONS`."""

    start: int
    end: int
    reason: str
    lang: str


@dataclass(frozen=True, slots=True)
class Document:
    """A source in blocks. Blocks and spans set aside cover every character except white space."""

    source: Source
    blocks: tuple[Block, ...]
    set_aside: tuple[SetAside, ...]
