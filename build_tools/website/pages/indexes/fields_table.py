"""The tables of fields on the page for contributors, made of the declarations with which files are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.corpus.file_kinds import FILE_KINDS
from build_tools.corpus.front_matter.declarations import Field, FileKind
from build_tools.text import html, markdown

CONTRIBUTE = "contribute.md"
"""The hand-written page to whose end the tables are added."""

_INTRODUCTION = (
    "The fields at the top of each kind of file. A field inside a map is written with a dot: `event.date` is the `date`"
    " in `event: {date: …}`. Examples are as in the file, quotes included."
)
_HEAD = ("Field", "What it holds", "Example", "Required")


def fields_section() -> str:
    """Return the section in Markdown: a table for each kind of hand-written file."""
    tables = (part for kind in FILE_KINDS for part in _table(kind))
    return markdown.blocks([markdown.heading("Fields", 2, "fields"), _INTRODUCTION, *tables])


def _table(kind: FileKind) -> Iterator[str]:
    identifier = f"fields-of-{kind.name}"
    yield markdown.heading(kind.title, 3, identifier)
    yield f"`{kind.folder}/<id>.md`"
    named = {"role": "region", "tabindex": "0", "aria_labelledby": identifier}
    yield html.raw_block("div", [markdown.table(_HEAD, _rows(kind.fields), "field-table")], "terms", "fields", **named)


def _rows(fields: Iterable[Field], prefix: str = "") -> Iterator[tuple[str, ...]]:
    for field in fields:
        name = f"{prefix}{field.name}"
        holds = f"{field.type.label.capitalize()}. {field.explanation}"
        if field.only_on:
            holds += f" Only in {field.only_on}."
        example = _code(field.example) if field.example else ""
        yield _code(name), markdown.escape(holds), example, "yes" if field.required else ""
        yield from _rows(field.type.subfields, f"{name}.")


def _code(text: str) -> str:
    return html.element("code", markdown.escape(text))
