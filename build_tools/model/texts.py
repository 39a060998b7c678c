"""Texts: a source, its blocks, and the spans of its seed that are set aside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

NUMBERED_ROLES = ("paragraph", "list-item", "verse", "speech", "dialogue", "quote", "postscript")
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
    "speaker",
    "salutation",
    "closing",
    "signature",
    "footnote",
    "endnote",
    "table",
    "epigraph",
    "contents",
    "illustration",
)
"""The roles of a block that readers see."""


CREATOR_KINDS = ("person", "organisation", "unnamed")
"""The kinds of creator of a text."""


PAGE_FURNITURE = "page furniture"
"""The reason not to show running heads, page numbers, catchwords and signatures."""


FRONT_MATTER = "front matter"
"""The reason not to show the fields before a text in Markdown."""


MARKUP = "markup"
"""The reason not to show marks of Markdown and the targets of its links, where a block shows what they mark."""


LINE_END_HYPHEN = "line-end hyphen"
"""The reason not to show a hyphen that divides a word at a line's end, where its block shows the word whole."""


SET_ASIDE_REASONS = (
    "navigation",
    "boilerplate",
    "duplicate",
    "language label",
    "contact",
    PAGE_FURNITURE,
    FRONT_MATTER,
)
"""The reasons not to show a passage of a seed that an editor can give too."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """An editor's decision about one place of a seed, which a quotation that occurs exactly once identifies.

    Attributes:
        quote: The quotation; white space in it matches any white space. With `like`, a line such as it.
        line: The line of the ruling in its file.
        after: Words that come before the right place, if the quotation occurs several times.
        role: The role of the block that holds the quotation.
        lang: The language (BCP 47) of that block.
        split: Whether a block begins at the quotation.
        join: Whether its block is joined with the next.
        hyphen: Whether the hyphen at the line's end inside the quotation is "dropped" or "kept".
        like: Whether the ruling holds for every line that differs from the quotation in its numbers only.
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
    hyphen: str | None = None
    like: bool = False
    mention: str | None = None
    entry: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class FormerPlace:
    """Blocks of a published text whose ids are no longer theirs, and where their words are now.

    Attributes:
        was: The ids that they had.
        now: The id of the block that has their words.
        line: The line of its page.
    """

    was: tuple[str, ...]
    now: str
    line: int = 1


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
class Parallel:
    """One language of a text that says the same in several, which an editor shows side by side.

    Attributes:
        lang: The language (BCP 47).
        starts: The ids of the paragraphs with which a row begins; empty if every paragraph begins one.
        line: The line in the file that says so.
    """

    lang: str
    starts: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class OriginalFile:
    """The file from which the seed of a text was converted: its name below `seeds/originals/`, and the program."""

    file: str
    converter: str
    version: str
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Source:
    """A raw text and its metadata (Dublin Core terms; dates in EDTF; languages in BCP 47).

    `text` is the decoded seed, unchanged. `inferred` gives, for each field that the text itself does not
    state, the reason for the editors' value. `path` is the hand-written page, relative to the root; `seed`
    the file name below `seeds/`; `genre` a CSL item type; `headnote_line` the line on which the headnote begins.
    `seed_is_here` is false where the seed of a text that is not published in full is kept outside the repository:
    then `text` is empty. `former_places` are those of an earlier numbering,
    `former_ids` the ids it had, which redirect to it.
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
    former_places: tuple[FormerPlace, ...] = ()
    former_ids: tuple[str, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    original: OriginalFile | None = None

    @property
    def is_withheld(self) -> bool:
        """Return whether less than the whole text is published."""
        return self.rights.publish != FULL
