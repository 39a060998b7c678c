"""Ids are for ever: former ones lead to one place, and a wrong one gets the right one for an answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from build_tools.model import Entry
from build_tools.model.hints import did_you_mean


def renamed_ids(entries: Iterable[Entry]) -> Mapping[str, str]:
    """Return the present id of each entry that once had another, by the former one."""
    return {former: entry.id for entry in entries for former in entry.former_ids}


def suggest_id(wrong: str, ids: Collection[str], renamed: Mapping[str, str]) -> str:
    """Return what to write instead of an id that no entry has."""
    if wrong in renamed:
        return f'It has a new id: write "{renamed[wrong]}".'
    return did_you_mean(wrong, ids, "Write the id (the file name) of an entry.")
