"""Files of several formats become texts that keep every word, and what a file says of itself is read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest

from build_tools.editing.conversion.received_files import ReceivedText, read_received
from build_tools.editing.importing.new_texts import receive
from build_tools.editing.scaffolds import new_source
from build_tools.segmentation import cut_text
from tests.support import received
from tests.support.received import MAKER, PARAGRAPHS, TITLE

MADE: dict[str, Callable[[], bytes]] = {
    "road.docx": lambda: received.write_by_pandoc("docx"),
    "road.ODT": lambda: received.write_by_pandoc("odt"),
    "road.epub": lambda: received.write_by_pandoc("epub"),
    "road.pdf": received.print_article,
    "columns.pdf": lambda: received.print_article(columns=2),
    "road.html": received.PAGE.encode,
    "book.TXT": received.BOOK.encode,
}


AUTHORS = "".join(f'<meta name="citation_author" content="{name}">' for name in ("Calder, Ines", "Vane, Bo"))
REPORT = '<script type="application/ld+json">{"@type": "Report", "author": "Bo Vane"}</script>'


def read(name: str, data: bytes | None = None) -> ReceivedText:
    text, findings = read_received(MADE[name]() if data is None else data, name)
    assert findings == []
    assert text
    return text


def page(head: str, body: str = "<p>Some words.</p>") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def said(data: bytes, field: str) -> list[str]:
    return [statement.value for statement in read("a.html", data).statements if statement.field == field]


@pytest.mark.parametrize("name", MADE)
def test_every_paragraph_is_a_block_of_its_own(name: str) -> None:
    blocks = [block.text.replace("[1]", "").strip() for block in cut_text(read(name).text).blocks]
    for paragraph in PARAGRAPHS:
        assert [block for block in blocks if block.startswith(paragraph)] != []


@pytest.mark.parametrize("name", ["road.docx", "road.ODT", "road.epub"])
def test_headings_lists_tables_and_notes_of_a_document_are_blocks(name: str) -> None:
    text = read(name).text
    blocks = [(block.role, block.text) for block in cut_text(text).blocks]
    for wanted in (("heading", "The stones"), ("list-item", "1. Painted"), ("table", "Ninth 4 feet")):
        assert wanted in blocks
    assert any(role == "footnote" and words.endswith("Older than the railway.") for role, words in blocks)
    assert "<" not in text


def test_the_title_of_a_word_file_begins_the_text() -> None:
    first, *_ = cut_text(read("road.docx").text).blocks
    assert (first.role, first.text) == ("title", TITLE)


def test_a_form_feed_stands_between_the_pages_of_a_pdf() -> None:
    first, second = read("road.pdf").text.split("\f")
    assert PARAGRAPHS[0][:40] in first
    assert second.strip() == "On the second page the road ends."


def test_a_web_page_keeps_its_words_and_no_scripts_pictures_or_targets() -> None:
    text = read("road.html").text
    for words in ("Home", "About us", "Fine – “quite”.", "© 2021 The Upland Gazette"):
        assert words in text
    for absent in ("alert", "color", "stone.jpg", "/news", "schema.org"):
        assert absent not in text


def test_what_spans_cells_of_a_table_or_is_divided_into_terms_stays() -> None:
    table = (
        "<h2>A</h2><table><tr><th colspan=2>Both</th></tr><tr><td><p>One</p><p>Two</p></td><td>Three<br>Four</td></tr>"
        "</table><dl><dt>Term</dt><dd>Meaning</dd></dl><figure><img alt=x><figcaption>Caption</figcaption></figure>"
        "<h2>B</h2><p><q>Quoted</q> <u>under</u><sup>2</sup></p>"
    )
    text = read("a.html", page("", table)).text
    assert [word for word in re.findall(r"\w+", text) if not word.startswith("x")] == [
        *("A", "Both", "One", "Two", "Three", "Four", "Term", "Meaning", "Caption", "B", "Quoted", "under2"),
    ]


@pytest.mark.parametrize(
    ("name", "converter"),
    [("road.docx", "pandoc"), ("road.html", "pandoc"), ("road.pdf", "pypdfium2"), ("book.TXT", "")],
)
def test_the_program_that_converted_a_file_is_named_with_its_version(name: str, converter: str) -> None:
    text = read(name)
    assert text.converter == converter
    assert bool(re.fullmatch(r"\d+(\.\d+)+", text.version)) == bool(converter)


@pytest.mark.parametrize("name", ["road.docx", "road.ODT", "road.epub", "road.pdf", "road.html"])
def test_the_title_and_the_maker_that_a_file_states_are_read(name: str) -> None:
    statements = read(name).statements
    assert TITLE in [statement.value for statement in statements if statement.field == "title"]
    assert MAKER in [statement.value for statement in statements if statement.field == "creators"]


@pytest.mark.parametrize(
    ("head", "field", "values"),
    [
        (
            (AUTHORS, "creators", ["Ines Calder", "Bo Vane"]),
            "creators",
            ["Ines Calder", "Bo Vane"],
        ),
        ('<meta name="DC.date" content="2021-05">', "issued", ["2021-05"]),
        ('<meta name="citation_publication_date" content="2021/5/3">', "issued", ["2021-05-03"]),
        ('<meta property="article:published_time" content="2021-05-03T08:00:00Z">', "issued", ["2021-05-03T08:00:00Z"]),
        ('<meta name="date" content="yesterday">', "issued", []),
        ('<meta property="og:title" content="A &amp; B">', "title", ["A & B"]),
        ("<title>A text – The Upland Gazette</title>", "title", ["A text"]),
        ('<meta name="dcterms.language" content="Français">', "languages", ["fr"]),
        ('<meta name="author" content="admin">', "creators", []),
        ('<meta property="article:author" content="https://example.org/someone">', "creators", []),
        ('<link rel="canonical" href="javascript:alert(1)">', "url", []),
        ('<meta name="citation_journal_title" content="Upland Studies">', "genre", ["article-journal"]),
        (REPORT, "genre", ["report"]),
        (
            '<script type="application/ld+json">{"@type": "Report", "author": "Bo Vane"}</script>',
            "creators",
            ["Bo Vane"],
        ),
        ('<script type="application/ld+json">{broken</script>', "title", []),
    ],
)
def test_the_head_of_a_page_is_read(head: str, field: str, values: list[str]) -> None:
    assert said(page(head), field) == values


def test_linked_data_that_is_nested_without_end_is_read_no_further() -> None:
    data = {
        "@type": "Article",
        "headline": "Here",
        "@graph": [{"@graph": [{"@graph": [{"@graph": [{"@type": "Book"}]}]}]}],
    }
    assert said(page(f'<script type="application/ld+json">{json.dumps(data)}</script>'), "genre") == []
    assert said(page(f'<script type="application/ld+json">{"[" * 100_000}</script>'), "title") == []


@pytest.mark.parametrize(
    "data",
    [
        "<meta charset=windows-1251><p>Слово".encode("cp1251"),
        '<?xml version="1.0" encoding="koi8-r"?><html><body><p>Слово</p></body></html>'.encode("koi8-r"),
        "<p>Слово".encode(),
        "\ufeff<p>Слово".encode(),
        "<p>Слово".encode("utf-16"),
        "<meta charset=nonsense><p>Слово".encode(),
    ],
)
def test_a_page_is_decoded_as_browsers_decode_it(data: bytes) -> None:
    assert read("a.html", data).text.strip() == "Слово"


def test_a_page_that_states_no_encoding_and_is_not_utf_8_is_taken_for_latin() -> None:
    assert read("a.html", "<p>été – “fini”".encode("cp1252")).text.strip() == "été – “fini”"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.pdf", b"no PDF", "it is not a PDF, or is damaged"),
        ("a.docx", b"PK\x03\x04", "cannot be read"),
        ("a.epub", b"nothing", "cannot be read"),
        ("a.doc", b"\xd0\xcf\x11\xe0", 'files that end in ".doc" are not read'),
        ("a.jpg", b"\xff\xd8", 'files that end in ".jpg" are not read'),
        ("a.html", b"<html><body><img src=a.png></body></html>", "the file has no text"),
        ("a.txt", "été".encode("latin-1"), "is not UTF-8"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_finding(name: str, data: bytes, words: str) -> None:
    text, (finding,) = read_received(data, name)
    assert text is None
    assert words in finding.message
    assert (finding.path, finding.line) == (name, 1)


def test_a_scanned_pdf_without_text_is_told_to_be_read_by_ocr() -> None:
    text, (finding,) = read_received(received.print_scan(), "scan.pdf")
    assert text is None
    assert (finding.message, finding.code) == ("the file has pictures of its pages, but no text", "file-unreadable")
    assert "OCR" in finding.hint


def test_the_frame_of_a_saved_page_is_drafted_as_rulings_and_its_article_is_not() -> None:
    page = (
        "<title>The lamp</title><nav><ul><li><a href=/>Start here</a><li><a href=/x>All our papers</a></ul></nav>"
        "<div role=navigation>Earlier <b>papers</b></div><article><h1>The lamp</h1><p>It was mended on 20 May."
        "<footer>Written at Lumen</footer></article><button>Print it now</button><footer><p>Lumen Papers 1924</footer>"
    )
    file, _ = receive("page.html", page.encode())
    assert file
    drafted = re.findall(r'# - \{quote: "(?:- )?(.+?)", role: navigation', new_source("page.txt", file.about))
    assert drafted == ["Start here", "All our papers", "Earlier papers", "Print it now", "Lumen Papers 1924"]
