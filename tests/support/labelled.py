"""Entries of which only the labels matter."""

from __future__ import annotations

from build_tools.model import Entry, Label


def entry(entry_id: str, kind: str, pref_label: str, **labels: tuple[str, ...]) -> Entry:
    alt, short, shared = (
        tuple(Label(text, "en") for text in labels.get(field, ()))
        for field in ("alt_labels", "short_labels", "shared_labels")
    )
    path = f"{entry_id}.md"
    return Entry(entry_id, kind, pref_label, alt, short, shared, (), "", (), (), (), (), "", 1, path)


def person(entry_id: str, name: str, *short: str, shared: tuple[str, ...] = (), alt: tuple[str, ...] = ()) -> Entry:
    return entry(entry_id, "person", name, short_labels=short, shared_labels=shared, alt_labels=alt)
