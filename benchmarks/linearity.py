"""How the time of each reader of prose, fields and raw texts grows with the length of a text: it must be linear.

usage: python -m benchmarks.linearity [STEP]

Each reader reads each kind of text of tests/support/prose_kinds.py that once stalled it, that grows or is nested, and
every STEP-th of the others (400 by default; 1 takes hours), at a length, and at twice that length. Printed for each
reader is the greatest ratio of the two times, worst first, and its kind. What grows by number is measured likewise:
rulings on a text, lines, rows, wrong ids, findings. A ratio above 2.6 exits 1.

Most kinds are read at 4,000 and 16,000 code points. Where the times give a ratio above 2.2 for each doubling, longer
texts are read, which take some hundredths of a second, and the least ratio of several tries counts, so that a busy
machine is not taken for a slow reader. Times are those of this process alone.
"""

from __future__ import annotations

import gc
import math
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from build_tools.model import Parallel, Ruling
from build_tools.model.findings import Finding, report
from build_tools.model.hints import did_you_mean
from build_tools.segmentation import segment
from build_tools.segmentation.alignment import align
from tests.support.invented import source
from tests.support.prose_kinds import SPECIAL, Kind, kinds
from tests.support.prose_readers import READERS

BOUND = 2.6
"""The greatest ratio that counts as linear: twice the text, and some for memory and for chance."""

_STEP = 400
_SHORT = 4_000  # code points
_LONGEST = 256_000
_SUSPECT = 2.2  # a ratio that is looked at more closely
_UNMEASURED = 0.002  # seconds; what is quicker says nothing
_LEAST_SECONDS = 0.03  # of the shorter of two readings that are compared closely
_TRIES = 4
_FEWEST, _MOST = 250, 1_000  # of what grows by number

Work = Callable[[], object]
Sized = Callable[[int], Work]


@dataclass(frozen=True, order=True)
class Growth:
    """How many times longer twice as much takes, with what was read and of which kind."""

    ratio: float
    reader: str
    kind: str


def seconds(work: Work) -> float:
    """Return how long some work takes this process."""
    start = time.thread_time()
    work()
    return max(time.thread_time() - start, 1e-7)


def growth(sized: Sized, shortest: int, longest: int) -> float:
    """Return the ratio of the times of work of two sizes, one twice the other; 0 if it is too quick to say.

    Args:
        sized: Returns the work of a size.
        shortest: The least size to measure.
        longest: The greatest size of the smaller work.
    """
    quick, slow = seconds(sized(shortest)), seconds(sized(4 * shortest))
    ratio = math.sqrt(slow / quick)
    if slow < _UNMEASURED or ratio <= _SUSPECT:
        return ratio if slow >= _UNMEASURED else 0.0
    size = 4 * shortest
    while size < longest and seconds(sized(size)) < _LEAST_SECONDS:
        size *= 2
    for _ in range(_TRIES):
        first, second = (min(seconds(sized(length)) for _ in range(2)) for length in (size, 2 * size))
        ratio = min(ratio, second / first)
        if ratio <= BOUND:
            break
    return ratio


def worst_kind(name: str, chosen: Sequence[Kind]) -> Growth:
    """Return the kind of text that takes a reader most of its time more when it doubles."""
    read = READERS[name]
    read("A sentence.")

    def sized(kind: Kind) -> Sized:
        return lambda length: partial(read, kind.text(length))

    return max(Growth(growth(sized(kind), _SHORT, _LONGEST), name, str(kind)) for kind in chosen)


def _rulings(count: int) -> Work:
    text = "\n\n".join(f"Sentence {number} of the harbour lease." for number in range(4 * _MOST))
    rulings = tuple(Ruling(f"Sentence {number} of", number, split=True) for number in range(count))
    return lambda: segment(source(text=text, rulings=rulings))


def _absent_rulings(count: int) -> Work:
    text = "A sentence of the harbour lease. " * 1_000
    rulings = tuple(Ruling(f"A sentence of number {number}", number, role="title") for number in range(count))
    return lambda: segment(source(text=text, rulings=rulings))


def _wrapped_lines(count: int) -> Work:
    lines = ["The harbour was leased to the company for ninety-nine years, as the two"] * 20 * count
    return lambda: segment(source(text="\n".join(lines)))


def _printed_pages(count: int) -> Work:
    lines = "The har-\nbour was leased to the company for ninety-nine years, as the two\n" * 20
    return lambda: segment(source(text="\f".join(f"The Lease\n\n{lines}\n{page}" for page in range(count))))


def _scanned_pages(count: int) -> Work:
    lines = "The har-\nbour was leased to the company for ninety-nine years, as the two\n" * 20
    return lambda: segment(source(text="\n".join(f"{page} THE LEASE. [1792\n\n{lines}" for page in range(count))))


def _web_lines(count: int) -> Work:
    text = "Menu\nShare\nAdvertisement\nHome | Coast\nThe harbour was leased for ninety-nine years.\n" * count
    return lambda: segment(source(text=text))


def _parallel_rows(count: int) -> Work:
    text = "\n\n".join(
        f"{words}{number}。" for words in ("The harbour lease ", "港口租约") for number in range(4 * count)
    )
    columns = (Parallel("en", (), 1), Parallel("zh", (), 2))
    document, _ = segment(source(text=text, languages=("en", "zh"), parallel=columns))
    return lambda: align(document)


def _wrong_ids(count: int) -> Work:
    ids = frozenset(f"minister-{number}" for number in range(10 * _MOST))
    return lambda: [did_you_mean(f"minster-{number}", ids, "") for number in range(count)]


def _findings(count: int) -> Work:
    findings = [Finding(f"docs/{line % 7}.md", line, "key-unknown", f'"{line}"', "") for line in range(20 * count)]
    return lambda: report(findings)


COUNTED: Mapping[str, Sized] = {
    "rulings": _rulings,
    "rulings that the text does not have": _absent_rulings,
    "wrapped lines": _wrapped_lines,
    "printed pages": _printed_pages,
    "pages of scanned books": _scanned_pages,
    "lines around a web page's text": _web_lines,
    "rows of parallel texts": _parallel_rows,
    "wrong ids among 10,000": _wrong_ids,
    "findings": _findings,
}
"""What grows by number: returns the work of so many."""


def main() -> int:
    """Measure everything, print a row for each reader, and return the status to exit with."""
    step = int(sys.argv[1]) if len(sys.argv) > 1 else _STEP
    every = list(kinds())
    chosen = [*every[:SPECIAL], *every[SPECIAL::step]]
    gc.disable()
    rows = [worst_kind(name, chosen) for name in READERS]
    rows += [Growth(growth(sized, _FEWEST, _MOST), name, "by number") for name, sized in COUNTED.items()]
    print(f"time(2n) / time(n), the worst of {len(chosen)} kinds of text for each reader; bound {BOUND}")
    for row in sorted(rows, reverse=True):
        print(f"{row.ratio:5.2f}  {row.reader:36} {row.kind if row.ratio else 'too quick to measure'}")
    return int(any(row.ratio > BOUND for row in rows))


if __name__ == "__main__":
    sys.exit(main())
