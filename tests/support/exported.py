"""The data of an edition, made as the command line makes them, and read without any of our code."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from build_tools.edition.publication.published_edition import PublishedEdition, publish
from build_tools.edition.reading import read_edition
from build_tools.exports.bulk_data import data_pieces
from build_tools.exports.packaging.described_data import DataSettings
from build_tools.interfaces.cli import main
from tests.support.builds import ROOT

PAGE = ROOT / "build_tools/corpus/pages/data.md"
"""The page that explains the data, with programs that read them."""


def export(root: Path, folder: Path, address: str = "") -> Path:
    """Write the data of an edition into a folder, for a site at an address."""
    done = CliRunner().invoke(main, ["data", str(folder), "--root", str(root), "--site-url", address])
    assert done.exit_code == 0, done.output
    return folder


def files_of(pieces: Iterable[tuple[str, bytes]]) -> dict[str, bytes]:
    """Put the pieces of files together."""
    files: dict[str, bytes] = {}
    for path, piece in pieces:
        files[path] = files.get(path, b"") + piece
    return files


def published(root: Path) -> PublishedEdition:
    """Read an edition as it is published."""
    return publish(read_edition(root, "en"))


def data_of(root: Path, settings: DataSettings | None = None) -> dict[str, bytes]:
    """Return the data of an edition by path, without an archive."""
    return files_of(data_pieces(published(root), settings or DataSettings()))


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    """Read a table in CSV."""
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def as_cell(value: object) -> str:
    """Return a value of JSON as a cell of CSV has it."""
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else "" if value is None else str(value)


def raw_texts(folder: Path) -> dict[str, str]:
    """Return the raw file of each text that has one, by its id."""
    return {row["id"]: (folder / row["raw"]).read_bytes().decode() for row in rows(folder, "texts") if row["raw"]}


def pages_of_annotations(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the pages of annotations by following the links of the collection, whose names are relative."""
    name = json.loads((folder / "annotations/collection.json").read_bytes()).get("first")
    while name:
        page = json.loads((folder / name.removeprefix("data/")).read_bytes())
        yield page
        name = page.get("next")


def examples(language: str) -> list[str]:
    """Return the programs in a language that the page of the data shows."""
    return re.findall(rf"```{language}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
