"""Turn the glossary of the FRUS benchmark into entries of our own format.

usage: python benchmarks/frus_glossary.py GLOSSARY.jsonl.gz OUT_DIR

Writes OUT_DIR/<volume>/<id>.md. The benchmark's id is kept as `notation`; its names become labels, its definition the
definition. `expansions` are left out: the historians never marked them. A term is our concept.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

KINDS = {"person": "person", "term": "concept"}
Row = Mapping[str, object]


def main(arguments: Sequence[str]) -> int:
    """Write the entries.

    Returns:
        The exit code: 2 for wrong usage.
    """
    if len(arguments) != 2:  # noqa: PLR2004
        print(__doc__, file=sys.stderr)
        return 2
    written: set[Path] = set()
    for row in read_rows(Path(arguments[0])):
        path = Path(arguments[1]) / str(row["volume"]) / f"{stem(str(row['id']))}.md"
        while path in written:
            path = path.with_name(f"{path.stem}-2.md")
        written.add(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(render(row), encoding="utf-8")
    print(f"{len(written)} entries")
    return 0


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a JSON Lines file, compressed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def stem(identifier: str) -> str:
    """Return the part of an id after the volume, as an id of our form."""
    _, _, name = identifier.partition("#")
    return re.sub(r"[^a-z0-9]+", "-", (name or identifier).lower()).strip("-") or "entry"


def render(row: Row) -> str:
    """Return an entry as a Markdown file; every value is quoted, so that YAML reads it as text."""
    fields = [
        f"pref_label: {_text(row['label'])}",
        f"kind: {KINDS[str(row['kind'])]}",
        f"notation: {_text(row['id'])}",
    ]
    if row.get("definition"):
        fields.append(f"definition: {_text(row['definition'])}")
    for field, key in (("alt_labels", "aliases"), ("short_labels", "short_aliases")):
        names = row.get(key) or ()
        if isinstance(names, list) and names:
            fields.append(f"{field}: [{', '.join(map(_text, names))}]")
    return "---\n" + "\n".join(fields) + "\n---\n"


def _text(value: object) -> str:
    return json.dumps(" ".join(str(value).split()), ensure_ascii=False)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
