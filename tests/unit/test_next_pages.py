"""From page to page: texts by date, entries by label, differences by title, and what differs stands after a text."""

from __future__ import annotations

from build_tools.website.survey.lookups import survey
from build_tools.website.survey.page_order import order_pages
from tests.support.composed import composed_page, whole_html
from tests.support.invented import SMALL, document, edition


def test_a_page_has_the_pages_before_and_after_it_in_its_own_row() -> None:
    assert order_pages(["a", "b", "c"], ["d"], []) == {
        "a": (None, "b"),
        "b": ("a", "c"),
        "c": ("b", None),
        "d": (None, None),
    }


def test_a_text_leads_to_the_next_by_date_and_an_entry_to_the_next_by_label() -> None:
    corpus = survey(SMALL)
    texts = [document.source.id for document in corpus.documents]
    shown = whole_html(composed_page(SMALL, f"sources/{texts[0]}.md"))
    assert f'rel="next" href="../../sources/{texts[1]}/"' in shown
    assert 'rel="prev"' not in shown
    first, second, third, *_ = corpus.entries
    shown = whole_html(composed_page(SMALL, f"glossary/{second}.md"))
    assert f'rel="prev" href="../../glossary/{first}/"' in shown
    assert f'rel="next" href="../../glossary/{third}/"' in shown


def test_texts_of_one_date_are_read_in_the_order_of_the_numbers_in_their_ids() -> None:
    texts = [document(("paragraph", "en", "It was so."), id=f"d{number}") for number in (10, 9, 1, 101)]
    assert [text.source.id for text in survey(edition(texts, [], {})).documents] == ["d1", "d9", "d10", "d101"]


def test_what_differs_from_a_text_stands_after_it_with_its_places() -> None:
    shown = whole_html(composed_page(SMALL, "sources/harbour.md"))
    after = shown.partition('id="where-other-texts-differ"')[2]
    assert '<a href="../../discrepancies/end-of-lease/">When does the lease end?</a>' in after
    assert '<a class="ev" href="../../sources/harbour/#p1">¶1</a>' in after
