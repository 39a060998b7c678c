"""The commands that build the site and show it while somebody edits: MkDocs, with what an edition asks of it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from build_tools.interfaces.cli.options import ROOT, refuse
from build_tools.interfaces.cli.parallel.executor_options import Workers, takes_workers
from build_tools.text.escaping import visible
from build_tools.website.writing import check_destination

_SETTINGS = "mkdocs.yml"
_NOTHING: Mapping[str, str] = {}
_QUIET = {"NO_MKDOCS_2_WARNING": "1"}  # the notice of a version that the package does not install


@click.command()
@ROOT
@click.option(
    "--site-dir", type=click.Path(file_okay=False, path_type=Path), default=None, help="The folder (default: site)."
)
@takes_workers
def site(root: Path, site_dir: Path | None, workers: Workers) -> None:
    """Check, then build the site; any link that leads nowhere is an error."""
    if site_dir:
        check_destination(site_dir, root)
    folder = ["--site-dir", str(site_dir.absolute())] if site_dir else []
    _run_mkdocs(root, ["build", "--strict", *folder], workers.environment)


@click.command()
@ROOT
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="The address and port to serve at.")
def serve(root: Path, address: str) -> None:
    """Show the site while you edit; a page reloads when you save."""
    _run_mkdocs(root, ["serve", "--livereload", "--dev-addr", address])


def _run_mkdocs(root: Path, words: Sequence[str], environment: Mapping[str, str] = _NOTHING) -> None:
    """Run MkDocs in the folder of an edition, and exit as it does."""
    if not (root / _SETTINGS).is_file():
        place = visible(str(root)) if root != Path() else "the current folder"
        refuse(f"There is no {_SETTINGS} in {place}. To begin an edition: python -m build_tools new edition FOLDER")
    command = [sys.executable, "-m", "mkdocs", *words]
    try:
        done = subprocess.run(command, cwd=root, env={**_QUIET, **os.environ, **environment}, check=False)  # noqa: S603
    except KeyboardInterrupt:
        sys.exit(130)  # as a shell says that somebody ended it
    if done.returncode:
        from build_tools.interfaces.publishable_tree import read_settings  # noqa: PLC0415 - where all went well, for nothing

        read_settings(root)  # which says of settings that are refused what MkDocs did not
    sys.exit(done.returncode)
