"""A text that tells of an event in plain words counts like one that names it, and each passage counts once."""

from __future__ import annotations

import json
import re

import pytest

from build_tools.edition.event_passages import all_passages, events_in_agreement, reporting_passages
from build_tools.edition.statistics import count_statistics, report_statistics
from build_tools.model import Entry
from build_tools.model.registers import Event, Registers
from build_tools.model.registers import Testimony as Said
from build_tools.website.search.gathering import gather
from build_tools.website.survey.edition_data import Edition
from tests.support.composed import composed_page, whole_html
from tests.support.invented import document, edition, entry

LETTER = document(
    ("paragraph", "en", "In May the mill burnt. Nobody was hurt."),
    ("paragraph", "en", "The mill fire is not forgotten, and the mill fire was no accident."),
    id="letter",
    issued="1900",
)
DIARY = document(("paragraph", "en", "It was all in\nflames."), id="diary", issued="1899")


def fire(*accounts: tuple[str, str, str]) -> Entry:
    told = tuple(Said(*account) for account in accounts)
    return entry("fire", "mill fire", "event", event=Event("1899", accounts=told))


def made(*accounts: tuple[str, str, str]) -> Edition:
    return edition([LETTER, DIARY], [fire(*accounts)], {"mill fire": "fire"})


def told(made: Edition) -> list[tuple[str, str]]:
    passages = reporting_passages(made.documents, made.mentions, made.entries)
    return [(passage.document, passage.exact) for listed in passages.values() for passage in listed]


PLAIN = (("letter", "p1", "the mill burnt"), ("diary", "p1", "all in flames"))


@pytest.mark.parametrize(
    ("accounts", "expected"),
    [
        (PLAIN, [("letter", "the mill burnt"), ("diary", "all in flames")]),
        ((("letter", "p2", "The mill fire is not forgotten"),), []),
        ((("letter", "p2", "fire is not"),), []),
        ((("letter", "p2", "was no accident"),), [("letter", "was no accident")]),
        ((PLAIN[0], PLAIN[0]), [("letter", "the mill burnt")]),
        ((("letter", "p1", ""), ("letter", "p9", "the mill"), ("lost", "p1", "the mill")), []),
    ],
    ids=["in plain words", "with the name", "with a part of it", "beside the name", "twice", "not shown"],
)
def test_an_account_counts_unless_a_mention_is_in_it(
    accounts: tuple[tuple[str, str, str], ...], expected: list[tuple[str, str]]
) -> None:
    assert told(made(*accounts)) == expected


def test_pages_previews_and_search_count_the_same() -> None:
    book = made(*PLAIN)
    count = "4 mentions in 2 texts"
    assert f"{count}, in order of date" in whole_html(composed_page(book, "glossary/fire.md"))
    assert json.dumps(composed_page(book, "glossary/index.md").around).count(count) == 1
    assert '<span class="count">4</span>' in whole_html(composed_page(book, "index.md"))
    assert gather(book.documents, book.entries, book.mentions).heads[-1].count == (4, 2)


def test_a_passage_in_plain_words_stands_in_the_corpus_in_its_place() -> None:
    listed = composed_page(made(*PLAIN), "glossary/fire.md").markdown.partition("## In the corpus")[2]
    assert re.findall(r"#(from-\w+|p\d)[ })]", listed) == ["from-diary", "p1", "from-letter", "p1", "p2", "p2"]
    assert "all in flames" in listed


def test_a_passage_in_plain_words_is_no_wording() -> None:
    assert "Wording" not in whole_html(composed_page(made(*PLAIN), "glossary/fire.md"))


def test_figures_say_how_many_events_are_counted_wherever_they_are_told() -> None:
    book = made(*PLAIN)
    assert list(events_in_agreement(all_passages(book.documents, book.mentions, book.entries), book.entries)) == [
        "fire"
    ]
    assert list(events_in_agreement(book.mentions, book.entries)) == []
    report = report_statistics(count_statistics(book.documents, book.mentions, book.entries, Registers()))
    assert report.endswith("\nevents whose counts agree with their accounts\tof 1\t1")
