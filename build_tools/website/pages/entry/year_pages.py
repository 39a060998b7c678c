"""Pages with every mention of an entry in the texts of a year, for entries whose own page cannot have them all.

Their addresses are below that of the entry, where no id of an entry can be: `glossary/anna-vane/1923`. A year with very
many mentions has several pages: `glossary/anna-vane/1923/2`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from build_tools.model import Entry
from build_tools.website.localisation import keep_language, translate, write_number
from build_tools.website.markup.body_nodes import Block, Bullets, Content, Division, Heading, Link, Paragraph, Slot
from build_tools.website.markup.composed_page import ComposedPage, DeferredPage
from build_tools.website.naming.addresses import entry_path
from build_tools.website.naming.counted_things import mentions_in_texts
from build_tools.website.naming.vocabulary import kind_in_plural
from build_tools.website.pages.entry.entry_lines import lines_of_text
from build_tools.website.pages.entry.entry_years import EntryYear, entry_years, is_folded
from build_tools.website.pages.entry.surface_forms import lines_by_text
from build_tools.website.survey.lookups import Corpus, page_fields

MOST_LINES = 250
"""The largest number of lines on a page of a year."""

_TEMPLATE = "entry.html"
_NEAR = 2

_Part = Mapping[str, slice]
"""Which lines of which texts a page has, by text id."""


@dataclass(frozen=True, slots=True)
class _Page:
    """A page of a year.

    Attributes:
        entry: The entry.
        year: The year.
        parts: What each page of the year has.
        number: The number of this page, from 1.
        neighbours: The years before and after it that have pages too, or None.
    """

    entry: Entry
    year: EntryYear
    parts: Sequence[_Part]
    number: int
    neighbours: tuple[EntryYear | None, EntryYear | None]

    @property
    def path(self) -> str:
        return year_path(self.entry.id, self.year.period.id, self.number)


def year_path(entry: str, period: str, number: int = 1) -> str:
    """Return the path of a page of a year, below docs/.

    Args:
        entry: The id of the entry.
        period: The id of the year.
        number: The number of the page among those of the year.
    """
    page = f"glossary/{entry}/{period}"
    return f"{page}/{number}.md" if number > 1 else f"{page}.md"


def lines_address(entry: Entry, text: str, corpus: Corpus) -> str:
    """Return the address of the lines of a text: on the page of the entry, else on that of the year."""
    if is_folded(entry.id, corpus):
        year = next((year for year in entry_years(entry, corpus) if text in year.counts), None)
        if year and text not in year.shown:
            number = next(number for number, part in enumerate(_parts(year.counts), 1) if text in part)
            return f"{year_path(entry.id, year.period.id, number)}#from-{text}"
    return f"{entry_path(entry.id)}#from-{text}"


def defer_year_pages(entry: Entry, corpus: Corpus, inputs: bytes) -> Iterator[DeferredPage]:
    """Yield the pages of an entry's years, to be composed when they are wanted; none if its own page has all lines.

    Args:
        entry: The entry.
        corpus: The edition.
        inputs: A digest of all that they are composed from.
    """
    if not is_folded(entry.id, corpus):
        return
    years = [year for year in entry_years(entry, corpus) if not year.is_complete]
    around = zip((None, *years[:-1]), years, (*years[1:], None), strict=True)
    for before, year, after in around:
        parts = _parts(year.counts)
        for number in range(1, len(parts) + 1):
            page = _Page(entry, year, parts, number, (before, after))
            compose = keep_language(partial(_compose, page, corpus))
            yield DeferredPage(page.path, _TEMPLATE, _fields(page, corpus), compose, inputs, (), entry_path(entry.id))


def _parts(counts: Mapping[str, int]) -> Sequence[_Part]:
    """Divide the lines of a year into pages, the lines of a text apart only where one page cannot have them."""
    parts: list[dict[str, slice]] = [{}]
    room = MOST_LINES
    for text, number in counts.items():
        if number > room and room < MOST_LINES:
            parts.append({})
            room = MOST_LINES
        for begin, end in pairwise((*range(0, number, MOST_LINES), number)):
            if begin:
                parts.append({})
                room = MOST_LINES
            parts[-1][text] = slice(begin, end)
            room -= end - begin
    return parts


def _fields(page: _Page, corpus: Corpus) -> dict[str, str | tuple[str, ...]]:
    title = f"{page.entry.pref_label}: {page.year.period.name}"
    if page.number > 1:
        title = translate("{title}, page {number}", title=title, number=write_number(page.number))
    fields: dict[str, str | tuple[str, ...]] = {
        "title": title,
        "description": page.entry.definition,
        "kind": "entry",
        "entry_kind": page.entry.kind,
        "entry_kinds": kind_in_plural(page.entry.kind),
    }
    return page_fields(page.path, corpus, fields)


def _compose(page: _Page, corpus: Corpus, fields: Mapping[str, str | tuple[str, ...]]) -> ComposedPage:
    around = {"kind": page.entry.kind}
    return ComposedPage(page.path, _TEMPLATE, fields, around, tuple(_body(page, corpus)), entry_path(page.entry.id))


def _body(page: _Page, corpus: Corpus) -> Iterator[Block]:
    entry, year = page.entry, page.year
    link = Link((entry.pref_label,), entry_path(entry.id))
    yield Heading(1, "label", (link, f": {year.period.name}"))
    words = mentions_in_texts(year.number, len(year.counts))
    if len(page.parts) > 1:
        words = translate(
            "{mentions}, page {number} of {last}",
            mentions=words,
            number=write_number(page.number),
            last=write_number(len(page.parts)),
        )
    yield Paragraph((words,), classes=("definition",))
    yield Slot("end of head")
    yield Heading(2, "in-the-corpus", (translate("In the corpus"),), ("label",))
    part = page.parts[page.number - 1]
    for text, lines in lines_by_text(entry, corpus, part):
        yield from lines_of_text(lines[: part[text].stop], entry, corpus, shown=part[text])
    yield _ways(page)


def _ways(page: _Page) -> Division:
    """Return links to the other pages of the year, to the years beside it, and to all years."""
    entry, period = page.entry.id, page.year.period.id
    last = len(page.parts)
    near = range(page.number - _NEAR, page.number + _NEAR + 1)
    numbers = sorted({number for number in (1, *near, last) if 0 < number <= last} - {page.number})
    links: list[Content] = [
        (Link((translate("Page {number}", number=write_number(number)),), year_path(entry, period, number)),)
        for number in numbers
    ]
    links += [
        (Link((year.period.name,), year_path(entry, year.period.id)),) for year in page.neighbours if year is not None
    ]
    links.append((Link((translate("All years"),), f"{entry_path(entry)}#in-the-corpus"),))
    return Division((Bullets(tuple(links)),), ("year-ways",), "nav", (("aria-label", translate("Years and pages")),))
