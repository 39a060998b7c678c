"""Annotate the FRUS benchmark with the public command, each document with the entries of its volume, and score it.

usage: python benchmarks/frus.py GOLD.jsonl.gz ENTRIES_DIR SCORE.py [--in-process] [scorer's options …]

ENTRIES_DIR is the output of frus_glossary.py. The texts are written to a temporary folder and given to
`python -m build_tools annotate --glossary ENTRIES_DIR/<volume> TEXT…`, once a volume. With `--in-process` the library
is called instead, which is faster and gives the same result. Other options are passed to the scorer.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.frus_glossary import Row, read_rows
from build_tools.corpus import glossary
from build_tools.editing.annotation import annotate, read_lexicon
from build_tools.linking import Lexicon

Mentions = dict[str, list[dict[str, object]]]


def main(arguments: Sequence[str]) -> int:
    """Annotate and score.

    Returns:
        The scorer's exit code; 2 for wrong usage.
    """
    options = [argument for argument in arguments if argument != "--in-process"]
    if len(options) < 3:  # noqa: PLR2004
        print(__doc__, file=sys.stderr)
        return 2
    gold, entries, scorer = map(Path, options[:3])
    volumes: dict[str, list[Row]] = defaultdict(list)
    for row in read_rows(gold):
        volumes[str(row["volume"])].append(row)
    predicted: Mentions = {}
    run = _in_process if len(options) < len(arguments) else _by_command
    for volume, rows in sorted(volumes.items()):
        predicted |= run(rows, entries / volume)
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "predictions.jsonl"
        lines = (json.dumps({"id": document, "mentions": mentions}) for document, mentions in predicted.items())
        predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return subprocess.run([sys.executable, scorer, gold, predictions, *options[3:]], check=False).returncode


def _by_command(rows: Sequence[Row], folder: Path) -> Mentions:
    ids = _notations(folder)
    predicted: Mentions = {str(row["id"]): [] for row in rows}
    with tempfile.TemporaryDirectory() as text_folder:
        texts = {}
        for number, row in enumerate(rows):
            path = Path(text_folder) / f"{number}.txt"
            path.write_bytes(str(row["text"]).encode())
            texts[str(path)] = str(row["id"])
        command = [sys.executable, "-m", "build_tools", "annotate", "--glossary", str(folder), *texts]
        process = subprocess.run(
            command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
        )
    for line in process.stdout.splitlines():
        annotation = json.loads(line)
        selector = annotation["target"]["selector"][0]
        mention = {"start": selector["start"], "end": selector["end"], "entry": ids[annotation["body"]["id"]]}
        predicted[texts[annotation["target"]["source"]]].append(mention)
    return predicted


def _in_process(rows: Sequence[Row], folder: Path) -> Mentions:
    ids, (lexicon, _) = _notations(folder), read_lexicon(folder)
    return {str(row["id"]): list(_annotated(row, lexicon, ids)) for row in rows}


def _annotated(row: Row, lexicon: Lexicon, ids: Mapping[str, str]) -> Iterator[dict[str, object]]:
    annotations, _ = annotate(str(row["text"]), str(row["id"]), lexicon)
    for annotation in annotations:
        yield {"start": annotation.start, "end": annotation.end, "entry": ids[annotation.entry]}


def _notations(folder: Path) -> Mapping[str, str]:
    entries, _ = glossary.load_glossary(folder, folder.parent, "en")
    return {entry.id: entry.notation or entry.id for entry in entries}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
