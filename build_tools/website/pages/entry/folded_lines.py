"""The mentions of an entry that has many of them: a bar and a fold for each year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

from build_tools.model import Entry, KwicLine
from build_tools.website.localisation import translate, translate_count, write_number
from build_tools.website.markup.body_nodes import (
    Anchor,
    Block,
    Content,
    Division,
    Heading,
    Link,
    Paragraph,
    Slot,
)
from build_tools.website.naming import text_names
from build_tools.website.naming.counted_things import counted_mentions, counted_texts, mentions_in_texts
from build_tools.website.pages.entry.entry_lines import lines_of_text
from build_tools.website.pages.entry.entry_years import EntryYear
from build_tools.website.pages.entry.surface_forms import lines_by_text
from build_tools.website.pages.entry.year_pages import year_path
from build_tools.website.pages.parts.year_bars import YearBar, linked_bars
from build_tools.website.survey.lookups import Corpus

MOST_ANCHORS = 1_000
"""For how many texts without a line on the page an address on it leads to their year."""

MOST_MAKERS = 8
"""The makers of texts, those with the most mentions, whose lines alone are one link away."""

_BAR_WIDTH = 100


def fold_summaries(years: Sequence[EntryYear]) -> list[dict[str, object]]:
    """Return for the template what stands of each fold while it is closed, with the width of its bar."""
    most = max((year.number for year in years), default=1)
    return [
        {
            "id": year.period.id,
            "name": year.period.name,
            "mentions": counted_mentions(year.number),
            "texts": counted_texts(len(year.counts)),
            "width": max(1, round(year.number * _BAR_WIDTH / most)),
        }
        for year in years
    ]


def ways_to_lines(entry: Entry, years: Sequence[EntryYear], corpus: Corpus) -> list[dict[str, str]]:
    """Return the lines of an entry that are a link away in the concordance, none where its mentions are not folded.

    These are those of paragraphs with a difference or a quotation, and those of the makers whose texts mention the
    entry most, unless one made all; and all lines, if there is any choice.

    Returns:
        The `name` of each way, the `number` of its lines, and the `filter` that the address of the concordance has.
    """
    if not years:
        return []
    lines = corpus.edition.concordance.get(entry.id, ())
    ways = [(translate("All lines"), len(lines), "")]
    near = {"difference": corpus.registry.differ_at, "quotation": corpus.registry.quoted_at}
    names = {"difference": translate("Near a difference"), "quotation": translate("Near a quotation")}
    for thing, places in near.items():
        number = sum((line.mention.document, line.mention.block) in places for line in lines) if places else 0
        ways += [(names[thing], number, urlencode({"near": thing}))] if number else []
    ways += [(name, number, urlencode({"maker": name})) for name, number in _makers_of_lines(years, corpus)]
    shown = ways if len(ways) > 1 else []
    return [{"name": name, "number": write_number(number), "filter": chosen} for name, number, chosen in shown]


def _makers_of_lines(years: Sequence[EntryYear], corpus: Corpus) -> list[tuple[str, int]]:
    mentions: Counter[str] = Counter()
    for year in years:
        for text, number in year.counts.items():
            mentions[text_names.makers(corpus.by_id[text].source)] += number
    most = sorted(mentions, key=lambda name: (-mentions[name], name)) if len(mentions) > 1 else []
    return [(name, mentions[name]) for name in most if name][:MOST_MAKERS]


def bars_to_folds(years: Sequence[EntryYear]) -> Division:
    """Return a bar for each year, which leads to its fold."""
    bars = [YearBar(year.period.id, year.period.name, year.number, f"#year-{year.period.id}") for year in years]
    return linked_bars(bars, translate("Mentions by year"))


def folded_years(entry: Entry, years: Sequence[EntryYear], corpus: Corpus) -> Iterator[Block]:
    """Yield a fold for each year, with a few lines and a link to all of them."""
    shown = {text for year in years for text in year.shown}
    lines = dict(lines_by_text(entry, corpus, shown))
    anchors = MOST_ANCHORS
    for year in years:
        rest = [text for text in year.counts if text not in year.shown][:anchors]
        anchors -= len(rest)
        blocks = (
            Slot(f"year {year.period.id}", _plain_summary(year)),
            Paragraph(tuple(Anchor(f"from-{text}") for text in rest), f"year-{year.period.id}", ("years-place",)),
            *_lines(year, lines, entry, corpus),
            *_ways_on(year, entry),
        )
        yield Division(blocks, ("year-fold",), "details", (("open", "open"),) if year.is_open else ())


def _plain_summary(year: EntryYear) -> tuple[Block, ...]:
    words = mentions_in_texts(year.number, len(year.counts))
    return Heading(3, f"of-{year.period.id}", (year.period.name,)), Paragraph((words,))


def _lines(year: EntryYear, lines: dict[str, tuple[KwicLine, ...]], entry: Entry, corpus: Corpus) -> Iterator[Block]:
    for text, number in year.shown.items():
        yield from lines_of_text(lines[text], entry, corpus, shown=slice(0, number), level=4)


def _ways_on(year: EntryYear, entry: Entry) -> Iterator[Block]:
    """Yield a link to all lines of a year, and how many texts have no line here."""
    if year.is_complete:
        return
    number, path = write_number(year.number), year_path(entry.id, year.period.id)
    words = translate("Show all {number} without a date", number=number)
    if year.period.is_dated:
        words = translate("Show all {number} of {year}", number=number, year=year.period.name)
    content: Content = (Link((words,), path, ("all-lines",)),)
    if rest := len(year.counts) - len(year.shown):
        content += (" ", translate_count(rest, "{number} more text", "{number} more texts"))
    yield Paragraph(content, classes=("ways-on",))
