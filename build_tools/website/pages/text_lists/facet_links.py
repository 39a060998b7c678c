"""Ways from one list of texts to another: bars for years, the values of other facets, the pages of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_tools.website.localisation import translate, translate_count, write_number
from build_tools.website.markup.body_nodes import Block, Bullets, Content, Division, Inline, Link, Paragraph, Phrase
from build_tools.website.naming.addresses import source_path
from build_tools.website.naming.year_headings import UNDATED, heading_id
from build_tools.website.pages.indexes.index_page import count_span
from build_tools.website.pages.parts.year_bars import YearBar, linked_bars
from build_tools.website.pages.text_lists.text_facets import BY_YEAR, MOST_ROWS, Facet, TextList, is_paged
from build_tools.website.survey.lookups import Corpus
from build_tools.website.survey.periods import Period

SOURCES = "sources/index.md"
MOST_VALUES = 8
"""The most values of a facet that stand beside a list; all are on a page of their own."""


def period_place(period: Period | TextList, corpus: Corpus) -> str:
    """Return where the texts of a year are listed: on a page of their own, or where there are few under a heading."""
    if is_paged(corpus.documents):
        return TextList(BY_YEAR, period.id, period.name, "", period.documents).path()
    return f"{SOURCES}#{heading_id(period.id)}"


def years_as_bars(years: Sequence[Period | TextList], corpus: Corpus, shown: TextList | None = None) -> Iterator[Block]:
    """Yield a bar for each year, and a link to the texts without a date, which are apart.

    Args:
        years: The years in order.
        corpus: The edition.
        shown: The list that the page shows; None for another page.
    """
    is_year = shown is not None and shown.facet == BY_YEAR
    shown_id = shown.id if shown and is_year else None
    dated = [year for year in years if year.id != UNDATED]
    bars = [
        YearBar(year.id, year.name, len(year.documents), "" if year.id == shown_id else period_place(year, corpus))
        for year in dated
    ]
    if len(bars) > 1:
        yield linked_bars(bars, translate("Texts by year"))
    for year in years:
        if year.id == UNDATED and dated and year.id != shown_id:
            link = Link((_undated(len(year.documents)),), period_place(year, corpus))
            yield Paragraph((link,), classes=("undated",))


def _undated(number: int) -> str:
    return translate_count(number, "{number} text without a date", "{number} texts without a date")


def facet_links(facets: Sequence[Facet], shown: TextList | None = None) -> Iterator[Block]:
    """Yield the values of all facets but the years, the most frequent first, each a link to its list.

    Args:
        facets: The facets.
        shown: The list that the page shows; None for all texts.
    """
    blocks: list[Block] = []
    for facet in facets:
        if facet.id != BY_YEAR:
            items = [_value(listed, shown) for listed in facet.lists[:MOST_VALUES]]
            if len(facet.lists) > MOST_VALUES:
                items.append((Link((_all(len(facet.lists), facet.name),), facet_path(facet)),))
            blocks += [Paragraph((facet.name,), classes=("facet",)), Bullets(tuple(items))]
    if blocks:
        yield Division(tuple(blocks), ("facet-links",), "nav", (("aria-label", translate("Lists of texts")),))


def facet_path(facet: Facet) -> str:
    """Return the path of the page that lists all values of a facet, below docs/."""
    return f"sources/by--{facet.id}/index.md"


def _all(number: int, name: str) -> str:
    return translate("{facet}: all {number}", number=write_number(number), facet=name)


def _value(listed: TextList, shown: TextList | None) -> Content:
    number = count_span(len(listed.documents))
    if shown is not None and (listed.facet, listed.id) == (shown.facet, shown.id):
        return (Phrase((listed.name,), ("here",), "strong"), " ", number)
    return (value_link(listed), " ", number)


def value_link(listed: TextList) -> Link:
    """Return a link to a list by the value, or to the text itself where it is the only one."""
    if len(listed.documents) == 1:
        return Link((listed.name,), source_path(listed.documents[0].source.id))
    return Link((listed.name,), listed.path())


def page_links(paths: Sequence[str], number: int, total: int) -> Iterator[Block]:
    """Yield links to the pages of a list, each by the numbers of its first and last text; nothing for a single page.

    Args:
        paths: The paths of the pages.
        number: The number of the page that is shown, from 1.
        total: How many texts the list has.
    """
    if len(paths) < 2:  # noqa: PLR2004 - one page has no others
        return
    near = {1, number - 1, number, number + 1, len(paths)}
    content: list[Inline] = []
    for page in sorted(page for page in near if 1 <= page <= len(paths)):
        content.append(" " if content else "")
        first, last = (page - 1) * MOST_ROWS + 1, min(page * MOST_ROWS, total)
        words = translate("Texts {first}–{last}", first=write_number(first), last=write_number(last))
        content.append(Phrase((words,), ("here",), "strong") if page == number else Link((words,), paths[page - 1]))
    yield Division(
        (Paragraph(tuple(filter(None, content))),),
        ("pages",),
        "nav",
        (("aria-label", translate("Pages of this list")),),
    )
