"""Texts: a source, its blocks, and the stretches of its seed that are set aside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from build_tools.model.parallels import Parallel

NUMBERED_ROLES = ("paragraph", "list-item")
"""The block roles that carry a paragraph number."""


def block_name(block_id: str) -> str:
    """Return how evidence cites the block with this id: "¶4" for the numbered "p4", else the id: "caption-2"."""
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
"""What the maker of a text may be."""


SET_ASIDE_REASONS = ("navigation", "boilerplate", "duplicate", "language label", "contact")
"""Why a stretch of a seed is not shown."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """An editor's decision about one place of a seed, anchored by a quotation found exactly once.

    `role` and `lang` rule the block that holds the quotation; `split` starts a block at it; `join`
    joins its block with the next; `mention` names the label inside the quotation that `entry`
    decides (None: no link). White space in `quote` and `after` matches any white space.
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
    """Who made a text; `entry` is the glossary entry's id, where there is one.

    `family` is the part of the name that is the family name, where the name does not tell. `kind` is one of
    CREATOR_KINDS: what is "unnamed" is described and not named, so that the text counts as unsigned.
    """

    name: str
    entry: str | None = None
    role: str | None = None
    affiliation: str | None = None
    family: str | None = None
    kind: str = "person"


@dataclass(frozen=True, slots=True)
class Rights:
    """What is known of a text's rights: a statement URI, the notice verbatim, how much is published."""

    statement: str
    notice: str | None
    publish: str


@dataclass(frozen=True, slots=True)
class Source:
    """A raw text and what is known of it (Dublin Core terms; dates in EDTF; languages in BCP 47).

    `text` is the decoded seed, not a character changed. `inferred` maps the name of each field that
    the text itself does not state to the reason for our value. `path` is the hand-written page,
    relative to the root; `seed` the file name below `seeds/`; `genre` a CSL item type.
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
    parallel: tuple[Parallel, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """A run of seed characters shown unchanged: `block.text[at : at + end - start] == seed[start:end]`."""

    at: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A visible stretch of a text: `text` as shown, `spans` mapping every character back to the seed.

    What stands between two spans in `text` is one blank or nothing, for white space of the seed.
    `level` is the depth of a nested list item or heading, 0 outermost.
    """

    id: str
    role: str
    lang: str
    text: str
    spans: tuple[Span, ...]
    level: int = 0

    @property
    def start(self) -> int:
        """Where the block begins in the seed."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Where the block ends in the seed."""
        return self.spans[-1].end


@dataclass(frozen=True, slots=True)
class SetAside:
    """A stretch of a seed that readers do not see in the text, with the reason."""

    start: int
    end: int
    reason: str
    lang: str


@dataclass(frozen=True, slots=True)
class Document:
    """A source cut into blocks. Blocks and set-aside stretches cover every character but white space."""

    source: Source
    blocks: tuple[Block, ...]
    set_aside: tuple[SetAside, ...]
