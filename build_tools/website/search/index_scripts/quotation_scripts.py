"""What the check of a quotation needs of the index: where terms are, which are common, and the texts of the records.

The manifest grows with the corpus; of these files, a check fetches the first and one for each term and text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, takewhile
from operator import sub
from typing import TypeVar

from build_tools.model import Data
from build_tools.website.data.data_scripts import compact_json
from build_tools.website.search.base32 import base32_varints, browser_order
from build_tools.website.search.index_scripts import hashed_script, index_script, script_name
from build_tools.website.search.records import Gathered

_Row = TypeVar("_Row")
_SHARDS_IN_FILE = 64
_TEXTS_IN_FILE = 64  # the browser reads the same number in static/candidates.js
_MOST_COMMON = 1_000  # terms that are listed
_LEAST_CLASS = 7  # of a common term: in 64 records and more


def quotation_scripts(
    gathered: Gathered, shards: Sequence[Sequence[str]], frequencies: Iterable[tuple[str, int]]
) -> tuple[Data, ...]:
    """Return the files; the first, `quoting`, names the others.

    Args:
        gathered: The pages and records.
        shards: For each file of terms its first term and the hash in its name.
        frequencies: Each term and the number of records that have it.
    """
    terms = [(part[0][0], hashed_script("d", part)) for part in _parts(shards, _SHARDS_IN_FILE)]
    ids = [head.path.rpartition("/")[2] for head in gathered.texts]
    texts = [hashed_script("i", "\n".join(part)) for part in _parts(ids, _TEXTS_IN_FILE)]
    first = {
        "pages": gathered.first_entry,
        "continued": base32_varints(_steps(gathered.continued)),
        "shards": [[term, script_name(file)] for term, file in terms],
        "texts": [script_name(file) for file in texts],
        "common": [[rank, " ".join(listed)] for rank, listed in classes_of_common(frequencies).items()],
    }
    return index_script("quoting", compact_json(first)), *(file for _, file in terms), *texts


def classes_of_common(frequencies: Iterable[tuple[str, int]]) -> dict[int, list[str]]:
    """Return the most common terms by the class of their frequency, its length in bits, the most common first.

    A check looks others up first, which tell more. A class is listed whole or not at all, so that few edits change it.

    Args:
        frequencies: Each term and the number of records that have it.
    """
    classes: dict[int, list[str]] = {}
    for term, frequency in frequencies:
        if frequency.bit_length() >= _LEAST_CLASS:
            classes.setdefault(frequency.bit_length(), []).append(term)
    counted = accumulate(len(classes[rank]) for rank in sorted(classes, reverse=True))
    listed = takewhile(lambda pair: pair[1] <= _MOST_COMMON, zip(sorted(classes, reverse=True), counted, strict=True))
    return {rank: sorted(classes[rank], key=browser_order) for rank, _ in listed}


def _parts(rows: Sequence[_Row], size: int) -> Iterator[Sequence[_Row]]:
    return (rows[start : start + size] for start in range(0, len(rows), size))


def _steps(numbers: Sequence[int]) -> Iterable[int]:
    return map(sub, numbers, (0, *numbers))
