"""The command that cuts any text into blocks, without an edition."""

from __future__ import annotations

import json
from pathlib import Path

import click

from build_tools.corpus.front_matter.text_types import LANGUAGE_TAG
from build_tools.editing.cut_summaries import summarise_cut
from build_tools.interfaces.cli.options import finish, follows, read_text
from build_tools.model import Block, SetAside
from build_tools.model.findings import Finding
from build_tools.segmentation import cut_text, piece_as_json
from build_tools.text.escaping import visible


@click.command()
@click.argument("texts", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--language",
    default="und",
    callback=follows(LANGUAGE_TAG),
    help="The language (BCP 47) of blocks whose script leaves it open.",
)
def segment_command(texts: tuple[Path, ...], language: str) -> None:
    """Print the blocks of any text, and the passages set aside, as JSON Lines.

    A summary, with the doubtful places, goes to standard error.
    """
    findings: list[Finding] = []
    for path in texts:
        text, faults = read_text(path, path.as_posix(), with_mark=True)
        findings += faults
        if text is not None:
            cut = cut_text(text, language)
            pieces: tuple[Block | SetAside, ...] = (*cut.blocks, *cut.set_aside)
            for item in sorted(pieces, key=lambda piece: piece.start):
                click.echo(json.dumps({"source": path.as_posix(), **piece_as_json(item)}, ensure_ascii=False))
            for line in summarise_cut(text, cut):
                click.echo(f"{visible(path.as_posix())}: {visible(line)}", err=True)
    finish(tuple(findings))
