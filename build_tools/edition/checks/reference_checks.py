"""Check the ids by which files refer to entries: each exists, and a former id leads to one place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.corpus.front_matter import is_id
from build_tools.corpus.identity import renamed_ids, suggest_id
from build_tools.edition.checks.material import Check, Material
from build_tools.model import Entry
from build_tools.model.findings import Finding
from build_tools.model.hints import did_you_mean
from build_tools.model.registers import Discrepancy, Quotation, Registers


def check_relations(material: Material) -> Iterator[Finding]:
    """Report relations of entries to themselves or to entries without a file."""
    renamed = renamed_ids(material.entries)
    for entry in material.entries:
        for field in ("related", "broader"):
            for target in getattr(entry, field):
                if target == entry.id:
                    message, hint = f'"{target}" is the entry itself', "Delete it from the list."
                elif target not in material.entry_ids:
                    message = f'the {field} entry "{target}" does not exist'
                    hint = suggest_id(target, material.entry_ids, renamed)
                else:
                    continue
                yield Finding(entry.path, entry.lines.get(field, 1), "relation-unknown", message, hint)


def check_entry_ids(material: Material) -> Iterator[Finding]:
    """Report entries that registers, dated facts and roles name and that do not exist."""
    renamed = renamed_ids(material.entries)
    named = [
        *_named_in_registers(material.registers),
        *(place for entry in material.entries for place in _named_in_entry(entry)),
    ]
    for path, line, what, target in named:
        if target not in material.entry_ids:
            hint = suggest_id(target, material.entry_ids, renamed)
            yield Finding(path, line, "entry-unknown", f'{what} "{target}" is not an entry', hint)


def check_page_entries(material: Material) -> Iterator[Finding]:
    """Report turning points and entries on the lines of the timeline that do not exist."""
    for page in material.pages:
        named = [(entry, page.points_line, "the turning point") for entry in page.turning_points]
        named += [(entry, band.line, f'on the line "{band.title}",') for band in page.bands for entry in band.entries]
        for entry, line, what in named:
            if entry not in material.entry_ids:
                hint = did_you_mean(entry, material.entry_ids, "Write the id (the file name) of an entry.")
                yield Finding(f"docs/{page.path}", line, "entry-unknown", f'{what} "{entry}" is not an entry', hint)


def check_former_ids(material: Material) -> Iterator[Finding]:
    """Report former ids that cannot be ids, or that another file of the same folder has or had."""
    yield from _check_former_ids_of(material.entries)
    yield from _check_former_ids_of(material.registers.discrepancies)
    yield from _check_former_ids_of(material.registers.quotations)


def _check_former_ids_of(items: Iterable[Discrepancy | Quotation | Entry]) -> Iterator[Finding]:
    items = tuple(items)
    owners = {item.id: item.path for item in items}
    for item in items:
        for former in item.former_ids:
            line = item.lines.get("former_ids", 1)
            if not is_id(former):
                hint = "Write the old file name without .md."
                yield Finding(item.path, line, "former-id-invalid", f'"{former}" cannot have been an id', hint)
            elif former in owners:
                message = f'the former id "{former}" belongs to {owners[former]}'
                hint = "Delete it here, or choose another name for the other file."
                yield Finding(item.path, line, "former-id-taken", message, hint)
            owners.setdefault(former, item.path)


_Named = tuple[str, int, str, str]
"""A file, a line, as what an entry is named there, and its id."""


def _named_in_registers(registers: Registers) -> Iterator[_Named]:
    for item in registers.items:
        for target in item.about:
            yield item.path, item.lines.get("about", 1), "what it is about,", target
    for discrepancy in registers.discrepancies:
        for passage in discrepancy.says:
            # A name as text has a capital, a space or another script; whatever has the form of an id is meant as one.
            if passage.by and is_id(passage.by.name):
                yield discrepancy.path, passage.by.line, "the asserter", passage.by.name
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
        for participant in entry.event.participants:
            yield entry.path, lines.get("participants", 1), "the participant", participant
    for role in entry.roles:
        if role.organisation:
            yield entry.path, role.line, "the organisation", role.organisation


CHECKS = (
    Check(("relation-unknown",), check_relations),
    Check(("entry-unknown",), check_entry_ids),
    Check(("entry-unknown",), check_page_entries),
    Check(("former-id-invalid", "former-id-taken"), check_former_ids),
)
