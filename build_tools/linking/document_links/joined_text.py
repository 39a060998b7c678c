"""The blocks of a document joined to one text, so that a name in one block can explain a surname in the next."""

from __future__ import annotations

from bisect import bisect_right

from build_tools.model import Block, Document
from build_tools.text.scripts import UNDETERMINED

_BETWEEN = "\n\n"  # a paragraph break, over which no name runs


class JoinedText:
    """The text of all blocks of a document, and the way from its offsets to those in a block and back.

    Attributes:
        text: The texts of the blocks, an empty line between any two.
    """

    def __init__(self, document: Document) -> None:
        """Join the visible blocks of a document."""
        self.text = _BETWEEN.join(block.text for block in document.blocks)
        self._blocks = document.blocks
        self._starts: list[int] = []
        start = 0
        for block in document.blocks:
            self._starts.append(start)
            start += len(block.text) + len(_BETWEEN)
        self._start_of = {block.id: start for block, start in zip(self._blocks, self._starts, strict=True)}

    @property
    def languages(self) -> list[tuple[int, str]]:
        """Where each block begins in the joined text, with its language (BCP 47); empty where that is not known."""
        languages = ("" if block.lang == UNDETERMINED else block.lang for block in self._blocks)
        return list(zip(self._starts, languages, strict=True))

    def block_at(self, offset: int) -> tuple[Block, int]:
        """Return the block at an offset of the joined text, and the offset in that block."""
        index = bisect_right(self._starts, offset) - 1
        return self._blocks[index], offset - self._starts[index]

    def offset_of(self, block_id: str, offset_in_block: int) -> int:
        """Return the offset in the joined text of an offset in a block."""
        return self._start_of[block_id] + offset_in_block
