"""Find words that stand once in a text, with which a ruling can name a place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from build_tools.model import Block
from build_tools.segmentation.ruled_blocks import locate

_FEWEST, _MOST = 3, 12  # words
_AROUND = 120  # characters
_WORD = re.compile(r"\S+")


def quote_beginning(text: str, block: Block) -> str:
    """Return the first line of a block, as the text has it."""
    return " ".join(text[block.start : block.end].splitlines()[0].split())


def quote_end(text: str, block: Block) -> str:
    """Return as many last words of a block as stand in the text once; "" where no number of them does."""
    words = block.text[-2000:].split()
    return _once(text, (words[-count:] for count in range(_FEWEST, min(_MOST, len(words)) + 1)))


def quote_within(text: str, start: int, end: int) -> str:
    """Return the word around a place that a line's end divides, with as many words before it as make it stand once."""
    before = text[max(0, start - _AROUND) : start].split()
    after = text[end : end + _AROUND].split()
    if not before or not after:
        return ""
    word = f"{before[-1]}{text[start:end]}{after[0]}"
    return _once(text, ([*before[-1 - count : -1], word] for count in range(min(_MOST, len(before)))))


def _once(text: str, candidates: Iterable[list[str]]) -> str:
    plain = _in_one_line(text)
    for words in candidates:
        quote = " ".join(words)
        first = plain.find(quote)
        comes_again = first >= 0 and plain.find(quote, first + 1) >= 0
        if not comes_again and len(locate(quote, None, text)) == 1:
            return quote
    return ""


@lru_cache(maxsize=1)  # a text is asked about many times
def _in_one_line(text: str) -> str:
    return " ".join(text.split())
