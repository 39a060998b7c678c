from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from build_tools.model import Block, Creator, Document, Rights, Span
from build_tools.website.citations import Site, cite
from build_tools.website.pages.source.source_body import arrange
from build_tools.website.survey.edition_data import Edition
from tests.support.composed import composed_page, tree_of, whole_html
from tests.support.invented import Cut, document, edition, entry, source
from tests.support.pages_as_trees import words_of

PATH = "sources/harbour.md"
NUMBER = '<a class="n" href="#p{0}" data-n="{0}" aria-label="Paragraph {0}"></a>'
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def page(made: Edition) -> str:
    return whole_html(composed_page(made, PATH))


def edition_of(*stretches: Cut, names: Mapping[str, str] | None = None, **fields: object) -> Edition:
    entries = [entry(one, one.title(), "place") for one in sorted(set((names or {}).values()))]
    return edition([document(*stretches, **fields)], entries, names)


def text_page(*stretches: Cut, names: Mapping[str, str] | None = None, **fields: object) -> str:
    return page(edition_of(*stretches, names=names, **fields))


def text_markdown(*stretches: Cut, **fields: object) -> str:
    return composed_page(edition([document(*stretches, **fields)], []), PATH).markdown.partition("\n---\n")[2]


def of_class(html: str, name: str) -> list[Element]:
    return [element for element in tree_of(html).iter() if name in str(element.get("class")).split()]


def headings(html: str) -> list[tuple[str, str, str | None, str | None, str]]:
    """The level, id, class, language and words of each heading in the text."""
    (text,) = of_class(html, "text")
    found = [element for element in text.iter() if element.tag in HEADINGS]
    return [(one.tag, one.get("id", ""), one.get("class"), one.get("lang"), words_of(one).strip()) for one in found]


def firsts(html: str) -> list[bool]:
    return ["first" in str(link.get("class")).split() for link in of_class(html, "m")]


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
    assert (
        '<h1 id="our-title"><em class="ours">[A * b]</em> <span class="not-stated">title not stated</span></h1>'
        in shown
    )
    in_markdown = text_markdown(("paragraph", "en", "One"), title="A * b", title_stated=False)
    assert r"# *\[A \* b\]* title not stated {#our-title}" in in_markdown


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
        ("h2", "lang-en", "ours", None, "English"),
        ("h2", "lang-zh-hans", "ours", None, "Chinese (simplified)"),
        ("h2", "title", None, "fr", "Trois"),
        ("h2", "lang-en-2", "ours", None, "English"),
    ]
    assert f'<p class="p" id="p2" lang="zh-Hans">{NUMBER.format(2)}二</p>' in shown


def test_a_paragraph_in_another_language_says_so_on_a_code_host_too() -> None:
    shown = text_markdown(("paragraph", "en", "One"), ("paragraph", "zh-Hans", "二"))
    assert (
        '<a id="p1"></a>One\n\n## Chinese (simplified) {#lang-zh-hans}\n\n<a id="p2" lang="zh-Hans"></a>二\n' in shown
    )


def test_a_text_in_one_language_gets_no_heading_of_ours_even_in_a_foreign_one() -> None:
    assert headings(text_page(("paragraph", "ru", "Один"), ("rights", "en", "Mine"))) == []


def test_a_note_in_another_language_opens_no_section() -> None:
    shown = text_page(("paragraph", "en", "One"), ("caption", "ko", "사진"), ("paragraph", "en", "Two"))
    assert headings(shown) == []


def test_the_title_heads_the_language_it_is_in() -> None:
    shown = text_page(("title", "en", "One"), ("paragraph", "en", "Two"), ("paragraph", "zh", "三"))
    assert headings(shown) == [("h2", "lang-zh", "ours", None, "Chinese")]


def test_a_language_written_from_right_to_left_says_so() -> None:
    shown = text_page(("title", "ar", "عنوان"), ("paragraph", "ar", "نص"))
    assert '<h1 id="title" lang="ar" dir="rtl">عنوان</h1>' in shown
    assert f'<p class="p" id="p1" lang="ar" dir="rtl">{NUMBER.format(1)}نص</p>' in shown


def test_levels_of_headings_go_down_one_at_a_time() -> None:
    words = "Deep Flat Lower Lowest"
    blocks = [
        Block(f"heading-{at}", "heading", "en", word, (Span(0, 5 * at, 5 * at + len(word)),), level)
        for at, (word, level) in enumerate(zip(words.split(), (3, 0, 1, 4), strict=True))
    ]
    shown = page(edition([Document(source(text=words), tuple(blocks), ())], []))
    assert [level for level, *_ in headings(shown)] == ["h2", "h2", "h3", "h4"]


def test_list_items_are_numbered_with_the_paragraphs_and_say_how_deep_they_are() -> None:
    shown = text_page(("paragraph", "en", "One"), ("list-item", "en", "1. Two"))
    assert f'<p class="p li l0" id="p2">{NUMBER.format(2)}1. Two</p>' in shown


def test_a_block_without_a_number_names_its_role_in_an_attribute_and_has_no_link_to_itself() -> None:
    shown = text_page(("paragraph", "en", "One"), ("caption", "en", "A crane"))
    assert '<p class="block caption" id="caption" data-role="Caption">A crane</p>' in shown


def test_what_is_not_known_is_not_stated_and_what_we_infer_is_dotted_with_its_reason() -> None:
    shown = text_page(("paragraph", "en", "One"), publisher="Gazette", inferred={"publisher": "Its *style*."})
    assert "<dt>Published</dt>\n<dd>not stated</dd>" in shown
    assert '<dt>Publisher</dt>\n<dd><span class="inferred">Gazette</span></dd>' in shown
    assert "<dt>Publisher</dt>\n<dd>Its *style*.</dd>" in shown
    assert 'class="reasons"' not in text_page(("paragraph", "en", "One"))


def test_publisher_and_makers_link_to_their_entries_where_there_are_any() -> None:
    made = document(
        ("paragraph", "en", "One"), publisher="gazette", creators=(Creator("Ada", "ada"), Creator("Bo", "gone"))
    )
    shown = page(edition([made], [entry("the-gazette", "Gazette", "organisation"), entry("ada", "Ada", "person")]))
    assert '<dt>Publisher</dt>\n<dd><a href="../../glossary/the-gazette/">gazette</a></dd>' in shown
    assert '<dt>By</dt>\n<dd><a href="../../glossary/ada/">Ada</a>; Bo</dd>' in shown


def test_the_rights_notice_stands_verbatim_and_the_statement_in_words() -> None:
    rights = Rights("https://rightsstatements.org/vocab/UND/1.0/", "© *us*", "full")
    shown = text_page(("paragraph", "en", "One"), rights=rights)
    statement = '<a href="https://rightsstatements.org/vocab/UND/1.0/">Copyright undetermined</a>'
    assert f"<dd>“© *us*”; {statement}</dd>" in shown


def _row(name: str, number: int) -> str:
    return f'<tr><th scope="row">{name}</th> <td>{number}</td></tr>'


def test_the_ledger_accounts_for_every_character_and_quotes_what_is_set_aside() -> None:
    shown = text_page(("navigation", "ko", "더\n보기"), ("paragraph", "en", "One\ntwo"))
    assert _row("Shown above", 6) in shown
    assert _row("Set aside, below", 4) in shown
    assert _row("White space between blocks and at line ends", 3) in shown
    assert _row("Total", 13) in shown
    assert '<span class="verbatim" lang="ko">더\n보기</span>' in shown


def test_the_rail_lists_kinds_in_their_order_and_the_most_named_first() -> None:
    made = document(("title", "en", "Bo"), ("paragraph", "en", "Ada and Bo and Cy"), ("paragraph", "en", "Bo, Di"))
    entries = [entry(name.lower(), name, kind) for name, kind in
               (("Ada", "person"), ("Bo", "person"), ("Cy", "place"), ("Di", "person"), ("Ed", "person"))]  # fmt: skip
    shown = page(edition([made], entries, {name: name.lower() for name in ("Ada", "Bo", "Cy", "Di")}))
    (rail,) = of_class(shown, "rail")
    assert [" ".join(words_of(one).split()) for one in rail.iter() if one.tag in {"h3", "li"}] == [
        "People 3", "Bo 3", "Ada 1", "Di 1", "Places 1", "Cy 1",
    ]  # fmt: skip
    count = '<a class="count" href="#title" aria-label="Bo: 3 mentions, go to the first">3</a>'
    assert f'd="M25 10V6M75 10V6"/></svg> {count}' in shown


def test_a_text_that_names_nothing_has_no_rail() -> None:
    shown = text_page(("paragraph", "en", "One"))
    assert of_class(shown, "rail") == [] and "Links in the text" not in shown
    assert "Links in the text" in text_page(("paragraph", "en", "Seoul"), names={"Seoul": "seoul"})


def test_the_headnote_is_the_editors_and_missing_where_there_is_none() -> None:
    made = edition([document(("paragraph", "en", "One"))], [], bodies={"sources/harbour.md": "Who *wrote*.\n"})
    (headnote,) = of_class(page(made), "headnote")
    lines = [(one.get("class"), one.get("id"), words_of(one)) for one in headnote]
    assert lines == [
        ("label", "about-this-text", "About this text"),
        (None, None, "Who wrote."),
        ("colophon", None, "The editors. Everything below this line is the source’s own wording."),
    ]
    assert headnote.find("p/em") is not None and headnote.get("aria-labelledby") == "about-this-text"
    assert of_class(text_page(("paragraph", "en", "One")), "headnote") == []


def test_no_word_of_a_text_takes_the_place_that_a_template_fills() -> None:
    shown = text_page(("paragraph", "en", "One <!-- facts --> two <!-- signs p1 --> <!-- modes -->"))
    (paragraph,) = of_class(shown, "p")
    assert words_of(paragraph) == "One <!-- facts --> two <!-- signs p1 --> <!-- modes -->"
    assert len(of_class(shown, "facts")) == 1


def test_the_contents_tell_headings_of_the_same_words_apart_and_from_names_that_are_links() -> None:
    made = text_page(
        *(("heading", "en", "Reply"), ("paragraph", "en", "One"), ("heading", "en", "Reply")),
        *(
            ("paragraph", "en", "Two"),
            ("heading", "en", "Lorn"),
            ("paragraph", "en", "Three"),
            ("heading", "en", "End"),
        ),
        names={"Lorn": "lorn"},
    )
    (contents,) = of_class(made, "contents")
    names = [link.get("aria-label") for link in contents.iter("a")]
    assert names == ["Reply, heading", "Reply, heading 2", "Lorn, heading 3", None]


def test_the_list_of_a_text_tells_an_entry_from_another_that_the_text_calls_the_same() -> None:
    entries = [entry("moscow", "Moscow", "place"), entry("russia", "Russia", "polity")]
    stretches = (("paragraph", "en", "Moscow is large."), ("paragraph", "en", "Russia is larger, and Moscow said so."))
    made = edition([document(*stretches)], entries, {"Moscow": "moscow", "Russia": "russia"})
    (first, second, third) = made.mentions["harbour"]
    both = replace(made, mentions={"harbour": (first, second, replace(third, entry="russia"))})
    for edited, names in ((made, [None, None]), (both, ["Moscow, place", None])):
        (rail,) = of_class(page(edited), "rail")
        assert [link.get("aria-label") for link in rail.iter("a") if not link.get("class")] == names


def test_a_date_that_nobody_infers_is_said_to_be_in_no_citation() -> None:
    said = []
    for fields in ({}, {"issued": "1924", "inferred": {"issued": "By its ink."}}):
        made = document(("paragraph", "en", "One"), **fields)
        cited = edition([made], [], citations=cite([made.source], Site("Lorn", "https://lorn.example")))
        said.append("date in brackets" in page(cited))
        assert "The text is undated" in page(cited)
    assert said == [False, True]
