"""What a strict build of an edition costs beside stock MkDocs with Material on the same texts.

usage: python -m benchmarks.builds EDITION STOCK [SMALLER]

EDITION is the folder of an edition, STOCK the folder of a plain MkDocs project with the same texts and entries, and
SMALLER another edition, to show how the cost grows with the number of texts. Printed are processor seconds (of the
command and all it starts) and the peak memory of the command, for a cold build, a build after an edited entry, which is
put back, and a build in which nothing changed; and their ratios to a stock build. All take turns in three rounds, and
medians are printed: what else a machine does, above all what it does with files that were deleted before, is counted
to whoever writes next.
"""

from __future__ import annotations

import compileall
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.costs import Cost, cost_of

_ROUNDS = 3
_REST = 2  # seconds
_STOCK, _COLD = "stock", "cold"
_NOTE = "\nA note that was not there before.\n"


def main(arguments: Sequence[str]) -> int:
    """Print the table.

    Returns:
        The exit code: 2 for wrong usage.
    """
    if len(arguments) not in {2, 3} or not all(Path(argument, "mkdocs.yml").is_file() for argument in arguments):
        print(__doc__, file=sys.stderr)
        return 2
    edition, stock, *smaller = map(Path, arguments)
    for project in (edition, *smaller):
        # Compiled once, like the packages that pip installs, of which the stock build is made.
        compileall.compile_dir(project / "build_tools", quiet=1)
    rounds = [_round(edition, stock, smaller) for _ in range(_ROUNDS)]
    floor = median(costs[_STOCK].seconds for costs in rounds)
    print(f"{_texts(edition)} texts; {_ROUNDS} rounds; stock: {floor:.1f} s, {rounds[0][_STOCK].megabytes} MB")
    for name in rounds[0]:
        seconds = median(costs[name].seconds for costs in rounds)
        ratio = median(costs[name].seconds / costs[_STOCK].seconds for costs in rounds)
        memory = max(costs[name].megabytes for costs in rounds)
        print(f"{name:24} {seconds:6.1f} s {ratio:5.1f} times stock {memory:6} MB")
    for other in smaller:
        growth = median(costs[_COLD].seconds / costs[_smaller(other)].seconds for costs in rounds)
        print(f"growth from {_texts(other)} to {_texts(edition)} texts: {growth:.1f}")
    return 0


def _round(edition: Path, stock: Path, smaller: Sequence[Path]) -> dict[str, Cost]:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        costs = {_STOCK: _build(stock, site / "stock"), _COLD: _cold(edition, site / "site")}
        costs["after an edited entry"] = _edited(edition, site / "site")
        costs["nothing changed"] = _build(edition, site / "site")
        return costs | {_smaller(other): _cold(other, site / "smaller") for other in smaller}


def _smaller(edition: Path) -> str:
    return f"cold, {_texts(edition)} texts"


def _cold(edition: Path, site: Path) -> Cost:
    shutil.rmtree(edition / "build", ignore_errors=True)
    return _build(edition, site)


def _edited(edition: Path, site: Path) -> Cost:
    entries = sorted(path for path in (edition / "docs" / "glossary").glob("*.md") if path.name != "index.md")
    entry = entries[len(entries) // 3]
    written = entry.read_bytes()
    try:
        entry.write_bytes(written + _NOTE.encode())
        return _build(edition, site)
    finally:
        entry.write_bytes(written)


def _build(project: Path, site: Path) -> Cost:
    """Build a project strictly, in a process of its own, when the disk is at rest.

    Raises:
        SystemExit: If the build fails.
    """
    os.sync()
    time.sleep(_REST)
    return cost_of([sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)], project)


def _texts(edition: Path) -> int:
    return sum(path.name != "index.md" for path in (edition / "docs" / "sources").glob("*.md"))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
