"""Key words in context: for every entry, each mention in its words (KWIC)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from build_tools.model import Block, Concordance, Document, KwicLine, Mention
from build_tools.text.scripts import is_unspaced

WIDTH = 70
"""How many characters of context stand on each side at most; half as many in Han and Kana."""


def build_concordance(documents: Iterable[Document], mentions: Mapping[str, tuple[Mention, ...]]) -> Concordance:
    """The KWIC lines of each entry that is mentioned, in the order of documents and places."""
    lines: dict[str, list[KwicLine]] = defaultdict(list)
    for document in documents:
        blocks = {block.id: block for block in document.blocks}
        for mention in mentions.get(document.source.id, ()):
            lines[mention.entry].append(_line(mention, blocks[mention.block]))
    return {entry: tuple(lines[entry]) for entry in sorted(lines)}


def _line(mention: Mention, block: Block) -> KwicLine:
    left, _, right = read_line(block.text, mention.start, mention.end)
    return KwicLine(mention, left, mention.exact, right)


def read_line(text: str, start: int, end: int) -> tuple[str, str, str]:
    """A span of a text between what stands left and right of it, cut at words."""
    return _cut_left(text[:start]), text[start:end], _cut_right(text[end:])


def _cut_left(text: str) -> str:
    width = _width(text[-WIDTH:])
    if len(text) <= width:
        return text
    cut = text[-width:]
    _, blank, rest = cut.partition(" ")
    return "…" + (rest if blank and not _is_han(cut) else cut)


def _cut_right(text: str) -> str:
    width = _width(text[:WIDTH])
    if len(text) <= width:
        return text
    cut = text[:width]
    kept, blank, _ = cut.rpartition(" ")
    return (kept if blank and not _is_han(cut) else cut) + "…"


def _width(text: str) -> int:
    return WIDTH // 2 if _is_han(text) else WIDTH


def _is_han(text: str) -> bool:
    return sum(map(is_unspaced, text)) * 2 > len(text)
