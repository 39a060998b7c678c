"""The commands that annotate any texts with any entries, without an edition."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from build_tools.editing.annotation import NamedText, annotate_together, as_lines, count_together, read_lexicon
from build_tools.interfaces.cli.options import finish, read_text, refuse
from build_tools.model.corpus_statistics import (
    CorpusStatistics,
    merge_statistics,
    read_statistics,
    statistics_as_json,
)
from build_tools.model.findings import Finding

_TEXTS = click.argument("texts", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False))
_GLOSSARY = click.option(
    "--glossary",
    "folder",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder that holds the entries, one Markdown file each.",
)


@click.command(name="annotate")
@_TEXTS
@_GLOSSARY
@click.option(
    "--counts",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file that `count` printed: what a corpus says of names, instead of these texts. Several are added up.",
)
@click.option(
    "--base",
    default="",
    help="The address of a site: texts are named below it, entries by their pages there (default: paths and ids).",
)
def annotate_command(texts: tuple[str, ...], folder: Path, counts: tuple[Path, ...], base: str) -> None:
    """Print the mentions of a folder's entries in any texts, which are read together: one W3C Web Annotation a line."""
    statistics = merge_statistics(map(_read_counts, counts)) if counts else None
    lexicon, findings = read_lexicon(folder)
    read, faults = _read_all(texts)
    findings += faults
    for mentions, advice in annotate_together(read, lexicon, statistics):
        findings += advice
        click.echo(as_lines(mentions, base), nl=False)
    finish(tuple(findings))


@click.command(name="count")
@_TEXTS
@_GLOSSARY
def count_command(texts: tuple[str, ...], folder: Path) -> None:
    """Print how often texts name a folder's entries in full, as JSON for `annotate --counts`."""
    lexicon, findings = read_lexicon(folder)
    read, faults = _read_all(texts)
    click.echo(json.dumps(statistics_as_json(count_together(read, lexicon)), ensure_ascii=False, indent=1))
    finish((*findings, *faults))


def _read_all(paths: Sequence[str]) -> tuple[list[NamedText], list[Finding]]:
    texts: list[NamedText] = []
    findings: list[Finding] = []
    for path in paths:
        text, faults = read_text(Path(path), path, with_mark=True)
        findings += faults
        texts += [] if text is None else [NamedText(path, text)]
    return texts, findings


def _read_counts(file: Path) -> CorpusStatistics:
    try:
        return read_statistics(json.loads(file.read_bytes()))
    except ValueError:
        refuse(f'"{file}" is no file of counts: make one with the command count.')
