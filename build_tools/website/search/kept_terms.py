"""The terms of an index that is made after every edit: those that an edit does not concern are not encoded again."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator, Sequence

from build_tools.website.caching import NO_CACHE, Cache
from build_tools.website.kept_parts import KeptParts
from build_tools.website.search.base32 import browser_order
from build_tools.website.search.postings import (
    CONCEPT,
    Impacts,
    RecordGroup,
    Term,
    collect_postings,
    encode_term,
    lengths_of,
    postings_in,
    read_group,
    records_together,
)
from build_tools.website.search.records import Record
from build_tools.website.search.word_rows import COUNT_BITS

_FEW = 500  # new terms that are sooner put into their places than all are sorted


class KeptTerms:
    """The words and terms of the last index.

    Attributes:
        parts: The records and files of the last index.
    """

    def __init__(self) -> None:
        """Start without any."""
        self.parts = KeptParts()
        self._mean = 0
        self._groups: dict[int, RecordGroup] = {}
        self._changed: set[str] = set()
        self._terms: dict[str, Term] = {}
        self._order: list[str] = []

    def index(self, records: Iterable[Record], cache: Cache = NO_CACHE) -> tuple[Term, ...]:
        """Return the terms of all records, as `postings.index` does.

        Args:
            records: The records, in the order of their numbers.
            cache: Keeps the words of the records.
        """
        groups = [self._group(group, cache) for group in records_together(records)]
        last = {group.records[0].number for group in groups}
        for number in self._groups.keys() - last:
            self._changed |= self._groups.pop(number).terms
        impacts = Impacts({number: length for group in groups for number, length in lengths_of(group)})
        if impacts.mean != self._mean:
            self._mean, self._terms, self._order = impacts.mean, {}, []
        wanted = self._changed if self._terms else None
        collected = collect_postings(groups, wanted)
        self._take({text: encode_term(text, postings, impacts) for text, postings in collected.items()})
        return tuple([self._terms[text] for text in self._order])

    def _group(self, records: list[Record], cache: Cache) -> RecordGroup:
        """Return records with their words, which are read if the records are not as they were."""
        number = records[0].number
        before = self._groups.get(number)
        if before is None or before.records != records:
            self._groups[number] = group = read_group(records, cache)
            self._changed |= _differing(before, group) if before else group.terms
        return self._groups[number]

    def _take(self, encoded: dict[str, Term]) -> None:
        """Put the changed terms in the places of those that they were."""
        gone = self._changed & self._terms.keys() - encoded.keys()
        new = encoded.keys() - self._terms.keys()
        for text in gone:
            del self._terms[text]
        self._terms |= encoded
        if len(new) > _FEW:
            self._order = sorted(self._terms, key=browser_order)
        else:
            self._order = [text for text in self._order if text not in gone] if gone else self._order
            for text in new:
                insort(self._order, text, key=browser_order)
        self._changed = set()


def _differing(before: RecordGroup, after: RecordGroup) -> set[str]:
    """Return the terms that are no longer in the same records, places and numbers, or whose records have changed."""
    earlier, later = ({record.number: record for record in group.records} for group in (before, after))
    lengths = [dict(lengths_of(group)) for group in (before, after)]
    numbers = lengths[0].keys() | lengths[1].keys()
    first = after.records[0].number
    changed = {number - first for number in numbers if lengths[0].get(number) != lengths[1].get(number)}
    rows = [{text: (counts, positions) for text, counts, positions in postings_in(group)} for group in (before, after)]
    texts = rows[0].keys() | rows[1].keys()
    differing = {text for text in texts if rows[0].get(text) != rows[1].get(text)}
    differing.update(
        text
        for side in rows
        for text, (counts, _) in side.items()
        if any(count >> COUNT_BITS in changed for count in counts)
    )
    pairs = ((earlier.get(number), later.get(number)) for number in numbers)
    return differing | set(_concepts_in(pair for pair in pairs if pair[0] != pair[1]))


def _concepts_in(pairs: Iterable[Sequence[Record | None]]) -> Iterator[str]:
    for pair in pairs:
        for record in pair:
            yield from (CONCEPT + entry for entry in record.concepts) if record else ()
