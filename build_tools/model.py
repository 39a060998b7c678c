"""The frozen values that flow through the tools: seeds and entries become documents, mentions, pages.

Offsets are Unicode code points, the end exclusive. Names follow the field: Dublin Core for sources,
SKOS for entries, W3C Web Annotation (exact, start, end) for mentions, KWIC for concordances.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from build_tools.parallels import Parallel
from build_tools.testimony import Event, Review, Role

KINDS = ("person", "organisation", "place", "polity", "event", "agreement", "concept")
"""The kinds of entry, in the order in which pages list them."""

NUMBERED_ROLES = ("paragraph", "list-item")
"""The block roles that carry a paragraph number."""

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


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A span of a block that names an entry, and the rule by which it is linked."""

    document: str
    block: str
    start: int
    end: int
    exact: str
    entry: str
    rule: str


@dataclass(frozen=True, slots=True)
class KwicLine:
    """A mention in its words: what stands left of it, the mention, what stands right of it."""

    mention: Mention
    left: str
    exact: str
    right: str


Concordance = Mapping[str, tuple[KwicLine, ...]]
"""The lines of each entry, by entry id, in the order of sources and places."""


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page: `path` below docs/, and the hand-written file an editor changes, if any."""

    path: str
    markdown: str
    edit_path: str | None = None


@dataclass(frozen=True, slots=True)
class Data:
    """A file that a script of ours loads: `path` below docs/, published as it is."""

    path: str
    text: str
