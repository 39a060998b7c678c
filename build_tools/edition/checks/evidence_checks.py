"""Check what hand-written text cites: each cited block exists and supports the statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_tools.corpus.evidence import FORM, find_evidence, parse_evidence
from build_tools.edition.checks.material import Check, Material
from build_tools.edition.citation_index import CitationIndex
from build_tools.edition.outside_citations import OutsideCitation, find_outside_citations, passages_of_register
from build_tools.model import Entry, Evidence, block_name
from build_tools.model.findings import Finding
from build_tools.model.hints import did_you_mean, list_words
from build_tools.text.markdown import slug


def check_evidence(
    text: str, path: str, line: int, citations: CitationIndex, entry: Entry | None = None
) -> list[Finding]:
    """Return the faults of the evidence in hand-written text: each cited block must exist and support it.

    A block supports a statement if it has the quoted words or, where `entry` is given, names the entry.

    Args:
        text: Markdown with evidence in brackets.
        path: The file of the text, relative to the root.
        line: The line of the file on which the text begins.
        citations: What citations are judged against.
        entry: The entry whose evidence it is, if any.
    """
    findings: list[Finding] = []
    for bracket, bracket_line in find_evidence(text, line):
        places = parse_evidence(bracket, bracket_line)
        if places is None:
            findings.append(
                Finding(path, bracket_line, "evidence-form", f"[{bracket}] cannot be read as evidence", FORM)
            )
        for place in places or ():
            findings.extend(_check_place(place, path, citations, entry))
    return findings


def _check_place(place: Evidence, path: str, citations: CitationIndex, entry: Entry | None) -> Iterator[Finding]:
    if place.source is None or place.source in citations.faulty:
        return
    document = citations.documents.get(place.source)
    if document is None:
        hint = citations.suggest_source(place.source, prefix="@")
        yield Finding(path, place.line, "evidence-source-unknown", f'no text has the id "{place.source}"', hint)
        return
    blocks = citations.blocks_of(place.source)
    for block_id in place.blocks:
        if block_id not in blocks:
            message = f'"{place.source}" has no block {block_name(block_id)}'
            hint = f"Its blocks: {list_words([block_name(block) for block in blocks])}."
            yield Finding(path, place.line, "evidence-block-unknown", message, hint)
            return  # a range that runs beyond the end is one mistake
        elif place.words is not None:
            if " ".join(place.words.split()) not in " ".join(blocks[block_id].text.split()):
                message = f'{block_name(block_id)} of "{place.source}" does not have the words "{place.words}"'
                hint = "Copy the words from the page, with their quotation marks and apostrophes."
                yield Finding(path, place.line, "evidence-words-absent", message, hint)
        elif entry is not None and entry.id not in citations.named.get((place.source, block_id), ()):
            message = f'{block_name(block_id)} of "{place.source}" does not name {entry.id}'
            naming = [block for block in blocks if entry.id in citations.named.get((place.source, block), ())]
            hint = f'{_where_named(naming)} Or quote words from it: [@{place.source}, {block_name(block_id)}: "…"].'
            yield Finding(path, place.line, "evidence-silent", message, hint)


def _where_named(blocks: Sequence[str]) -> str:
    """Return a sentence on which blocks of a text name an entry."""
    if not blocks:
        return "Cite a text that names it."
    return f"Cite a place that names it: {list_words([block_name(block) for block in blocks])}."


def check_entry_evidence(material: Material) -> Iterator[Finding]:
    """Report faults of the evidence of entries, of their dated facts and roles, and in their notes."""
    for entry in material.entries:
        yield from check_evidence(entry.notes, entry.path, entry.notes_line, material.citations, entry)
        line = entry.lines.get("evidence", 1)
        for item in entry.evidence:
            yield from _check_field(item, line, entry, material.citations)
        if entry.event:
            line = entry.event.lines.get("derivation", 1)
            yield from check_evidence(entry.event.derivation, entry.path, line, material.citations)
            for dated in entry.event.outside:
                yield from _check_field(dated.evidence, dated.line, entry, material.citations)
        for role in entry.roles:
            if role.evidence:
                yield from _check_field(role.evidence, role.line, entry, material.citations)


def _check_field(item: str, line: int, entry: Entry, citations: CitationIndex) -> Iterator[Finding]:
    """Report faults of a field that must hold evidence and nothing else."""
    yield from check_evidence(item, entry.path, line, citations, entry)
    if not any(find_evidence(item)):
        yield Finding(entry.path, line, "evidence-form", f'"{item}" is not evidence', FORM)


def check_page_evidence(material: Material) -> Iterator[Finding]:
    """Report faults of the evidence in headnotes and hand-written pages."""
    for source in material.sources:
        yield from check_evidence(source.headnote, source.path, source.headnote_line, material.citations)
    for page in material.pages:
        yield from check_evidence(page.body, f"docs/{page.path}", page.body_line, material.citations)


def check_register_evidence(material: Material) -> Iterator[Finding]:
    """Report faults of the evidence in the registers."""
    for item in material.registers.items:
        for path, line, text in passages_of_register(item):
            yield from check_evidence(text, path, line, material.citations)
    for work in material.registers.outside_works:
        yield from check_evidence(work.notes, work.path, work.notes_line, material.citations)


def check_outside_citations(material: Material) -> Iterator[Finding]:
    """Report outside sources that have no file; advise of citations without one, and of works that nothing cites."""
    works = material.registers.outside_works
    ids = material.outside_ids
    cited = {work.read_through for work in works}
    for citation in find_outside_citations(material.entries, material.registers, material.sources, material.pages):
        if citation.description:
            yield _described(citation)
        elif citation.work not in ids:
            yield _unknown_work(citation.path, citation.line, citation.work, ids)
        cited.add(citation.work)
    for work in works:
        line = work.lines.get("via", 1)
        if work.read_through == work.id:
            message = f'"{work.id}" is the work itself'
            yield Finding(work.path, line, "outside-unknown", message, "Name the work in which it was read.")
        elif work.read_through and work.read_through not in ids:
            yield _unknown_work(work.path, line, work.read_through, ids)
        if work.id not in cited:
            message = f'nothing cites "{work.id}"'
            hint = f"Cite it where it is used, [outside: {work.id}], or delete the file."
            yield Finding(work.path, 1, "outside-unused", message, hint)


def _described(citation: OutsideCitation) -> Finding:
    publisher_and_date = ",".join(citation.description.split(",")[:2])
    message = f'"{publisher_and_date}" is cited without a file of its own'
    identifier = slug(publisher_and_date) or "publisher-2024-02-03"
    hint = f"Write docs/outside/{identifier}.md with its title and address, and cite [outside: {identifier}]."
    return Finding(citation.path, citation.line, "outside-described", message, hint)


def _unknown_work(path: str, line: int, work: str, ids: frozenset[str]) -> Finding:
    message = f'no outside source has the id "{work}"'
    hint = did_you_mean(work, ids, f"Write docs/outside/{work}.md, or the id of a work that has a file there.")
    return Finding(path, line, "outside-unknown", message, hint)


_CODES = (
    "evidence-block-unknown",
    "evidence-form",
    "evidence-silent",
    "evidence-source-unknown",
    "evidence-words-absent",
)

CHECKS = (
    Check(_CODES, check_entry_evidence),
    Check(_CODES, check_page_evidence),
    Check(_CODES, check_register_evidence),
    Check(("outside-described", "outside-unknown", "outside-unused"), check_outside_citations),
)
