"""The records of each term of an edition, and the texts that they belong to."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from build_tools.website.caching import NO_CACHE
from build_tools.website.search.index_scripts.quotation_scripts import classes_of_common
from build_tools.website.search.postings import (
    CONCEPT,
    MOST,
    STEPS,
    Impacts,
    RecordGroup,
    collect_postings,
    lengths_of,
    read_group,
    records_together,
)
from build_tools.website.search.records import PAGE, Gathered, PageHead, Record
from build_tools.website.search.word_rows import COUNT_BITS

_EMPTY: array[int] = array("Q")


@dataclass(frozen=True, slots=True)
class Posting:
    """A record that has a term, and the impact of the term there, 1 to 15."""

    record: int
    impact: int


class TermRecords:
    """The terms of an edition's records, with the impacts that the files of the index have."""

    def __init__(self, gathered: Gathered) -> None:
        """Index the records.

        Args:
            gathered: The pages and records, as they are published.
        """
        self._gathered = gathered
        lengths: dict[int, tuple[int, float]] = {}
        self._counts = {
            term: postings.counts
            for term, postings in collect_postings(_groups(gathered.records, lengths), None).items()
        }
        self._impacts = Impacts(lengths)

    @cached_property
    def heads(self) -> Mapping[int, PageHead]:
        """The page of each page number."""
        return {number: head for head in self._gathered.heads for number in head.numbers}

    @cached_property
    def records(self) -> Mapping[int, Record]:
        """The records by number."""
        return {record.number: record for record in self._gathered.records}

    @property
    def count(self) -> int:
        """Return the number of records."""
        return len(self._gathered.records)

    @property
    def words(self) -> Iterable[str]:
        """Return all terms."""
        return self._counts.keys()

    @cached_property
    def common(self) -> Mapping[str, int]:
        """The class of the frequency of each common term, as the files of the index tell it."""
        frequencies = ((term, len(counts)) for term, counts in self._counts.items() if term[0] != CONCEPT)
        return {term: rank for rank, listed in classes_of_common(frequencies).items() for term in listed}

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The ids of the texts, in their order."""
        return tuple(head.path.rpartition("/")[2] for head in self._gathered.texts)

    @cached_property
    def _text_of_page(self) -> tuple[int, ...]:
        return tuple(place for place, head in enumerate(self._gathered.texts) for _ in head.numbers)

    def frequency(self, term: str) -> int:
        """Return how many records have a term."""
        return len(self._counts.get(term, _EMPTY))

    def postings(self, term: str) -> Iterator[Posting]:
        """Yield the records that have a term, by number."""
        for packed in self._counts.get(term, _EMPTY):
            yield Posting(self._impacts[packed] // (STEPS + 1), self._impacts[packed] & STEPS)

    def text_of(self, record: int) -> int:
        """Return the place of a record's text among the texts."""
        return self._text_of_page[record // PAGE]

    def passages_with(self, term: str) -> frozenset[int] | None:
        """Return the records of blocks of texts that have a term; None where the files of the index do not tell.

        They leave out some records of a term that is in very many.
        """
        counts = self._counts.get(term, _EMPTY)
        if len(counts) > MOST:
            return None
        end = self._gathered.first_entry * PAGE
        numbers = (packed >> COUNT_BITS for packed in counts)
        return frozenset(number for number in numbers if number % PAGE and number < end)


def _groups(records: list[Record], lengths: dict[int, tuple[int, float]]) -> Iterator[RecordGroup]:
    for group in records_together(records):
        read = read_group(group, NO_CACHE)
        lengths.update(lengths_of(read))
        yield read
