"""What it costs to annotate a folder of texts on the command line, by this state of the tools and by others.

usage: python -m benchmarks.annotating TEXTS GLOSSARY [TREE…]

TEXTS is a folder of plain texts, GLOSSARY one of entries, each TREE a checkout of another state. The states take turns
in each of five rounds, after one that fills what they keep on disk. Printed for each are the median of its processor
seconds, start and reading of the entries included, and of its peak memory, and how much text it reads in a second.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.chromium import ROOT
from benchmarks.costs import Cost, cost_of

_ROUNDS = 5


def main(arguments: Sequence[str]) -> int:
    """Run the rounds and print a line for each state.

    Returns:
        The exit code: 2 for wrong usage.
    """
    if len(arguments) < 2:  # noqa: PLR2004 - the texts and the glossary
        print(__doc__, file=sys.stderr)
        return 2
    texts, glossary, *trees = (Path(argument).resolve() for argument in arguments)
    files = sorted(texts.glob("*.txt"))
    command = (sys.executable, "-m", "build_tools", "annotate", *map(str, files), "--glossary", str(glossary))
    costs: dict[Path, list[Cost]] = {tree: [] for tree in (*trees, ROOT)}
    for _ in range(1 + _ROUNDS):
        for tree, of_tree in costs.items():
            of_tree.append(cost_of(command, tree))
    size = sum(file.stat().st_size for file in files) / 1e6
    print(f"{len(files):,} texts, {size:.1f} MB, {_ROUNDS} rounds")
    for tree, of_tree in costs.items():
        seconds, megabytes = (median(column) for column in zip(*of_tree[1:], strict=True))
        print(f"{seconds:6.2f} s  {size / seconds:5.1f} MB/s  {megabytes:,.0f} MB at the peak  {tree.name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
