"""The body of a source page: the blocks of the text in the order of the seed, with links, in sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from build_tools.model import NUMBERED_ROLES, Block, Document, Mention
from build_tools.segmentation.alignment import Column
from build_tools.text.markdown import slug
from build_tools.website.markup.body_nodes import (
    Anchor,
    Content,
    Division,
    Heading,
    LineBreak,
    Link,
    PageMark,
    Paragraph,
    Phrase,
    Slot,
)
from build_tools.website.markup.framed_content import Span, frame
from build_tools.website.naming.addresses import entry_path
from build_tools.website.naming.vocabulary import language_name, role_in_words
from build_tools.website.pages.source.former_numbers import former_anchors
from build_tools.website.pages.source.line_starts import line_starts
from build_tools.website.pages.source.note_links import PlacedLink, link_notes, with_notes
from build_tools.website.pages.source.page_marks import PlacedMark, mark_pages
from build_tools.website.pages.source.parallel_columns import Piece, lay_out_columns
from build_tools.website.survey.lookups import Corpus

_HEAD_ROLES = ("title", "subtitle", "byline")
_HEADING_ROLES = ("title", "heading")
_DEEPEST_HEADING = 6
_QUIET_ROLES = (*_HEADING_ROLES, "subtitle")  # no underlines in large type: the first mention counts from the text on


@dataclass(frozen=True, slots=True)
class TextSection:
    """The blocks of a section, its heading included.

    Attributes:
        blocks: The blocks.
        added_language: The language to name in a heading that the editors add because the seed has none, or None.
    """

    blocks: tuple[Block, ...]
    added_language: str | None = None


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A document as laid out: the title block, the other blocks of the head, the sections of the text."""

    title: Block | None
    head: tuple[Block, ...]
    sections: tuple[TextSection, ...]


@dataclass(frozen=True, slots=True)
class LinkedText:
    """The text of a document with its mentions as links.

    Attributes:
        corpus: The edition with its look-ups.
        links: The spans of each block that are links, in order; the first to its entry in a section is `first`.
        marked: The ids of the blocks that have signs in the margin.
        pages: The marks of the printed pages that begin in each block, by block id, each with its place.
        former: The anchors of an earlier numbering at each block, by block id.
        lines: Where the lines of verse begin in each stanza, and the cells in each row of a table, by block id.
        framed: The words of each block that differ from version to version, by block id.
    """

    corpus: Corpus
    links: Mapping[str, tuple[tuple[int, int, Link], ...]]
    marked: frozenset[str] = frozenset()
    pages: Mapping[str, tuple[PlacedMark, ...]] = field(default_factory=dict)
    lines: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    former: Mapping[str, tuple[Anchor, ...]] = field(default_factory=dict)
    framed: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)

    def content(self, block: Block) -> Content:
        """Return the text of a block, its mentions linked, its pages marked, its lines and cells kept apart."""
        words = frame(self._words(block), self.framed.get(block.id, ()), "framed")
        return (*self.former.get(block.id, ()), *words)

    def _words(self, block: Block) -> Content:
        starts = self.lines.get(block.id, ())
        if block.role != "table":
            return self._part(block, 0, len(block.text), starts)
        ends = (*(start - 1 for start in starts), len(block.text))
        cells: list[str | Phrase] = []
        for start, end in zip((0, *starts), ends, strict=True):
            cells += [" "] if cells else []
            cells.append(Phrase(self._part(block, start, end), ("td",)))
        return tuple(cells)

    def _part(self, block: Block, begin: int, stop: int, lines: tuple[int, ...] = ()) -> Content:
        """Return a part of the text of a block; what stands between characters stands outside links."""
        links = [link for link in self.links.get(block.id, ()) if begin <= link[0] and link[1] <= stop]
        between: list[tuple[int, LineBreak | PageMark]] = [(at, LineBreak()) for at in lines]
        between += [(at, mark) for at, mark in self.pages.get(block.id, ()) if begin <= at <= stop]
        inserts: list[tuple[int, int, Link | PageMark | LineBreak]] = [*links]
        for at, item in between:
            place = max([at, *(end for start, end, _ in links if start < at < end)])
            inserts.append((place, place, item))
        parts: list[str | Link | PageMark | LineBreak] = []
        written = begin
        for start, end, insert in sorted(inserts, key=lambda placed: placed[:2]):
            parts += [block.text[written:start], insert] if start > written else [insert]
            written = end
        return (*parts, block.text[written:stop]) if written < stop else tuple(parts)

    def language(self, block: Block) -> str | None:
        """Return the language of a block; None in the site's own."""
        return self.corpus.language_of(block.lang)

    def margin(self, block: Block) -> tuple[Slot, ...]:
        """Return the place of a block's signs, if it has any."""
        return (Slot(signs_slot(block)),) if block.id in self.marked else ()


def signs_slot(block: Block) -> str:
    """Return the name of the place for the signs of a block."""
    return f"signs {block.id}"


def arrange(document: Document) -> Arrangement:
    """Lay out a document: title, subtitle and byline before the first paragraph form the head."""
    blocks = document.blocks
    first = next((i for i, block in enumerate(blocks) if block.role in NUMBERED_ROLES), len(blocks))
    title = next((block for block in blocks[:first] if block.role == "title" and block.text), None)
    head = tuple(block for block in blocks[:first] if block.role in _HEAD_ROLES[1:] and block.text)
    in_head = {block.id for block in head} | ({title.id} if title else set())
    rest = [block for block in blocks if block.id not in in_head]
    return Arrangement(title, head, tuple(_sections(rest, title)))


def _sections(blocks: list[Block], title: Block | None) -> Iterator[TextSection]:
    """Yield sections: they begin at a heading and where the language changes, but notes alone do not change it."""
    several = len({block.lang for block in blocks if _carries(block)} | ({title.lang} if title else set())) > 1
    language, added_language, current = title.lang if title else None, None, list[Block]()
    for lang, group in groupby(blocks, key=lambda block: block.lang):
        run = list(group)
        changes = several and lang != language and any(map(_carries, run))
        if changes:
            language = lang
        for number, block in enumerate(run):
            begins = block.role in _HEADING_ROLES
            if begins or (changes and not number):
                if current or added_language:
                    yield TextSection(tuple(current), added_language)
                current, added_language = [], None if begins else lang
            current.append(block)
    if current:
        yield TextSection(tuple(current), added_language)


def _carries(block: Block) -> bool:
    return block.role in NUMBERED_ROLES or block.role in _HEADING_ROLES


def mark_mentions(
    document: Document,
    arrangement: Arrangement,
    mentions: Iterable[Mention],
    corpus: Corpus,
    marked: Iterable[str] = (),
) -> LinkedText:
    """Turn the mentions of a document into links; the head counts as part of the first section.

    Args:
        document: The document.
        arrangement: The document as laid out.
        mentions: Its mentions, sorted.
        corpus: The edition.
        marked: The ids of the blocks that have signs in the margin.
    """
    by_block: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_block.setdefault(mention.block, []).append(mention)
    sections = [section.blocks for section in arrangement.sections] or [()]
    sections[0] = (*filter(None, (arrangement.title, *arrangement.head)), *sections[0])
    links: dict[str, tuple[PlacedLink, ...]] = {}
    notes = link_notes(document)
    for blocks in sections:
        seen: set[str] = set()
        for block in blocks:
            in_block = by_block.get(block.id, ())
            named = tuple(_links(in_block, corpus, None if block.role in _QUIET_ROLES else seen))
            links[block.id] = with_notes(named, notes.get(block.id, ()))
    return LinkedText(
        corpus, links, frozenset(marked), mark_pages(document), line_starts(document), former_anchors(document)
    )


def _links(mentions: Iterable[Mention], corpus: Corpus, seen: set[str] | None) -> Iterator[tuple[int, int, Link]]:
    """Yield the links of a block; if `seen` is None, none of them counts as the first in its section."""
    for mention in mentions:
        first = "" if seen is None or mention.entry in seen else "first"
        if seen is not None:
            seen.add(mention.entry)
        classes = ("m", corpus.entries[mention.entry].kind, first)
        yield mention.start, mention.end, Link((mention.exact,), entry_path(mention.entry), classes)


def text_body(arrangement: Arrangement, linked: LinkedText, columns: tuple[Column, ...] = ()) -> Division:
    """Return the text below the head.

    Args:
        arrangement: The document as laid out.
        linked: The links of the document.
        columns: The aligned blocks of parallel versions.
    """
    pieces: list[Piece] = []
    used: dict[str, int] = {}
    depth = 1
    for section in arrangement.sections:
        if section.added_language:
            first = section.blocks[0].id if section.blocks else ""
            pieces.append(Piece(first, (_added_heading(section.added_language, used),), is_language_heading=True))
            depth = 2
        for block in section.blocks:
            if block.role in _HEADING_ROLES:
                # No level is skipped on the way down, whatever the seed does: screen readers move by headings.
                depth = 2 if block.role == "title" else min(block.level + 2, depth + 1, _DEEPEST_HEADING)
                heading = Heading(depth, block.id, linked.content(block), lang=linked.language(block))
                pieces.append(Piece(block.id, (*linked.margin(block), heading)))
            else:
                pieces.append(Piece(block.id, (*linked.margin(block), block_paragraph(block, linked))))
    return Division(tuple(lay_out_columns(pieces, columns, has_notes=bool(linked.framed))), ("text",))


def _added_heading(lang: str, used: dict[str, int]) -> Heading:
    identifier = f"lang-{slug(lang)}"
    used[identifier] = used.get(identifier, 0) + 1
    if used[identifier] > 1:
        identifier = f"{identifier}-{used[identifier]}"
    return Heading(2, identifier, (language_name(lang),), ("ours",))


def block_paragraph(block: Block, linked: LinkedText) -> Paragraph:
    """Return a block that is no heading, with its number or the name of its role."""
    content, lang = linked.content(block), linked.language(block)
    if block.role not in NUMBERED_ROLES:
        return Paragraph(content, block.id, ("block", block.role), lang, role=role_in_words(block.role))
    kind = {"paragraph": (), "list-item": ("li", f"l{block.level}")}.get(block.role, (block.role,))
    return Paragraph(content, block.id, ("p", *kind), lang, number=block.id[1:])
