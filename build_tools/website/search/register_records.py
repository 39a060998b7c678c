"""The records of the registers: a difference or a quotation, an outside source, a contested question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_tools.corpus.page_fields import CLAIMS, Question
from build_tools.model.registers import Discrepancy, OutsideWork, Quotation, Registers
from build_tools.website.naming.outside_names import OUTSIDE, english_title, work_name
from build_tools.website.search.records import PAGE, PageHead, Record, prose_in_words

_REGISTER_WEIGHT, _WORK_WEIGHT = 0.4, 0.3  # chosen by hand, as those of texts
_OUTSIDE, _CLAIMS = OUTSIDE.removesuffix("/index.md"), CLAIMS.removesuffix(".md")


def register_records(
    registers: Registers, questions: Sequence[Question], first: int
) -> Iterator[tuple[PageHead, Record]]:
    """Yield the head and the one record of each item of the registers, numbered.

    Args:
        registers: The differences between texts, the quotations, and the outside sources.
        questions: The contested questions.
        first: The page number of the first item.
    """
    number = first
    for item in registers.items:
        yield _register_head(item, number), _register_record(item, number)
        number += 1
    for work in registers.outside_works:
        head = PageHead(_OUTSIDE, "outside source", english_title(work), "", numbers=(number,))
        yield head, _work_record(work, number)
        number += 1
    for question in questions:
        head = PageHead(_CLAIMS, "question", question.question, "", numbers=(number,))
        yield head, _question_record(question, registers, number)
        number += 1


def _register_head(item: Discrepancy | Quotation, number: int) -> PageHead:
    kind = "quotation"
    if isinstance(item, Discrepancy):
        kind = "difference" if item.is_difference else item.kind
    return PageHead(item.path.removeprefix("docs/").removesuffix(".md"), kind, item.title, "", numbers=(number,))


def _register_record(item: Discrepancy | Quotation, number: int) -> Record:
    """Return the record of what the editors say; the words they quote are found in the texts."""
    claim, reading = (item.claim, item.reading) if isinstance(item, Discrepancy) else (item.occasion, item.chain)
    shown = prose_in_words(claim)
    named = {*item.about, *([item.speaker] if isinstance(item, Quotation) and item.speaker else [])}
    words = (item.title, shown, prose_in_words(reading), prose_in_words(item.notes))
    return Record(number * PAGE + 1, "", "", "", shown, _REGISTER_WEIGHT, words, concepts=tuple(sorted(named)))


def _work_record(work: OutsideWork, number: int) -> Record:
    """Return the record of an outside source, whose place is on the page that lists them all."""
    notes = prose_in_words(work.notes)
    words = (work.title, work.translated_title, work.publisher, *work.creators, notes)
    return Record(number * PAGE + 1, work.id, "", "", f"{work_name(work)}. {notes}".strip(), _WORK_WEIGHT, words)


def _question_record(question: Question, registers: Registers, number: int) -> Record:
    """Return the record of a contested question: the titles of the register's items that answer it."""
    titles = {item.id: item.title for item in registers.items}
    shown = " · ".join(titles[key] for key in question.answered_by if key in titles)
    words = (question.question, shown)
    return Record(number * PAGE + 1, question.id, "", "", shown, _REGISTER_WEIGHT, words)
