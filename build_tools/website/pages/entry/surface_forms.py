"""The surface forms of an entry: every wording by text, and the lines that show it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

from build_tools.edition.event_passages import ACCOUNT
from build_tools.linking.concordance import build_concordance
from build_tools.model import Entry, KwicLine, Source
from build_tools.website.localisation import translate, translate_count, write_number
from build_tools.website.markup.as_data import runs
from build_tools.website.markup.body_nodes import Phrase
from build_tools.website.naming.counted_things import counted_mentions
from build_tools.website.pages.entry.entry_years import FEW_TEXTS
from build_tools.website.survey.lookups import Corpus
from build_tools.website.survey.periods import Period

MOST_ROWS = 8
"""The largest number of wordings that are all shown at once; of more, only the most frequent."""

FIRST_ROWS = 6

MOST_WORDINGS = 100
"""The largest number of wordings on a page; of the others, it says how many they are."""

_BAR_WIDTH = 100
_QUOTATION_MARKS = re.compile(r"[\"“”„‟'‘’«»‹›]")


@dataclass(frozen=True, slots=True)
class SurfaceForm:
    """A wording that names an entry.

    Attributes:
        form: The most frequent spelling.
        lang: The language tag (BCP 47).
        counts: The number of mentions by source id.
    """

    form: str
    lang: str
    counts: Counter[str]


def wordings(entry: Entry, corpus: Corpus) -> dict[str, object] | None:
    """Return the wordings for the template, by text or, where there are many texts, by year; None for one in one text.

    Returns:
        The short names of the `texts`, none where there are many; the `rows`: a wording as a list of runs, the `filter`
        that the address of the concordance has for its `lines`, what a link to these is called, and its number in each
        text, or its years, their bar and its number; the `rest` of the rows, what they are called, and in words how
        many even they leave out.
    """
    every = (line for _, lines in lines_by_text(entry, corpus) for line in lines)
    found = _wordings((line for line in every if line.mention.rule != ACCOUNT), corpus)
    having = {identifier for wording in found for identifier in wording.counts}
    naming = corpus.in_order(text for text in corpus.named_by.get(entry.id, {}) if text in having)
    sources = [document.source for document in naming]
    if len(found) <= 1 and len(sources) <= 1:
        return None
    if is_long := len(found) > MOST_ROWS:
        found.sort(key=lambda wording: -wording.counts.total())
    is_by_text = len(sources) <= FEW_TEXTS
    row = partial(_row_by_text, sources, corpus) if is_by_text else partial(_row_by_year, corpus)
    rows = [row(wording) for wording in found[:MOST_WORDINGS]]
    first = FIRST_ROWS if is_long else MOST_ROWS
    return {
        "texts": [corpus.short_names[source.id] for source in sources] if is_by_text else [],
        "rows": rows[:first],
        "rest": rows[first:],
        "rest_name": _more_wordings(found[first:]) if rows[first:] else "",
        "left_out": _more_wordings(found[MOST_WORDINGS:]) if found[MOST_WORDINGS:] else "",
    }


def _more_wordings(found: Sequence[SurfaceForm]) -> str:
    mentions = counted_mentions(sum(wording.counts.total() for wording in found))
    return translate_count(
        len(found), "{number} more wording, {mentions}", "{number} more wordings, {mentions}", mentions=mentions
    )


def _row(wording: SurfaceForm, corpus: Corpus) -> dict[str, object]:
    return {
        "form": runs((Phrase((wording.form,), ("form",), lang=corpus.language_of(wording.lang)),)),
        "filter": urlencode({"wording": wording.form}),
        "lines": translate("Lines with “{wording}”", wording=wording.form),
    }


def _row_by_text(sources: Sequence[Source], corpus: Corpus, wording: SurfaceForm) -> dict[str, object]:
    return {**_row(wording, corpus), "numbers": [wording.counts[source.id] for source in sources]}


def _row_by_year(corpus: Corpus, wording: SurfaceForm) -> dict[str, object]:
    """Return a wording with the years between its first and last text, as words and as a bar over all years."""
    dated = [period for period in corpus.periods if period.is_dated]
    found = [number for number, period in enumerate(dated) if _is_in(wording, period)]
    row = {**_row(wording, corpus), "count": write_number(wording.counts.total())}
    if not found:
        return {**row, "years": translate("Date not stated")}
    begin, end = found[0], found[-1] + 1
    x = begin * _BAR_WIDTH // len(dated)
    names = dict.fromkeys((dated[begin].name, dated[end - 1].name))
    return {**row, "years": "–".join(names), "x": x, "width": max(1, end * _BAR_WIDTH // len(dated) - x)}


def _is_in(wording: SurfaceForm, period: Period) -> bool:
    return any(document.source.id in wording.counts for document in period.documents)


def _wordings(lines: Iterable[KwicLine], corpus: Corpus) -> list[SurfaceForm]:
    """Return the wordings in order of first appearance; case, quotation marks and white space make no difference."""
    spellings: dict[str, Counter[str]] = {}
    counts: dict[str, Counter[str]] = {}
    languages: dict[str, str] = {}
    for line in lines:
        key = _fold(line.exact)
        spellings.setdefault(key, Counter())[" ".join(line.exact.split())] += 1
        counts.setdefault(key, Counter())[line.mention.document] += 1
        languages.setdefault(key, corpus.block(line.mention).lang)
    return [SurfaceForm(_most_frequent(spellings[key]), languages[key], counts[key]) for key in spellings]


def _most_frequent(spellings: Counter[str]) -> str:
    return spellings.most_common(1)[0][0]


def _fold(text: str) -> str:
    return " ".join(_QUOTATION_MARKS.sub("", text).casefold().split())


def lines_by_text(
    entry: Entry, corpus: Corpus, texts: Container[str] | None = None
) -> Iterator[tuple[str, tuple[KwicLine, ...]]]:
    """Yield the concordance lines of an entry, with those of accounts, by document id, in order of date.

    Args:
        entry: The entry.
        corpus: The edition.
        texts: The ids of the texts that are asked for; None for all.
    """
    grouped: dict[str, list[KwicLine]] = {identifier: [] for identifier in corpus.named_by.get(entry.id, {})}
    for line in (*corpus.edition.concordance.get(entry.id, ()), *_account_lines(entry, corpus)):
        if texts is None or line.mention.document in texts:
            grouped.setdefault(line.mention.document, []).append(line)
    for identifier, lines in grouped.items():
        if lines:
            yield identifier, tuple(sorted(lines, key=_order_in(corpus.blocks[identifier])))


def _order_in(blocks: Iterable[str]) -> Callable[[KwicLine], tuple[int, int]]:
    order = {block: number for number, block in enumerate(blocks)}
    return lambda line: (order[line.mention.block], line.mention.start)


def _account_lines(entry: Entry, corpus: Corpus) -> Iterator[KwicLine]:
    if entry.event is None:
        return
    documents = corpus.in_order(source for source in corpus.named_by.get(entry.id, {}) if source in corpus.reports)
    reports = {
        source: tuple(item for item in corpus.reports[source] if item.entry == entry.id) for source in corpus.reports
    }
    yield from build_concordance(documents, reports).get(entry.id, ())
