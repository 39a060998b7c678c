"""Where an edition rests on outside sources: every citation of one, in the order of the files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.corpus.evidence import find_evidence, parse_evidence
from build_tools.corpus.written_pages import Prose
from build_tools.model import Entry, Source
from build_tools.model.registers import Discrepancy, Quotation, Registers


@dataclass(frozen=True, slots=True)
class OutsideCitation:
    """A citation of an outside source: the file, the line, and the id of the work or, in the old form, its description.

    One of `work` and `description` is empty.
    """

    path: str
    line: int
    work: str
    description: str = ""


Passage = tuple[str, int, str]
"""A file, a line, and the Markdown with evidence that stands there."""


def find_outside_citations(
    entries: Iterable[Entry], registers: Registers, sources: Iterable[Source], pages: Iterable[Prose]
) -> Iterator[OutsideCitation]:
    """Yield each citation of an outside source, and each original of a quotation.

    Args:
        entries: The glossary.
        registers: The registers.
        sources: The texts, for their headnotes.
        pages: The other hand-written pages.
    """
    passages = (
        *(passage for entry in entries for passage in passages_of_entry(entry)),
        *(passage for item in registers.items for passage in passages_of_register(item)),
        *((source.path, source.headnote_line, source.headnote) for source in sources),
        *((f"docs/{page.path}", page.body_line, page.body) for page in pages),
    )
    for path, first_line, text in passages:
        for bracket, line in find_evidence(text, first_line):
            for place in parse_evidence(bracket, line) or ():
                if place.source is None:
                    yield OutsideCitation(path, line, place.outside or "", place.description)
    for quotation in registers.quotations:
        yield from (OutsideCitation(quotation.path, first.line, first.work) for first in quotation.originals)


def fields_of_entry(entry: Entry) -> Iterator[Passage]:
    """Yield the fields of an entry that are Markdown: its evidence, that of its roles, what dates it."""
    for evidence in entry.evidence:
        yield entry.path, entry.lines.get("evidence", 1), evidence
    for role in entry.roles:
        yield entry.path, role.line, role.evidence
    if entry.event:
        yield entry.path, entry.event.lines.get("derivation", 1), entry.event.derivation
        yield from ((entry.path, dated.line, dated.evidence) for dated in entry.event.outside)


def fields_of_register(item: Discrepancy | Quotation) -> Iterator[Passage]:
    """Yield the fields of an item that are Markdown: what is known from elsewhere, or how it is dated."""
    if isinstance(item, Discrepancy):
        for work in item.outside:
            yield item.path, item.lines.get("outside", 1), as_evidence(work)
        yield item.path, item.lines.get("known", 1), item.known
    else:
        yield item.path, item.lines.get("derivation", 1), item.derivation


def passages_of_entry(entry: Entry) -> Iterator[Passage]:
    """Yield the fields of an entry that are Markdown, and its notes."""
    yield from fields_of_entry(entry)
    yield entry.path, entry.notes_line, entry.notes


def passages_of_register(item: Discrepancy | Quotation) -> Iterator[Passage]:
    """Yield the fields of an item that are Markdown, and its notes."""
    yield from fields_of_register(item)
    yield item.path, item.notes_line, item.notes


def as_evidence(work: str) -> str:
    """Return a work of the field `outside` as evidence in brackets, which may be left out there."""
    return work if any(find_evidence(work)) else f"[outside: {work}]"


def works_cited_in(works: Iterable[str]) -> Iterator[str]:
    """Yield the ids of the works of the field `outside`; one that is only described there has none."""
    for work in works:
        for bracket, _ in find_evidence(as_evidence(work)):
            yield from (place.outside for place in parse_evidence(bracket) or () if place.outside)
