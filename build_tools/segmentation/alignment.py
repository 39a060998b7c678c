"""Align the paragraphs of a text in several languages side by side.

A column is the first run of blocks in its language. Its first row holds the blocks before the first
paragraph (a title), each later row a paragraph, or the paragraphs from one named in the front matter
up to the next named; captions and notes stay with the paragraph before them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from build_tools.model import NUMBERED_ROLES, Block, Document, Parallel
from build_tools.model.findings import Finding, pluralise

_HINT = "Name the paragraphs with which each row begins: parallel: {en: [p1, p2], fr: [p4, p6]}."


@dataclass(frozen=True, slots=True)
class Column:
    """The blocks of one language, by id, row by row; the first row is what comes before the first paragraph."""

    lang: str
    rows: tuple[tuple[str, ...], ...]


def align(document: Document) -> tuple[Column, ...]:
    """Return the columns of a text in the order of its seed; none where the languages cannot be aligned cleanly."""
    columns, findings = _align(document)
    return () if findings else columns


def check_alignment(document: Document) -> list[Finding]:
    """Return the findings where the languages of a text cannot be shown side by side as its page asks."""
    return _align(document)[1]


def _align(document: Document) -> tuple[tuple[Column, ...], list[Finding]]:
    path = document.source.path
    placed: list[tuple[int, int, Column]] = []
    findings: list[Finding] = []
    for parallel in document.source.parallel:
        run = _first_run(document, parallel)
        if run is None:
            findings.append(_absent(path, parallel))
            continue
        start, end = run
        blocks = document.blocks[start:end]
        missing = set(parallel.starts) - {block.id for block in blocks}
        if missing:
            message = (
                f"{', '.join(sorted(missing))}: not in the passage in {parallel.lang} shown beside the other languages"
            )
            findings.append(Finding(path, parallel.line, "parallel-paragraph-unknown", message, _HINT))
        placed.append((start, end, Column(parallel.lang, tuple(_rows(blocks, parallel.starts)))))
    placed.sort(key=lambda item: item[0])
    return tuple(column for _, _, column in placed), findings or list(_misfits(document, placed))


def _first_run(document: Document, parallel: Parallel) -> tuple[int, int] | None:
    """Return the indexes of the first run of blocks in a language, or of the run that holds its first named one."""
    blocks = document.blocks
    for index, block in enumerate(blocks):
        wanted = parallel.starts[0] if parallel.starts else block.id
        if block.lang == parallel.lang and block.role in NUMBERED_ROLES and block.id == wanted:
            start = end = index
            while start and blocks[start - 1].lang == parallel.lang:
                start -= 1
            while end < len(blocks) and blocks[end].lang == parallel.lang:
                end += 1
            return start, end
    return None


def _absent(path: str, parallel: Parallel) -> Finding:
    if parallel.starts:
        message = f"{parallel.starts[0]} is not a paragraph in {parallel.lang}"
        return Finding(path, parallel.line, "parallel-paragraph-unknown", message, _HINT)
    hint = "Delete it, or rule the language where it begins: {quote: …, lang: fr}."
    message = f"the text has no paragraph in {parallel.lang}"
    return Finding(path, parallel.line, "parallel-language-absent", message, hint)


def _rows(blocks: tuple[Block, ...], starts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    row: list[str] = []
    for block in blocks:
        if block.id in starts or (not starts and block.role in NUMBERED_ROLES):
            yield tuple(row)
            row = []
        row.append(block.id)
    yield tuple(row)


def _misfits(document: Document, placed: list[tuple[int, int, Column]]) -> Iterator[Finding]:
    """Find columns of unequal length, and columns with other text between them."""
    lines = {parallel.lang: parallel.line for parallel in document.source.parallel}
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
