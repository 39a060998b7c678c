"""A glossary of thousands of entries: an index that leads to bounded pages by letter and by kind."""

from __future__ import annotations

import json
import re
from itertools import product
from string import ascii_lowercase

from build_tools.model import KINDS as KINDS_OF_ENTRIES
from build_tools.model import Label
from build_tools.website.pages import compose_data, compose_pages
from build_tools.website.pages.entry_lists.glossary_data import filter_values
from build_tools.website.pages.entry_lists.glossary_lists import glossary_pages, letter_path
from build_tools.website.pages.parts.sidebar import MOST_RELATED
from build_tools.website.survey.edition_data import Edition
from build_tools.website.survey.lookups import survey
from tests.support.composed import composed_page, whole_html
from tests.support.invented import document, edition, entry

KINDS = ("person", "place", "concept")
MOST_BYTES = 280_000  # 20 kB for the frame


def glossary_of(number: int) -> Edition:
    names = ["".join(letters) for letters in product(ascii_lowercase, repeat=3)][:number]
    entries = [
        entry(name, name.title(), KINDS[at % 3], alt_labels=(Label(f"{name} 윤석열", "ko"),))
        for at, name in enumerate(names)
    ]
    text = document(("paragraph", "en", " ".join(name.title() for name in names[:70])), issued="1968")
    return edition([text], entries, {name.title(): name for name in names[:70]})


def test_every_entry_of_a_large_glossary_is_on_a_small_page_of_its_letter_and_its_kind() -> None:
    corpus = survey(glossary_of(11_000))
    pages = list(glossary_pages(corpus))
    found = {"letters": set[str](), "kinds": set[str]()}
    for page in pages:
        html = whole_html(page)
        assert len(html.encode()) < MOST_BYTES, page.path
        found[page.path.split("/")[1]] |= set(re.findall(r'<a class="e" href="[./]*/glossary/([a-z]+)/"', html))
    assert found["letters"] == found["kinds"] == set(corpus.entries)
    assert len({page.path for page in pages}) == len(pages)
    assert all(page.path.count("/") >= 2 for page in pages)


def test_the_index_of_a_large_glossary_leads_to_letters_and_kinds_and_has_the_most_mentioned() -> None:
    made = glossary_of(301)
    shown = whole_html(composed_page(made, "glossary/index.md"))
    assert shown.count('class="e"') == 50
    assert 'href="../glossary/letters/a/" aria-label="A: entries">A</a>' in shown
    assert re.findall(r'<h3 class="k [a-z]+" id="([a-z]+)"><a href="../glossary/kinds/([a-z]+)/">', shown) == [
        (kind, kind) for kind in ("people", "places", "concepts")
    ]
    assert shown.index('class="tools"') < shown.index('id="a-z"')


def test_the_filter_of_a_large_glossary_has_every_entry_in_a_file_of_less_than_a_megabyte() -> None:
    corpus = survey(glossary_of(11_000))
    (data,) = (data for data in compose_data(corpus) if data.path == "data/glossary.js")
    assert len(data.text.encode()) < 1_000_000
    rows = json.loads(data.text.partition(" = ")[2])
    assert [row[0] for row in rows] == list(corpus.entries)
    assert rows[:2] == [
        ["aaa", KINDS_OF_ENTRIES.index("person"), 1, "Aaa | aaa 윤석열"],
        ["aab", KINDS_OF_ENTRIES.index("place"), 1, "Aab | aab 윤석열"],
    ]
    assert json.loads(filter_values(corpus)) == {
        "number": 11_000,
        "kinds": {"concept": 3666, "person": 3667, "place": 3667},
        "scripts": {"Hang": 11_000},
    }


def test_a_glossary_on_one_page_has_no_file_for_its_filter() -> None:
    assert [data for data in compose_data(survey(glossary_of(300))) if data.path == "data/glossary.js"] == []


def test_a_glossary_of_few_entries_is_one_page() -> None:
    assert [page.path for page in glossary_pages(survey(glossary_of(300)))] == []
    assert whole_html(composed_page(glossary_of(300), "glossary/index.md")).count('class="e"') == 300


def test_a_page_of_a_letter_says_between_which_names_its_entries_are_and_leads_to_the_others() -> None:
    shown = whole_html(composed_page(glossary_of(700), "glossary/letters/a/2.md"))
    assert "<p>676 entries; on this page Ahs to Apj</p>" in shown
    ways = shown.partition('<nav class="year-ways"')[2]
    assert re.findall(r">([^<]+)</a>", ways) == ["Page 1", "Page 3", "Page 4", "The whole glossary"]


def test_no_page_of_a_letter_is_where_a_page_of_an_entry_called_letters_is() -> None:
    made = glossary_of(301)
    entries = (*made.entries, entry("letters", "letters"), entry("kinds", "kinds"))
    pages = [page.path for page in compose_pages(survey(edition(made.documents, entries)))]
    assert len(pages) == len(set(pages))
    assert {"glossary/letters.md", letter_path("A")} <= set(pages)


def test_many_related_entries_are_folded_and_of_very_many_the_most_mentioned_are_listed() -> None:
    def rail(number: int) -> str:
        parts = [entry(f"part-{index:03}", f"Part {index}", broader=("whole",)) for index in range(number)]
        made = edition(
            [document(("paragraph", "en", "It says Part 199."))],
            [entry("whole", "Whole"), *parts],
            {"Part 199": "part-199"},
        )
        return whole_html(composed_page(made, "glossary/whole.md")).partition('id="narrower"')[2]

    few, many, most = rail(13), rail(14), rail(200)
    assert (few.count('href="../../glossary/part-'), "<details>" in few.partition("</nav>")[0]) == (13, False)
    seen, _, folded = many.partition("<details><summary>2 more</summary>")
    assert (seen.count("glossary/part-"), folded.partition("</details>")[0].count("glossary/part-")) == (12, 2)
    assert most.count('href="../../glossary/part-') == MOST_RELATED
    assert "part-199" in most
    assert "and 80 more entries" in most
