"""Words counted and located, in any script; a letter of a script without spaces counts as a word."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_tools.model import NUMBERED_ROLES, Document
from build_tools.model.remembering import remembered
from build_tools.text.scripts import SCRIPTS, SPACELESS, UNSPACED

Span = tuple[int, int]
"""Start and end (exclusive) in Unicode code points."""

_LONGEST = 40  # characters of a word: a longer one is counted in pieces, so that no text is a single word
_KANA = re.compile(f"[{SCRIPTS['Kana']}]")
_CHARACTER = re.compile(f"[{UNSPACED}]")
_WORD = re.compile(r"[^\W_]+(?:[’'\-\u2010\u2011.,][^\W_]+)*")
_RUN = re.compile(
    rf"(?P<letter>[{SPACELESS}])|(?:(?![{SPACELESS}])[^\W_])+(?:[’'\-\u2010\u2011.,](?:(?![{SPACELESS}])[^\W_])+)*"
)


@dataclass(frozen=True, slots=True)
class TextLength:
    """The numbers of a text's paragraphs, its words, and its letters in Han and Kana, which need no spaces."""

    paragraphs: int
    words: int
    characters: int
    has_kana: bool


@remembered
def measure(document: Document) -> TextLength:
    """Count the paragraphs of a text, and the words and letters in them."""
    texts = [block.text for block in document.blocks if block.role in NUMBERED_ROLES]
    return TextLength(
        paragraphs=len(texts),
        words=sum(len(_WORD.findall(_CHARACTER.sub(" ", text) if _has_unspaced(text) else text)) for text in texts),
        characters=sum(len(_CHARACTER.findall(text)) for text in texts if _has_unspaced(text)),
        has_kana=any(_KANA.search(block.text) for block in document.blocks if _has_unspaced(block.text)),
    )


def _has_unspaced(text: str) -> bool:
    return not text.isascii() and _CHARACTER.search(text) is not None


def word_spans(text: str) -> tuple[Span, ...]:
    """Return the span of each word of a text in order, none overlapping."""
    return tuple(
        (start, min(start + _LONGEST, match.end()))
        for match in _RUN.finditer(text)
        for start in range(match.start(), match.end(), _LONGEST)
    )
