"""More numbers than memory should hold, in order: sorted in runs, which a file keeps until all have been added."""

from __future__ import annotations

import tempfile
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self

NUMBER_BITS = 64
_RANGE_BITS = 10  # the numbers of as many ranges are read again one range after another
_FIRSTS = [first << (NUMBER_BITS - _RANGE_BITS) for first in range(1 << _RANGE_BITS)]
_RUN = 1 << 19  # numbers: 4 MB in a file, some 25 MB while they are sorted
_BYTES = 8


class SortedNumbers:
    """Numbers from 0 to 2**64 - 1 that are added in any order, and then read in theirs.

    They should be spread evenly, as hashes are: memory holds those of one range at a time.
    """

    def __init__(self) -> None:
        """Begin without numbers."""
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed at the end of the context
        self._unsorted = array("Q")
        self._runs: list[list[int]] = []  # for each, where its ranges begin in the file, and where the last ends
        self._kept = 0

    def __enter__(self) -> Self:
        """Return these numbers, whose file is kept until the end of the context."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Let the file go."""
        self._file.close()

    def add(self, numbers: Iterable[int]) -> None:
        """Add numbers."""
        self._unsorted.extend(numbers)
        if len(self._unsorted) >= _RUN:
            self._keep_run()

    def __iter__(self) -> Iterator[int]:
        """Yield all numbers, the least first."""
        self._keep_run()
        for range_number in range(len(_FIRSTS)):
            found = array("Q")
            for run in self._runs:
                first, end = run[range_number : range_number + 2]
                self._file.seek(first * _BYTES)
                found.frombytes(self._file.read((end - first) * _BYTES))
            yield from sorted(found)  # which takes little time, since the runs are sorted

    def _keep_run(self) -> None:
        run = array("Q", sorted(self._unsorted))
        self._file.seek(self._kept * _BYTES)
        self._file.write(run.tobytes())
        self._runs.append([self._kept + bisect_left(run, first) for first in _FIRSTS] + [self._kept + len(run)])
        self._kept += len(run)
        self._unsorted = array("Q")
