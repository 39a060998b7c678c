"""Tables of the quality page: what became of every character, and by which rule words are linked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from build_tools.edition.statistics import Account, Statistics
from build_tools.model import Document
from build_tools.website.localisation import ENGLISH, as_said, for_translation, speaks_english, translate, write_number
from build_tools.website.markup.body_nodes import Block, Division, Heading, Inline, Paragraph, Phrase, Table
from build_tools.website.pages.indexes.index_page import scrolling
from build_tools.website.pages.text_lists.text_facets import MANY_TEXTS
from build_tools.website.survey.lookups import Corpus

COMMAND = "python -m build_tools figures"
_ACCOUNT = (
    for_translation("Total"),
    for_translation("Shown"),
    for_translation("Set aside"),
    for_translation("White space"),
)


def section_heading(name: str, identifier: str) -> Heading:
    """Return the heading of a part of the quality page."""
    return Heading(2, identifier, (name,))


def counted_by(summary: str, command: str = COMMAND) -> Paragraph:
    """Return what is counted in a part, with the command that counts it again."""
    return Paragraph(
        (translate("{summary} To recount:", summary=summary), " ", Phrase((command,), tag="code")), classes=("repeat",)
    )


def table_of_numbers(head: Iterable[str], rows: Iterable[Iterable[Inline | int]], label: str) -> Division:
    """Return a table of numbers, in a region that scrolls on a narrow page."""
    cells = tuple(tuple((write_number(cell) if isinstance(cell, int) else cell,) for cell in row) for row in rows)
    table = Table(tuple((name,) for name in head), cells, has_row_heads=True, classes=("numbers",))
    return scrolling(table, label, "figures")


def has_many_texts(corpus: Corpus) -> bool:
    """Return whether there are too many texts for a row or a column each."""
    return len(corpus.documents) > MANY_TEXTS


def texts_in_groups(corpus: Corpus) -> Sequence[tuple[str, Sequence[Document]]]:
    """Return what a row or a column counts: a text, with its name, or where they are many, the texts of a year."""
    if has_many_texts(corpus):
        return [(period.name, period.documents) for period in corpus.periods]
    return [(corpus.short_names.get(text.source.id, text.source.id), (text,)) for text in corpus.documents]


def tables_of_characters(figures: Statistics, corpus: Corpus) -> Iterator[Block]:
    """Yield what became of every character."""
    yield section_heading(translate("Every character"), "every-character")
    yield counted_by(translate("Every character of a source file is shown, set aside with a reason, or white space."))
    accounts = figures.accounts
    rows = [
        (name, *_sums(accounts[document.source.id] for document in documents if document.source.id in accounts))
        for name, documents in texts_in_groups(corpus)
    ]
    head = (translate("Year") if has_many_texts(corpus) else translate("Text"), *map(translate, _ACCOUNT))
    yield table_of_numbers(head, [*rows, (translate("All"), *_sums(accounts.values()))], "every-character")


def _sums(accounts: Iterable[Account]) -> tuple[int, int, int, int]:
    listed = tuple(accounts)
    total, shown = sum(account.total for account in listed), sum(account.shown for account in listed)
    return total, shown, sum(account.aside for account in listed), sum(account.white for account in listed)


def tables_of_rules(figures: Statistics, corpus: Corpus) -> Iterator[Block]:
    """Yield how often each rule of linking decided."""
    yield section_heading(translate("Mentions by rule"), "mentions-by-rule")
    by_year = has_many_texts(corpus)
    yield counted_by(
        translate("Why a word is linked to its entry, by year.")
        if by_year
        else translate("Why a word is linked to its entry, by text.")
    )
    rules = sorted({rule for counts in figures.rules.values() for rule in counts})
    groups = [
        (name, [figures.rules.get(document.source.id, {}) for document in documents])
        for name, documents in texts_in_groups(corpus)
    ]
    rows: list[list[Inline | int]] = [
        [_rule(rule), *(sum(counts.get(rule, 0) for counts in group) for _, group in groups)] for rule in rules
    ]
    totals = [sum(sum(counts.values()) for counts in group) for _, group in groups]
    head = (translate("Rule"), *(name for name, _ in groups))
    yield table_of_numbers(head, [*rows, [translate("All"), *totals]], "mentions-by-rule")


def _rule(rule: str) -> Inline:
    """Return the name of a rule of linking, which is English in every language, as in the reasons of links."""
    words = rule.replace("_", " ").replace("pref label", "preferred label").replace("alt label", "alternative label")
    return as_said(words) if speaks_english() else Phrase((words,), lang=ENGLISH)
