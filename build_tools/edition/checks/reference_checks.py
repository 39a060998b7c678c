"""Check the ids that pages and registers refer to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.corpus.front_matter import is_id
from build_tools.corpus.identity import check_former_ids, renamed_ids, suggest_id
from build_tools.corpus.written_pages import Prose
from build_tools.model import Entry
from build_tools.model.findings import Finding
from build_tools.model.registers import Registers


def check_points(pages: Iterable[Prose], known: Iterable[str]) -> list[Finding]:
    """Turning points and entries of bands that do not exist; `known` are the ids of all entry files."""
    ids = sorted({*known} - {"index"})
    findings = []
    for page in pages:
        named = [(one, page.points_line, "the turning point") for one in page.turning_points]
        named += [(one, band.line, f'on the line "{band.title}",') for band in page.bands for one in band.entries]
        for one, line, what in named:
            if one not in ids:
                hint = suggest_id(one, ids, {})
                findings.append(
                    Finding(f"docs/{page.path}", line, "entry-unknown", f'{what} "{one}" is no entry', hint)
                )
    return findings


def check_entries(registers: Registers, entries: Iterable[Entry], known: Iterable[str]) -> list[Finding]:
    """Ids of entries that registers and dated facts name and that do not exist, and former ids in conflict.

    `known` are the ids of all entry files: one that cannot be read has a finding of its own.
    """
    ids = sorted({*known} - {"index"})
    entries = tuple(entries)
    named = [*_named_in_registers(registers), *(place for entry in entries for place in _named_in_entry(entry))]
    findings = list(check_former_ids(entries))
    renamed = renamed_ids(entries)
    for path, line, what, target in named:
        if target not in ids:
            hint = suggest_id(target, ids, renamed)
            findings.append(Finding(path, line, "entry-unknown", f'{what} "{target}" is no entry', hint))
    return findings


_Named = tuple[str, int, str, str]
"""A file, a line, in which capacity something is named there, the id."""


def _named_in_registers(registers: Registers) -> Iterator[_Named]:
    for item in registers.items:
        for target in item.about:
            yield item.path, item.lines.get("about", 1), "what it is about,", target
    for discrepancy in registers.discrepancies:
        for one in discrepancy.says:
            # A name as text has a capital, a blank or another script; what has the form of an id is meant as one.
            if one.by and is_id(one.by.name):
                yield discrepancy.path, one.by.line, "the asserter", one.by.name
    for quotation in registers.quotations:
        if quotation.speaker:
            yield quotation.path, quotation.lines.get("speaker", 1), "the speaker", quotation.speaker


def _named_in_entry(entry: Entry) -> Iterator[_Named]:
    if entry.event:
        for account in entry.event.accounts:
            if account.by and is_id(account.by.name):
                yield entry.path, account.by.line, "the asserter", account.by.name
        lines = entry.event.lines
        if entry.event.place:
            yield entry.path, lines.get("place", 1), "the place", entry.event.place
        for one in entry.event.participants:
            yield entry.path, lines.get("participants", 1), "the participant", one
    for role in entry.roles:
        if role.organisation:
            yield entry.path, role.line, "the organisation", role.organisation
