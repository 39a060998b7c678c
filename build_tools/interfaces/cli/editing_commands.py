"""The commands for edits: what one does to the edition, and the lock of published anchors."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from build_tools.corpus.history import read_revision, read_work_tree
from build_tools.corpus.lock_file import LOCK
from build_tools.editing import changes as comparison
from build_tools.editing import schemas
from build_tools.edition.checks import anchor_lock
from build_tools.edition.reading import read_edition
from build_tools.interfaces.cli.options import ROOT, finish, refuse
from build_tools.model.findings import has_errors, pluralise
from build_tools.website import writing

_FORMATS = {
    "text": comparison.changes_as_text,
    "markdown": comparison.changes_as_markdown,
    "json": comparison.changes_as_json,
}


@click.command()
@ROOT
@click.option("--format", "output", type=click.Choice(list(_FORMATS)), default="text", help="How to write the report.")
@click.option("--strict", is_flag=True, help="Leave with 1 where a published address breaks or there is an error.")
@click.argument("base")
@click.argument("head", required=False)
def changes(root: Path, output: str, base: str, head: str | None, *, strict: bool) -> None:
    """Say what an edit does to the edition: from revision BASE to revision HEAD, or to the files as they are now."""
    before = read_revision(root, base)
    if before is None:
        refuse(f'git knows no revision "{base}" here.')
    after = read_revision(root, head) if head else read_work_tree(root)
    if after is None:
        refuse(f'git knows no revision "{head}" here.')
    differences = comparison.compare(before, after)
    click.echo(_FORMATS[output](differences))
    if strict and comparison.is_refused(differences):
        sys.exit(1)


@click.command()
@ROOT
def anchors(root: Path) -> None:
    """Write anchors.lock: which words each paragraph number stands for, so that it never comes to mean others."""
    reading = read_edition(root)
    rest = tuple(finding for finding in reading.findings if finding.path != LOCK and finding.code != "anchor-unlocked")
    if has_errors(rest):
        finish(rest)
    kept = [source.id for source in reading.absent]
    lock = anchor_lock.lock(reading.documents, kept, reading.lock or "")
    written = writing.write_file(root / LOCK, lock.encode(), root)
    number = pluralise(sum(len(document.blocks) for document in reading.documents), "anchor")
    click.echo(f"{number} in {pluralise(len(reading.documents), 'text')}: {'written' if written else 'unchanged'}")


@click.command(name="schemas")
@ROOT
def write_schemas(root: Path) -> None:
    """Write .vscode/schemas/: what the fields of each kind of file may hold, for text editors that complete them."""
    texts = schemas.schemas()
    folder = root / schemas.FOLDER
    written = [name for name, text in texts.items() if writing.write_file(folder / name, text.encode(), root)]
    click.echo(f"{pluralise(len(texts), 'schema')}: {len(written)} written, {len(texts) - len(written)} unchanged")
