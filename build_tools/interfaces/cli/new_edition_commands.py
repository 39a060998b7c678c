"""The commands that begin an edition in a folder of its own, and a page in the place of one of the package."""

from __future__ import annotations

import json
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import click

from build_tools.corpus.front_matter.text_types import LANGUAGE_TAG, WEB_ADDRESS
from build_tools.corpus.written_pages import standard_pages
from build_tools.editing.scaffolds.edition_scaffold import NewEdition, edition_scaffold
from build_tools.interfaces.cli.options import NEW_ROOT, check_by_rule, end_unwritten, refuse
from build_tools.text.escaping import visible
from build_tools.website import writing

_DISTRIBUTION = "seoul-moscow-reader"
_IGNORED = frozenset({".git"})
_LICENCE = "CC BY 4.0"


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", default=None, help="The name of the edition.")
@click.option("--language", default=None, help="The language of its pages: a tag such as en, fr or ko.")
@click.option("--licence", default=None, help=f"The licence of what its editors write, such as {_LICENCE}.")
@click.option("--address", default=None, help="The address of the site, if it is known yet.")
@click.option("--program", default=None, help="What requirements.txt installs (default: the version that runs).")
def edition(  # noqa: PLR0913, PLR0917 - what is asked
    folder: Path, name: str | None, language: str | None, licence: str | None, address: str | None, program: str | None
) -> None:
    """Begin an edition in FOLDER, which must be empty or new; asks for what is not given."""
    place = Path(folder.expanduser())
    if place.exists() and (not place.is_dir() or {path.name for path in place.iterdir()} - _IGNORED):
        refuse(f'"{visible(str(folder))}" is not empty, and nothing was written. Name a new or an empty folder.')
    begun = NewEdition(
        name=_plain(_ask("name", name, "Name of the edition", None), "a name"),
        language=check_by_rule(_ask("language", language, "Language of its pages", "en"), LANGUAGE_TAG),
        licence=_plain(_ask("", licence, "Licence of what you write", _LICENCE), "a licence").rstrip("."),
        address=check_by_rule(_ask("", address, "Address of the site, if you know it", ""), WEB_ADDRESS),
        requirement=program or installed_requirement(),
    )
    files = edition_scaffold(begun)
    try:
        writing.create({place / path: data for path, data in files.items()}, root=place)
    except OSError as error:
        end_unwritten(error)
    for path in files:
        click.echo(f"Wrote {path}")
    if not program and not _is_from_elsewhere():
        click.echo(f"Write into requirements.txt where others get the program: it says {begun.requirement}.")
    click.echo(f"Next: cd {visible(str(folder))}; reader new source FILE; reader serve. README.md has the rest.")


@click.command()
@NEW_ROOT
@click.argument("name", type=click.Choice([page.path.removesuffix(".md") for page in standard_pages()]), metavar="NAME")
def page(root: Path, name: str) -> None:
    """Begin docs/NAME.md with the words of that page of the program, in whose place it will be shown."""
    begun = next(standard for standard in standard_pages() if standard.path == f"{name}.md")
    file = root / "docs" / begun.path
    if file.exists() or file.is_symlink():
        refuse(f"docs/{begun.path} exists already, and nothing was written. Open that file.")
    try:
        writing.create({file: begun.text.encode()}, root=root)
    except OSError as error:
        end_unwritten(error)
    click.echo(f"Wrote docs/{begun.path}")


def installed_requirement() -> str:
    """Return what pip has to be told to install this version of the program again.

    Where it came from a repository, that is the commit there.
    """
    try:
        found = distribution(_DISTRIBUTION)
    except PackageNotFoundError:
        return _DISTRIBUTION
    origin = _origin()
    commit = origin.get("vcs_info", {}).get("commit_id")
    return f"{_DISTRIBUTION} @ git+{origin['url']}@{commit}" if commit else f"{_DISTRIBUTION}=={found.version}"


def _origin() -> dict[str, Any]:
    """Return what pip noted of where the program came from, by PEP 610; nothing if from a registry."""
    try:
        noted = distribution(_DISTRIBUTION).read_text("direct_url.json")
    except PackageNotFoundError:
        return {"url": "file:"}
    return dict(json.loads(noted or "{}"))


def _is_from_elsewhere() -> bool:
    """Return whether others can get the program where it came from: not from a folder of this machine."""
    return not str(_origin().get("url", "")).startswith("file:")


def is_asked() -> bool:
    """Return whether somebody sits at a terminal and can answer."""
    return sys.stdin.isatty()


def _ask(option: str, given: str | None, question: str, default: str | None) -> str:
    """Return an answer: as given, else asked for at a terminal, else the default; exit if one that must be is not."""
    if given is not None:
        return given
    if is_asked():
        return str(click.prompt(question, default=default, show_default=bool(default)))
    if option:
        refuse(f"Nothing was written: say which {option}, --{option} {option.upper()}.")
    return ""


def _plain(words: str, noun: str) -> str:
    text = " ".join(words.split())
    if not text.isprintable() or (not text and noun == "a name"):
        refuse(f'"{visible(words)}" cannot be {noun}: write words, and no control characters.')
    return text
