"""The options that commands share, and the ways they end."""

from __future__ import annotations

import os
import sys
from codecs import BOM_UTF8
from collections.abc import Callable, Sequence
from os import PathLike
from pathlib import Path
from typing import NoReturn, TypeVar

import click

from build_tools.corpus import front_matter
from build_tools.corpus.front_matter.text_types import Rule
from build_tools.corpus.regular_files import FOLDERS, read_regular_file
from build_tools.interfaces import PUBLIC_LOG
from build_tools.model.findings import Finding, has_errors, report
from build_tools.model.hints import did_you_mean
from build_tools.text.escaping import visible

_Command = TypeVar("_Command", bound=Callable[..., object])
_ROOT_HELP = "The folder that holds seeds/ and docs/ (default: the current folder)."


class EditionFolder(click.Path):
    """A folder that holds an edition; with `begun` for one that may still lack its seeds/ or docs/."""

    def __init__(self, *, begun: bool = False) -> None:
        """Take a path as click does."""
        super().__init__(path_type=Path)
        self._begun = begun

    def convert(self, value: str | PathLike[str], param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the folder, or exit with a sentence on what it lacks."""
        if not str(value):
            refuse("--root is empty: name the folder that holds seeds/ and docs/.")
        root = Path(os.fsdecode(super().convert(value, param, ctx)))
        missing = [name for name in FOLDERS if not (root / name).is_dir()]
        if missing and not (self._begun and root.is_dir() and len(missing) < len(FOLDERS)):
            self._refuse(root, missing)
        return root

    def _refuse(self, root: Path, missing: Sequence[str]) -> NoReturn:
        place = "The current folder" if root == Path() else f'"{visible(str(root))}"'
        lacks = f"has no {' and no '.join(f'{name}/' for name in missing)}"
        fault = lacks if root.is_dir() else "is not a folder" if root.exists() else "does not exist"
        refuse(f"{place} {fault}. {_suggest_root(root)}")


ROOT = click.option("--root", type=EditionFolder(), default=Path(), help=_ROOT_HELP)
NEW_ROOT = click.option("--root", type=EditionFolder(begun=True), default=Path(), help=_ROOT_HELP)
FORMAT = click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json"]),
    default="text",
    help="For people (text) or programs (json).",
)


def _suggest_root(root: Path) -> str:
    """Return what to name instead: an edition close by, one with a similar name first."""
    hint = "Name the folder that holds both: --root FOLDER."
    parent = Path(os.path.realpath(root)).parent
    for near in (parent, *_folders_in(root)):
        if _is_edition(near):
            return f'Did you mean --root "{visible(str(near))}"?'
    beside = [str(folder) for folder in _folders_in(root.parent) if _is_edition(folder)]
    return hint if root.exists() else did_you_mean(str(root), beside, hint)


def _folders_in(folder: Path) -> list[Path]:
    try:
        return sorted(entry for entry in folder.iterdir() if entry.is_dir())
    except OSError:
        return []


def _is_edition(folder: Path) -> bool:
    return all((folder / name).is_dir() for name in FOLDERS)


def public_option(also: str = "") -> Callable[[_Command], _Command]:
    """Return the option that keeps words of texts out of a log; its help may add something."""
    words = f"Print no words of texts that are not published in full{also}."
    return click.option("--public", "is_public", is_flag=True, envvar=PUBLIC_LOG, help=words)


PUBLIC = public_option()


def read_text(file: Path, path: str, *, with_mark: bool = False) -> tuple[str | None, list[Finding]]:
    """Return the text of a file, or None and findings; with its byte order mark where offsets count every character."""
    data, faults = read_regular_file(file.resolve(), path)
    if data is None:
        return None, faults
    text, faults = front_matter.decode(data, path, "file-not-utf8")
    mark = "\ufeff" if with_mark and data.startswith(BOM_UTF8) else ""
    return (None if text is None else mark + text), faults


def refuse(message: str) -> NoReturn:
    """Print why the command cannot run, and exit as for wrong usage (2)."""
    click.echo(message, err=True)
    sys.exit(2)


def check_by_rule(text: str, rule: Rule, option: str = "") -> str:
    """Return a text that follows a rule or is empty; exit with what to write instead where it is neither."""
    if text and not rule.is_followed_by(text):
        refuse(f"{option}{': ' if option else ''}{rule.complaint.format(text=visible(text))}. {rule.hint_for(text)}")
    return text


def follows(rule: Rule) -> Callable[[click.Context, click.Parameter, str], str]:
    """Return what click calls with the value of an option that must follow a rule, or be empty."""

    def check(_: click.Context, option: click.Parameter, text: str) -> str:
        return check_by_rule(text, rule, option.opts[0])

    return check


def end_unwritten(error: OSError) -> NoReturn:
    """Print why nothing was written; exit as for wrong usage (2) where a file is there already, else with 1."""
    from build_tools.website.writing import describe_disk_error  # noqa: PLC0415 - most commands write nothing

    message = f"Nothing was written. {visible(describe_disk_error(error))}"
    if isinstance(error, FileExistsError):
        refuse(message)
    click.echo(message, err=True)
    sys.exit(1)


def finish(findings: tuple[Finding, ...]) -> None:
    """Print the findings, if any, to standard error; exit with 1 if one of them is an error."""
    if findings:
        click.echo(report(findings), err=True)
    if has_errors(findings):
        sys.exit(1)


def visible_lines(text: str) -> str:
    """Return a text in which no character can steer a terminal; its lines stay."""
    return "".join(f"{visible(line)}\n" for line in text.splitlines())
