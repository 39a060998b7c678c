"""The quality page: what the edition can say of itself in numbers, and the command that counts them again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.edition.statistics import Statistics
from build_tools.model import Page
from build_tools.model.findings import pluralise
from build_tools.text import html, markdown
from build_tools.website.naming import text_names
from build_tools.website.pages.indexes.home_page import index_page
from build_tools.website.pages.registers import quoting
from build_tools.website.survey.lookups import Corpus

QUALITY = "quality.md"
COMMAND = "python -m build_tools figures"
_CHECK = "python -m build_tools check"


def quality_page(corpus: Corpus) -> Page:
    """Compose the page."""
    figures = corpus.registry.figures
    parts = [
        *_ledger(figures, corpus),
        *_rules(figures, corpus),
        *_evidence(figures, corpus),
        *_undecided(figures, corpus),
        *_entries(figures, corpus),
        *_registers(figures),
    ]
    return index_page(QUALITY, "quality", parts, corpus, "What is counted in this edition, and how to count it again.")


def _heading(name: str, identifier: str) -> str:
    return markdown.heading(name, 2, identifier)


def _repeat(what: str, command: str = COMMAND) -> str:
    code = html.element("code", markdown.escape(command))
    return markdown.paragraph(f"{markdown.escape(what)} To count again: {code}", "", "repeat")


def _table(head: Iterable[str], rows: Iterable[Iterable[str | int]], label: str) -> str:
    """Numbers by row, in a region that scrolls where the page is narrow."""
    cells = [[markdown.escape(f"{one:,}" if isinstance(one, int) else one) for one in row] for row in rows]
    table = markdown.table([markdown.escape(one) for one in head], cells, "numbers")
    return html.raw_block("div", [table], "figures", role="region", tabindex="0", aria_labelledby=label)


def _name(source: str, corpus: Corpus) -> str:
    return text_names.short_name(corpus.by_id[source].source) if source in corpus.by_id else source


def _ledger(figures: Statistics, corpus: Corpus) -> Iterator[str]:
    yield _heading("Every character", "every-character")
    yield _repeat("Each character of a text received is shown, set aside with a reason, or white space.")
    rows = [(_name(one.source, corpus), one.total, one.shown, one.aside, one.white) for one in figures.accounts]
    total = (sum(one.total for one in figures.accounts), sum(one.shown for one in figures.accounts))
    rest = (sum(one.aside for one in figures.accounts), sum(one.white for one in figures.accounts))
    head = ("Text", "In all", "Shown", "Set aside", "White space")
    yield _table(head, [*rows, ("All", *total, *rest)], "every-character")


def _rules(figures: Statistics, corpus: Corpus) -> Iterator[str]:
    yield _heading("Mentions by rule", "mentions-by-rule")
    yield _repeat("Why a word is linked to its entry, by text.")
    rules = sorted({rule for found in figures.rules.values() for rule in found})
    sources = [document.source.id for document in corpus.documents]
    rows: list[list[str | int]] = [
        [_rule(rule), *(figures.rules.get(one, {}).get(rule, 0) for one in sources)] for rule in rules
    ]
    sums = [sum(figures.rules.get(one, {}).values()) for one in sources]
    head = ("Rule", *(_name(one, corpus) for one in sources))
    yield _table(head, [*rows, ["All", *sums]], "mentions-by-rule")


def _rule(rule: str) -> str:
    return rule.replace("_", " ").replace("pref label", "preferred label").replace("alt label", "alternative label")


def _evidence(figures: Statistics, corpus: Corpus) -> Iterator[str]:
    share = figures.share
    yield _heading("Evidence", "evidence")
    ours = f" {pluralise(share.own, 'sentence is', 'sentences are')} marked as the editors’ own." if share.own else ""
    yield _repeat(
        f"{share.evidence:,} of {share.factual:,} factual sentences of entries and registers carry evidence of their own; "
        f"a definition is carried by its field, a point’s claim by the passages it quotes.{ours}"
    )
    if figures.uncited:
        number = pluralise(share.uncited, "sentence", "sentences")
        items = [line for path in figures.uncited for line in _uncited(path, figures, corpus)]
        yield markdown.block("details", [markdown.bullets(items)], "listed", summary=f"{number} without evidence")
    rows = [
        f"{_page_link(path, corpus)} {html.element('span', f'{one.evidence} of {one.factual}', 'count')}"
        for path, one in figures.shares.items()
        if one.factual
    ]
    yield markdown.block("details", [markdown.bullets(rows)], "listed", summary="Evidence by page")


def _uncited(path: str, figures: Statistics, corpus: Corpus) -> Iterator[str]:
    for sentence in figures.uncited[path]:
        words = html.element("span", markdown.escape(sentence.text), "def")
        yield f"{_page_link(path, corpus)} {words}"


def _page_link(path: str, corpus: Corpus) -> str:
    below = path.removeprefix("docs/")
    stem = below.partition("/")[2].removesuffix(".md")
    if below.startswith("glossary/"):
        return quoting.entry_link(stem, QUALITY, corpus)
    found = next((one for one in corpus.edition.registers.items if one.path == path), None)
    return quoting.item_link(found, QUALITY) if found else markdown.escape(below)


def _undecided(figures: Statistics, corpus: Corpus) -> Iterator[str]:
    yield _heading("Undecided mentions", "undecided-mentions")
    number = pluralise(len(figures.undecided), "place")
    yield _repeat(f"{number} might name several entries and stay unlinked until an editor rules.", _CHECK)
    items = []
    for one in figures.undecided:
        target = f"{text_names.relative(text_names.source_path(one.document), QUALITY)}#{one.block}"
        items.append(f"{markdown.link(_name(one.document, corpus), target)}: {markdown.escape(one.exact)}")
    if items:
        yield markdown.bullets(items)


def _entries(figures: Statistics, corpus: Corpus) -> Iterator[str]:
    yield _heading("Entries", "entries")
    yield _repeat("How far each entry has been reviewed, and which no text names.")
    rows = [(state, len(ids)) for state, ids in figures.states.items()]
    yield _table(("State of review", "Entries"), rows, "entries")
    if figures.unmentioned:
        items = (
            f"{quoting.entry_link(one, QUALITY, corpus)}: {markdown.escape(reason or 'no reason is given')}"
            for one, reason in figures.unmentioned.items()
        )
        number = pluralise(len(figures.unmentioned), "entry that no text names", "entries that no text names")
        yield markdown.block("details", [markdown.bullets(items)], "listed", summary=number)


def _registers(figures: Statistics) -> Iterator[str]:
    yield _heading("Registers", "registers")
    yield _repeat("Each quotation in them is found exactly once in the paragraph it cites, or the build stops.")
    yield _table(
        ("What", "Number"), [(name.capitalize(), number) for name, number in figures.registers.items()], "registers"
    )
