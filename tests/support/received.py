"""Files as people have them: a book with a library's frame, a Word file, a PDF, a saved web page; words of our own."""

from __future__ import annotations

import json
from html import escape

from fpdf import FPDF

from build_tools.website.pandoc_program import run_pandoc

TITLE, MAKER = "The Salt Road over the Moor", "Ines Calder"
_TEXT = """\
The salt road ran from the pans at Orrin to the market at Belden, and for three hundred years everything that was
eaten in the upper valley was eaten with salt that had crossed it.
Nobody knows who set the stones. The oldest account is a complaint of 1587, in which a carrier says that the third
stone had been moved, and that he had gone down to the bog with two horses.
In winter the stones were painted white by a custom that has not been explained; in snow they cannot be seen at
all, and the carriers, who were asked, answered that nobody had ever gone wrong there."""
_LINES = _TEXT.split("\n")
PARAGRAPHS = tuple(" ".join(_LINES[first : first + 2]) for first in range(0, len(_LINES), 2))

BOOK = f"""\
\ufeffThe Foundry Library EBook of {TITLE}, by {MAKER}

This eBook is for the use of anyone anywhere at no cost and with
almost no restrictions whatsoever.  You may copy it, give it away or
re-use it under the terms of the License included with this eBook.


Title: {TITLE}
       With a Chapter on the Stones

Author: {MAKER}

Illustrator: Bo Vane

Release Date: January 31, 2006 [EBook #17645]

Language: English

Character set encoding: UTF-8

*** START OF THIS FOUNDRY EBOOK {TITLE.upper()} ***




{TITLE.upper()}

BY

{MAKER.upper()}


CHAPTER I.

{PARAGRAPHS[0]}

{PARAGRAPHS[1]}

CHAPTER II.

{PARAGRAPHS[2]}


*** END OF THIS FOUNDRY EBOOK {TITLE.upper()} ***

This eBook was given to you under the terms of its License.
""".replace("\n", "\r\n")

_MARKDOWN = f"""\
---
title: {TITLE}
author: {MAKER}
date: 3 May 2021
lang: en
---

# The road

{PARAGRAPHS[0]} It is *old*.[^1]

# The stones

{PARAGRAPHS[1]}

| Stone | Height |
|-------|--------|
| Ninth | 4 feet |

1. Painted
2. Lost

{PARAGRAPHS[2]}

[^1]: Older than the railway.
"""

_LINKED_DATA = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "The Upland Gazette"},
        {
            "@type": "NewsArticle",
            "headline": TITLE,
            "author": [{"@type": "Person", "name": MAKER}],
            "datePublished": "2021-05-03T08:00:00+01:00",
            "publisher": {"@type": "Organization", "name": "The Upland Gazette"},
        },
    ],
}

PAGE = f"""\
<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{TITLE} | The Upland Gazette</title>
<link rel="canonical" href="https://gazette.example/salt-road">
<meta property="og:site_name" content="The Upland Gazette">
<script type="application/ld+json">{json.dumps(_LINKED_DATA)}</script><style>p {{ color: red }}</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/about">About us</a></li></ul></nav>
<article><h1>{TITLE}</h1><p>By {MAKER}</p><p>3 May 2021</p><img src="stone.jpg" alt="A stone">
{"".join(f"<p>{escape(text)}</p>" for text in PARAGRAPHS)}<h2>More</h2><p>Fine – “quite”.</p></article>
<script>alert("no words")</script><footer><p>© 2021 The Upland Gazette</p></footer></body></html>
"""


def write_by_pandoc(kind: str) -> bytes:
    """Return the article as a Word file ("docx"), in OpenDocument ("odt") or as an e-book ("epub")."""
    return run_pandoc(_MARKDOWN.encode(), "-f", "markdown", "-t", kind, "-s", "-o", "-")


def print_article(*, columns: int = 1) -> bytes:
    """Return the article as a PDF with properties, in one column or more."""
    pdf = FPDF()
    pdf.set_title(TITLE)
    pdf.set_author(MAKER)
    pdf.set_margin(25)
    pdf.add_page()
    pdf.set_font("Times", "B", 16)
    pdf.multi_cell(0, 10, TITLE, new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Times", size=11)
    pdf.multi_cell(0, 8, "3 May 2021", new_x="LMARGIN", new_y="NEXT")
    pdf.ln(6)
    with pdf.text_columns(ncols=columns, gutter=8, text_align="J") as column:
        for text in PARAGRAPHS:
            with column.paragraph(bottom_margin=4) as paragraph:
                paragraph.write(text)
    pdf.add_page()
    pdf.multi_cell(0, 6, "On the second page the road ends.", new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def print_scan() -> bytes:
    """Return a PDF that has pages and no words, as a scanner makes it."""
    pdf = FPDF()
    for _ in range(2):
        pdf.add_page()
        pdf.rect(20, 20, 100, 100)
    return bytes(pdf.output())
