"""What a strict build of an edition costs beside stock MkDocs with Material on the same texts.

usage: python -m benchmarks.builds EDITION STOCK [SMALLER]

EDITION is the folder of an edition, STOCK the folder of a plain MkDocs project with the same texts and entries, and
SMALLER another edition, to show how the cost grows with the number of texts. Printed are processor seconds (of the
command and all it starts) and the peak memory of the command, for a cold build, for one after an edited entry, which is
put back, and for one in which nothing changed; and their ratios to the stock build, which is run before and after.
"""

from __future__ import annotations

import compileall
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.costs import Cost, cost_of

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
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        before = _build(stock, site / "before")
        rows = {"cold": _cold(edition, site / "site")}
        rows["after an edited entry"] = _edited(edition, site / "site")
        rows["nothing changed"] = _build(edition, site / "site")
        after = _build(stock, site / "after")
        for other in smaller:
            rows[f"cold, {_texts(other)} texts"] = _cold(other, site / "smaller")
    floor = (before.seconds + after.seconds) / 2
    print(f"{_texts(edition)} texts; stock: {before.seconds:.1f} and {after.seconds:.1f} s, {after.megabytes} MB")
    for name, cost in rows.items():
        print(f"{name:24} {cost.seconds:6.1f} s {cost.seconds / floor:5.1f} times stock {cost.megabytes:6} MB")
    for other in smaller:
        growth = rows["cold"].seconds / rows[f"cold, {_texts(other)} texts"].seconds
        print(f"growth from {_texts(other)} to {_texts(edition)} texts: {growth:.1f}")
    return 0


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
    """Build a project strictly, in a process of its own.

    Raises:
        SystemExit: If the build fails.
    """
    return cost_of([sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)], project)


def _texts(edition: Path) -> int:
    return sum(path.name != "index.md" for path in (edition / "docs" / "sources").glob("*.md"))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
