"""The title of a page is what its editor wrote, whatever the text begins with; where they differ the check says so."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from functools import cache
from html import unescape

import pytest

from build_tools.edition.checks import Material
from build_tools.edition.checks.undecided_places import check_titles
from build_tools.model import Document, Ruling, Source
from build_tools.segmentation import segment
from build_tools.segmentation.roles.stated_title import letters_of, rulings_for_title, state_same_title
from build_tools.website import citations
from build_tools.website.search.gathering import gather
from tests.support.composed import body_html, composed_page
from tests.support.invented import edition, source

FIRST_LINES = (
    "SECRET",
    "MOST SECRET PRIVATE",
    "CONFIDENTIAL",
    "IMMEDIATE",
    "Copies to Mr J. A. Lyons and Mr R. G. Casey",
    "Repeated to the High Commissioner at Lorn",
    "Memorandum S4011 LONDON, 19 June 1937",
    "MEMORANDUM\n\nTHE HARBOUR OFFICE",
    "Cablegram 12 LORN, 3 May 1938",
    "The Project Gutenberg EBook of Arbor Day Leaves, by N. H. Egleston",
    "LORN, 3 May 1938\n\nMy dear Vane,",
    "NOT TO BE PUBLISHED\n\nDRAFT\n\nNo. 14",
    "Home > Papers > 1938",
)
BODY = (
    "The ship has not come. We ask for instructions before the week ends, since the pilots will not wait for another"
    " word from the office, and nobody here can tell them what the office wants of them or of the ship.\n\n"
    "Vane will answer on Monday.\n"
)
TITLE = "The clerk at Lorn to the office"
TEXTS = [
    source(f"text-{number}", f"{first}\n\n{stated}{BODY}", title=TITLE, title_stated=reason is None, inferred=inferred)
    for number, (first, stated, reason) in enumerate(
        itertools.product(FIRST_LINES, ("", f"{TITLE}\n\n", f"{TITLE.upper()}.\n\n"), (None, "Ours."))
    )
    for inferred in [{} if reason is None else {"title": reason}]
]


def heading_of(document: Document) -> str:
    """The first heading of a text's page, in words."""
    page = composed_page(edition([document], []), f"sources/{document.source.id}.md")
    (heading,) = re.findall(r"<h1[^>]*>(.*?)</h1>", body_html(page), re.DOTALL)
    return unescape(re.sub(r"<[^>]+>|title not stated", "", heading)).strip(" []")


@cache
def cited() -> Mapping[str, citations.Citations]:
    """The citations of all texts, rendered together."""
    return citations.cite(TEXTS, citations.Site())


def advice(read: Source) -> list[str]:
    return [finding.hint for finding in check_titles(Material(documents=(segment(read)[0],)))]


@pytest.mark.parametrize("read", TEXTS, ids=lambda read: read.id)
def test_the_first_heading_of_a_page_is_its_title(read: Source) -> None:
    document, findings = segment(read)
    assert findings == []
    shown = heading_of(document)
    assert letters_of(shown) == letters_of(TITLE)
    gathered = gather([document], (), {})
    assert TITLE in gathered.heads[0].title and TITLE in gathered.records[0].words
    assert TITLE in cited()[read.id].styles[2].reference
    assert bool(advice(read)) == (read.title_stated and not any(block.role == "title" for block in document.blocks))


def test_the_texts_of_the_test_are_many_and_of_every_sort() -> None:
    assert len(TEXTS) >= 50
    with_block = [any(block.role == "title" for block in segment(read)[0].blocks) for read in TEXTS]
    assert with_block.count(True) == 2 * with_block.count(False)


@pytest.mark.parametrize(
    ("text", "title", "same"),
    [
        ("THE  HARBOUR\nLEASE", "The harbour lease", True),
        ("“The harbour’s lease” – a view", 'The harbour\'s lease: "a view"', True),
        ("[Column] The harbour lease", "The harbour lease", True),
        ("The harbour lease [1]", "The harbour lease", True),
        ("The harbour lease²", "The harbour lease", True),
        ("El arrendamiento: ¿hasta cuándo?", "El arrendamiento: hasta cuando", True),
        ("洛恩港的租约", "《洛恩港的租约》", True),
        ("The harbour lease, 1938", "The harbour lease", False),
        ("The harbour lease", "The harbour leases", False),
        ("การเช่าท่าเรือ", "การเชาทาเรอ", False),
        ("???", "???", True),
        ("???", "!!!", False),
    ],
)
def test_a_line_states_a_title_whatever_its_type_and_punctuation(*, text: str, title: str, same: bool) -> None:
    assert state_same_title(text, title) is same


@pytest.mark.parametrize(
    ("texts", "rulings"),
    [
        (["THE WRITINGS", "OF", "JAMES VANE", "Words."], ("THE WRITINGS", "OF")),
        (["The writings of James Vane By his clerk", "Words."], ("By his clerk",)),
        ([*map(str, range(30)), "The Writings of James Vane"], ("The Writings of James Vane",)),
        (["The writings", "Words."], ()),
        (["The writings of James Vanes", "Words."], ()),
    ],
)
def test_a_title_in_other_blocks_is_made_one_by_rulings(texts: list[str], rulings: tuple[str, ...]) -> None:
    made = rulings_for_title(texts, "The writings of James Vane")
    assert [re.search('quote: "(.*?)"', ruling) and ruling.split('"')[1] for ruling in made] == list(rulings)


def test_the_rulings_of_the_advice_make_the_title() -> None:
    read = source(text=f"THE WRITINGS\n\nOF\n\nJAMES VANE\n\n{BODY}", title="The writings of James Vane")
    (hint,) = advice(read)
    quotes = re.findall(r'\{quote: "([^"]+)", join: next\}', hint)
    joined = source(text=read.text, title=read.title, rulings=tuple(Ruling(words, 1, join=True) for words in quotes))
    document, findings = segment(joined)
    assert (findings, advice(joined)) == ([], [])
    assert heading_of(document) == "THE WRITINGS OF JAMES VANE"


def test_a_title_that_is_cut_off_is_written_whole() -> None:
    read = source(text=f"From the clerk (Vane) to the office of the pilots\n\n{BODY}", title="From the clerk (Va")
    (hint,) = advice(read)
    assert hint.startswith(
        'Write title: "From the clerk (Vane) to the office of the pilots" in docs/sources/harbour.md'
    )


def test_a_title_that_the_frame_before_a_text_names_is_stated() -> None:
    frame = (
        "The Project Gutenberg EBook of Arbor Day Leaves, by N. H. Egleston\n\nTitle: Arbor Day Leaves\n\n"
        "Author: N. H. Egleston\n\n*** START OF THIS PROJECT GUTENBERG EBOOK ARBOR DAY LEAVES ***\n\n"
    )
    read = source(text=f"{frame}{BODY}\n*** END OF THIS PROJECT GUTENBERG EBOOK ARBOR DAY LEAVES ***\n")
    read = source(text=read.text, title="Arbor Day Leaves")
    assert heading_of(segment(read)[0]) == "Arbor Day Leaves"
    assert advice(read) == []


def test_a_line_that_a_ruling_makes_the_title_stays_and_the_check_names_it() -> None:
    read = source(text=f"SECRET\n\n{BODY}", title=TITLE, rulings=(Ruling("SECRET", 1, role="title"),))
    assert heading_of(segment(read)[0]) == "SECRET"
    assert advice(read) == ['Write title: "SECRET" in docs/sources/harbour.md, or delete the ruling.']
