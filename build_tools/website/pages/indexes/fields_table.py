"""The tables of fields on the page for contributors, made of the declarations with which files are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.corpus.file_kinds import FILE_KINDS
from build_tools.corpus.front_matter.declarations import Field, FileKind
from build_tools.website.markup.body_nodes import Block, Content, EditorBlocks, Heading, Paragraph, Phrase, Table
from build_tools.website.pages.indexes.index_page import scrolling

CONTRIBUTE = "contribute.md"
"""The hand-written page to whose end the tables are added."""

_INTRODUCTION = (
    "The fields at the top of each kind of file. A field inside a map is written with a dot: `event.date` is the `date`"
    " in `event: {date: …}`. Examples are as in the file, quotes included."
)
_HEAD = ("Field", "What it holds", "Example", "Required")


def fields_section() -> tuple[Block, ...]:
    """Return the section: a table for each kind of hand-written file."""
    tables = (block for kind in FILE_KINDS for block in _table(kind))
    return (Heading(2, "fields", ("Fields",)), EditorBlocks(_INTRODUCTION), *tables)


def _table(kind: FileKind) -> Iterator[Block]:
    identifier = f"fields-of-{kind.name}"
    yield Heading(3, identifier, (kind.title,))
    yield Paragraph((_code(f"{kind.folder}/<id>.md"),))
    table = Table(
        tuple((name,) for name in _HEAD), tuple(_rows(kind.fields)), has_row_heads=True, classes=("field-table",)
    )
    yield scrolling(table, identifier, "terms", "fields")


def _rows(fields: Iterable[Field], prefix: str = "") -> Iterator[tuple[Content, ...]]:
    for field in fields:
        name = f"{prefix}{field.name}"
        holds = f"{field.type.label.capitalize()}. {field.explanation}"
        if field.only_on:
            holds += f" Only in {field.only_on}."
        example: Content = (_code(field.example),) if field.example else ()
        yield (_code(name),), (holds,), example, ("yes",) if field.required else ()
        yield from _rows(field.type.subfields, f"{name}.")


def _code(text: str) -> Phrase:
    return Phrase((text,), tag="code")
