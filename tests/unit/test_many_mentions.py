"""The page of an entry stays small whatever the number of mentions; all of them are on the pages of its years."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from build_tools.model import Creator
from build_tools.website.pages.entry import entry_years
from build_tools.website.survey.edition_data import Edition
from build_tools.website.survey.lookups import survey
from tests.support.composed import composed_page, tree_of
from tests.support.invented import document, edition, entry
from tests.support.many_mentions import edition_with, pages_of

MOST_BYTES = 280_000  # 20 kB for the frame
ENTRY = "glossary/lorn.md"


def lines_by_text(html: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for text, listed in re.findall(r'id="from-([\w-]+)"><a.*?</h\d>\n(<div.*?)</div>', html, re.DOTALL):
        found[text] += listed.count('class="at"')
    return found


@pytest.mark.parametrize(
    ("mentions", "texts", "years"), [(3_000, 380, 15), (3_000, 3, 2), (50_000, 2_000, 300), (50_000, 20, 1)]
)
def test_no_page_is_large_and_all_mentions_have_a_line(mentions: int, texts: int, years: int) -> None:
    made = edition_with(mentions, texts, years)
    pages = pages_of(made)
    assert max(len(html.encode()) for html in pages.values()) < MOST_BYTES
    assert pages[ENTRY].count('class="at"') <= entry_years.MOST_LINES
    on_years: Counter[str] = Counter()
    for path, html in pages.items():
        on_years += lines_by_text(html) if path != ENTRY else Counter()
    counted = survey(made)
    folded = entry_years.entry_years(counted.entries["lorn"], counted)
    on_entry = {text: number for year in folded if year.is_complete for text, number in year.shown.items()}
    assert on_years + Counter(on_entry) == {
        text: sum(found.values()) for text, found in counted.named_by["lorn"].items()
    }


def test_few_mentions_and_those_of_few_texts_are_all_on_one_page() -> None:
    assert list(pages_of(edition_with(60, 20, 3))) == [ENTRY]
    assert list(pages_of(edition_with(400, 12, 3))) == [ENTRY]
    assert len(pages_of(edition_with(61, 13, 3))) > 1


def test_the_first_and_the_fullest_year_are_open_and_each_year_leads_to_all_of_it() -> None:
    pages = pages_of(edition_with(1_000, 100, 4))
    shown = pages[ENTRY]
    assert re.findall(r'<h3 class="year-name">([^<]*)</h3>', shown) == [
        "1900",
        "1901",
        "1902",
        "1903",
        "Date not stated",
    ]
    assert len(re.findall(r'<details class="year-fold" open="open">', shown)) <= 2
    ways = re.findall(r'<a class="all-lines" href="([^"]*)">([^<]*)</a>', shown)
    assert ways[1] == ("../../glossary/lorn/1901/", "Show all 250 of 1901")
    assert ways[-1] == ("../../glossary/lorn/undated/", "Show all 10 without a date")
    assert 'href="#year-1901"' in shown and 'id="year-1901"' in shown
    assert "7 more in this text" in shown


def test_every_text_of_a_folded_entry_has_an_address_on_its_page() -> None:
    shown = pages_of(edition_with(3_000, 380, 15))[ENTRY]
    ids = [element.get("id") for element in tree_of(shown).iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert {f"from-text-{number}" for number in range(380)} <= set(ids)


def test_a_year_on_several_pages_links_them_and_the_years_beside_it() -> None:
    pages = pages_of(edition_with(3_000, 100, 4))
    second = pages["glossary/lorn/1901/2.md"]
    assert "<h1" in second and ": 1901</h1>" in second
    assert "page 2 of 4" in second
    ways = second.partition('<nav class="year-ways"')[2]
    assert re.findall(r">([^<]+)</a>", ways) == ["Page 1", "Page 3", "Page 4", "1900", "1902", "All years"]
    assert 'href="../../../../glossary/lorn/1902/"' in ways


def test_the_sidebar_has_the_texts_with_the_most_mentions_and_says_how_many_more_there_are() -> None:
    sidebar = composed_page(edition_with(3_000, 100, 4), ENTRY).around["sidebar"]
    assert isinstance(sidebar, dict)
    assert len(sidebar["texts"]) == 10
    assert sidebar["more"] == "and 90 more texts"


def test_wordings_of_many_texts_stand_by_year_the_most_frequent_first() -> None:
    names = [f"Lorn {letter}" for letter in "abcdefghijk"]
    texts = [
        document(("paragraph", "en", f"Say {name}. " * (number + 1)), id=f"t{number}", issued=f"{1900 + number}")
        for number, name in enumerate([*names, "Lorn k", "Lorn k"])
    ]
    around = composed_page(edition(texts, [entry("lorn", "Lorn")], dict.fromkeys(names, "lorn")), ENTRY).around
    found = around["wordings"]
    assert isinstance(found, dict)
    assert found["texts"] == []
    assert [row["form"][0]["text"] for row in found["rows"]] == ["Lorn k", *(f"Lorn {letter}" for letter in "jihgf")]
    first = {name: value for name, value in found["rows"][0].items() if name not in {"form", "filter", "lines"}}
    assert first == {"count": "36", "years": "1910–1912", "x": 76, "width": 24}
    assert found["rest_name"] == "5 more wordings, 15 mentions"
    assert len(found["rest"]) == 5


def test_the_lines_of_each_maker_are_one_link_away_where_several_made_the_texts() -> None:
    made = edition_with(1_000, 100, 4)
    assert ways_in(made) == []
    makers = ["Board & Sons"] + ["Lorn Council"] * 99
    documents = tuple(
        replace(one, source=replace(one.source, creators=(Creator(maker),)))
        for one, maker in zip(made.documents, makers, strict=True)
    )
    assert ways_in(replace(made, documents=documents)) == [
        ("All lines", "1,000", ""),
        ("Lorn Council", "990", "&maker=Lorn+Council"),
        ("Board & Sons", "10", "&maker=Board+%26+Sons"),
    ]


def test_the_lines_of_each_wording_are_one_link_away() -> None:
    page = tree_of(pages_of(edition_with(1_000, 100, 4))[ENTRY])
    links = [link for row in page.iter("th") for link in row.iter("a")]
    assert [(link.get("aria-label"), link.get("href")) for link in links] == [
        ("Lines with “Port Lorn”", "../../concordance/?q=entry:lorn&wording=Port+Lorn")
    ]


def ways_in(made: Edition) -> list[tuple[str, ...]]:
    """The ways from an entry to its lines: the name of each, its number and its filter."""
    start = "../../concordance/?q=entry:lorn"
    ways = [it for it in tree_of(pages_of(made)[ENTRY]).iter("nav") if it.get("class") == "ways-to-lines"]
    return [
        (*"".join(link.itertext()).strip().rsplit(maxsplit=1), link.get("href", "").removeprefix(start))
        for nav in ways
        for link in nav.iter("a")
    ]
