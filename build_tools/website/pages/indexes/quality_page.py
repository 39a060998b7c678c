"""The quality page: the edition in numbers, and the commands that count them again."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.edition.statistics import AGREEING_EVENTS, Statistics
from build_tools.website.localisation import (
    is_reviewed,
    translate,
    translate_count,
)
from build_tools.website.markup.body_nodes import (
    Block,
    Content,
    Paragraph,
)
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.naming.vocabulary import counted_item, review_in_words
from build_tools.website.pages.indexes.index_page import Index, compose_index
from build_tools.website.pages.indexes.quality_lists import (
    list_as_far_as_it_fits,
    lists_of_evidence,
    lists_of_undecided,
)
from build_tools.website.pages.indexes.quality_tables import (
    COMMAND,
    counted_by,
    section_heading,
    table_of_numbers,
    tables_of_characters,
    tables_of_rules,
)
from build_tools.website.pages.registers import linked_passages
from build_tools.website.survey.lookups import Corpus

QUALITY = "quality.md"


def quality_page(corpus: Corpus) -> ComposedPage:
    """Compose the quality page."""
    figures = corpus.registry.figures
    blocks = (
        *tables_of_characters(figures, corpus),
        *tables_of_rules(figures, corpus),
        *lists_of_evidence(figures, corpus),
        *lists_of_undecided(figures, corpus),
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


def _entries(figures: Statistics, corpus: Corpus) -> Iterator[Block]:
    yield section_heading(translate("Entries"), "entries")
    yield counted_by(translate("How far each entry has been reviewed, and which entries no text names."))
    rows = [(review_in_words(state), len(ids)) for state, ids in figures.states.items()]
    yield table_of_numbers((translate("State of review"), translate("Entries")), rows, "entries")
    unexplained = translate("no reason is given")
    if figures.unmentioned:
        lines: Iterator[Content] = (
            (linked_passages.entry_link(entry, corpus), f": {reason or unexplained}")
            for entry, reason in figures.unmentioned.items()
        )
        number = translate_count(
            len(figures.unmentioned), "{number} entry that no text names", "{number} entries that no text names"
        )
        yield from list_as_far_as_it_fits(number, lines, len(figures.unmentioned), COMMAND)


def _registers(figures: Statistics) -> Iterator[Block]:
    yield section_heading(translate("Registers"), "registers")
    yield counted_by(
        translate(
            "Every quotation in the registers must occur exactly once in the paragraph it cites, or the build stops."
        )
    )
    rows: list[tuple[str, int]] = [(counted_item(name), number) for name, number in figures.registers.items()]
    rows.append((counted_item(AGREEING_EVENTS), len(figures.agreeing_events)))
    yield table_of_numbers((translate("Item"), translate("Number")), rows, "registers")
