"""An article of our own, printed as PDF by two programs with running heads and page numbers, and read by two others."""

from __future__ import annotations

import io
from collections.abc import Callable
from html import escape

from fpdf import FPDF
from pdfminer.high_level import extract_text
from playwright.sync_api import Page
from pypdf import PdfReader

TITLE, AUTHOR, HEAD = "The Salt Road over the Moor", "Ines Calder", "Notes on Upland Trade"
TEXT = """\
The salt road ran from the pans at Orrin to the market at Belden, and for three hundred years
everything that was eaten in the upper valley was eaten with salt that had crossed it. It was never
a road in the sense of the engineers. It was a line of stones, set upright at the places where a
stranger would have gone wrong.

Nobody knows who set them. The oldest account is a complaint of 1587, in which a carrier says that
the third stone had been moved, that he had gone down to the bog with two horses, and that he had
come out with one. The magistrates ordered that the stone should be put back, and that nobody should
ask where it had been.

The carriers were organised in a brotherhood. Its regulations, which survive in a copy of the
eighteenth century, require every member to carry a lantern, to speak to everybody he meets, and to
wait at the ford until he has been joined by another. A fine was due for whistling.

# The stones

Forty-one stones are standing today. They are between three and five feet high and carry no
inscription, apart from the ninth, on which somebody has written that he was cold. Geologists have
established that they come from the quarry behind the church, so that the representatives of the
parish must at least have known what was happening.

Between the twentieth stone and the next there is a distance of almost a mile. The administration of
the turnpike, which took an interest in the matter when the new road was being considered, assumed
that a stone had been lost. The carriers, who were asked, answered that nobody had ever gone wrong
there.

In winter the stones were painted white by a custom that has not been explained; in snow they cannot
be seen at all. The suggestion that the paint was intended for the summer has been made, and so has
the suggestion that it was left over from something else.

# The decline of the trade

The decline began with the railway. In 1851 the price of salt at Belden fell by a third within a
month, and the brotherhood met to consider the situation. The minutes record that several members
proposed to carry something else, that nothing else was suggested, and that the meeting was
adjourned.

By 1860 there were four carriers left, and in the following year there were two, who continued,
according to the newspaper, because they were accustomed to each other. The last journey was made in
October 1868 with a single horse. The salt was sold at a loss and the horse was given to the
schoolmaster.

What remains is a footpath. It is used by visitors, who follow the stones in the other direction and
arrive at the coast. The responsibility for the maintenance of the path is disputed between two
authorities, each of which has demonstrated that it belongs to the other.
"""
PIECES = tuple(" ".join(piece.split()) for piece in TEXT.split("\n\n"))
PARAGRAPHS = tuple(piece for piece in PIECES if not piece.startswith("# "))
HEADINGS = (TITLE, *(piece[2:] for piece in PIECES if piece.startswith("# ")))
_WIDTH, _HEIGHT, _MARGIN = 130, 170, 15  # millimetres


def print_in_browser(page: Page, style: str) -> bytes:
    """Print the article by Chromium."""
    body = "".join(f"<h2>{piece[2:]}</h2>" if piece.startswith("# ") else f"<p>{escape(piece)}</p>" for piece in PIECES)
    css = f"body {{ font: 11pt serif }} h1, h2 {{ margin: 6pt 0 }} p {{ margin: 0 0 6pt; {style} }}"
    page.set_content(f"<html lang=en><style>{css}</style><body><h1>{TITLE}</h1><div>{AUTHOR}</div>{body}")
    line = '<div style="font-size: 8pt; width: 100%; text-align: center">{}</div>'
    return page.pdf(
        width=f"{_WIDTH}mm",
        height=f"{_HEIGHT}mm",
        margin={"top": "20mm", "bottom": "20mm", "left": f"{_MARGIN}mm", "right": f"{_MARGIN}mm"},
        display_header_footer=True,
        header_template=line.format(HEAD),
        footer_template=line.format('<span class="pageNumber"></span>'),
    )


class _Sheets(FPDF):  # its types are not there where it is not installed
    def header(self) -> None:
        self.set_font("Times", size=8)
        self.cell(0, 8, HEAD, align="C", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Times", size=8)
        self.cell(0, 8, str(self.page_no()), align="C")


def print_by_library(align: str) -> bytes:
    """Print the article by fpdf2; `align` is "L" for ragged lines and "J" for justified ones."""
    sheets = _Sheets(format=(_WIDTH, _HEIGHT))
    sheets.set_margin(_MARGIN)
    sheets.set_auto_page_break(auto=True, margin=20)
    sheets.add_page()

    def write(words: str, size: int, height: int, style: str = "", aligned: str = "L") -> None:
        sheets.set_font("Times", style, size=size)
        sheets.multi_cell(0, height, words, align=aligned, new_x="LMARGIN", new_y="NEXT")

    write(TITLE, 16, 8)
    write(AUTHOR, 11, 6)
    for piece in PIECES:
        if piece.startswith("# "):
            sheets.ln(3)
            write(piece[2:], 13, 8, "B")
        else:
            write(piece, 11, 5, aligned=align)
            sheets.ln(2)
    return bytes(sheets.output())


def read_by_pdfminer(pdf: bytes) -> str:
    """Return the text of a PDF as pdfminer reads it: blank lines between what it takes for paragraphs."""
    return str(extract_text(io.BytesIO(pdf)))


def read_by_pypdf(pdf: bytes) -> str:
    """Return the text of a PDF as pypdf reads it: line by line, without blank lines, a form feed between pages."""
    return "\f".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


EXTRACTORS: dict[str, Callable[[bytes], str]] = {"pdfminer": read_by_pdfminer, "pypdf": read_by_pypdf}
