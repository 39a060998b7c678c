"""Which names stand together: counted by paragraph, drawn without overlaps, the same each time."""

from __future__ import annotations

from itertools import combinations

import pytest

from build_tools.website.pages.explore.pair_drawing import WIDTH, _places
from build_tools.website.survey.edition_data import Edition
from build_tools.website.survey.lookups import survey
from build_tools.website.survey.named_together import MOST_NAMES, MOST_PAIRS, Pair, named_together
from tests.support.composed import composed_page, whole_html
from tests.support.invented import document, edition, entry

NAMES = ("Ada", "Ben", "Cleo")
ENTRIES = [entry(name.lower(), name, "person") for name in NAMES]
IDS = {name: name.lower() for name in NAMES}


def made(*texts: tuple[str, ...], kind: str = "person") -> Edition:
    documents = [
        document(*(("paragraph", "en", words) for words in text), id=f"text-{number}", issued=f"19{60 + number}")
        for number, text in enumerate(texts)
    ]
    return edition(documents, [entry(name.lower(), name, kind) for name in NAMES], IDS)


def test_two_names_stand_together_where_one_paragraph_has_both() -> None:
    together = named_together(
        survey(made(("Ada saw Ben.", "Cleo left."), ("Ben met Ada; Ada met Ben.", "Ada and Ben.")))
    )
    assert together
    assert together.pairs == (Pair(("ada", "ben"), texts=2, paragraphs=3, first=("text-0", "p1")),)
    assert (set(together.names), together.among, together.all_pairs) == ({"ada", "ben"}, 3, 1)


def test_places_are_shown_where_no_people_stand_together() -> None:
    together = named_together(survey(made(("Ada and Ben.",), kind="place")))
    assert together and together.kinds == ()


def test_the_page_has_a_picture_and_a_table_that_say_the_same_and_claims_no_meeting() -> None:
    page = whole_html(composed_page(made(("Ada saw Ben.",), ("Cleo and Ben.",)), "together.md"))
    assert page.count('<tr class="chosen">') == 2
    assert 'aria-label="1 text name Ada with Ben"' in page or 'name Ben with Ada"' in page
    assert "concordance/?q=entry:ben+entry:ada" in page or "q=entry:ada+entry:ben" in page
    assert "style=" not in page


def test_an_edition_whose_names_never_meet_says_so_and_lists_no_page() -> None:
    page = composed_page(made(("Ada left.",), ("Ben left.",)), "together.md")
    assert "No paragraph of this edition names two" in page.markdown
    assert not getattr(page, "has_content", True)


@pytest.mark.parametrize("number", [2, 3, 5, MOST_NAMES])
def test_no_two_names_of_the_picture_touch_however_long_they_are(number: int) -> None:
    names = [f"name-{place}" for place in range(number)]
    labels = {name: f"The Organisation of Long Names {name}" for name in names}
    pairs = [Pair(both, 1, 1, ("", "")) for both in list(combinations(names, 2))[:MOST_PAIRS]]
    height = 48 + 34 * max(number - 1, 2)
    places = dict(_places(names, pairs, labels, height))
    assert places == dict(_places(names, pairs, labels, height))
    for place in places.values():
        assert place.half <= place.x <= WIDTH - place.half
    for one, other in combinations(places.values(), 2):
        is_beside = abs(one.x - other.x) >= one.half + other.half
        assert is_beside or abs(one.y - other.y) >= 17 * max(len(one.lines), len(other.lines)) - 4
