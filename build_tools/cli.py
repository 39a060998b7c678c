"""The command line: read, check, print; exit 0 clean, 1 on an error in the material, 2 on wrong usage."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import NoReturn

import click

from build_tools import explanations, front_matter, pipeline, suggestions, writing
from build_tools.annotation import annotate, as_lines, read_lexicon
from build_tools.figures import count_figures, report_figures
from build_tools.findings import Finding, counted, has_errors, report
from build_tools.history import last_changes
from build_tools.model import Block, Page, SetAside
from build_tools.segmentation import as_json, segment_text

_ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The folder that holds seeds/ and docs/ (this one unless told).",
)
_FORMAT = click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json"]),
    default="text",
    help="For people (text) or programs (json).",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Seeds and entries become documents, mentions, pages."""


@main.command()
@_ROOT
def check(root: Path) -> None:
    """Read everything, print every finding, write nothing."""
    reading = pipeline.read(root)
    _finish(reading.findings)
    counts = (
        counted(len(reading.documents), "text"),
        counted(len(reading.entries), "entry", "entries"),
        counted(sum(map(len, reading.mentions.values())), "mention"),
    )
    click.echo(f"{', '.join(counts)}: nothing amiss.")


@main.command()
@_ROOT
@click.option("--out", type=click.Path(path_type=Path), default=None, help="Where to write (build/docs unless told).")
def build(root: Path, out: Path | None) -> None:
    """Check, then write the whole Markdown tree with its assets."""
    made, findings = pipeline.compose(root, last_changes(root))
    _finish(findings)
    pages = [one for one in made if isinstance(one, Page)]
    done = writing.write(made, out or root / "build" / "docs", assets=root / "docs" / "assets")
    counts = f"{len(done.written)} written, {len(done.unchanged)} unchanged, {len(done.removed)} removed"
    click.echo(f"{counted(len(pages), 'page')}: {counts}")


@main.command()
@_ROOT
def figures(root: Path) -> None:
    """Print every number of the quality page: characters, mentions by rule, evidence, registers."""
    reading = pipeline.read(root)
    _finish(reading.findings)
    numbers = count_figures(reading.documents, reading.mentions, reading.entries, reading.registers, reading.undecided)
    click.echo(report_figures(numbers))


@main.command()
@click.argument("texts", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--language", default="und", help="The language (BCP 47) where the script does not tell.")
def segment(texts: tuple[Path, ...], language: str) -> None:
    """Print the blocks of any text, and what is set aside, as JSON Lines."""
    findings: list[Finding] = []
    for path in texts:
        text, faults = front_matter.decode(path.read_bytes(), path.as_posix(), "file-not-utf8")
        findings += faults
        if text is not None:
            blocks, set_aside = segment_text(text, language)
            pieces: tuple[Block | SetAside, ...] = (*blocks, *set_aside)
            for item in sorted(pieces, key=lambda piece: piece.start):
                click.echo(json.dumps({"source": path.as_posix(), **as_json(item)}, ensure_ascii=False))
    _finish(tuple(findings))


@main.command(name="annotate")
@click.argument("texts", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False))
@click.option(
    "--glossary",
    "folder",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder that holds the entries, one Markdown file each.",
)
def annotate_texts(texts: tuple[str, ...], folder: Path) -> None:
    """Print where texts name the entries of a folder: one W3C Web Annotation a line."""
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
    _finish(tuple(findings))


@main.command()
@_ROOT
@_FORMAT
@click.argument("source")
@click.argument("paragraph")
@click.option("--words", default=None, help="Only these words of the block, and the labels that come nearest to them.")
def explain(root: Path, output: str, source: str, paragraph: str, words: str | None) -> None:
    """Say why words of a paragraph (4, ¶4, p4, or a role such as caption) are linked, or are not."""
    reading = pipeline.read(root)
    documents = {document.source.id: document for document in reading.documents}
    if source not in documents:
        _refuse(f'There is no text "{source}". Texts: {", ".join(sorted(documents)) or "none"}.')
    block = explanations.find_block(documents[source], paragraph)
    if block is None:
        _refuse(f'{source} has no "{paragraph}". It has {explanations.block_names(documents[source])}.')
    found: explanations.Explanation | None = explanations.explain(documents[source], block, reading.lexicon)
    if words is not None and found is not None:
        found = explanations.explain_words(found, words, reading.lexicon)
    if found is None:
        _refuse(f'The words "{words}" do not stand in {source}, {explanations.block_name(block)}.')
    if output == "json":
        click.echo(json.dumps(explanations.as_json(found), ensure_ascii=False, indent=2))
    else:
        click.echo(explanations.as_text(found, reading.lexicon.entries))


@main.command()
@_ROOT
@_FORMAT
@click.option("--limit", type=click.IntRange(min=1), default=None, help="How many suggestions to print at most.")
def suggest(root: Path, output: str, limit: int | None) -> None:
    """List what an editor might add to the glossary, the most urgent first."""
    reading = pipeline.read(root)
    omitted = [one for page in reading.prose for one in page.omitted]
    found = suggestions.suggest(reading.documents, reading.lexicon, reading.mentions, omitted)[:limit]
    if output == "json":
        click.echo(json.dumps([suggestions.as_json(one) for one in found], ensure_ascii=False, indent=2))
    else:
        click.echo(suggestions.as_text(found) or "Nothing to suggest.")


def _refuse(message: str) -> NoReturn:
    """Say in one line what is there instead, and leave as for wrong usage."""
    click.echo(message, err=True)
    sys.exit(2)


def _finish(findings: tuple[Finding, ...]) -> None:
    """Print the findings, if any, to standard error; leave with 1 where one of them is an error."""
    if findings:
        click.echo(report(findings), err=True)
    if has_errors(findings):
        sys.exit(1)
