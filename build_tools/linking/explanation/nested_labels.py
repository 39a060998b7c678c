"""Labels inside a longer name: in “Chung-in Moon” nobody else who is called Moon is named."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from build_tools.linking.lexicon.label_index import Lexicon
from build_tools.linking.lexicon.senses import FAMILY, NOT_WITHIN
from build_tools.linking.scanning.matches import Match
from build_tools.text.normalising import normalise_label
from build_tools.text.scripts import count_unspaced

_WORD = re.compile(r"\w+")
_MOST_WORDS = 16  # words of a name that are looked at


_normalise = lru_cache(maxsize=8192)(normalise_label)  # the same names occur in many texts


def nested_labels(text: str, match: Match, lexicon: Lexicon, excluded: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield each entry that has a label inside a match, with the reason why it is not meant, longest label first.

    `excluded` are the ids of entries that are spoken of already.
    """
    edges = sorted(_edges(text, match.start, match.end))
    spans = [range(start, end) for start in edges for end in edges if start < end]
    inner = [span for span in spans if span != range(match.start, match.end)]
    if not inner:
        return
    longest: dict[str, str] = {}
    for span in sorted(inner, key=len, reverse=True):
        words = text[span.start : span.stop]
        for sense in lexicon.senses.get(_normalise(words), ()):
            counts = sense.rule not in (FAMILY, NOT_WITHIN) and not sense.form.article
            if counts and sense.entry not in excluded:
                longest.setdefault(sense.entry, words)
    whole = " ".join(text[match.start : match.end].split())
    for entry, label in longest.items():
        yield entry, f"“{' '.join(label.split())}” is only part of the longer name “{whole}”"


def _edges(text: str, start: int, end: int) -> set[int]:
    """Return where a name may begin or end in a span: at words, and at each character of an unspaced script."""
    edges: set[int] = set()
    for word in list(_WORD.finditer(text, start, end))[:_MOST_WORDS]:
        unspaced = count_unspaced(word[0])
        edges |= set(range(word.start(), word.end() + 1)) if unspaced else {word.start(), word.end()}
    return edges
