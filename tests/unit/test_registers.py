from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.corpus import front_matter
from build_tools.corpus.cited_sentences import Share
from build_tools.corpus.glossary import read_entry
from build_tools.corpus.registers.discrepancies import read_discrepancy
from build_tools.corpus.registers.quotations import read_quotation
from build_tools.edition.checks.quoted_passages import occurrences
from build_tools.edition.statistics import count_statistics, report_statistics
from build_tools.model.registers import Attribution, Event, OutsideDate, Review, Role, Version
from build_tools.model.registers import Testimony as Said
from tests.support.invented import ENTRIES, HARBOUR, SMALL, entry


def parsed(text: str, path: str) -> front_matter.FrontMatter:
    page, findings = front_matter.parse_front_matter(text, path)
    assert page is not None
    assert findings == []
    return page


def test_a_discrepancy_is_read_with_its_asserters_and_the_lines_of_its_quotations() -> None:
    item, findings = read_discrepancy(
        parsed(
            "---\ntitle: When?\nclaim: Two months.\nkind: date\nabout: [visit]\nsays:\n"
            '  - {source: kim, block: p6, quote: "in February", gloss: early, by: {kind: official, name: kim}}\n'
            '  - {source: note, block: p7, quote: "On March 2", gloss: late}\n'
            "reading: February.\nconfidence: high\n---\n\nA note [@kim, ¶6].\n",
            "docs/discrepancies/visit-date.md",
        )
    )
    assert findings == []
    assert item is not None
    assert (item.id, item.about, item.confidence, item.notes) == (
        "visit-date", ("visit",), "high", "A note [@kim, ¶6]."
    )  # fmt: skip
    assert item.says == (
        Said("kim", "p6", "in February", "early", Attribution("official", "kim")),
        Said("note", "p7", "On March 2", "late"),
    )
    assert [one.line for one in item.says] == [7, 8]
    assert item.notes_line == 13


def test_a_quotation_is_read_with_a_speaker_who_has_no_entry() -> None:
    item, findings = read_quotation(
        parsed(
            '---\ntitle: A word\nspeaker_name: Some experts\ndate: "../2024-06"\n'
            'versions:\n  - {source: kim, block: p1, quote: "a word", lang: en, via: by hearsay}\n---\n',
            "docs/quotations/word.md",
        )
    )
    assert findings == []
    assert item is not None
    assert (item.speaker, item.speaker_name, item.date) == (None, "Some experts", "../2024-06")
    assert item.versions == (Version("kim", "p1", "a word", "en", "by hearsay"),)


def test_an_entry_is_read_with_its_event_its_roles_and_its_review() -> None:
    found, findings = read_entry(
        parsed(
            "---\npref_label: Visit\nkind: event\ndefinition: A visit.\n"
            'event:\n  date: "2024-02"\n  place_name: Seoul\n  accounts:\n'
            '    - {source: kim, block: p6, quote: "in February", mode: expected}\n'
            'roles:\n  - {title: Guest, from: "2023", to: "..", evidence: "[@kim, ¶6]"}\n'
            'review: {state: checked, on: "2024-07-01"}\nunmentioned: It has no name.\n---\n',
            "docs/glossary/visit.md",
        ),
        "en",
    )
    assert findings == []
    assert found is not None
    account = Said("kim", "p6", "in February", expected=True)
    assert found.event == Event("2024-02", place_name="Seoul", accounts=(account,))
    assert found.roles == (Role("Guest", "[@kim, ¶6]", begin="2023", end=".."),)
    assert (found.review, found.unmentioned) == (Review("checked", "2024-07-01"), "It has no name.")


def test_an_event_is_read_with_what_a_text_and_what_other_evidence_says_of_its_date() -> None:
    found, findings = read_entry(
        parsed(
            "---\npref_label: Visit\nkind: event\ndefinition: A visit.\n"
            'event:\n  date: "2024-02-02"\n  accounts:\n'
            '    - {source: kim, block: p6, quote: "in February", date: "2024-02"}\n'
            '    - {source: note, block: p7, quote: "the visit"}\n'
            '  outside:\n    - {date: "2024-02-02", evidence: "[outside: gazette-2024-02-03]"}\n---\n',
            "docs/glossary/visit.md",
        ),
        "en",
    )
    assert findings == []
    assert found is not None
    assert found.event is not None
    assert [account.date for account in found.event.accounts] == ["2024-02", None]
    assert found.event.outside == (OutsideDate("2024-02-02", "[outside: gazette-2024-02-03]"),)
    assert found.event.outside[0].line == 11


@pytest.mark.parametrize(
    ("quote", "text", "times"),
    [("a b", "a\n b and a b", 2), ("aa", "aaa", 2), ("A", "a", 0), ("a.b", "axb", 0), (" ", "a b", 0)],
)
def test_a_quotation_is_looked_for_to_the_letter_but_for_white_space(quote: str, text: str, times: int) -> None:
    assert occurrences(quote, text) == times


@given(st.text(alphabet="ab \n", max_size=6), st.text(alphabet="ab \n", min_size=1, max_size=4), st.text(max_size=6))
def test_a_quotation_is_found_wherever_it_is_put(before: str, quote: str, after: str) -> None:
    assert occurrences(quote, before + quote + after) >= bool(quote.strip())


def test_figures_count_characters_rules_sentences_and_reviews() -> None:
    figures = count_statistics(SMALL.documents, SMALL.mentions, ENTRIES, SMALL.registers)
    harbour = figures.accounts["harbour"]
    assert harbour.total == len(HARBOUR.source.text) == harbour.shown + harbour.aside + harbour.white
    assert sum(figures.rules["harbour"].values()) == len(SMALL.mentions["harbour"])
    assert figures.unmentioned == {"port-lorn-town": "", "signing": "An event without a name."}
    assert figures.states["checked"] == ("ada-vane",)
    assert figures.shares["docs/discrepancies/end-of-lease.md"] == Share(1, 0, 1)
    assert [one.text for one in figures.uncited["docs/discrepancies/end-of-lease.md"]] == ["Nobody knows."]


def test_a_definition_without_evidence_is_an_uncited_sentence() -> None:
    figures = count_statistics((), {}, [entry("a", "A"), entry("b", "B", evidence=("[@kim, ¶1]",))], SMALL.registers)
    assert figures.shares["docs/glossary/a.md"] == Share(0, 0, 1)
    assert figures.shares["docs/glossary/b.md"] == Share(1, 0, 0)


def test_the_report_has_a_line_for_every_figure_of_the_page() -> None:
    lines = report_statistics(count_statistics(SMALL.documents, SMALL.mentions, ENTRIES, SMALL.registers)).splitlines()
    assert "registers\tdifferences\t2" in lines
    assert "entries by review\tchecked\t1" in lines
    assert all(line.count("\t") == 2 for line in lines)
