"""Judged queries: what a reader types, and the paragraphs and the entry that answer it.

A line of the file is `{id, class, q, relevant: [{file, start, end}], entry}`: offsets are code points of
the seed, the end exclusive, and `entry` is a name in the form of an id, looked up among our labels.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from build_tools.model import Document, Entry
from build_tools.text.folding import fold_label


@dataclass(frozen=True, slots=True)
class Judged:
    """A query; its answers as pairs of source id and block id; the entry, if there is one by that name."""

    id: int
    kind: str
    query: str
    blocks: frozenset[tuple[str, str]]
    entry: str | None


def read_judged(path: Path, documents: Iterable[Document], entries: Iterable[Entry]) -> list[Judged]:
    """Return the queries of a file, with the blocks of our documents that answer them."""
    by_seed = {document.source.seed: document for document in documents}
    names = _names(entries)
    judged = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        blocks = {
            (by_seed[place["file"]].source.id, block.id)
            for place in row["relevant"]
            for block in by_seed[place["file"]].blocks
            if block.start < place["end"] and place["start"] < block.end
        }
        name = (row["entry"] or "").replace("-", " ")
        judged.append(Judged(row["id"], row["class"], row["q"], frozenset(blocks), names.get(name)))
    return judged


def _names(entries: Iterable[Entry]) -> dict[str, str]:
    """Return entries by folded label and id; the first entry with a name keeps it."""
    names: dict[str, str] = {}
    for entry in entries:
        for text in (entry.id.replace("-", " "), entry.name, *(label.text for label in entry.alt_labels)):
            names.setdefault(fold_label(text).replace("-", " "), entry.id)
    return names
