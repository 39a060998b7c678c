"""The quality page: the edition in numbers, and the commands that count them again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.edition.statistics import Statistics
from build_tools.model.findings import pluralise
from build_tools.website.markup.body_nodes import (
    Block,
    Bullets,
    Content,
    Division,
    Heading,
    Inline,
    Link,
    Paragraph,
    Phrase,
    Table,
)
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.naming import text_names
from build_tools.website.pages.indexes.index_page import Index, compose_index, scrolling
from build_tools.website.pages.registers import linked_passages
from build_tools.website.survey.lookups import Corpus

QUALITY = "quality.md"
COMMAND = "python -m build_tools figures"
_CHECK = "python -m build_tools check"


def quality_page(corpus: Corpus) -> ComposedPage:
    """Compose the quality page."""
    figures = corpus.registry.figures
    blocks = (
        *_coverage(figures, corpus),
        *_rules(figures, corpus),
        *_evidence(figures, corpus),
        *_undecided(figures, corpus),
        *_entries(figures, corpus),
        *_registers(figures),
    )
    index = Index("quality", "What is counted in this edition, and how to count it again.", below=blocks)
    return compose_index(QUALITY, index, corpus)


def _heading(name: str, identifier: str) -> Heading:
    return Heading(2, identifier, (name,))


def _intro(summary: str, command: str = COMMAND) -> Paragraph:
    return Paragraph((f"{summary} To count again: ", Phrase((command,), tag="code")), classes=("repeat",))


def _table(head: Iterable[str], rows: Iterable[Iterable[str | int]], label: str) -> Division:
    """Return a table of numbers, in a region that scrolls on a narrow page."""
    cells = tuple(tuple((f"{cell:,}" if isinstance(cell, int) else cell,) for cell in row) for row in rows)
    table = Table(tuple((name,) for name in head), cells, has_row_heads=True, classes=("numbers",))
    return scrolling(table, label, "figures")


def _details(summary: str, items: Iterable[Content]) -> Division:
    return Division((Bullets(tuple(items)),), ("listed",), "details", summary=summary)


def _name(source: str, corpus: Corpus) -> str:
    return text_names.short_name(corpus.by_id[source].source) if source in corpus.by_id else source


def _coverage(figures: Statistics, corpus: Corpus) -> Iterator[Block]:
    yield _heading("Every character", "every-character")
    yield _intro("Every character of a source file is shown, set aside with a reason, or white space.")
    accounts = figures.accounts
    rows = [
        (_name(account.source, corpus), account.total, account.shown, account.aside, account.white)
        for account in accounts
    ]
    total, shown = sum(account.total for account in accounts), sum(account.shown for account in accounts)
    aside, white = sum(account.aside for account in accounts), sum(account.white for account in accounts)
    head = ("Text", "Total", "Shown", "Set aside", "White space")
    yield _table(head, [*rows, ("All", total, shown, aside, white)], "every-character")


def _rules(figures: Statistics, corpus: Corpus) -> Iterator[Block]:
    yield _heading("Mentions by rule", "mentions-by-rule")
    yield _intro("Why a word is linked to its entry, by text.")
    rules = sorted({rule for counts in figures.rules.values() for rule in counts})
    sources = [document.source.id for document in corpus.documents]
    rows: list[list[str | int]] = [
        [_rule(rule), *(figures.rules.get(source, {}).get(rule, 0) for source in sources)] for rule in rules
    ]
    totals = [sum(figures.rules.get(source, {}).values()) for source in sources]
    head = ("Rule", *(_name(source, corpus) for source in sources))
    yield _table(head, [*rows, ["All", *totals]], "mentions-by-rule")


def _rule(rule: str) -> str:
    return rule.replace("_", " ").replace("pref label", "preferred label").replace("alt label", "alternative label")


def _evidence(figures: Statistics, corpus: Corpus) -> Iterator[Block]:
    share = figures.share
    yield _heading("Evidence", "evidence")
    by_editors = (
        f" {pluralise(share.editorial, 'sentence is', 'sentences are')} marked as the editors’ own."
        if share.editorial
        else ""
    )
    yield _intro(
        f"{share.evidence:,} of {share.factual:,} factual sentences of entries and registers cite evidence;"
        f" a definition is supported by its evidence field, a point’s claim by the passages it quotes.{by_editors}"
    )
    if figures.uncited:
        number = pluralise(share.uncited, "sentence", "sentences")
        items = [line for path in figures.uncited for line in _uncited(path, figures, corpus)]
        yield _details(f"{number} without evidence", items)
    rows: list[Content] = [
        (_page_link(path, corpus), " ", Phrase((f"{by_page.evidence} of {by_page.factual}",), ("count",)))
        for path, by_page in figures.shares.items()
        if by_page.factual
    ]
    yield _details("Evidence by page", rows)


def _uncited(path: str, figures: Statistics, corpus: Corpus) -> Iterator[Content]:
    for sentence in figures.uncited[path]:
        yield (_page_link(path, corpus), " ", Phrase((sentence.text,), ("def",)))


def _page_link(path: str, corpus: Corpus) -> Inline:
    below = path.removeprefix("docs/")
    stem = below.partition("/")[2].removesuffix(".md")
    if below.startswith("glossary/"):
        return linked_passages.entry_link(stem, corpus)
    item = next((item for item in corpus.edition.registers.items if item.path == path), None)
    return linked_passages.item_link(item) if item else below


def _undecided(figures: Statistics, corpus: Corpus) -> Iterator[Block]:
    yield _heading("Undecided mentions", "undecided-mentions")
    number = pluralise(len(figures.undecided), "place")
    yield _intro(
        f"{number} could refer to more than one entry, so no link is made there until an editor decides.", _CHECK
    )
    items: list[Content] = []
    for mention in figures.undecided:
        target = f"{text_names.source_path(mention.document)}#{mention.block}"
        items.append((Link((_name(mention.document, corpus),), target), f": {mention.exact}"))
    if items:
        yield Bullets(tuple(items))


def _entries(figures: Statistics, corpus: Corpus) -> Iterator[Block]:
    yield _heading("Entries", "entries")
    yield _intro("How far each entry has been reviewed, and which entries no text names.")
    rows = [(state, len(ids)) for state, ids in figures.states.items()]
    yield _table(("State of review", "Entries"), rows, "entries")
    if figures.unmentioned:
        items: list[Content] = [
            (linked_passages.entry_link(entry, corpus), f": {reason or 'no reason is given'}")
            for entry, reason in figures.unmentioned.items()
        ]
        number = pluralise(len(figures.unmentioned), "entry that no text names", "entries that no text names")
        yield _details(number, items)


def _registers(figures: Statistics) -> Iterator[Block]:
    yield _heading("Registers", "registers")
    yield _intro(
        "Every quotation in the registers must occur exactly once in the paragraph it cites, or the build stops."
    )
    yield _table(
        ("Item", "Number"), [(name.capitalize(), number) for name, number in figures.registers.items()], "registers"
    )
