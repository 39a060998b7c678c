"""The text and the properties of a PDF, page by page. Only this module knows the library that reads them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from importlib.metadata import version
from itertools import pairwise

import pypdfium2
from pypdfium2 import PdfDocument, PdfiumError, PdfTextPage

from build_tools.editing.conversion.pandoc_documents import UnreadableDocumentError
from build_tools.editing.guesses.statements import Statement, state

PAGE_BREAK = "\f"
"""What stands between pages, by which the rules for heads and numbers of pages know them."""

_FEWEST_LETTERS = 10  # a page, on average; pages that were only scanned have none, or a stamp
_LETTER = re.compile(r"[^\W\d_]")
_LINE_END_HYPHEN = re.compile("[\x02\ufffe\u00ad](?=\n|$)")
_NO_CHARACTERS = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")
_GAP = 1.3  # of the usual distance of two lines: a paragraph ends
_FIELDS = {"Title": "title", "Author": "creators", "CreationDate": "made"}


def read_pdf(data: bytes) -> tuple[str, tuple[Statement, ...]]:
    """Return the text of a PDF and what its properties say of it.

    Raises:
        UnreadableDocumentError: If it is no PDF, is locked by a password, or has no text but pictures of pages.
    """
    try:
        with PdfDocument(data) as document:
            pages = [_text_of(document, number) for number in range(len(document))]
            properties = document.get_metadata_dict()
    except PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableDocumentError("is locked by a password") from error
        raise UnreadableDocumentError("cannot be read: it is not a PDF, or is damaged") from error
    if sum(len(_LETTER.findall(page)) for page in pages) < _FEWEST_LETTERS * len(pages):
        raise UnreadableDocumentError("has pictures of its pages, but no text")
    origin = "the properties of the PDF"
    said = (part for name, field in _FIELDS.items() for part in state(field, properties.get(name, ""), origin))
    return PAGE_BREAK.join(pages), tuple(replace(part, by_program=True) for part in said)


def pdf_converter() -> tuple[str, str]:
    """Return the name and the version of the library."""
    return "pypdfium2", version(pypdfium2.__name__)


def _text_of(document: PdfDocument, number: int) -> str:
    page = document[number].get_textpage()
    lines = page.get_text_range().split("\r\n")
    heights = _heights(page, lines)
    distances = sorted(above - below for above, below in pairwise(heights) if above > below)
    usual = distances[len(distances) // 4] if distances else 0.0  # most lines are within a paragraph
    gaps = [above - below > _GAP * usual > 0 for above, below in pairwise(heights)]
    spaced = "\n".join(f"{line}\n" if gap else line for line, gap in zip(lines, [*gaps, False], strict=True))
    text = _LINE_END_HYPHEN.sub("-", spaced.replace("\r", "\n"))
    return _NO_CHARACTERS.sub("", text).strip() + "\n"


def _heights(page: PdfTextPage, lines: Sequence[str]) -> list[float]:
    """Return how high above the lower edge each line stands; that of the line before, where it has no place."""
    heights: list[float] = []
    start, height = 0, 0.0
    for line in lines:
        if line.strip():
            _, height, _, _ = page.get_charbox(start + len(line) - len(line.lstrip()), loose=True)
        heights.append(height)
        start += len(line.encode("utf-16-le")) // 2 + 2
    return heights
