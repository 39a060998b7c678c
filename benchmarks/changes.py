"""How long it takes to report the effects of an edit: on this repository, and on 500 texts made from the seeds.

usage: python -m benchmarks.changes [TEXTS]

Both revisions are read from bytes, as `build_tools changes` reads them from git, and without anything cached by an
earlier run. Printed are wall-clock seconds (which mean little on a busy machine) and processor seconds, the mentions
that change, and the texts that were not read again.
"""

from __future__ import annotations

import hashlib
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from build_tools.corpus.front_matter import parsing
from build_tools.corpus.history import Tree, read_work_tree
from build_tools.editing.changes import compare

_TEXTS = 500
_PARAGRAPHS = 20  # in each text
_STEP = 7  # each text begins this many paragraphs after the one before
_EDITS = {
    "nothing": ("docs/glossary/busan.md", "", ""),
    "a definition": ("docs/glossary/busan.md", "definition: Port city", "definition: Large port city"),
    "an alias that few texts have": ("docs/glossary/busan.md", "kind: place", "kind: place\nalt_labels: [Zolotoy Rog]"),
    "an alias that takes over a name": (
        "docs/glossary/tass.md",
        "kind: organisation",
        "kind: organisation\nalt_labels: [Yonhap]",
    ),
    "an alias that most texts have": (
        "docs/glossary/ukraine.md",
        "kind: polity",
        "kind: polity\nhidden_labels: [sanctions]",
    ),
}
_PAGE = """---
seed: {name}
title: Text number {number}
genre: article
languages: [en]
rights: {{statement: "http://rightsstatements.org/vocab/InC/1.0/", notice: null, publish: full}}
---
"""


def main(arguments: Sequence[str]) -> int:
    """Print the table.

    Returns:
        The exit code: 2 for wrong usage.
    """
    if len(arguments) > 1 or not all(argument.isdigit() for argument in arguments):
        print(__doc__, file=sys.stderr)
        return 2
    root = Path(__file__).parents[1]
    ours = read_work_tree(root)
    many = _multiply(ours, int(arguments[0]) if arguments else _TEXTS)
    for name, tree in (("this repository", ours), (f"{_count(many)} texts", many)):
        print(f"{name:42} {'seconds':>8} {'processor':>9} {'mentions':>9} {'not read again':>15}")
        for edit, (path, old, new) in _EDITS.items():
            changed = replace(tree, files=_edited(tree.files, path, old, new))
            parsing._parse.cache_clear()  # noqa: SLF001  # the real command starts with an empty cache
            wall_start, cpu_start = time.perf_counter(), time.process_time()
            changes = compare(tree, changed, "en")
            wall, cpu = time.perf_counter() - wall_start, time.process_time() - cpu_start
            print(f"  {edit:40} {wall:8.2f} {cpu:9.2f} {len(changes.mentions):9,} {changes.unread:15,}")
    return 0


def _edited(files: Mapping[str, bytes], path: str, old: str, new: str) -> Mapping[str, bytes]:
    text = files[path].decode()
    if old and old not in text:
        raise ValueError(f"{path} has no {old!r}")
    return {**files, path: text.replace(old, new, 1).encode() if old else files[path]}


def _count(tree: Tree) -> int:
    return sum(path.startswith("docs/sources/") and not path.endswith("index.md") for path in tree.files)


def _multiply(tree: Tree, number: int) -> Tree:
    """Return the corpus with more texts, made from the paragraphs of those it has, up to a number of texts."""
    seeds = [data.decode("utf-8", "replace") for path, data in sorted(tree.files.items()) if path.endswith(".txt")]
    paragraphs = [" ".join(part.split()) for seed in seeds for part in seed.split("\n\n") if part.strip()]
    files = {path: data for path, data in tree.files.items() if path != "anchors.lock"}
    checksums = [files["seeds/SHA256SUMS"].decode()]
    for count in range(number - _count(tree)):
        chosen = [paragraphs[(count * _STEP + position) % len(paragraphs)] for position in range(_PARAGRAPHS)]
        text = "\n\n".join([f"Text number {count}", *chosen]).encode() + b"\n"
        name = f"made-{count}.txt"
        files[f"seeds/{name}"] = text
        files[f"docs/sources/made-{count}.md"] = _PAGE.format(name=name, number=count).encode()
        checksums.append(f"{hashlib.sha256(text).hexdigest()}  {name}\n")
    files["seeds/SHA256SUMS"] = "".join(checksums).encode()
    return replace(tree, files=files)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
