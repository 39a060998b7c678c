"""The commands that read any text, without an edition."""

from __future__ import annotations

import json
from pathlib import Path

import click

from build_tools.corpus import front_matter
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
        text, faults = front_matter.decode(path.read_bytes(), path.as_posix(), "file-not-utf8")
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
        data = Path(path).read_bytes()
        text, faults = front_matter.decode(data, path, "file-not-utf8")
        findings += faults
        if text is not None:
            mark = "\ufeff" if data.startswith(b"\xef\xbb\xbf") else ""  # offsets count every character of the file
            annotations, advice = annotate(mark + text, path, lexicon)
            findings += advice
            click.echo(as_lines(annotations), nl=False)
    finish(tuple(findings))
