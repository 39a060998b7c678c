"""What a text costs where many are read in shards: processor time and memory, by the number of texts.

    python -m benchmarks.shard_scale [TEXTS…]        (default: 800 10000)

The corpora are generated prose of some 5 kB a text and a glossary of a thousand entries. Every stage is run over eight
shards, one process after another. Printed are, for each size, the processor milliseconds a text takes in each stage,
beyond what the same commands take for a corpus of eight texts, and the largest peak of memory of any process; then the
ratio of each size to the first.
"""

from __future__ import annotations

import hashlib
import random
import shutil
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import yaml

from benchmarks.costs import Cost, cost_of
from benchmarks.prose import read_prose
from benchmarks.search_corpus import make_entries, make_texts
from build_tools.model import Document, Entry, Mention

SHARDS, ENTRIES, FEWEST = 8, 1_000, 8
STAGES: Mapping[str, Sequence[Sequence[str]]] = {
    "plan": [["plan", "--shards", str(SHARDS)]],
    "count": [["count", f"{number}/{SHARDS}"] for number in range(1, SHARDS + 1)],
    "merge-counts": [["merge-counts"]],
    "run": [["run", f"{number}/{SHARDS}"] for number in range(1, SHARDS + 1)],
    "merge": [["merge", "build/corpus"]],
}


def main(arguments: Sequence[str]) -> int:
    """Measure each size, and print the table."""
    sizes = [*map(int, arguments or ["800", "10000"])]
    start = _measure(FEWEST)
    rows: dict[int, dict[str, Cost]] = {}
    for texts in sizes:
        costs = _measure(texts)
        rows[texts] = {
            stage: Cost((cost.seconds - start[stage].seconds) / (texts - FEWEST) * 1000, cost.megabytes)
            for stage, cost in costs.items()
        }
        cells = (f"{stage} {cost.seconds:.3f} ms {cost.megabytes} MB" for stage, cost in rows[texts].items())
        total = sum(cost.seconds for cost in rows[texts].values())
        print(f"{texts:7,} texts: {', '.join(cells)}; all {total:.2f} ms a text", flush=True)
    for texts in sizes[1:]:
        first = rows[sizes[0]]
        total, before = (sum(cost.seconds for cost in row.values()) for row in (rows[texts], first))
        peak, peak_before = (max(cost.megabytes for cost in row.values()) for row in (rows[texts], first))
        print(f"{texts:,} to {sizes[0]:,} texts: time a text {total / before:.2f}, memory {peak / peak_before:.2f}")
    return 0


def _measure(texts: int) -> dict[str, Cost]:
    """Return what each stage takes: all its processor time, and the peak of its largest process."""
    folder = Path(tempfile.mkdtemp(prefix="shards-"))
    try:
        lay_out_corpus(folder, texts)
        program = [sys.executable, "-m", "build_tools", "shard"]
        costs = {}
        for stage, commands in STAGES.items():
            parts = [cost_of([*program, *command, "--root", str(folder)], Path.cwd()) for command in commands]
            costs[stage] = Cost(sum(part.seconds for part in parts), max(part.megabytes for part in parts))
        return costs
    finally:
        shutil.rmtree(folder)


def lay_out_corpus(root: Path, texts: int, labels: int = ENTRIES) -> None:
    """Write an edition of generated texts, one after another, and a glossary of so many entries."""
    entries, documents = generate(texts, labels)
    for folder in ("docs/glossary", "docs/sources", "seeds"):
        (root / folder).mkdir(parents=True)
    for entry in entries:
        _write_page(root / entry.path, _fields_of_entry(entry))
    (root / "seeds/SHA256SUMS").write_text("".join(_write_texts(root, (text for text, _ in documents))))


def generate(texts: int, labels: int) -> tuple[tuple[Entry, ...], Iterable[tuple[Document, tuple[Mention, ...]]]]:
    """Return the entries of such an edition, and its texts, which are made one by one, with their mentions."""
    dice = random.Random(1)  # noqa: S311 - nothing here is secret
    entries = tuple(make_entries(labels, dice))
    return entries, make_texts(texts, entries, read_prose(), dice)


def _write_texts(root: Path, documents: Iterable[Document]) -> Iterable[str]:
    """Write each text, and yield its line in the list of checksums."""
    for document in documents:
        source = document.source
        data = "\n\n".join(block.text for block in document.blocks).encode() + b"\n"
        (root / "seeds" / source.seed).write_bytes(data)
        fields = {
            "seed": source.seed,
            "title": source.title,
            "publisher": source.publisher,
            "genre": source.genre,
            "creators": [{"name": maker.name} for maker in source.creators],
            "issued": source.issued,
            "languages": [*source.languages],
            "inferred": {"publisher": "generated", "issued": "generated"},
            "rights": {"statement": "http://rightsstatements.org/vocab/NoC-US/1.0/", "notice": None, "publish": "full"},
        }
        _write_page(root / source.path, fields)
        yield f"{hashlib.sha256(data).hexdigest()}  {source.seed}\n"


def _fields_of_entry(entry: Entry) -> dict[str, object]:
    labels = {label.lang: [label.text] for label in entry.alt_labels}
    return {"pref_label": entry.pref_label, "kind": entry.kind, "definition": entry.definition, "alt_labels": labels}


def _write_page(file: Path, fields: Mapping[str, object]) -> None:
    file.write_text(f"---\n{yaml.safe_dump(fields, allow_unicode=True)}---\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
