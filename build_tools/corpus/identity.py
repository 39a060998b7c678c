"""Ids are permanent: a former one leads to one place, and a wrong one is answered with the right one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from build_tools.model import Entry, Source
from build_tools.model.hints import did_you_mean
from build_tools.model.registers import Discrepancy, Quotation


def renamed_ids(items: Iterable[Entry | Source | Discrepancy | Quotation]) -> Mapping[str, str]:
    """Return the present id of each item that once had another, by the former one."""
    return {former: item.id for item in items for former in item.former_ids}


def suggest_id(wrong: str, ids: Collection[str], renamed: Mapping[str, str], kind: str = "an entry") -> str:
    """Return what to write instead of an id that no item of a kind has."""
    if wrong in renamed:
        return f'It has a new id: write "{renamed[wrong]}".'
    return did_you_mean(wrong, ids, f"Write the id (the file name) of {kind}.")
