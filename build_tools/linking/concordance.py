"""Key words in context: for every entry, each mention in its words (KWIC)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from build_tools.model import Block, Concordance, Document, KwicLine, Mention
from build_tools.model.remembering import remembered
from build_tools.text.scripts import count_unspaced

WIDTH = 70
"""The most characters of context on each side; half as many in Han and Kana, which are twice as wide."""


def build_concordance(documents: Iterable[Document], mentions: Mapping[str, tuple[Mention, ...]]) -> Concordance:
    """Return the KWIC lines of each entry that is mentioned, in the order of documents and of mentions in them.

    Args:
        documents: The texts.
        mentions: The mentions of each text, by its id.
    """
    lines: dict[str, list[KwicLine]] = defaultdict(list)
    for document in documents:
        for line in _lines_of(mentions.get(document.source.id, ()), document):
            lines[line.mention.entry].append(line)
    return {entry: tuple(lines[entry]) for entry in sorted(lines)}


@remembered
def _lines_of(mentions: tuple[Mention, ...], document: Document) -> tuple[KwicLine, ...]:
    blocks = {block.id: block for block in document.blocks}
    return tuple(_line(mention, blocks[mention.block]) for mention in mentions)


def _line(mention: Mention, block: Block) -> KwicLine:
    left, _, right = kwic_context(block.text, mention.start, mention.end)
    return KwicLine(mention, left, mention.exact, right)


def kwic_context(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Return the context left of a span, the span, and the context right of it; the context is cut between words."""
    return _cut_left(text[:start]), text[start:end], _cut_right(text[end:])


def _cut_left(text: str) -> str:
    width = _width(text[-WIDTH:])
    if len(text) <= width:
        return text
    cut = text[-width:]
    _, space, rest = cut.partition(" ")
    return "…" + (rest if space and not _is_han(cut) else cut)


def _cut_right(text: str) -> str:
    width = _width(text[:WIDTH])
    if len(text) <= width:
        return text
    cut = text[:width]
    kept, space, _ = cut.rpartition(" ")
    return (kept if space and not _is_han(cut) else cut) + "…"


def _width(text: str) -> int:
    return WIDTH // 2 if _is_han(text) else WIDTH


def _is_han(text: str) -> bool:
    return count_unspaced(text) * 2 > len(text)
