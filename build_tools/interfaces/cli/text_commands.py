"""The commands that read any text, without an edition."""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from pathlib import Path

import click

from build_tools.corpus import front_matter
from build_tools.corpus.regular_files import read_regular_file
from build_tools.editing.annotation import annotate, as_lines, read_lexicon
from build_tools.interfaces.cli.options import finish
from build_tools.model import Block, SetAside
from build_tools.model.findings import Finding
from build_tools.segmentation import piece_as_json, segment_text


@click.command()
@click.argument("texts", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--language", default="und", help="The language (BCP 47) of blocks whose script leaves it open.")
def segment_command(texts: tuple[Path, ...], language: str) -> None:
    """Print the blocks of any text, and the passages set aside, as JSON Lines."""
    findings: list[Finding] = []
    for path in texts:
        text, faults = _read(path, path.as_posix())
        findings += faults
        if text is not None:
            blocks, set_aside = segment_text(text, language)
            pieces: tuple[Block | SetAside, ...] = (*blocks, *set_aside)
            for item in sorted(pieces, key=lambda piece: piece.start):
                click.echo(json.dumps({"source": path.as_posix(), **piece_as_json(item)}, ensure_ascii=False))
    finish(tuple(findings))


@click.command(name="annotate")
@click.argument("texts", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False))
@click.option(
    "--glossary",
    "folder",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder that holds the entries, one Markdown file each.",
)
def annotate_texts(texts: tuple[str, ...], folder: Path) -> None:
    """Print the mentions of a folder's entries in any text: one W3C Web Annotation a line."""
    lexicon, findings = read_lexicon(folder)
    for path in texts:
        text, faults = _read(Path(path), path, with_mark=True)
        findings += faults
        if text is not None:
            annotations, advice = annotate(text, path, lexicon)
            findings += advice
            click.echo(as_lines(annotations), nl=False)
    finish(tuple(findings))


def _read(file: Path, path: str, *, with_mark: bool = False) -> tuple[str | None, list[Finding]]:
    """Return the text of a file, or None and findings; with its byte order mark where offsets count every character."""
    data, faults = read_regular_file(file.resolve(), path)
    if data is None:
        return None, faults
    text, faults = front_matter.decode(data, path, "file-not-utf8")
    mark = "\ufeff" if with_mark and data.startswith(BOM_UTF8) else ""
    return (None if text is None else mark + text), faults
