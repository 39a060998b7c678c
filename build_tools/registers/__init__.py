"""Read docs/discrepancies and docs/quotations, and the dated facts of entries: who says what, where, when.

Nothing here raises for what an editor wrote: faults are findings. Whether a quotation stands in the
block it cites is asked where the texts are cut, in `anchoring`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from build_tools import front_matter
from build_tools.findings import Finding
from build_tools.front_matter import FrontMatter, is_id
from build_tools.model import Entry
from build_tools.registers.discrepancies import read_discrepancy
from build_tools.registers.identity import check_former_ids, renamed_ids, suggest_id
from build_tools.registers.quotations import read_quotation
from build_tools.testimony import Discrepancy, Quotation, Registers

DISCREPANCIES = "docs/discrepancies"
QUOTATIONS = "docs/quotations"

_Item = TypeVar("_Item", Discrepancy, Quotation)


def load(root: Path) -> tuple[Registers, list[Finding]]:
    """Both registers below a root, sorted by id, with the findings of all their files."""
    discrepancies, faults = _load(root, DISCREPANCIES, read_discrepancy)
    quotations, more = _load(root, QUOTATIONS, read_quotation)
    faults += [*more, *check_former_ids(discrepancies), *check_former_ids(quotations)]
    return Registers(discrepancies, quotations), faults


def _load(
    root: Path, folder: str, read: Callable[[FrontMatter], tuple[_Item | None, list[Finding]]]
) -> tuple[tuple[_Item, ...], list[Finding]]:
    found: list[_Item] = []
    findings: list[Finding] = []
    for file in sorted((root / folder).glob("*.md")):
        if file.name == "index.md":
            continue
        path = file.relative_to(root).as_posix()
        parsed, faults = front_matter.read(file, path)
        findings += faults
        if not is_id(file.stem):
            hint = "Name the file in lower-case letters, digits and single hyphens, such as visit-date.md."
            findings.append(Finding(path, 1, "id-invalid", f'"{file.stem}" cannot be an id', hint))
        if parsed is not None:
            item, faults = read(parsed)
            findings += faults
            found += [item] if item else []
    return tuple(found), findings


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


def known_entries(root: Path) -> list[str]:
    """The ids of all entry files below a root, readable or not."""
    return [file.stem for file in (root / "docs" / "glossary").glob("*.md")]


__all__ = ["DISCREPANCIES", "QUOTATIONS", "check_entries", "known_entries", "load"]
