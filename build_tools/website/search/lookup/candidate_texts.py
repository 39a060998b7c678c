"""The check of a quotation in the texts that may have it: those that have its rarest words, by the search index.

The twin of `check` in build_tools/website/static/candidates.js: a browser, which fetches a few files of the index and a
few texts, says of a quotation what Python says. A text that has the words exactly has all terms of them. Where more
texts have all than are read, and none of those has the words, the check is undecided.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from build_tools.edition.quoting import Answer, ReadText, check_quotation
from build_tools.website.search.lookup.sought_terms import Sought, sought_terms
from build_tools.website.search.lookup.term_records import TermRecords

_SIZES = (2, 3, 4)  # terms that are looked up, more if they do not decide
_MOST_HOLDING, _MOST_AT_LAST = 6, 9  # texts that have all terms and are read, and where no more terms are looked up
_MOST_SIMILAR = (3, 5)  # texts that are read where none has the words, and where these have no words like them
_ENOUGH = 3  # terms, the texts with all of which are likely to have the most similar words

Read = Callable[[str], ReadText]
"""Returns the text with an id."""


@dataclass(frozen=True, slots=True)
class _Candidates:
    """The texts that have all of some terms, and those that have most, the likeliest first."""

    holding: Sequence[int]
    similar: Sequence[int]
    unread: int

    def likeliest(self, most: int) -> Sequence[int]:
        """Return the texts to read where none of those with all terms has the words: so many at most."""
        return [*self.holding, *self.similar][:most]


def check_in_index(quotation: str, terms: TermRecords, read: Read) -> Answer:
    """Return whether the texts have a quotation, and where, reading only those that may have it.

    Args:
        quotation: The words as somebody quotes them.
        terms: The terms of the texts.
        read: Returns a text by its id.
    """
    answer = check_quotation(quotation, ())
    if answer.state != "absent":  # too short or too long
        return answer
    sought = sought_terms(quotation, terms.common)
    texts: set[int] = set()
    for size in _SIZES:
        is_last = size == _SIZES[-1] or len(sought) <= size
        most = _MOST_AT_LAST if is_last else _MOST_HOLDING
        candidates = _candidates([_records_with(term, terms) for term in sought[:size]], terms, most)
        if candidates.unread and not is_last:
            continue
        for similar in (0, *(_MOST_SIMILAR if is_last and not candidates.unread else ())):
            texts.update(candidates.likeliest(similar) if similar else candidates.holding[:most])
            answer = _check([terms.texts[text] for text in sorted(texts)], quotation, read, candidates.unread)
            if answer.state == "exact" or (answer.matches and (similar or size >= _ENOUGH)):
                return answer
        if is_last:
            break
    return answer


def _check(ids: Sequence[str], quotation: str, read: Read, unread: int) -> Answer:
    answer = replace(check_quotation(quotation, [read(text) for text in ids]), read=tuple(ids), unread=unread)
    return replace(answer, state="undecided") if unread and answer.state in {"altered", "absent"} else answer


def _records_with(alternatives: Sought, terms: TermRecords) -> frozenset[int] | None:
    found = [terms.passages_with(term) for term in alternatives]
    listed = [records for records in found if records is not None]
    return frozenset().union(*listed) if len(listed) == len(found) else None


def _candidates(record_sets: Iterable[frozenset[int] | None], terms: TermRecords, most_read: int) -> _Candidates:
    """Return the texts with these terms, those with the most first, in one passage if possible.

    Args:
        record_sets: The records of each term; None where the index leaves some out.
        terms: The terms of the texts.
        most_read: The texts with all terms that are read.
    """
    found = [records for records in record_sets if records is not None]
    if not found:
        return _Candidates((), (), len(terms.texts))
    in_texts: Counter[int] = Counter()
    in_records: Counter[int] = Counter()
    most = 0
    for records in found:
        texts = {terms.text_of(record) for record in records}
        weight = 16 - len(texts).bit_length()  # less, the more texts have the term
        most += weight
        in_texts.update(dict.fromkeys(texts, weight))
        in_records.update(dict.fromkeys(records, weight))
    best: dict[int, int] = {}
    for record, weight in in_records.items():
        text = terms.text_of(record)
        best[text] = max(best.get(text, 0), weight)
    ranked = sorted(in_texts, key=lambda text: (-in_texts[text] - best[text], text))
    holding = [text for text in ranked if in_texts[text] == most]
    similar = [text for text in ranked if in_texts[text] < most]
    return _Candidates(holding, similar, max(0, len(holding) - most_read))
