"""The moments of the timeline: events in the words of the texts, and the texts themselves, in order of date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model import Document, Entry
from build_tools.model.dates import read_date
from build_tools.model.registers import Event, Testimony
from build_tools.website.localisation import translate, translate_count
from build_tools.website.markup.body_nodes import (
    Block,
    Content,
    Definitions,
    Division,
    Heading,
    Inline,
    Link,
    Paragraph,
    Phrase,
)
from build_tools.website.naming import text_names
from build_tools.website.naming.addresses import entry_path, source_path
from build_tools.website.naming.date_words import time_in_words
from build_tools.website.naming.vocabulary import precision_in_words
from build_tools.website.pages.parts.date_layers import has_layers, layer_rows
from build_tools.website.pages.registers import linked_passages
from build_tools.website.survey.date_witnesses import texts_differ
from build_tools.website.survey.lookups import Corpus
from build_tools.website.survey.page_order import time_order

TIMELINE = "timeline.md"


@dataclass(frozen=True, slots=True)
class Moment:
    """An event (an entry) or a text, with its date in EDTF; None if not stated."""

    date: str | None
    thing: Entry | Document


def moments(corpus: Corpus) -> tuple[Moment, ...]:
    """Return events and texts in order of date, undated events last."""
    events = [Moment(entry.event.date, entry) for entry in corpus.entries.values() if entry.event]
    texts = [Moment(document.source.issued, document) for document in corpus.documents if document.source.issued]
    return tuple(sorted((*events, *texts), key=lambda moment: time_order(moment.date, identifier_of(moment))))


def identifier_of(moment: Moment) -> str:
    """Return the id of an event or a text."""
    return moment.thing.id if isinstance(moment.thing, Entry) else moment.thing.source.id


def is_disputed(moment: Moment, corpus: Corpus) -> bool:
    """Tell whether the texts differ on the date."""
    return isinstance(moment.thing, Entry) and texts_differ(moment.thing, corpus)


def moment_part(moment: Moment, corpus: Corpus, page: str = TIMELINE) -> Division:
    """Return an event in the words of the texts, or a text, with its date.

    Args:
        moment: The event or text.
        corpus: The edition.
        page: The path of the page that has it, below docs/.
    """
    disputed = is_disputed(moment, corpus)
    when = time_in_words(moment.date) if moment.date else translate("Date not stated")
    note = translate("the texts differ") if disputed else precision(moment.date)
    line: Content = (when, " ", Phrase((note,), ("precision",))) if note else (when,)
    body = _event(moment.thing, corpus, page) if isinstance(moment.thing, Entry) else _text(moment.thing)
    state = "disputed" if disputed else "" if _is_day(moment.date) else "vague"
    kind = "writing" if isinstance(moment.thing, Document) else "happened"
    day = Paragraph(line, f"on-{identifier_of(moment)}", ("at",))
    return Division((day, *body), ("moment", kind, state), "article")


def precision(edtf: str | None) -> str:
    """Return how exactly a date (EDTF) is known, in a word or two; "" if there is no date."""
    date = read_date(edtf)
    if not date:
        return ""
    if not date.single:
        return translate("no end stated") if date.is_ongoing else translate("within these bounds")
    words = precision_in_words(date.single.precision)
    if date.single.approximate:
        words = translate("{precision}, about", precision=words)
    return translate("{precision}, uncertain", precision=words) if date.single.uncertain else words


def _is_day(edtf: str | None) -> bool:
    date = read_date(edtf)
    return bool(date and date.single and date.single.precision == "day" and not date.single.is_doubtful)


def _event(entry: Entry, corpus: Corpus, page: str) -> Iterator[Block]:
    title: list[Inline] = [linked_passages.entry_link(entry.id, corpus)]
    for item in corpus.registry.differ_on.get(entry.id, ()):
        title += [" ", linked_passages.difference_sign(item, entry.name)]
    yield Heading(3, f"event-{entry.id}", tuple(title), ("what",))
    event = entry.event
    if event is None:
        return
    if accounts := _first_accounts(event):
        yield Paragraph(tuple(_reported(accounts, corpus)), classes=("told",))
    if more := len(event.accounts) - len(accounts):
        words = translate_count(more, "{number} more account", "{number} more accounts")
        label = translate("{accounts}: {event}", accounts=words, event=entry.pref_label)
        link = Link((words,), f"{entry_path(entry.id)}#as-each-text-has-it", (), label)
        yield Paragraph((link,), classes=("more",))
    if has_layers(event):
        yield Division((Definitions(layer_rows(event, page, corpus)),), ("layers",))
    if event.derivation:
        yield _derivation(*linked_passages.written(event.derivation, page, corpus))


def _reported(accounts: tuple[Testimony, ...], corpus: Corpus) -> Iterator[Inline]:
    for number, account in enumerate(accounts):
        yield from ((", ",) if number else ())
        yield from linked_passages.quote_account(account, corpus, accounts)


def _derivation(*words: Inline) -> Division:
    return Division((Paragraph(words),), ("derivation",), "details", summary=translate("How it was dated"))


def _first_accounts(event: Event) -> tuple[Testimony, ...]:
    """Return the first account of each text."""
    firsts: dict[str, Testimony] = {}
    for account in event.accounts:
        firsts.setdefault(account.source, account)
    return tuple(firsts.values())


def _text(document: Document) -> Iterator[Block]:
    source = document.source
    link = Link((text_names.citation(source),), source_path(source.id))
    yield Heading(3, f"text-{source.id}", (translate("Text:"), " ", link), ("what",))
    if reason := source.inferred.get("issued"):
        yield _derivation(reason)
