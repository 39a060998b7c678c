"""The labels of entries as queries are read by them: sorted, so that a browser finds one in the piece that holds it.

A label is kept as its units: words without the ending of a plural, single characters of an unspaced script.
The twin of docs/assets/search/aliases.js.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.model import Entry
from build_tools.text.scripts import is_east_asian
from build_tools.website.search.base32 import browser_order
from build_tools.website.search.tokens import tokenize

_LEAST = 5  # a shorter word keeps its ending
_ASCII = re.compile(r"[a-z]+")
_QUALIFIER = re.compile(r" \([^)]*\)$")


def units(text: str) -> list[str]:
    """The units of a text: what two spellings of a label have in common."""
    return [token[0] if is_east_asian(token) else stem(token) for token in tokenize(text)]


def stem(word: str) -> str:
    """A word without the ending of an English plural."""
    if len(word) < _LEAST or not _ASCII.fullmatch(word):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if re.search(r"(?:ss|x|ch|sh)es$", word):
        return word[:-2]
    return word[:-1] if re.search(r"[^sui]s$", word) else word


def label_rows(entries: Sequence[Entry]) -> list[str]:
    """For each label a line: its units, a tab, and the places of its entries in the list, `?` where it only may be theirs."""
    owners: dict[str, dict[int, bool]] = {}
    for place, entry in enumerate(entries):
        own = (_QUALIFIER.sub("", entry.pref_label), *(label.text for label in entry.alt_labels))
        others = (*entry.short_labels, *entry.shared_labels, *entry.hidden_labels, *entry.search_labels)
        for text, owned in (*((text, True) for text in own), *((label.text, False) for label in others)):
            if key := " ".join(units(text)):
                known = owners.setdefault(key, {})
                known[place] = owned or known.get(place, False)
    return [
        f"{key}\t{' '.join(f'{place}' if owned else f'{place}?' for place, owned in sorted(owners[key].items()))}"
        for key in sorted(owners, key=browser_order)
    ]


def name_row(entry: Entry) -> list[object]:
    """What a browser shows of an entry: id, kind, label, and its labels with their languages, one after the other."""
    labels = [part for label in entry.alt_labels for part in (label.text, label.lang)]
    return [entry.id, entry.kind, entry.pref_label, labels]
