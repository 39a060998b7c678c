"""Editions in which texts mention one entry very often."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model import Entry
from build_tools.website.markup.composed_page import DeferredPage
from build_tools.website.pages.entry.entry_page import defer_entry_page
from build_tools.website.pages.entry.year_pages import defer_year_pages
from build_tools.website.survey.edition_data import Edition
from build_tools.website.survey.lookups import Corpus, survey
from tests.support.composed import body_html, whole_html
from tests.support.invented import document, edition, entry

WORDS = "The council of Port Lorn heard in the morning what the envoy, <Vane & sons>, would say of the lease that ends."


def edition_with(mentions: int, texts: int, years: int, paragraphs: int = 40) -> Edition:
    """Return an edition whose texts, spread over years, name one entry so often in all; the last text has no date."""
    made = []
    for number in range(texts):
        of_text = mentions // texts + (number < mentions % texts)
        blocks = [
            ("paragraph", "en", " ".join([f"{at}. {WORDS}"] * (of_text // paragraphs + (at < of_text % paragraphs))))
            for at in range(min(paragraphs, of_text))
        ]
        issued = None if number == texts - 1 else f"{1900 + number * years // texts}-05-13"
        made.append(
            document(*blocks, id=f"text-{number}", title=f"Telegram {number % 9} to the council", issued=issued)
        )
    return edition(made, [entry("lorn", "Port Lorn", "place")], {"Port Lorn": "lorn"})


def pages_of(made: Edition, entry_id: str = "lorn") -> dict[str, str]:
    """Return the HTML of the page of an entry, and of the bodies of the pages of its years, by path."""
    corpus = survey(made)
    of_entry, *of_years = (page.settle() for page in _pages(corpus.entries[entry_id], corpus))
    return {of_entry.path: whole_html(of_entry), **{page.path: body_html(page) for page in of_years}}


def _pages(of: Entry, corpus: Corpus) -> Iterator[DeferredPage]:
    yield defer_entry_page(of, corpus, b"")
    yield from defer_year_pages(of, corpus, b"")
