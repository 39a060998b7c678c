"""A search of an edition in memory: the records that have the words of a query or name its entries, the best first.

The terms, the impacts and the weights are those of the browser's search, of which this is the part without corrections,
phrases and filters: build_tools/website/static/search/ranking.js explains the scores.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from build_tools.model import Entry
from build_tools.text.scripts import is_east_asian
from build_tools.website.search.label_rows import LONGEST_LABEL, label_rows, stem, units
from build_tools.website.search.lookup.term_records import TermRecords
from build_tools.website.search.postings import CONCEPT, STEPS
from build_tools.website.search.records import PAGE
from build_tools.website.search.tokens import tokenize

SAME_STEM, SHARED_LABEL, LITERAL_WORDS, ON_SAME_PAGE, LEAST_OF_BEST = 0.85, 0.5, 0.3, 0.5, 0.12
"""The weights of these names in build_tools/website/static/search/weights.js, which says what each does."""


@dataclass(frozen=True, slots=True)
class RankedRecord:
    """A record with its score; the greater, the better it matches."""

    number: int
    score: float


@dataclass(frozen=True, slots=True)
class _Group:
    """Words of a query, and the entries that they name with the weight of each."""

    words: tuple[str, ...]
    entries: Mapping[str, float]


class RecordSearch:
    """A search of the records of an edition."""

    def __init__(self, terms: TermRecords, entries: Sequence[Entry]) -> None:
        """Take the terms of all records, and the glossary by whose labels queries are read."""
        self._terms = terms
        self._entries = sorted(entries, key=lambda entry: entry.id)

    def search(self, query: str) -> list[RankedRecord]:
        """Return the records that match a query, the best first, without those far below the best."""
        groups = [(self._scores(group), self._weight(group)) for group in self._groups(query)]
        found = {number for scores, _ in groups for number in scores}
        # Words that only the heads of texts have (a title, a maker, a publisher) find these texts.
        numbers = {number for number in found if number % PAGE} or found
        ranked = [RankedRecord(number, _total(number, groups)) for number in numbers]
        ranked.sort(key=lambda record: (-record.score, record.number))
        return [record for record in ranked if record.score >= ranked[0].score * LEAST_OF_BEST]

    def entries_named(self, query: str) -> tuple[str, ...]:
        """Return the ids of the entries that words of a query name."""
        return tuple(dict.fromkeys(entry for group in self._groups(query) for entry in group.entries))

    @cached_property
    def _labels(self) -> Mapping[str, Mapping[str, float]]:
        """The entries of each label, by its units, with their weights."""
        labels: dict[str, dict[str, float]] = {}
        for row in label_rows(self._entries):
            key, _, owners = row.partition("\t")
            marked = ((self._entries[int(owner.rstrip("?"))].id, owner.endswith("?")) for owner in owners.split())
            labels[key] = {entry: SHARED_LABEL if is_shared else 1.0 for entry, is_shared in marked}
        return labels

    @cached_property
    def _same_stem(self) -> Mapping[str, Sequence[str]]:
        stems: defaultdict[str, list[str]] = defaultdict(list)
        for term in self._terms.words:
            stems[stem(term)].append(term)
        return stems

    def _groups(self, query: str) -> Iterator[_Group]:
        """Yield the words of a query, those together that name an entry, the longest name first."""
        tokens, keys = tokenize(query), units(query)
        start = 0
        while start < len(tokens):
            ends = range(min(len(keys), start + LONGEST_LABEL), start, -1)
            end = next((end for end in ends if " ".join(keys[start:end]) in self._labels), start + 1)
            words = tuple(filter(_is_indexed_alone, tokens[start:end])) or tuple(tokens[start:end])
            yield _Group(words, self._labels.get(" ".join(keys[start:end]), {}))
            start = end

    def _rarity(self, term: str) -> float:
        frequency = self._terms.frequency(term)
        return log(1 + (self._terms.count - frequency + 0.5) / (frequency + 0.5))

    def _weight(self, group: _Group) -> float:
        named = [self._rarity(CONCEPT + entry) for entry in group.entries]
        return max(named or [self._rarity(word) for word in group.words], default=0.0)

    def _scores(self, group: _Group) -> Mapping[int, float]:
        named: dict[int, float] = {}
        for entry, share in group.entries.items():
            _raise(named, self._weighted(CONCEPT + entry, share))
        sums: Counter[int] = Counter()
        words: Counter[int] = Counter()
        for word in group.words:
            of_word: dict[int, float] = {}
            for term in {word, *self._same_stem.get(stem(word), ())}:
                _raise(of_word, self._weighted(term, 1.0 if term == word else SAME_STEM))
            sums.update(of_word)  # fractions, too
            words.update(dict.fromkeys(of_word, 1))
        literal = {number: sums[number] * (words[number] / len(group.words)) ** 2 for number in sums}
        return {number: _joined(named.get(number, 0.0), literal.get(number, 0.0)) for number in named | literal}

    def _weighted(self, term: str, share: float) -> Iterator[tuple[int, float]]:
        rarity = self._rarity(term)
        return ((posting.record, share * rarity * posting.impact / STEPS) for posting in self._terms.postings(term))


def _is_indexed_alone(token: str) -> bool:
    """Return whether a token tells something: not the last character of a run, which its pair has already."""
    return len(token) > 1 or not is_east_asian(token)


def _raise(scores: dict[int, float], more: Iterable[tuple[int, float]]) -> None:
    for number, score in more:
        scores[number] = max(score, scores.get(number, 0.0))


def _joined(named: float, literal: float) -> float:
    return max(named, literal) + LITERAL_WORDS * min(named, literal)


def _total(number: int, groups: Sequence[tuple[Mapping[int, float], float]]) -> float:
    """Return the sum of a record's scores, less where it lacks groups; the head of its page counts for half of one."""
    total = covered = 0.0
    head = number - number % PAGE
    for scores, weight in groups:
        score = scores.get(number)
        total += scores.get(head, 0.0) if score is None else score
        covered += weight if score is not None else weight * ON_SAME_PAGE if head in scores else 0.0
    return total * (covered / (sum(weight for _, weight in groups) or 1.0)) ** 2
