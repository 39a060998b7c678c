"""Outside sources: how they are read, cited, counted, shown and found."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.corpus import front_matter
from build_tools.corpus.evidence import find_evidence, parse_evidence
from build_tools.corpus.registers.outside_fields import read_outside_work
from build_tools.corpus.registers.quotations import read_quotation
from build_tools.edition.outside_citations import find_outside_citations, works_cited_in
from build_tools.edition.publication.withheld_words import WithheldWords
from build_tools.edition.statistics import count_statistics
from build_tools.interfaces.composed_pages import mark_evidence
from build_tools.model import Evidence
from build_tools.model.findings import Finding
from build_tools.model.registers import Original, OutsideWork, Registers
from build_tools.website.markup.body_nodes import Phrase
from build_tools.website.naming.outside_names import explanation, work_mark, work_name
from build_tools.website.pages.parts.evidence_links import evidence_content, render_evidence
from build_tools.website.search.gathering import gather
from tests.support.composed import body_html, composed_page
from tests.support.invented import ENTRIES, HARBOUR, SMALL
from tests.support.invented_registers import REGISTERS

WORKS = {work.id: work for work in REGISTERS.outside_works}
IDS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,3}", fullmatch=True)
SPACES = st.sampled_from(["", " ", "\n", "  "])


def read(fields: str) -> tuple[OutsideWork | None, list[Finding]]:
    page, findings = front_matter.parse_front_matter(f"---\n{fields}---\nIt says so.\n", "docs/outside/gazette.md")
    assert page is not None
    assert findings == []
    return read_outside_work(page)


def test_a_work_is_read_with_whose_word_it_is() -> None:
    work, findings = read(
        "title: Слово\ntranslated_title: A word\npublisher: Gazette\ncreators: [Wire]\ndate: 2024-02\n"
        "url: https://gazette.example/1\narchived: https://archive.example/1\nlanguage: ru\nofficial: true\n"
        "affiliation: party newspaper\nvia: wire\n"
    )
    assert findings == []
    assert work is not None
    assert (work.id, work.official, work.read_through, work.archived, work.date, work.notes, work.lines["via"]) == (
        "gazette", True, "wire", "https://archive.example/1", "2024-02", "It says so.", 12
    )  # fmt: skip


def test_a_work_needs_no_more_than_title_publisher_address_and_language() -> None:
    work, findings = read("title: A word\npublisher: Gazette\nurl: https://gazette.example/1\nlanguage: en\n")
    assert findings == []
    assert work is not None
    assert (work.official, work.date, work.archived, work.creators) == (False, None, None, ())


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ("publisher: G\nlanguage: en\n", ["field-missing", "field-missing"]),
        ("title: A\npublisher: G\nurl: gazette.example\nlanguage: en\n", ["url-not-web"]),
        ("title: A\npublisher: G\nurl: https://g.example\nlanguage: EN\n", ["language-tag"]),
        ("title: A\npublisher: G\nurl: https://g.example\nlanguage: en\nofficial: perhaps\n", ["word-unknown"]),
        ("title: A\npublisher: G\nurl: https://g.example\nlanguage: en\nofficial: no\nof: x\n", ["key-unknown"]),
    ],
)
def test_what_a_work_lacks_is_a_finding(fields: str, codes: list[str]) -> None:
    work, findings = read(fields)
    assert [finding.code for finding in findings] == codes
    assert work is None or not work.official


def test_the_originals_of_a_quotation_are_read() -> None:
    page, _ = front_matter.parse_front_matter(
        "---\ntitle: A word\nspeaker_name: Vane\noriginals:\n"
        '  - {outside: gazette, quote: "слово", lang: ru, translation: "a word", note: "Lorn, 2 May"}\n'
        "  - {outside: gazette, lang: ru}\n"
        'versions: [{source: kim, block: p1, quote: "a word", lang: en}]\n---\n',
        "docs/quotations/word.md",
    )
    assert page is not None
    item, findings = read_quotation(page)
    assert item is not None
    assert item.originals == (Original("gazette", "слово", "ru", "a word", "Lorn, 2 May"),)
    assert [(finding.line, finding.code) for finding in findings] == [(6, "field-missing")]


@given(st.lists(IDS, min_size=1, max_size=5), SPACES, SPACES)
def test_works_are_cited_by_their_ids_whatever_the_spaces(ids: list[str], before: str, after: str) -> None:
    bracket = f"outside:{before}" + f"{before};{after}".join(ids) + after
    assert [found for found, _ in find_evidence(f"It ended [{bracket}].")] == [bracket]
    assert parse_evidence(bracket) == tuple(Evidence(None, (), None, one) for one in ids)


@given(st.text(alphabet="a-;, ¶@", max_size=12))
def test_a_citation_is_of_works_or_a_description_and_never_of_both(words: str) -> None:
    for place in parse_evidence(f"outside:{words}") or ():
        assert place.source is None
        assert bool(place.outside) != bool(place.description)


def test_every_citation_is_found_with_its_file_and_line() -> None:
    entry = replace(ENTRIES[0], evidence=("[outside: wire]",), notes="One.\n\nTwo [outside: wire; gazette-2031].")
    found = [
        (citation.path, citation.line, citation.work or citation.description)
        for citation in find_outside_citations([entry], REGISTERS, [HARBOUR.source], ())
    ]
    path, difference = entry.path, "docs/discrepancies/end-of-lease.md"
    assert found == [
        (path, 1, "wire"),
        (path, entry.notes_line + 2, "wire"),
        (path, entry.notes_line + 2, "gazette-2031"),
        (difference, 1, "town-hall-2031"),
        (difference, 1, "gazette-2031"),
        (difference, 1, "Herald, 2031"),
        ("docs/quotations/vane-doubts.md", 1, "town-hall-2031"),
        ("docs/quotations/vane-doubts.md", 1, "gazette-2031"),
    ]


def test_the_field_of_a_difference_has_the_ids_of_works_in_brackets_or_bare_and_none_of_one_described() -> None:
    field = ("[outside: wire; gazette-2031]", "town-hall-2031", "Herald, 2031-02-03, The end", "[@kim, ¶1]")
    assert [*works_cited_in(field)] == ["wire", "gazette-2031", "town-hall-2031"]


def test_works_and_their_citations_are_counted() -> None:
    counts = count_statistics(SMALL.documents, SMALL.mentions, ENTRIES, REGISTERS).registers
    assert [number for name, number in counts.items() if "outside" in name] == [3, 1, 6, 4]
    none = count_statistics((), {}, (), Registers()).registers
    assert [number for name, number in none.items() if "outside" in name] == [0, 0, 0, 0]


def test_a_work_is_named_with_its_affiliation_and_an_official_one_as_such() -> None:
    assert work_name(WORKS["gazette-2031"]) == "Gazette (party newspaper), 3 February 2031"
    assert work_name(WORKS["wire"]) == "Lorn Wire"
    assert explanation(WORKS["town-hall-2031"]) == "Official outside source: The contract has ended"


def test_prose_and_trees_give_a_citation_the_same_mark() -> None:
    written = render_evidence("[outside: wire]", "glossary/lease.md", {}, WORKS)
    title = "Outside source: News of the day"
    assert written == f'([Lorn Wire](../outside/index.md#wire "{title}"))'
    html = f'(<a href="../../outside/#wire" title="{title}">Lorn Wire</a>)'
    mark = f'<a class="ev outside" href="../../outside/#wire" title="{title}">Lorn Wire</a>'
    assert mark_evidence(html, "glossary/lease/") == f'<span class="evs">({mark})</span>'
    flat = html.replace("../../outside/", "../outside/index.html")
    assert 'class="ev outside"' in mark_evidence(flat, "glossary/lease.html")
    content = evidence_content("[outside: wire]", "glossary/lease.md", {}, WORKS)
    assert content == (Phrase(("(", work_mark(WORKS["wire"], WORKS.values()), ")"), ("evs",)),)


def test_the_page_lists_official_works_first_and_what_rests_on_each() -> None:
    page = composed_page(SMALL, "outside/index.md").markdown
    ids = ("official--sources", "town-hall-2031", "other--sources", "gazette-2031", "wire")
    assert [page.index(f"{{#{one}}}") for one in ids] == sorted(page.index(f"{{#{one}}}") for one in ids)
    addresses = [one for work in WORKS.values() for one in (work.url, work.archived) if one]
    assert [
        one for one in addresses if f"]({one.replace('&', '&#38;')})" not in page
    ] == []  # the weekly job follows them
    assert page.count("[Vane doubts it](../quotations/vane-doubts.md)") == 2


def test_a_search_finds_a_work_at_its_place() -> None:
    gathered = gather(SMALL.documents, SMALL.entries, SMALL.mentions, REGISTERS)
    heads = [(head.path, head.name) for head in gathered.heads if head.kind == "outside source"]
    assert heads == [
        ("outside", "The *lease* has ended"),
        ("outside", "The contract has ended"),
        ("outside", "News of the day"),
    ]
    assert [record.block for record in gathered.records[-3:]] == ["gazette-2031", "town-hall-2031", "wire"]


def test_the_id_of_a_work_is_no_part_of_what_editors_repeat_of_a_text() -> None:
    words = WithheldWords(["It says Korea herald 2024 02 03 and ends here."], [])
    kept = "So [outside: korea-herald-2024-02-03; wire]."
    assert words.left_out_of(kept) == kept
    assert words.left_out_of("Korea Herald, 2024, 02, 03") != "Korea Herald, 2024, 02, 03"


def test_works_of_one_publisher_and_day_are_told_apart_by_their_titles() -> None:
    gazette = WORKS["gazette-2031"]
    twin = replace(gazette, id="twin", title="Another page", translated_title="")
    alone, first, second = (
        "".join(map(str, work_mark(work, works).content))
        for work, works in ((gazette, [gazette]), (gazette, [gazette, twin]), (twin, [gazette, twin]))
    )
    assert alone == work_name(gazette)
    assert first == f"{alone}, “{gazette.title}”"
    assert second == f"{alone}, “Another page”"


def test_the_name_of_a_maker_in_the_letters_of_the_language_of_a_work_says_which_it_is() -> None:
    works = [replace(work, creators=("Анна Вейн", "Lorn Wire")) for work in REGISTERS.outside_works]
    shown = body_html(
        composed_page(replace(SMALL, registers=replace(REGISTERS, outside_works=tuple(works))), "outside/index.md")
    )
    assert shown.count('<span lang="ru">Анна Вейн</span> · Lorn Wire') == 1


def test_a_name_in_letters_of_two_scripts_and_foreign_words_in_notes_say_their_language() -> None:
    works = [
        replace(work, creators=("Новости (News)",), notes="It has 不得不, and [@harbour, ¶1].")
        for work in REGISTERS.outside_works
    ]
    shown = body_html(
        composed_page(replace(SMALL, registers=replace(REGISTERS, outside_works=tuple(works))), "outside/index.md")
    )
    assert shown.count('<span lang="ru">Новости (News)</span>') == 1
    assert shown.count('It has <span lang="zh">不得不</span>, and') == len(works)
