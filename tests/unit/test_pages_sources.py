from __future__ import annotations

import re
from dataclasses import replace

import pytest

from build_tools.edition.publication.words import measure
from build_tools.model import Block, Creator, Document, Rights, Span
from build_tools.website.citations.creator_names import family_name
from build_tools.website.naming.text_names import citation, place_name, short_name
from build_tools.website.pages import compose_pages
from build_tools.website.pages.source.source_body import arrange
from build_tools.website.pages.source.source_head import length
from build_tools.website.survey.edition_data import Edition
from build_tools.website.survey.lookups import survey
from tests.support.invented import Cut, document, edition, entry, source


def page(made: Edition, path: str = "sources/harbour.md") -> str:
    return next(page.markdown for page in compose_pages(survey(made)) if page.path == path)


def text_page(*stretches: Cut, names: dict[str, str] | None = None, **fields: object) -> str:
    entries = [entry(one, one.title(), "place") for one in sorted(set((names or {}).values()))]
    return page(edition([document(*stretches, **fields)], entries, names))


def headings(markdown: str) -> list[str]:
    text = markdown.partition('<div class="text"')[2].partition("<details")[0]
    return re.findall(r"^#+ .*", text, re.MULTILINE)


def firsts(markdown: str) -> list[bool]:
    return [".first" in found for found in re.findall(r"\{ \.m [^}]*\}", markdown)]


def test_title_subtitle_and_byline_form_the_head_and_the_rest_keeps_its_order() -> None:
    made = document(
        ("publisher-note", "en", "Note"),
        ("byline", "en", "By Vane"),
        ("title", "en", "Title"),
        ("caption", "en", "Cap"),
        ("paragraph", "en", "One"),
        ("byline", "en", "Vane"),
        ("title", "en", "Another"),
    )
    laid = arrange(made)
    assert laid.title and laid.title.text == "Title"
    assert [block.text for block in laid.head] == ["By Vane"]
    assert [[block.text for block in one.blocks] for one in laid.sections] == [
        ["Note", "Cap", "One", "Vane"],
        ["Another"],
    ]


def test_a_text_without_a_title_is_headed_by_ours_in_brackets() -> None:
    shown = text_page(("paragraph", "en", "One"), title="A * b", title_stated=False)
    assert "# *&#91;A &#42; b&#93;*{ .ours }" in shown
    assert "title not stated" in shown and "{ #our-title }" in shown


def test_a_mention_is_first_once_in_the_running_text_of_a_section_and_never_in_a_title_or_heading() -> None:
    shown = text_page(
        ("title", "en", "Seoul"),
        ("caption", "en", "Seoul"),
        ("paragraph", "en", "Seoul, Seoul"),
        ("heading", "en", "Then Seoul"),
        ("paragraph", "en", "Seoul"),
        ("paragraph", "en", "Seoul"),
        names={"Seoul": "seoul"},
    )
    assert firsts(shown) == [False, True, False, False, False, True, False]


def test_a_text_without_headings_is_one_section() -> None:
    paragraphs = [("paragraph", "en", f"Seoul {number}") for number in range(3)]
    assert firsts(text_page(*paragraphs, names={"Seoul": "seoul"})) == [True, False, False]


def test_a_language_without_a_heading_of_its_own_gets_ours_in_ascii() -> None:
    shown = text_page(
        ("paragraph", "en", "One"),
        ("paragraph", "zh-Hans", "二"),
        ("title", "fr", "Trois"),
        ("paragraph", "fr", "Quatre"),
        ("paragraph", "en", "Five"),
    )
    assert headings(shown) == [
        "## English { #lang-en .ours }",
        "## Chinese &#40;simplified&#41; { #lang-zh-hans .ours }",
        '## Trois { #title lang="fr" }',
        "## English { #lang-en-2 .ours }",
    ]
    assert '{: #p2 .p lang="zh-Hans" }' in shown


def test_a_text_in_one_language_gets_no_heading_of_ours_even_in_a_foreign_one() -> None:
    assert headings(text_page(("paragraph", "ru", "Один"), ("rights", "en", "Mine"))) == []


def test_a_note_in_another_language_opens_no_section() -> None:
    shown = text_page(("paragraph", "en", "One"), ("caption", "ko", "사진"), ("paragraph", "en", "Two"))
    assert headings(shown) == []


def test_the_title_heads_the_language_it_is_in() -> None:
    shown = text_page(("title", "en", "One"), ("paragraph", "en", "Two"), ("paragraph", "zh", "三"))
    assert headings(shown) == ["## Chinese { #lang-zh .ours }"]


def test_a_language_written_from_right_to_left_says_so() -> None:
    shown = text_page(("title", "ar", "عنوان"), ("paragraph", "ar", "نص"))
    assert '# عنوان { #title lang="ar" dir="rtl" }' in shown
    assert '{: #p1 .p lang="ar" dir="rtl" }' in shown


def test_levels_of_headings_go_down_one_at_a_time() -> None:
    words = "Deep Flat Lower Lowest"
    blocks = [
        Block(f"heading-{at}", "heading", "en", word, (Span(0, 5 * at, 5 * at + len(word)),), level)
        for at, (word, level) in enumerate(zip(words.split(), (3, 0, 1, 4), strict=True))
    ]
    shown = page(edition([Document(source(text=words), tuple(blocks), ())], []))
    assert [line.partition(" ")[0] for line in headings(shown)] == ["##", "##", "###", "####"]


def test_list_items_are_numbered_with_the_paragraphs_and_say_how_deep_they_are() -> None:
    shown = text_page(("paragraph", "en", "One"), ("list-item", "en", "1. Two"))
    assert '[](#p2){ .n data-n="2" aria-label="Paragraph 2" }1&#46; Two\n{: #p2 .p .li .l0 }' in shown


def test_what_is_not_known_is_not_stated_and_what_we_infer_is_dotted_with_its_reason() -> None:
    shown = text_page(("paragraph", "en", "One"), publisher="Gazette", inferred={"publisher": "Its *style*."})
    assert "Published\n:   not stated" in shown
    assert 'Publisher\n:   <span class="inferred">Gazette</span>' in shown
    assert "Publisher\n:   Its &#42;style&#42;&#46;" in shown
    assert 'class="reasons"' not in text_page(("paragraph", "en", "One"))


def test_publisher_and_makers_link_to_their_entries_where_there_are_any() -> None:
    made = document(
        ("paragraph", "en", "One"), publisher="gazette", creators=(Creator("Ada", "ada"), Creator("Bo", "gone"))
    )
    shown = page(edition([made], [entry("the-gazette", "Gazette", "organisation"), entry("ada", "Ada", "person")]))
    assert "Publisher\n:   [gazette](../glossary/the-gazette.md)" in shown
    assert "By\n:   [Ada](../glossary/ada.md); Bo" in shown


def test_the_rights_notice_stands_verbatim_and_the_statement_in_words() -> None:
    rights = Rights("https://rightsstatements.org/vocab/UND/1.0/", "© *us*", "full")
    shown = text_page(("paragraph", "en", "One"), rights=rights)
    assert "“© &#42;us&#42;”; [Copyright undetermined](https://rightsstatements.org/vocab/UND/1.0/)" in shown


@pytest.mark.parametrize(
    ("stretches", "expected"),
    [
        ([("paragraph", "en", "It's well-known: 1,000 words.")], "1 paragraph, 4 words"),
        ([("paragraph", "zh", "俄韩关系。"), ("list-item", "en", "One")], "2 paragraphs, 1 word, 4 Chinese characters"),
        ([("paragraph", "ja", "ロシア")], "1 paragraph, 3 Japanese characters"),
        ([("paragraph", "ko", "한국과 러시아")], "1 paragraph, 2 words"),
        ([("title", "en", "Only this")], "0 paragraphs, 0 words"),
    ],
)
def test_length_counts_words_and_the_characters_of_scripts_without_them(stretches: list[Cut], expected: str) -> None:
    assert length(measure(document(*stretches))) == expected


def _row(name: str, number: int) -> str:
    return f'<tr><th scope="row">{name}</th><td>{number}</td></tr>'


def test_the_ledger_accounts_for_every_character_and_quotes_what_is_set_aside() -> None:
    shown = text_page(("navigation", "ko", "더\n보기"), ("paragraph", "en", "One\ntwo"))
    assert _row("Shown above", 6) in shown
    assert _row("Set aside&#44; below", 4) in shown
    assert _row("White space between blocks and at line ends", 3) in shown
    assert _row("Total", 13) in shown
    assert '<span class="verbatim" lang="ko">더&#10;보기</span>' in shown


def test_the_rail_lists_kinds_in_their_order_and_the_most_named_first() -> None:
    made = document(("title", "en", "Bo"), ("paragraph", "en", "Ada and Bo and Cy"), ("paragraph", "en", "Bo, Di"))
    entries = [entry(name.lower(), name, kind) for name, kind in
               (("Ada", "person"), ("Bo", "person"), ("Cy", "place"), ("Di", "person"), ("Ed", "person"))]  # fmt: skip
    shown = page(edition([made], entries, {name: name.lower() for name in ("Ada", "Bo", "Cy", "Di")}))
    rail = shown.partition('<nav class="rail"')[2]
    assert re.findall(r"^### (\w+)|^- \[(\w+)\]", rail, re.MULTILINE) == [
        ("People", ""), ("", "Bo"), ("", "Ada"), ("", "Di"), ("Places", ""), ("", "Cy"),
    ]  # fmt: skip
    assert 'd="M25 10V6M75 10V6"/></svg> [3](#title){ .count aria-label="Bo: 3 mentions' in rail


def test_a_text_that_names_nothing_has_no_rail() -> None:
    shown = text_page(("paragraph", "en", "One"))
    assert "rail" not in shown and "Links in the text" not in shown


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Ellen Kim", "Kim"),
        ("Chung-in Moon", "Moon"),
        ("Park Min-hee", "Park"),
        ("Vane, Ada", "Vane"),
        ("문정인", "문정인"),
        ("Reuters", "Reuters"),
        ("", ""),
    ],
)
def test_a_family_name_is_kept_as_it_is_written(name: str, family: str) -> None:
    assert family_name(Creator(name)) == family


def test_a_text_is_cited_by_its_makers_and_its_title() -> None:
    plain = source(creators=(Creator("Ada Vane"), Creator("Bo Li")))
    assert citation(plain) == "Ada Vane and Bo Li, “The harbour lease”"
    assert short_name(plain) == "Vane and Li"
    assert short_name(replace(plain, short_title="column")) == "column"
    assert short_name(replace(plain, creators=tuple(map(Creator, "ABCD")))) == "A et al."
    ours = replace(plain, creators=(), publisher="Gazette", title_stated=False)
    assert (citation(ours), short_name(ours)) == ("Gazette, [The harbour lease]", "Gazette")
    assert (citation(source()), short_name(source())) == ("“The harbour lease”", "The harbour lease")


@pytest.mark.parametrize(
    ("identifier", "role", "name"),
    [("p4", "list-item", "¶4"), ("caption-2", "caption", "caption 2"), ("author-note", "author-note", "author’s note")],
)
def test_a_place_is_cited_by_its_number_or_its_role(identifier: str, role: str, name: str) -> None:
    assert place_name(Block(identifier, role, "en", "x", (Span(0, 0, 1),))) == name


def test_the_headnote_is_the_editors_and_missing_where_there_is_none() -> None:
    made = edition([document(("paragraph", "en", "One"))], [], bodies={"sources/harbour.md": "Who *wrote*.\n"})
    assert "{: #about-this-text .label }\n\nWho *wrote*.\n\nThe editors." in page(made)
    assert "headnote" not in text_page(("paragraph", "en", "One"))
