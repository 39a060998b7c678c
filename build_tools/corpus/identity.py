"""Ids are for ever: former ones lead to one place, and a wrong one gets the right one for an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from build_tools.corpus.front_matter import is_id
from build_tools.model import Entry
from build_tools.model.findings import Finding
from build_tools.model.registers import Discrepancy, Quotation
from build_tools.text.hints import did_you_mean


def check_former_ids(items: Iterable[Discrepancy | Quotation | Entry]) -> Iterator[Finding]:
    """Former ids that are none, or that something else bears now or bore before."""
    every = tuple(items)
    known = {item.id: item.path for item in every}
    for item in every:
        for former in item.former_ids:
            line = item.lines.get("former_ids", 1)
            if not is_id(former):
                hint = "Write the old file name without .md."
                yield Finding(item.path, line, "former-id-invalid", f'"{former}" cannot have been an id', hint)
            elif former in known:
                message = f'the former id "{former}" belongs to {known[former]}'
                hint = "Delete it here, or choose another name for the other file."
                yield Finding(item.path, line, "former-id-taken", message, hint)
            known.setdefault(former, item.path)


def renamed_ids(entries: Iterable[Entry]) -> Mapping[str, str]:
    """The present id of each entry that once had another, by the former one."""
    return {former: entry.id for entry in entries for former in entry.former_ids}


def suggest_id(wrong: str, ids: Iterable[str], renamed: Mapping[str, str]) -> str:
    """What to write instead of an id that no entry has."""
    if wrong in renamed:
        return f'It has a new id: write "{renamed[wrong]}".'
    return did_you_mean(wrong, ids, "Write the id (the file name) of an entry.")
