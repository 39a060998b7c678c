"""The quality page: the edition in numbers, and the commands that count them again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from build_tools.edition.statistics import AGREEING_EVENTS, Statistics
from build_tools.model import block_name
from build_tools.website.localisation import (
    ENGLISH,
    as_said,
    for_translation,
    is_reviewed,
    speaks_english,
    translate,
    translate_count,
    write_number,
)
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
from build_tools.website.naming.vocabulary import counted_item, review_in_words
from build_tools.website.pages.indexes.index_page import Index, compose_index, scrolling
from build_tools.website.pages.registers import linked_passages
from build_tools.website.pages.text_lists.text_facets import MANY_TEXTS
from build_tools.website.survey.lookups import Corpus

QUALITY = "quality.md"
COMMAND = "python -m build_tools figures"
_CHECK = "python -m build_tools check"
_MOST_LISTED = 100
_ACCOUNT = (
    for_translation("Text"),
    for_translation("Total"),
    for_translation("Shown"),
    for_translation("Set aside"),
    for_translation("White space"),
)


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
        *_interface(),
    )
    index = Index(
        "quality", translate("What can be counted in this edition, with the command that prints it."), below=blocks
    )
    return compose_index(QUALITY, index, corpus)


def _interface() -> Iterator[Block]:
    """Say so where nobody has reviewed the words of the interface in the language of the site."""
    if not is_reviewed():
        words = translate("No speaker of this language has reviewed the translation of the interface.")
        yield Paragraph((words,), classes=("repeat",))


def _heading(name: str, identifier: str) -> Heading:
    return Heading(2, identifier, (name,))


def _intro(summary: str, command: str = COMMAND) -> Paragraph:
    return Paragraph(
        (translate("{summary} To recount:", summary=summary), " ", Phrase((command,), tag="code")), classes=("repeat",)
    )


def _table(head: Iterable[str], rows: Iterable[Iterable[Inline | int]], label: str) -> Division:
    """Return a table of numbers, in a region that scrolls on a narrow page."""
    cells = tuple(tuple((write_number(cell) if isinstance(cell, int) else cell,) for cell in row) for row in rows)
    table = Table(tuple((name,) for name in head), cells, has_row_heads=True, classes=("numbers",))
    return scrolling(table, label, "figures")


def _details(summary: str, items: Sequence[Content]) -> Division:
    return Division(_listed(items), ("listed",), "details", summary=summary)


def _listed(items: Sequence[Content]) -> tuple[Block, ...]:
    """Return the first of many items, and how many more the command lists."""
    rest = len(items) - _MOST_LISTED
    more = (Paragraph((translate_count(rest, "and {number} more", "and {number} more"),)),) if rest > 0 else ()
    return (Bullets(tuple(items[:_MOST_LISTED])), *more)


def _name(source: str, corpus: Corpus) -> str:
    return corpus.short_names.get(source, source)


def _has_few_texts(corpus: Corpus) -> bool:
    """Return whether tables have every text: of many texts, they have the sums that the command prints text by text."""
    return len(corpus.documents) <= MANY_TEXTS


def _coverage(figures: Statistics, corpus: Corpus) -> Iterator[Block]:
    yield _heading(translate("Every character"), "every-character")
    yield _intro(translate("Every character of a source file is shown, set aside with a reason, or white space."))
    accounts = figures.accounts
    rows = [
        (_name(account.source, corpus), account.total, account.shown, account.aside, account.white)
        for account in (accounts if _has_few_texts(corpus) else ())
    ]
    total, shown = sum(account.total for account in accounts), sum(account.shown for account in accounts)
    aside, white = sum(account.aside for account in accounts), sum(account.white for account in accounts)
    head = tuple(map(translate, _ACCOUNT))
    yield _table(head, [*rows, (translate("All"), total, shown, aside, white)], "every-character")


def _rules(figures: Statistics, corpus: Corpus) -> Iterator[Block]:
    yield _heading(translate("Mentions by rule"), "mentions-by-rule")
    yield _intro(translate("Why a word is linked to its entry, by text."))
    rules = sorted({rule for counts in figures.rules.values() for rule in counts})
    texts = tuple(document.source.id for document in corpus.documents)
    columns: dict[str, tuple[str, ...]] = {translate("Mentions"): texts}
    if _has_few_texts(corpus):
        columns = {_name(text, corpus): (text,) for text in texts}
    counted = [
        sum((Counter(figures.rules.get(source, {})) for source in sources), Counter()) for sources in columns.values()
    ]
    rows: list[list[Inline | int]] = [[_rule(rule), *(counts[rule] for counts in counted)] for rule in rules]
    rows.append([translate("All"), *(counts.total() for counts in counted)])
    yield _table((translate("Rule"), *columns), rows, "mentions-by-rule")


def _rule(rule: str) -> Inline:
    """Return the name of a rule of linking, which is English in every language, as in the reasons of links."""
    words = rule.replace("_", " ").replace("pref label", "preferred label").replace("alt label", "alternative label")
    return as_said(words) if speaks_english() else Phrase((words,), lang=ENGLISH)


def _evidence(figures: Statistics, corpus: Corpus) -> Iterator[Block]:
    share = figures.share
    yield _heading(translate("Evidence"), "evidence")
    by_editors = (
        translate_count(
            share.editorial,
            "{number} sentence is marked as the editors’ own.",
            "{number} sentences are marked as the editors’ own.",
        )
        if share.editorial
        else ""
    )
    cited = translate(
        "{cited} of {all} factual sentences of entries and registers cite evidence;"
        " a definition is supported by its evidence field, the claim of a difference by the passages it quotes.",
        cited=write_number(share.evidence),
        all=write_number(share.factual),
    )
    yield _intro(f"{cited} {by_editors}".strip())
    if figures.uncited:
        number = translate_count(
            share.uncited, "{number} sentence without evidence", "{number} sentences without evidence"
        )
        items = [line for path in figures.uncited for line in _uncited(path, figures, corpus)]
        yield _details(number, items)
    rows: list[Content] = [
        (
            linked_passages.file_link(path.removeprefix("docs/"), corpus),
            " ",
            Phrase((translate("{part} of {all}", part=by_page.evidence, all=by_page.factual),), ("count",)),
        )
        for path, by_page in figures.shares.items()
        if by_page.factual
    ]
    yield _details(translate("Evidence by page"), rows)


def _uncited(path: str, figures: Statistics, corpus: Corpus) -> Iterator[Content]:
    for sentence in figures.uncited[path]:
        yield (linked_passages.file_link(path.removeprefix("docs/"), corpus), " ", Phrase((sentence.text,), ("def",)))


def _undecided(figures: Statistics, corpus: Corpus) -> Iterator[Block]:
    yield _heading(translate("Undecided mentions"), "undecided-mentions")
    places = translate_count(
        len(figures.undecided),
        "{number} place could refer to more than one entry, so no link is made there until an editor decides.",
        "{number} places could refer to more than one entry, so no link is made there until an editor decides.",
    )
    yield _intro(places, _CHECK)
    items: list[Content] = []
    for mention in figures.undecided:
        target = f"{text_names.source_path(mention.document)}#{mention.block}"
        place = f"{_name(mention.document, corpus)}, {block_name(mention.block)}"
        items.append((Link((place,), target), f": {mention.exact}"))
    if items:
        yield from _listed(items)


def _entries(figures: Statistics, corpus: Corpus) -> Iterator[Block]:
    yield _heading(translate("Entries"), "entries")
    yield _intro(translate("How far each entry has been reviewed, and which entries no text names."))
    rows = [(review_in_words(state), len(ids)) for state, ids in figures.states.items()]
    yield _table((translate("State of review"), translate("Entries")), rows, "entries")
    unexplained = translate("no reason is given")
    if figures.unmentioned:
        items: list[Content] = [
            (linked_passages.entry_link(entry, corpus), f": {reason or unexplained}")
            for entry, reason in figures.unmentioned.items()
        ]
        number = translate_count(
            len(figures.unmentioned), "{number} entry that no text names", "{number} entries that no text names"
        )
        yield _details(number, items)


def _registers(figures: Statistics) -> Iterator[Block]:
    yield _heading(translate("Registers"), "registers")
    yield _intro(
        translate(
            "Every quotation in the registers must occur exactly once in the paragraph it cites, or the build stops."
        )
    )
    rows: list[tuple[str, int]] = [(counted_item(name), number) for name, number in figures.registers.items()]
    rows.append((counted_item(AGREEING_EVENTS), len(figures.agreeing_events)))
    yield _table((translate("Item"), translate("Number")), rows, "registers")
