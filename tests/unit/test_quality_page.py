"""The quality page stays short in an edition of many texts: it counts by year, and cuts its lists."""

from __future__ import annotations

import re
from functools import cache

from build_tools.linking import Ambiguous
from build_tools.website.pages.indexes.quality_lists import list_as_far_as_it_fits
from build_tools.website.pages.indexes.quality_page import quality_page
from build_tools.website.survey.lookups import survey
from build_tools.website.survey.periods import MOST_PERIODS
from tests.support.composed import body_html
from tests.support.invented import document, edition, entry

LINES = 200


@cache
def shown(texts: int, undecided: int) -> str:
    """The quality page of an edition in which each text names an entry, and places are undecided."""
    documents = [
        document(
            ("paragraph", "en", f"Ship {number} came into the port."), id=f"t{number}", issued=f"{1950 + number % 20}"
        )
        for number in range(texts)
    ]
    places = tuple(
        Ambiguous(f"t{number % texts}", "p1", 0, 4, f"Name {number % 250}", ("a", "b"), "two entries")
        for number in range(undecided)
    )
    made = edition(documents, [entry("port", "port")], {"port": "port"}, undecided=places)
    return body_html(quality_page(survey(made)))


def section(html: str, identifier: str) -> str:
    return html.partition(f'id="{identifier}"')[2].partition("<h2")[0]


def test_a_few_texts_have_a_row_and_a_column_each() -> None:
    assert section(shown(5, 3), "every-character").count("<tr>") == 1 + 5 + 1
    assert section(shown(5, 3), "mentions-by-rule").count('scope="col"') == 1 + 5
    assert section(shown(5, 3), "undecided-mentions").count("<li>") == 3


def test_many_texts_are_counted_by_year_and_their_sums_are_the_same() -> None:
    html = shown(400, 2000)
    rows = re.findall(r"<tr>\s*<th[^>]*>([^<]*)</th>((?:\s*<td>[^<]*</td>)+)", section(html, "every-character"))
    numbers = {name: [int(cell.replace(",", "")) for cell in re.findall(r"<td>([^<]*)", cells)] for name, cells in rows}
    assert 2 < len(numbers) <= MOST_PERIODS + 1
    total = numbers.pop("All")
    assert total == [sum(column) for column in zip(*numbers.values(), strict=True)]
    assert section(html, "mentions-by-rule").count('scope="col"') == 1 + len(numbers)


def test_many_undecided_places_are_listed_by_their_words_with_what_is_left_out_said() -> None:
    part = section(shown(400, 2000), "undecided-mentions")
    assert part.count("<li>") == LINES
    assert "8 places in 8 texts" in part
    assert "50 more lines are printed by: <code>python -m build_tools check</code>" in part


def test_no_line_is_composed_that_the_page_does_not_show() -> None:
    lines = iter([(f"line {number}",) for number in range(LINES + 50)])
    folded, left_out = list_as_far_as_it_fits("250 lines", lines, LINES + 50, "count")
    assert next(lines) == (f"line {LINES}",)
    assert f"line {LINES - 1}" in repr(folded) and "50 more lines" in repr(left_out)


def test_the_page_of_many_texts_is_short() -> None:
    assert len(shown(400, 2000)) < 60_000
