"""The commands that begin a file for an editor: an entry, or a text with its page. Nothing is ever overwritten."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import click

from build_tools.corpus import front_matter
from build_tools.corpus.front_matter import is_id
from build_tools.corpus.regular_files import read_regular_file
from build_tools.corpus.sources import seeds
from build_tools.editing import scaffolds
from build_tools.interfaces.cli.options import NEW_ROOT, finish, refuse
from build_tools.model import KINDS
from build_tools.model.findings import Finding
from build_tools.segmentation import segment_text
from build_tools.text.escaping import visible
from build_tools.website import writing

ID = click.option(
    "--id",
    "identifier",
    default="",
    help="The file's name, which is part of its permanent address (default: made from the label or title).",
)
_CHECK = "python -m build_tools check"


@click.group()
def new() -> None:
    """Begin an entry or a text, with every field explained."""


@new.command()
@NEW_ROOT
@ID
@click.argument("label")
@click.option("--kind", type=click.Choice(KINDS), default=None, help="What the entry is about.")
def entry(root: Path, identifier: str, label: str, kind: str | None) -> None:
    """Begin the entry LABEL in docs/glossary."""
    name = " ".join(label.split())
    if not any(map(str.isalnum, name)) or not name.isprintable():
        refuse(f'"{visible(name)}" cannot be a label: write letters or digits, and no control characters.')
    path = root / "docs" / "glossary" / f"{_choose(identifier, name)}.md"
    _create({path: scaffolds.new_entry(name, kind or "").encode()}, root)
    click.echo(f"Fill in what is marked FILL IN, then: {_CHECK}")


@new.command()
@NEW_ROOT
@ID
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def source(root: Path, identifier: str, file: Path) -> None:
    """Copy the text FILE into seeds, list its checksum, and begin its page in docs/sources."""
    data, faults = read_regular_file(file.resolve(), visible(file.as_posix()))
    if data is None:
        finish(tuple(faults))
        return
    text = _decode(data, file)
    title = scaffolds.find_title(segment_text(text)[0])
    chosen = _choose(identifier, title if scaffolds.find_id(title) else file.stem)
    seed = scaffolds.find_seed_name(file.name, chosen)
    checksum = hashlib.sha256(data).hexdigest()
    checksums = root / seeds.FOLDER / seeds.SUMS
    listed = checksums.read_bytes() if checksums.is_file() else b""
    if checksum.encode() in listed:
        refuse(f"This text is in {seeds.FOLDER}/ already: {seeds.FOLDER}/{seeds.SUMS} lists its checksum, {checksum}.")
    listed += b"" if listed.endswith(b"\n") or not listed else b"\n"
    files = {
        root / seeds.FOLDER / seed: data,
        root / "docs" / "sources" / f"{chosen}.md": scaffolds.new_source(seed, text).encode(),
    }
    _create(files, root, {checksums: listed + f"{checksum}  {seed}\n".encode()})
    click.echo(f"Fill in what is marked FILL IN and look at what is guessed, then: {_CHECK}")


def _decode(data: bytes, file: Path) -> str:
    """Return the text of a file with its byte order mark; exit with 1 if it is not UTF-8 or has no text."""
    path = visible(file.as_posix())
    decoded, findings = front_matter.decode(data, path, "seed-not-utf8")
    if decoded is not None and not decoded.strip():
        hint = "Name a file that has text in it."
        findings = [Finding(path, 1, "seed-empty", "the file has no text", hint)]
    finish(tuple(findings))
    return data.decode("utf-8")


def _choose(identifier: str, words: str) -> str:
    if identifier and not is_id(identifier):
        refuse(
            f'"{visible(identifier)}" cannot be an id: write lower-case words joined by hyphens, such as camp-david.'
        )
    chosen = identifier or scaffolds.find_id(words)
    if not chosen:
        refuse(f'No id can be made of "{visible(words)}": give one in Latin letters, --id such-as-this.')
    return chosen


def _create(files: Mapping[Path, bytes], root: Path, renewed: Mapping[Path, bytes] | None = None) -> None:
    for path in files:
        if path.exists() or path.is_symlink():
            refuse(
                f"{path.relative_to(root).as_posix()} exists already, and nothing was written. "
                "Open that file, or give another name: --id another-name."
            )
    try:
        writing.create(files, renewed, root)
    except OSError as error:
        refuse(f"Nothing was written. {visible(writing.describe_disk_error(error))}")
    for path in files:
        click.echo(f"Wrote {path.relative_to(root).as_posix()}")
