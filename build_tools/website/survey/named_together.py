"""Which entries are named in the same paragraphs: the pairs of those that stand together most often."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from build_tools.website.survey.lookups import Corpus

MOST_NAMES, MOST_PAIRS = 15, 30
_MOST_COUNTED = 60  # entries, those in most texts, of which pairs are counted
_KINDS = ("person", "organisation")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries that are named in the same paragraphs.

    Attributes:
        names: Their ids, the one that more texts name first.
        texts: In how many texts.
        paragraphs: In how many paragraphs.
        first: The earliest of these: the id of its text and its own.
    """

    names: tuple[str, str]
    texts: int
    paragraphs: int
    first: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Together:
    """The entries that stand together.

    Attributes:
        names: The ids of those that are shown, the one with most company first.
        pairs: The pairs that are shown, the one in most texts first.
        among: How many entries of these kinds the texts name.
        all_pairs: How many pairs there are of the names that are shown.
        kinds: The kinds of entry; empty for all.
    """

    names: tuple[str, ...]
    pairs: tuple[Pair, ...]
    among: int
    all_pairs: int
    kinds: tuple[str, ...]


def named_together(corpus: Corpus) -> Together | None:
    """Return the people and organisations that stand together, else entries of all kinds; None where none do."""
    for kinds in (_KINDS, ()):
        among = _named(corpus, kinds)
        pairs = sorted(_pairs(among[:_MOST_COUNTED], corpus), key=lambda pair: (-pair.texts, -pair.paragraphs))
        if pairs:
            return _shown(pairs, len(among), kinds)
    return None


def _named(corpus: Corpus, kinds: Collection[str]) -> list[str]:
    """Return the ids of the entries that texts name, those in most texts first."""
    named = {entry: len(texts) for entry, texts in corpus.named_by.items() if entry in corpus.entries}
    of_kinds = [entry for entry in named if not kinds or corpus.entries[entry].kind in kinds]
    return sorted(of_kinds, key=lambda entry: (-named[entry], entry))


def _pairs(names: list[str], corpus: Corpus) -> Iterator[Pair]:
    met: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for document, named in corpus.named_in.items():
        for pair in _in_paragraphs(names, named, tuple(corpus.blocks[document])):
            met[pair[0]].append((document, pair[1]))
    for both, places in met.items():
        yield Pair(both, len({document for document, _ in places}), len(places), places[0])


def _in_paragraphs(
    names: list[str], named: Mapping[str, Mapping[str, int]], blocks: tuple[str, ...]
) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield each pair with each paragraph of a text that names both, in the order of the text."""
    in_block: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for block in named.get(name, {}):
            in_block[block].append(name)
    for block in blocks:
        for first, second in combinations(in_block.get(block, ()), 2):
            yield (first, second), block


def _shown(pairs: list[Pair], among: int, kinds: tuple[str, ...]) -> Together:
    """Return the names of the first pairs, as many as there is room for, and the pairs of these names."""
    names: dict[str, int] = {}
    for pair in pairs:
        if len(names.keys() | {*pair.names}) <= MOST_NAMES:
            names |= dict.fromkeys(pair.names, 0)
    of_these = [pair for pair in pairs if names.keys() >= {*pair.names}]
    shown = of_these[:MOST_PAIRS]
    for pair in shown:
        for name in pair.names:
            names[name] += pair.texts
    drawn = sorted((name for name in names if names[name]), key=lambda name: -names[name])
    return Together(tuple(drawn), tuple(shown), among, len(of_these), kinds)
