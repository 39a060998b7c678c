"""Find every place of the hand-written files that refers to an item by its id, with its place in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from build_tools.corpus.file_kinds import FILE_KINDS
from build_tools.corpus.front_matter import Fields, FrontMatter, Listing, Scalar, is_id
from build_tools.corpus.front_matter.declarations import Field, FileKind
from build_tools.corpus.front_matter.nodes import Node, Span
from build_tools.editing.identifiers.prose_references import (
    ProseReference,
    find_linked_pages,
    find_prose_references,
)

KINDS = {kind.name: kind for kind in FILE_KINDS}
"""Each kind of hand-written file by its name."""


class Item(NamedTuple):
    """What has an id and a file of its own: an entry, a text, a difference, a quotation."""

    kind: str
    id: str

    @property
    def path(self) -> str:
        """Return the path of its file, relative to the root."""
        return f"{KINDS[self.kind].folder}/{self.id}.md"


class FieldReference(NamedTuple):
    """A value of the front matter that is the id of an item.

    Attributes:
        names: The names of the fields on the way to it, the outermost first.
        value: The value.
        holder: The map that has the last of these fields.
        listing: The list of which it is an item, or None.
        number: Its number in the list, from 0.
        kinds: The kinds of files whose ids the field may have.
        is_required: Whether the map must have the field.
    """

    names: tuple[str, ...]
    value: Scalar
    holder: Fields
    listing: Listing | None
    number: int
    kinds: tuple[str, ...]
    is_required: bool

    @property
    def span(self) -> Span:
        """Return where the value stands, in Unicode code points."""
        return self.value.span


class Reference(NamedTuple):
    """A place of a file that refers to an item."""

    page: FrontMatter
    line: int
    found: FieldReference | ProseReference


def find_references(pages: Iterable[FrontMatter], item: Item) -> Iterator[Reference]:
    """Yield every reference to an item, in the order of the files and of the places in them.

    Args:
        pages: The hand-written files.
        item: The item.
    """
    for page in pages:
        if item.id in page.text:
            found: list[FieldReference | ProseReference] = [*_in_fields(page, item), *_in_prose(page, item)]
            for reference in sorted(found, key=lambda reference: reference.span):
                yield Reference(page, page.text.count("\n", 0, reference.span[0]) + 1, reference)


def referred_paths(page: FrontMatter) -> Iterator[str]:
    """Yield the path of each page that a hand-written file refers to, whether there is such a page or not."""
    for _, field, node, _ in _declared(page.fields, file_kind(page.path).fields, ()):
        for value in node.items if isinstance(node, Listing) else (node,):
            if isinstance(value, Scalar) and is_id(value.text.strip()):
                yield from (Item(kind, value.text.strip()).path for kind in field.refers_to)
    for reference in _all_in_prose(page):
        yield f"docs/{reference.folder}/{reference.id}.md"
    yield from (f"docs/{path}" for path in find_linked_pages(page.text, page.path.removeprefix("docs/")))


def file_kind(path: str) -> FileKind:
    """Return the kind of a hand-written file: that of its folder, but for the introductions; else a plain page."""
    folder, _, name = path.rpartition("/")
    kinds = (kind for kind in FILE_KINDS if kind.folder == folder and folder != "docs" and name != "index.md")
    return next(kinds, KINDS["page"])


def _in_fields(page: FrontMatter, item: Item) -> Iterator[FieldReference]:
    for names, field, node, holder in _declared(page.fields, file_kind(page.path).fields, ()):
        if item.kind not in field.refers_to:
            continue
        listing = node if isinstance(node, Listing) else None
        for number, value in enumerate(listing.items if listing else (node,)):
            if isinstance(value, Scalar) and value.text.strip() == item.id:
                yield FieldReference(names, value, holder, listing, number, field.refers_to, field.required)


def _declared(
    fields: Fields, declared: Iterable[Field], names: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], Field, Node, Fields]]:
    """Yield each field that is there and declared, those of the maps in it too."""
    for field in declared:
        node = fields.nodes.get(field.name)
        if node is None:
            continue
        way = (*names, field.name)
        yield way, field, node, fields
        for below in node.items if isinstance(node, Listing) else (node,):
            if isinstance(below, Fields):
                yield from _declared(below, field.type.subfields, way)


def _in_prose(page: FrontMatter, item: Item) -> Iterator[ProseReference]:
    folder = KINDS[item.kind].folder.removeprefix("docs/")
    return (found for found in _all_in_prose(page) if (found.folder, found.id) == (folder, item.id))


def _all_in_prose(page: FrontMatter) -> Iterator[ProseReference]:
    body_start = len(page.text) - len(page.body)
    for start, end in (*_texts(page.fields), (body_start, len(page.text))):
        for reference in find_prose_references(page.text[start:end], page.path.removeprefix("docs/")):
            yield reference.moved(start)


def _texts(node: Node) -> Iterator[Span]:
    """Yield the span of each value in which there may be Markdown."""
    if isinstance(node, Scalar):
        if not is_id(node.text):
            yield node.span
        return
    for below in node.items if isinstance(node, Listing) else node.nodes.values():
        yield from _texts(below)
