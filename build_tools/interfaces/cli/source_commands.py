"""The command that adds texts: files of several formats, folders of them, with a table of what is known of them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from build_tools.corpus.front_matter import is_id
from build_tools.corpus.regular_files import read_regular_file
from build_tools.editing.cut_summaries import summarise_cut
from build_tools.editing.importing.metadata_table import TableRow, read_table
from build_tools.editing.importing.new_texts import ReceivedFile, propose_id
from build_tools.interfaces.cli.options import NEW_ROOT, end_unwritten, finish, refuse
from build_tools.interfaces.progress import Progress
from build_tools.interfaces.receiving.found_files import GatheredFiles, gather_files, match_rows, real_place
from build_tools.interfaces.receiving.reception import COLUMNS, Outcome, Reception, choose_free_id
from build_tools.model.findings import Finding, pluralise
from build_tools.segmentation.lines import width
from build_tools.text.escaping import one_line, visible
from build_tools.website import writing

_CHECK = "python -m build_tools check"
_MOST_NAMES = 5
_WIDEST = 40  # characters of a cell


@click.command()
@NEW_ROOT
@click.option("--id", "identifier", default="", help="The page's name, a part of its permanent address (of one file).")
@click.option(
    "--table",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A table in CSV: the column file, and any field of a text's page.",
)
@click.option("--dry-run", is_flag=True, help="Show what each file would become, and write nothing.")
@click.option("--undo", is_flag=True, help="Remove the files that the last such command added, if nobody changed them.")
@click.argument("files", metavar="FILE…", nargs=-1, type=click.Path(exists=True, path_type=Path))
def source(  # noqa: PLR0913 - a command has the options that it has
    root: Path,
    identifier: str,
    table: Path | None,
    files: tuple[Path, ...],
    *,
    dry_run: bool,
    undo: bool,
) -> None:
    """Add the texts in FILE…, or in folders of files: copy or convert each into seeds, and begin its page.

    Text, Markdown, web pages, Word, OpenDocument, EPUB and PDF are read; what is converted is kept in seeds/originals.
    """
    if undo:
        _undo(root)
        return
    if not dry_run:
        writing.take_back_unfinished(root)
    rows, findings = _read_rows(table)
    matched, missing = match_rows(rows, table, files) if table else ({}, [])
    gathered = gather_files(files or tuple(matched))
    is_single = len(files) == 1 and files[0].is_file()
    _check_usage(gathered, identifier, table, is_single=is_single)
    reception = Reception(root, matched, (lambda file, _: _choose(identifier, file)) if is_single else choose_free_id)
    # Nobody may know of a link in a folder, but whoever names one means what it leads to.
    named = frozenset(files)
    places = [(file, real_place(file.resolve() if file in named else file)) for file in gathered.files]
    if is_single and not dry_run:
        outcomes = [_add_one(reception, *places[0])]
    else:
        outcomes = _add_all(reception, places, is_dry=dry_run)
        _show_rows(outcomes) if dry_run else _tell(outcomes)
        _tell_of_others(gathered, [file for file in gathered.files if table and real_place(file) not in matched])
    if any(outcome.columns for outcome in outcomes) and not dry_run:
        click.echo(f"Fill in what is marked FILL IN and look at what is guessed, then: {_CHECK}")
    finish((*findings, *missing, *(finding for outcome in outcomes for finding in outcome.findings)))


def _read_rows(table: Path | None) -> tuple[tuple[TableRow, ...], list[Finding]]:
    if table is None:
        return (), []
    path = visible(table.as_posix())
    data, findings = read_regular_file(real_place(table), path)
    rows, faults = read_table(data, path) if data is not None else ((), findings)
    if not rows:
        finish(tuple(faults))
        refuse(f"{path} has no row.")
    return rows, faults


def _check_usage(gathered: GatheredFiles, identifier: str, table: Path | None, *, is_single: bool) -> None:
    if identifier and not is_id(identifier):
        refuse(
            f'"{visible(identifier)}" cannot be an id: write lower-case words joined by hyphens, such as camp-david.'
        )
    if identifier and not is_single:
        refuse("--id names one text: give one file, or a column id in a table.")
    if not gathered.files and not table:
        refuse("Name a file or a folder with files of texts: .txt, .md, .html, .docx, .odt, .epub or .pdf.")


def _choose(identifier: str, file: ReceivedFile) -> str:
    chosen = identifier or propose_id(file)
    if not chosen:
        refuse(f'No id can be made of "{one_line(file.name)}": give one in Latin letters, --id such-as-this.')
    return chosen


def _add_one(reception: Reception, file: Path, place: Path) -> Outcome:
    """Add one file, and say how it was divided; exit with 2 where there is such a text or page already."""
    (outcome,) = reception.read([(file, place)])
    if outcome.skipped:
        refuse(outcome.skipped)
    if not (outcome.text and outcome.file):
        return outcome
    for path in outcome.text.files:
        if os.path.lexists(reception.root / path):
            refuse(
                f"{path} exists already, and nothing was written. "
                "Open that file, or give another name: --id another-name."
            )
    with _writing(reception.root) as staged:
        staged.add(outcome.text.files, outcome.text.checksums)
        written = staged.put()
    for path in written:
        click.echo(f"Wrote {path}")
    for line in summarise_cut(outcome.file.about.text, outcome.file.cut):
        click.echo(visible(line))
    return outcome


def _add_all(reception: Reception, files: Sequence[tuple[Path, Path]], *, is_dry: bool) -> list[Outcome]:
    """Add many files, each with its real place, or none where it is a dry run; how far it has come is shown."""
    progress, outcomes = Progress(), []
    progress.begin("Files read", len(files))
    with _writing(reception.root) as staged:
        for outcome in reception.read(files):
            if outcome.text and not is_dry:
                staged.add(outcome.text.files, outcome.text.checksums)
            outcomes.append(outcome.in_brief)
            progress.step()
        progress.end()
        staged.put()
    return outcomes


@contextmanager
def _writing(root: Path) -> Iterator[writing.StagedImport]:
    try:
        with writing.staged_import(root) as staged:
            yield staged
    except OSError as error:
        end_unwritten(error)


def _tell(outcomes: Sequence[Outcome]) -> None:
    """Print a line for each file, and how many there were of each sort."""
    added = [outcome for outcome in outcomes if outcome.columns]
    skipped = [outcome for outcome in outcomes if outcome.skipped]
    for outcome in outcomes:
        if outcome.columns:
            click.echo(f"Wrote docs/sources/{outcome.columns[0]}.md from {outcome.path}")
        elif outcome.skipped:
            click.echo(outcome.skipped)
    failed = len(outcomes) - len(added) - len(skipped)
    click.echo(f"{pluralise(len(added), 'text')} added, {len(skipped)} there already, {failed} not added.")


def _tell_of_others(gathered: GatheredFiles, unlisted: Sequence[Path]) -> None:
    """Print which files were passed over, and how many have no row in the table."""
    if gathered.passed_over:
        click.echo(f"Passed over, since they are no texts: {_names_of(gathered.passed_over)}.")
    if gathered.not_files:
        names = _names_of(gathered.not_files)
        click.echo(f"Passed over, since they are links or no files: {names}. Name them to add them.")
    if unlisted:
        click.echo(
            f"{pluralise(len(unlisted), 'file')} without a row in the table, such as {one_line(unlisted[0].name)}."
        )


def _names_of(files: Sequence[Path]) -> str:
    names = [one_line(file.name) for file in files]
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    return f"{', '.join(names[:_MOST_NAMES])}{more}"


def _show_rows(outcomes: Sequence[Outcome]) -> None:
    """Print what each file would become, in columns; what is missing is a hyphen."""
    rows: list[tuple[str, ...]] = [("file", *COLUMNS)]
    rows += [(outcome.path, *outcome.columns) for outcome in outcomes if outcome.columns]
    cells = [[_end_of(path), *(_beginning_of(one_line(cell)) or "-" for cell in others)] for path, *others in rows]
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        click.echo(
            "  ".join(f"{cell}{' ' * (room - width(cell))}" for cell, room in zip(row, widths, strict=True)).rstrip()
        )
    for outcome in outcomes:
        if outcome.skipped:
            click.echo(outcome.skipped)


def _beginning_of(cell: str) -> str:
    return cell if len(cell) <= _WIDEST else f"{cell[: _WIDEST - 1]}…"


def _end_of(path: str) -> str:
    return path if len(path) <= _WIDEST else f"…{path[1 - _WIDEST :]}"


def _undo(root: Path) -> None:
    removed, changed = writing.undo_import(root)
    if changed:
        paths = ", ".join(changed[:_MOST_NAMES]) + (" …" if len(changed) > _MOST_NAMES else "")
        message = f"Nothing was removed, because these files were changed or deleted since: {paths}."
        refuse(f"{message} Remove by hand what you do not want.")
    if not removed:
        refuse("There is nothing to take back: no text was added here by this command, or build/ was deleted since.")
    for path in removed:
        click.echo(f"Removed {path}")
