"""The commands for edits: what one does to the edition, the lock of published anchors, files in an older form."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from build_tools.corpus.history import read_revision, read_work_tree
from build_tools.corpus.lock_file import LOCK
from build_tools.corpus.regular_files import list_pages
from build_tools.editing import changes as comparison
from build_tools.editing import schemas
from build_tools.editing.identifiers.drafts import Plan
from build_tools.editing.migrations import migrate_files
from build_tools.editing.renumbering import moved_places, rewrite_citations, write_former_places
from build_tools.edition.checks import anchor_lock
from build_tools.edition.edition_files import read_edition_files
from build_tools.edition.reading import read_edition
from build_tools.interfaces.cli.options import ROOT, finish, refuse, visible_lines
from build_tools.interfaces.publishable_tree import language_of
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
@click.option("--strict", is_flag=True, help="Exit with 1 if a published address breaks or there is an error.")
@click.argument("base")
@click.argument("head", required=False)
def changes(root: Path, output: str, base: str, head: str | None, *, strict: bool) -> None:
    """Report what an edit does to the edition: from revision BASE to revision HEAD, or to the files as they are now."""
    before = read_revision(root, base)
    if before is None:
        refuse(f'git knows no revision "{base}" here.')
    after = read_revision(root, head) if head else read_work_tree(root)
    if after is None:
        refuse(f'git knows no revision "{head}" here.')
    differences = comparison.compare(before, after, language_of(root))
    click.echo(_FORMATS[output](differences))
    if strict and comparison.is_refused(differences):
        sys.exit(1)


@click.command()
@ROOT
@click.option(
    "--renumber", "texts", multiple=True, metavar="ID", help="Number a text again, and let old numbers lead on."
)
def anchors(root: Path, texts: tuple[str, ...]) -> None:
    """Write anchors.lock, which records the words of each paragraph number, so that none comes to mean other words.

    With --renumber, number a published text again because it is now divided better: the former places are noted on its
    page, so that old addresses lead on, and every citation below docs/ follows.
    """
    language = language_of(root)
    for text in texts:
        _renumber(root, text, language)
    reading = read_edition(root, language)
    rest = tuple(finding for finding in reading.findings if finding.path != LOCK and finding.code != "anchor-unlocked")
    if has_errors(rest):
        finish(rest)
    kept = [source.id for source in reading.absent]
    lock = anchor_lock.lock(reading.documents, kept, reading.lock or "")
    written = writing.write_file(root / LOCK, lock.encode(), root)
    number = pluralise(sum(len(document.blocks) for document in reading.documents), "anchor")
    click.echo(f"{number} in {pluralise(len(reading.documents), 'text')}: {'written' if written else 'unchanged'}")
    _warn_of_broken(anchor_lock.count_broken(reading.lock or "", lock, texts))


def _warn_of_broken(numbers: tuple[int, int]) -> None:
    """Say how many locked paragraph numbers have other words now, or are gone."""
    changed, gone = numbers
    counts = [f"{pluralise(changed, 'locked place')} with other words"] if changed else []
    counts += [f"{pluralise(gone, 'locked place')} gone"] if gone else []
    if counts:
        advice = f"If they were published, put {LOCK} back and run anchors --renumber ID."
        click.echo(f"{', '.join(counts)}: their addresses no longer work. {advice}", err=True)


def _renumber(root: Path, text: str, language: str) -> None:
    """Note the former places of a text on its page, and rewrite the citations of it below docs/."""
    reading = read_edition(root, language)
    document = next((document for document in reading.documents if document.source.id == text), None)
    if document is None:
        refuse(f'"{text}" is not the id of a text that is here.')
    moved, lost = moved_places(document, anchor_lock.locked_checksums(reading.lock or "", text))
    changed = 0
    for file in list_pages(root / "docs", root, "**/*.md"):
        before = file.read_bytes().decode()
        is_page = file == root / document.source.path
        after = rewrite_citations(before, text, moved, is_its_page=is_page)
        if is_page:
            after = write_former_places(after, moved, [block.id for block in document.blocks])
        if after != before:
            changed += writing.write_file(file, after.encode(), root)
    click.echo(f"{text}: {pluralise(len(moved), 'place')} moved, {pluralise(changed, 'file')} rewritten")
    if lost:
        click.echo(f"Their words are not found, so nothing leads on from them: {', '.join(lost)}", err=True)


@click.command(name="schemas")
@ROOT
def write_schemas(root: Path) -> None:
    """Write .vscode/schemas/, with which text editors complete and check the fields of each kind of file."""
    texts = schemas.schemas()
    folder = root / schemas.FOLDER
    written = [name for name, text in texts.items() if writing.write_file(folder / name, text.encode(), root)]
    click.echo(f"{pluralise(len(texts), 'schema')}: {len(written)} written, {len(texts) - len(written)} unchanged")


@click.command()
@ROOT
@click.option("--write", "is_written", is_flag=True, help="Change the files; without it, only show what would change.")
def migrate(root: Path, *, is_written: bool) -> None:
    """Show what files in an older form would become, as a diff; with --write, change them."""
    files = {
        file.relative_to(root).as_posix(): file.read_bytes().decode("utf-8", "surrogateescape")
        for file in list_pages(root / "docs", root, "**/*.md")
    }
    changed = migrate_files(files, read_edition_files(root, language_of(root)).registers.outside_works)
    if not changed:
        click.echo("Nothing to migrate: every file is in the form of this version.")
        return
    before, after = (
        {path: text.encode("utf-8", "surrogateescape") for path, text in side.items() if path in changed}
        for side in (files, changed)
    )
    click.echo(visible_lines(Plan(before, after, {}, ()).as_diff()), nl=False)
    if is_written:
        writing.replace_all({root / path: data for path, data in after.items()}, root)
    number = pluralise(len(changed), "file")
    if is_written:
        click.echo(f"{number} written. Fill in what is marked FILL IN, then: python -m build_tools check")
    else:
        click.echo(f"{number} would change. To change them: python -m build_tools migrate --write")
