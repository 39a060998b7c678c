"""The commands that begin a file for an editor: an entry, a work, a text. Nothing is ever overwritten."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import click

from build_tools.corpus import registers
from build_tools.corpus.front_matter import is_id
from build_tools.corpus.front_matter.text_types import WEB_ADDRESS
from build_tools.editing import scaffolds
from build_tools.interfaces.cli.new_edition_commands import edition, page
from build_tools.interfaces.cli.options import NEW_ROOT, end_unwritten, refuse
from build_tools.interfaces.cli.source_commands import source
from build_tools.model import KINDS
from build_tools.model.dates import is_edtf
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
    """Begin an edition, an entry, a text, an outside source or a page, with every field explained."""


new.add_command(edition)
new.add_command(page)


@new.command()
@NEW_ROOT
@ID
@click.argument("label")
@click.option("--kind", type=click.Choice(KINDS), default=None, help="The kind of thing the entry is about.")
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
@click.argument("url")
@click.option("--publisher", required=True, help="Who published it; the id is made of this and the date.")
@click.option("--date", default="", help="When it was published, as on the page: 2024-02-03.")
def outside(root: Path, identifier: str, url: str, publisher: str, date: str) -> None:
    """Begin the outside source at URL in docs/outside."""
    if not re.fullmatch(WEB_ADDRESS.pattern, url):
        refuse(f'"{visible(url)}" is not a web address. {WEB_ADDRESS.hint}')
    if date and not is_edtf(date):
        refuse(f'"{visible(date)}" is not a date: write it as 2024, 2024-05 or 2024-05-13.')
    name = " ".join(publisher.split())
    if not name.isprintable():
        refuse(f'"{visible(name)}" cannot be a publisher: write no control characters.')
    path = root / registers.OUTSIDE_WORKS / f"{_choose(identifier, f'{name} {date}')}.md"
    _create({path: scaffolds.new_outside_work(url, name, date).encode()}, root)
    click.echo(f"Fill in what is marked FILL IN, cite it as [outside: {path.stem}], then: {_CHECK}")


def _choose(identifier: str, words: str) -> str:
    if identifier and not is_id(identifier):
        refuse(f'"{visible(identifier)}" cannot be an id: write lower-case words joined by hyphens, such as anna-vane.')
    chosen = identifier or scaffolds.find_id(words)
    if not chosen:
        refuse(f'No id can be made of "{visible(words)}": give one in Latin letters, --id such-as-this.')
    return chosen


def _create(files: Mapping[Path, bytes], root: Path) -> None:
    for path in files:
        if path.exists() or path.is_symlink():
            refuse(
                f"{path.relative_to(root).as_posix()} exists already, and nothing was written. "
                "Open that file, or give another name: --id another-name."
            )
    try:
        writing.create(files, None, root)
    except OSError as error:
        end_unwritten(error)
    for path in files:
        click.echo(f"Wrote {path.relative_to(root).as_posix()}")


new.add_command(source)
