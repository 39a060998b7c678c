"""Which paragraphs of a text in several languages stand side by side.

A column is the first stretch of blocks in its language. Its first row holds what stands before the
first paragraph (a title), every further row one paragraph, or the paragraphs from one named in the
front matter up to the next named; captions and notes stay with the paragraph before them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from build_tools.model import NUMBERED_ROLES, Block, Document
from build_tools.model.findings import Finding, pluralise
from build_tools.model.parallels import Parallel

_HINT = "Name the paragraphs with which each row begins: parallel: {en: [p1, p2], fr: [p4, p6]}."


@dataclass(frozen=True, slots=True)
class Column:
    """The blocks of one language, by id, row by row; the first row is what stands before the first paragraph."""

    lang: str
    rows: tuple[tuple[str, ...], ...]


def align(document: Document) -> tuple[Column, ...]:
    """The columns of a text in the order of its seed; none where nothing runs side by side, or not cleanly."""
    columns, findings = _align(document)
    return () if findings else columns


def check_alignment(document: Document) -> list[Finding]:
    """Return the findings where the languages of a text cannot be shown side by side as its page asks."""
    return _align(document)[1]


def _align(document: Document) -> tuple[tuple[Column, ...], list[Finding]]:
    path = document.source.path
    placed: list[tuple[int, int, Column]] = []
    findings: list[Finding] = []
    for one in document.source.parallel:
        stretch = _stretch(document, one)
        if stretch is None:
            findings.append(_absent(path, one))
            continue
        start, end = stretch
        blocks = document.blocks[start:end]
        missing = set(one.starts) - {block.id for block in blocks}
        if missing:
            message = f"{', '.join(sorted(missing))}: not in the passage in {one.lang} shown beside the other languages"
            findings.append(Finding(path, one.line, "parallel-paragraph-unknown", message, _HINT))
        placed.append((start, end, Column(one.lang, tuple(_rows(blocks, one.starts)))))
    placed.sort(key=lambda item: item[0])
    return tuple(column for _, _, column in placed), findings or list(_misfits(document, placed))


def _stretch(document: Document, one: Parallel) -> tuple[int, int] | None:
    """Where the first run of blocks in a language begins and ends; a named paragraph says which run."""
    blocks = document.blocks
    for at, block in enumerate(blocks):
        wanted = one.starts[0] if one.starts else block.id
        if block.lang == one.lang and block.role in NUMBERED_ROLES and block.id == wanted:
            start = end = at
            while start and blocks[start - 1].lang == one.lang:
                start -= 1
            while end < len(blocks) and blocks[end].lang == one.lang:
                end += 1
            return start, end
    return None


def _absent(path: str, one: Parallel) -> Finding:
    if one.starts:
        message = f"{one.starts[0]} is not a paragraph in {one.lang}"
        return Finding(path, one.line, "parallel-paragraph-unknown", message, _HINT)
    hint = "Delete it, or rule the language where it begins: {quote: …, lang: fr}."
    message = f"the text has no paragraph in {one.lang}"
    return Finding(path, one.line, "parallel-language-absent", message, hint)


def _rows(blocks: tuple[Block, ...], starts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    row: list[str] = []
    for block in blocks:
        if block.id in starts or (not starts and block.role in NUMBERED_ROLES):
            yield tuple(row)
            row = []
        row.append(block.id)
    yield tuple(row)


def _misfits(document: Document, placed: list[tuple[int, int, Column]]) -> Iterator[Finding]:
    """Columns of unequal length, and columns with other text between them."""
    lines = {one.lang: one.line for one in document.source.parallel}
    for (_, end, before), (start, _, column) in pairwise(placed):
        line, path = lines[column.lang], document.source.path
        have, want = len(column.rows) - 1, len(placed[0][2].rows) - 1
        if have != want:
            message = f"{column.lang} has {pluralise(have, 'row')} and {placed[0][2].lang} has {want}"
            yield Finding(path, line, "parallel-uneven", message, _HINT)
        if start != end:
            message = f"other text comes between {before.lang} and {column.lang}"
            hint = "Leave one of them out: languages shown side by side follow each other in the text."
            yield Finding(path, line, "parallel-apart", message, hint)
