"""Cut a text to what is shown of it, and move what is in it: mentions, places that are undecided, quotations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from build_tools.edition.publication.excerpts import OMISSION, Excerpts
from build_tools.edition.publication.wanted_passages import find_words
from build_tools.edition.publication.words import Span
from build_tools.linking import Ambiguous
from build_tools.model import Block, Document, Mention
from build_tools.model.registers import Anchored

_Place = TypeVar("_Place", Mention, Ambiguous)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A span of a block that is shown, and where it begins in the text that is published."""

    start: int
    end: int
    at: int


@dataclass(frozen=True, slots=True)
class PublishedDocument:
    """A text cut to what is shown of it, and the pieces of each block."""

    document: Document
    _pieces: Mapping[str, tuple[_Piece, ...]]
    _whole: Document

    def move(self, places: Iterable[_Place]) -> tuple[_Place, ...]:
        """Return the places that are wholly shown, with their offsets in what is published."""
        moved = []
        for place in places:
            piece = self._piece(place.block, (place.start, place.end))
            if piece:
                by = piece.at - piece.start
                moved.append(replace(place, start=place.start + by, end=place.end + by))
        return tuple(moved)

    def shows(self, anchored: Anchored) -> bool:
        """Return whether the words of a quotation are shown."""
        text = next((block.text for block in self._whole.blocks if block.id == anchored.block), "")
        span = find_words(anchored.quote, text)
        return span is not None and self._piece(anchored.block, _without_signs(text, span)) is not None

    def _piece(self, block: str, span: Span) -> _Piece | None:
        pieces = self._pieces.get(block, ())
        return next((piece for piece in pieces if piece.start <= span[0] and span[1] <= piece.end), None)


def cut_to_excerpts(document: Document, excerpts: Excerpts) -> PublishedDocument:
    """Return a text of which only excerpts are left, with a sign for what is left out.

    Every block keeps its id and its place; one of which nothing is shown is empty. Neither the seed nor the editors'
    rulings, which quote it, are kept.
    """
    pieces: dict[str, tuple[_Piece, ...]] = {}
    blocks = []
    for block in document.blocks:
        text, pieces[block.id] = _cut(block, excerpts.spans.get(block.id, ()))
        blocks.append(replace(block, text=text, spans=()))
    source = replace(document.source, text="", rulings=(), parallel=())
    return PublishedDocument(Document(source, tuple(blocks), ()), pieces, document)


def _cut(block: Block, spans: tuple[Span, ...]) -> tuple[str, tuple[_Piece, ...]]:
    text, pieces = "", []
    for start, end in spans:
        text += f"{' ' if text else ''}{OMISSION} " if text or start else ""
        pieces.append(_Piece(start, end, len(text)))
        text += block.text[start:end]
    return text + (f" {OMISSION}" if spans and spans[-1][1] < len(block.text) else ""), tuple(pieces)


def _without_signs(text: str, span: Span) -> Span:
    """Return a span without the signs at its ends, which mean nothing."""
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end
