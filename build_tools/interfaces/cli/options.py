"""The options that commands share, and the ways they end."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

from build_tools.model.findings import Finding, has_errors, report

ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The folder that holds seeds/ and docs/ (default: the current folder).",
)
FORMAT = click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json"]),
    default="text",
    help="For people (text) or programs (json).",
)


def refuse(message: str) -> NoReturn:
    """Print why the command cannot run, and exit as for wrong usage (2)."""
    click.echo(message, err=True)
    sys.exit(2)


def finish(findings: tuple[Finding, ...]) -> None:
    """Print the findings, if any, to standard error; exit with 1 if one of them is an error."""
    if findings:
        click.echo(report(findings), err=True)
    if has_errors(findings):
        sys.exit(1)
