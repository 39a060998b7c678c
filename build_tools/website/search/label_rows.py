"""The labels of entries by which the browser reads queries, sorted, so that it fetches only the file that has a label.

A label is kept as its units: words without the ending of a plural, single characters of an unspaced script.
The twin of build_tools/website/static/search/aliases.js.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.model import Entry
from build_tools.model.remembering import remembered
from build_tools.text.scripts import is_east_asian
from build_tools.website.search.base32 import browser_order
from build_tools.website.search.tokens import tokenize

LONGEST_LABEL = 16
"""The most units of a label that is looked for in a query."""

_SHORTEST_PLURAL = 5  # a shorter word keeps its ending
_ASCII = re.compile(r"[a-z]+")
_QUALIFIER = re.compile(r" \([^)]*\)$")


def units(text: str) -> list[str]:
    """Return the units of a text: what two spellings of a label have in common."""
    return [token[0] if is_east_asian(token) else stem(token) for token in tokenize(text)]


def stem(word: str) -> str:
    """Return a word without the ending of an English plural."""
    if len(word) < _SHORTEST_PLURAL or not _ASCII.fullmatch(word):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if re.search(r"(?:ss|x|ch|sh)es$", word):
        return word[:-2]
    return word[:-1] if re.search(r"[^sui]s$", word) else word


def label_rows(entries: Sequence[Entry]) -> list[str]:
    """Return a line for each label: its units, a tab, and the positions of its entries in the list.

    A position is followed by `?` where the label is only one that the entry may have (short, shared, hidden).
    """
    owners: dict[str, dict[int, str]] = {}  # by the units of a label: the positions of its entries, each with its mark
    for position, entry in enumerate(entries):
        for key, mark in _marked_labels(entry):
            owners.setdefault(key, {}).setdefault(position, mark)
    return [
        f"{key}\t{' '.join(f'{position}{mark}' for position, mark in sorted(owners[key].items()))}"
        for key in sorted(owners, key=browser_order)
    ]


@remembered
def _marked_labels(entry: Entry) -> tuple[tuple[str, str], ...]:
    """Return the units of each label of an entry, with the mark of one that the entry may only have."""
    owned = (_QUALIFIER.sub("", entry.pref_label), *(label.text for label in entry.alt_labels))
    possible = (*entry.short_labels, *entry.shared_labels, *entry.hidden_labels, *entry.search_labels)
    marked = (*((text, "") for text in owned), *((label.text, "?") for label in possible))
    keys = ((" ".join(units(text)), mark) for text, mark in marked)
    return tuple((key, mark) for key, mark in keys if key)


def name_row(entry: Entry) -> list[object]:
    """Return what a browser shows of an entry: id, kind, preferred label, and a flat list of labels and languages."""
    labels = [part for label in entry.alt_labels for part in (label.text, label.lang)]
    return [entry.id, entry.kind, entry.pref_label, labels]
