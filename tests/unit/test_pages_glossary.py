from __future__ import annotations

import re
from dataclasses import replace

import pytest

from build_tools.model import Label
from build_tools.model.registers import Registers
from build_tools.website.markup.body_nodes import Link, Phrase
from build_tools.website.pages import compose_pages
from build_tools.website.survey.edition_data import Edition
from build_tools.website.survey.lookups import survey
from tests.support.composed import composed_page, tree_of, whole_html
from tests.support.invented import SMALL, document, edition, entry
from tests.support.pages_as_trees import words_of


def page(made: Edition, path: str) -> str:
    return whole_html(composed_page(made, path))


def page_markdown(made: Edition, path: str) -> str:
    return composed_page(made, path).markdown


def linked(html: str, heading: str) -> list[str]:
    """The entries to which the list below a heading links."""
    section = re.search(f"<h2[^>]*>{heading}</h2>\n<ul>\n(.*?)</ul>", html, re.DOTALL)
    return re.findall(r'<li><a [^>]*href="\.\./\.\./glossary/([a-z-]+)/"', section[1]) if section else []


def test_every_page_of_the_edition_is_composed_once_and_edited_where_it_is_written() -> None:
    pages = compose_pages(survey(SMALL))
    assert [page.path for page in pages] == sorted(
        ["index.md", "sources/index.md", "glossary/index.md", "sources/harbour.md", "sources/two-tongues.md"]
        + [
            "claims.md",
            "discrepancies/index.md",
            "quotations/index.md",
            "timeline.md",
            "terms.md",
            "quality.md",
            "check.md",
            "concordance.md",
            "together.md",
            "data.md",
            "outside/index.md",
        ]
        + [f"glossary/{one.id}.md" for one in SMALL.entries]
        + [one.path.removeprefix("docs/") for one in SMALL.registers.items]
    )
    assert all(page.edit_path == page.path and page.markdown.endswith("\n") for page in pages)


def test_the_order_in_which_documents_and_entries_come_makes_no_difference() -> None:
    turned = replace(
        SMALL,
        documents=SMALL.documents[::-1],
        entries=SMALL.entries[::-1],
        mentions={key: SMALL.mentions[key] for key in sorted(SMALL.mentions, reverse=True)},
        registers=Registers(
            SMALL.registers.discrepancies[::-1], SMALL.registers.quotations[::-1], SMALL.registers.outside_works[::-1]
        ),
    )
    one, other = ([page.settle() for page in compose_pages(survey(made))] for made in (turned, SMALL))
    assert one == other


def test_an_edition_without_texts_or_entries_still_has_its_indexes() -> None:
    assert [page.path for page in compose_pages(survey(Edition((), (), {}, {})))] == [
        "check.md",
        "concordance.md",
        "data.md",
        "discrepancies/index.md",
        "glossary/index.md",
        "index.md",
        "outside/index.md",
        "quality.md",
        "quotations/index.md",
        "sources/index.md",
        "terms.md",
        "timeline.md",
        "together.md",
    ]


def test_labels_stand_by_language_and_say_where_the_texts_have_them() -> None:
    made = edition(
        [document(("paragraph", "en", "Seoul."), ("paragraph", "zh", "首尔，首尔。"))],
        [
            entry(
                "seoul",
                "Seoul",
                "place",
                alt_labels=tuple(Label(*one) for one in (("Сеул", "ru"), ("首尔", "zh"), ("Han*yang", "en"))),
                hidden_labels=(Label("Soul", "en"),),
            )
        ],
        {"Seoul": "seoul", "首尔": "seoul"},
    )
    shown = page(made, "glossary/seoul.md")
    (labels,) = (one for one in tree_of(shown).iter("div") if one.get("class") == "labels")
    assert [words_of(one) for one in labels.iter("dt")] == ["English", "Chinese", "Russian"]
    assert re.findall(r"<dd>(.*)</dd>", shown.partition('<div class="labels">')[2].partition("</div>")[0]) == [
        'Han*yang <span class="where">linked in no text</span>',
        (
            '<span lang="zh">首尔</span> <span class="where">'
            '<a class="ev" href="../../glossary/seoul/#from-harbour" '
            'aria-label="The harbour lease: its lines">The harbour lease</a></span>'
        ),
        '<span lang="ru">Сеул</span> <span class="where">linked in no text</span>',
    ]
    assert "Soul" not in shown


def test_an_entry_that_no_text_names_says_so() -> None:
    made = edition([], [entry("seoul", "Seoul")])
    shown = page(made, "glossary/seoul.md")
    assert re.search(r'<h2 [^>]*id="in-the-corpus">.*</h2>\n<p>No text of this edition names this entry\.</p>', shown)
    assert "rail" not in shown and "Wordings" not in shown and "Notes" not in shown
    in_markdown = page_markdown(made, "glossary/seoul.md")
    assert "## In the corpus {#in-the-corpus}\n\nNo text of this edition names this entry.\n" in in_markdown


def test_relations_are_shown_from_both_ends() -> None:
    made = edition(
        [], [entry("a", "A", related=("c", "b")), entry("b", "B", broader=("c",)), entry("c", "C", related=("a",))]
    )
    assert linked(page(made, "glossary/a.md"), "Related") == ["b", "c"]
    assert linked(page(made, "glossary/b.md"), "Related") == ["a"]
    assert linked(page(made, "glossary/c.md"), "Related") == ["a"]
    assert linked(page(made, "glossary/b.md"), "Broader") == ["c"]
    assert linked(page(made, "glossary/c.md"), "Narrower") == ["b"]


def test_entries_that_share_a_label_are_not_to_be_confused() -> None:
    shared = (Label("Seoul", "en"),)
    made = edition(
        [],
        [
            entry("south-korea", "South Korea", alt_labels=shared),
            entry("seoul", "Seoul (city)", shared_labels=shared),
            entry("seoul-station", "Seoul Station", shared_labels=shared),
            entry("busan", "Busan"),
        ],
    )
    heading = "Not to be confused with"
    assert linked(page(made, "glossary/south-korea.md"), heading) == ["seoul", "seoul-station"]
    assert linked(page(made, "glossary/seoul.md"), heading) == ["seoul-station", "south-korea"]
    assert linked(page(made, "glossary/busan.md"), heading) == []


def test_wordings_are_counted_by_text_whatever_their_case_and_quotation_marks() -> None:
    made = edition(
        [document(("paragraph", "en", "“Old” lease, old lease, Old lease, the lease"))],
        [entry("lease", "lease")],
        {"“Old” lease": "lease", "old lease": "lease", "Old lease": "lease", "lease": "lease"},
    )
    rows = re.findall(
        r'^<tr><th scope="row"><a[^>]*><span class="form">(.*)</span></a></th><td>(\d+)</td></tr>$',
        page(made, "glossary/lease.md"),
        re.MULTILINE,
    )
    assert rows == [("“Old” lease", "3"), ("lease", "1")]


def test_one_wording_in_one_text_needs_no_table() -> None:
    made = edition([document(("paragraph", "en", "lease, lease"))], [entry("lease", "lease")], {"lease": "lease"})
    assert "Wordings" not in page(made, "glossary/lease.md")


def test_every_mention_stands_in_its_words_and_links_to_its_block_by_date_of_its_text() -> None:
    late = document(("title", "en", "Lease"), ("paragraph", "zh", "租约 lease"), id="late", issued="2024-05")
    early = document(("paragraph", "en", "A lease *here*"), id="early", issued="2023")
    made = edition([late, early], [entry("lease", "lease")], {"lease": "lease", "Lease": "lease"})
    shown, in_markdown = page(made, "glossary/lease.md"), page_markdown(made, "glossary/lease.md")
    assert re.findall(r'id="from-([a-z]+)"', shown) == ["early", "late"]
    assert re.findall(r"\{#from-([a-z]+)\}", in_markdown) == ["early", "late"]
    assert re.findall(r'^<li>(<a class="at".*)</li>', shown, re.MULTILINE) == [
        (
            '<a class="at" href="../../sources/early/#p1" aria-label="The harbour lease, 2023, ¶1">'
            '¶1</a> <span class="l">A </span><b class="concept">lease</b>'
            '<span class="r"> *here*</span>'
        ),
        (
            '<a class="at" href="../../sources/late/#title" aria-label="The harbour lease, May 2024, title">'
            'title</a> <span class="l"></span>'
            '<b class="concept">Lease</b><span class="r"></span>'
        ),
        (
            '<a class="at" href="../../sources/late/#p1" aria-label="The harbour lease, May 2024, ¶1">'
            '¶1</a> <span class="l" lang="zh">租约 </span>'
            '<b class="concept" lang="zh">lease</b><span class="r" lang="zh"></span>'
        ),
    ]
    assert re.findall(r"^- .*", in_markdown, re.MULTILINE) == [
        r'- [¶1](../sources/early.md#p1 "The harbour lease, 2023, ¶1") A **lease** \*here\*',
        '- [title](../sources/late.md#title "The harbour lease, May 2024, title") **Lease**',
        '- [¶1](../sources/late.md#p1 "The harbour lease, May 2024, ¶1") 租约 **lease**',
    ]


def test_notes_are_set_below_their_heading_and_the_evidence_of_a_definition_behind_it() -> None:
    bodies, link = {"glossary/a.md": "Well.\n\n## More\n"}, Link(("b",), "sources/b.md#p1", ("ev",))
    made = edition(
        [], [entry("a", "A")], bodies=bodies, definition_evidence={"a": (Phrase(("(", link, ")"), ("evs",)),)}
    )
    shown, in_markdown = page(made, "glossary/a.md"), page_markdown(made, "glossary/a.md")
    evidence = '<span class="evs">(<a class="ev" href="../../sources/b/#p1">b</a>)</span>'
    assert f'<p class="definition">What A is. {evidence}</p>' in shown
    assert "\nWhat A is. ([b](../sources/b.md#p1))\n" in in_markdown
    notes = '<h2 class="label" id="notes">Notes</h2>\n<p>Well.</p>\n<h3 id="n-more">More</h3>'
    assert notes in shown
    assert "## Notes {#notes}\n\nWell.\n\n### More { #n-more }" in in_markdown


def test_letters_ignore_accents_case_and_quotation_marks_and_digits_stand_first() -> None:
    labels = ["élan", "155 mm shells", "“Exit”", "Østfold", "Енисей", "eland"]
    made = edition([], [entry(f"e{at}", label) for at, label in enumerate(labels)])
    index = composed_page(made, "glossary/index.md")
    assert re.findall(r'<h3 class="letter" id="([a-z]+)">(.+)</h3>', whole_html(index)) == [
        ("digits", "0–9"), ("e", "E"), ("o", "O"), ("other", "Other"),
    ]  # fmt: skip
    in_order = ["e1", "e0", "e5", "e2", "e3", "e4"]
    assert re.findall(r"\((e\d)\.md\)", index.markdown.partition("## By kind")[0]) == in_order
    assert re.findall(r'class="e" href="../(?:../glossary/)?(e\d)/"', whole_html(index)) == in_order


def test_the_index_carries_all_shown_labels_for_the_filter_and_the_counts_in_words() -> None:
    made = edition(
        [document(("paragraph", "en", "Seoul, Seoul"))],
        [entry("seoul", "Seoul", alt_labels=(Label('"서울"', "ko"),), hidden_labels=(Label("Soul", "en"),))],
        {"Seoul": "seoul"},
    )
    index = composed_page(made, "glossary/index.md")
    shown = whole_html(index)
    (link,) = (link for link in tree_of(shown).iter("a") if link.get("class") == "e")
    assert link.attrib["data-labels"] == 'Seoul | "서울"'
    assert '<span class="count">2 mentions in 1 text</span>' in shown
    assert "Soul" not in shown and "Soul" not in index.markdown


@pytest.mark.parametrize(("number", "boxes"), [(12, 12), (13, 0)])
def test_small_boxes_show_which_texts_name_an_entry_where_there_are_few_texts(number: int, boxes: int) -> None:
    texts = [document(("paragraph", "en", "Seoul"), id=f"text-{one}") for one in range(number)]
    shown = whole_html(
        composed_page(edition(texts, [entry("seoul", "Seoul")], {"Seoul": "seoul"}), "glossary/index.md")
    )
    assert shown.count('<rect class="on"') == boxes


def test_the_index_is_read_without_a_template_as_labels_with_their_definitions() -> None:
    made = edition([], [entry("a", "A *b*"), entry("c", "C")])
    shown = composed_page(made, "glossary/index.md").markdown
    assert re.findall(r"^- \[.*", shown, re.MULTILINE)[:2] == [
        r"- [A \*b\*](a.md): What A \*b\* is.",
        "- [C](c.md): What C is.",
    ]


def test_the_home_page_counts_kinds_and_lists_the_most_mentioned_first() -> None:
    shown = page_markdown(SMALL, "index.md")
    most = shown.partition("## Most mentioned")[2]
    named = ["lease", "port-lorn", "ada-vane", "signing", "lorn-gazette"]
    assert re.findall(r"\(glossary/([a-z-]+)\.md\)", most) == named
    assert "[People](glossary/index.md#people)" in shown and "#agreements" not in shown


def test_the_day_of_the_last_change_goes_to_the_template() -> None:
    made = edition([], [entry("a", "A")], changed={"glossary/a.md": "2024-07-01"})
    assert 'changed: "2024-07-01"' in page_markdown(made, "glossary/a.md")
    assert "changed:" not in page_markdown(made, "index.md")
