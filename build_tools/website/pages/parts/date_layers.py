"""When an event was, in three layers: what the texts say, what other evidence says, what the editors conclude.

Each layer has a mark of its own, full for a day and hollow for anything less exact, and says in words what it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model.dates import read_date
from build_tools.model.registers import Event, Testimony
from build_tools.website.localisation import for_translation, translate
from build_tools.website.markup.body_nodes import Content, Inline, Phrase
from build_tools.website.naming.date_words import date_order, time_in_words
from build_tools.website.pages.registers import linked_passages
from build_tools.website.survey.lookups import Corpus

Row = tuple[Content, Content]
"""The name of a layer, and what it says."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer of dates.

    Attributes:
        name: What pages call it.
        shape: The shape of its marks, by which style sheets draw it.
        full: Its mark for a day.
        hollow: Its mark for a month, a year, a span.
    """

    name: str
    shape: str
    full: str
    hollow: str

    def mark(self, edtf: str | None) -> Phrase:
        """Return the mark of a date (EDTF), which repeats in a shape what is said in words."""
        date = read_date(edtf)
        is_day = date and date.single and date.single.precision == "day" and not date.is_doubtful
        return Phrase((self.full if is_day else self.hollow,), ("layer", self.shape), is_hidden=True)


TEXTS = Layer(for_translation("The texts say"), "dot", "●", "○")
EVIDENCE = Layer(for_translation("Evidence says"), "square", "■", "□")
CONCLUSION = Layer(for_translation("We conclude"), "diamond", "◆", "◇")
LAYERS = (TEXTS, EVIDENCE, CONCLUSION)
"""The layers in the order of pages."""


def has_layers(event: Event) -> bool:
    """Return whether anything but the conclusion is recorded of an event's date."""
    return bool(event.outside) or any(account.date for account in event.accounts)


def text_dates(event: Event) -> dict[str, list[Testimony]]:
    """Return the dates (EDTF) that texts give, in order, each with the accounts that give it."""
    dates: dict[str, list[Testimony]] = {}
    for account in sorted(event.accounts, key=lambda account: date_order(account.date)):
        if account.date:
            dates.setdefault(account.date, []).append(account)
    return dates


def layer_rows(event: Event, page: str, corpus: Corpus) -> tuple[Row, Row, Row]:
    """Return the three layers of an event's date, each with its name.

    Args:
        event: The event.
        page: The path of the page below docs/, from which evidence is linked.
        corpus: The edition.
    """
    concluded: Content = (
        (CONCLUSION.mark(event.date), " ", time_in_words(event.date)) if event.date else (translate("not stated"),)
    )
    return (
        ((translate(TEXTS.name),), tuple(_said(event, corpus)) or (translate("no date"),)),
        ((translate(EVIDENCE.name),), tuple(_known(event, page, corpus)) or (translate("none known"),)),
        ((translate(CONCLUSION.name),), concluded),
    )


def _said(event: Event, corpus: Corpus) -> Iterator[Inline]:
    for number, (date, accounts) in enumerate(text_dates(event).items()):
        yield from (("; ",) if number else ())
        yield from (TEXTS.mark(date), " ", time_in_words(date), " (")
        for place, account in enumerate(_once_a_block(accounts)):
            yield from (("; ",) if place else ())
            yield linked_passages.source_link(account, corpus)
        if all(account.expected for account in accounts):
            yield from (", ", translate("still to come"))
        yield ")"


def _once_a_block(accounts: list[Testimony]) -> Iterator[Testimony]:
    firsts: dict[tuple[str, str], Testimony] = {}
    for account in accounts:
        firsts.setdefault((account.source, account.block), account)
    yield from firsts.values()


def _known(event: Event, page: str, corpus: Corpus) -> Iterator[Inline]:
    for number, known in enumerate(sorted(event.outside, key=lambda known: date_order(known.date))):
        yield from (("; ",) if number else ())
        yield from (EVIDENCE.mark(known.date), " ", time_in_words(known.date), " ")
        yield from linked_passages.written(known.evidence, page, corpus)


def legend() -> Content:
    """Return what the marks of the layers mean."""
    meanings = [(layer.full, layer.shape, translate(layer.name)) for layer in LAYERS]
    meanings.append(("".join(layer.hollow for layer in LAYERS), "", translate("less exact than a day")))
    parts: list[Inline] = []
    for marks, shape, words in meanings:
        mark = Phrase((marks,), ("layer", shape), is_hidden=True)
        parts += [*([" "] if parts else []), Phrase((mark, "\u00a0", words), ("meaning",))]
    return tuple(parts)
