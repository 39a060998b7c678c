"""The commands that build the site and show it while somebody edits: MkDocs, with what an edition asks of it."""

from __future__ import annotations

import errno
import os
import re
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path

import click

from build_tools.corpus.front_matter.settings import SETTINGS
from build_tools.interfaces.cli.options import ROOT, refuse
from build_tools.interfaces.cli.parallel.executor_options import Workers, takes_workers
from build_tools.text.escaping import visible
from build_tools.website.writing import check_destination

_PATIENCE = 10  # seconds in which MkDocs may end by itself
_ADDRESS = re.compile(r"\[?(?P<host>[^\[\]]+)\]?:(?P<port>\d{1,5})", re.ASCII)
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
    _refuse_without_settings(root)
    if site_dir:
        check_destination(site_dir, root)
    folder = ["--site-dir", str(site_dir.absolute())] if site_dir else []
    _run_mkdocs(root, ["build", "--strict", *folder], workers.environment)


@click.command()
@ROOT
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="The address and port to serve at.")
def serve(root: Path, address: str) -> None:
    """Show the site while you edit; a page reloads when you save."""
    _refuse_without_settings(root)
    _refuse_taken(address)
    _run_mkdocs(root, ["serve", "--livereload", "--dev-addr", address])


def _refuse_without_settings(root: Path) -> None:
    if not (root / SETTINGS).is_file():
        place = visible(str(root)) if root != Path() else "the current folder"
        refuse(f"There is no {SETTINGS} in {place}. To begin an edition: python -m build_tools new edition FOLDER")


def _refuse_taken(address: str) -> None:
    """Refuse an address that is malformed or already in use; MkDocs would end in a traceback."""
    try:
        host, port = _read_address(address)
    except ValueError:
        refuse(f'"{visible(address)}" is not an address and a port: write it as 127.0.0.1:8001.')
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            refuse(f"Another program uses {address}: end it, or choose another port with --address 127.0.0.1:8001.")
        reason = os.strerror(error.errno) if error.errno else str(error)
        refuse(f"The site cannot be served at {address}: {reason}.")


def _read_address(address: str) -> tuple[str, int]:
    """Return the host and the port of an address; raise a ValueError where it is none."""
    match = _ADDRESS.fullmatch(address)
    if not match or int(match["port"]) >= 1 << 16:
        raise ValueError(address)
    host = match["host"]
    return host if host == "localhost" else str(ip_address(host)), int(match["port"])


def _run_mkdocs(root: Path, words: Sequence[str], environment: Mapping[str, str] = _NOTHING) -> None:
    """Run MkDocs in the folder of an edition, and exit as it does."""
    command = [sys.executable, "-m", "mkdocs", *words]
    with subprocess.Popen(command, cwd=root, env={**_QUIET, **os.environ, **environment}) as mkdocs:  # noqa: S603
        try:
            status = mkdocs.wait()
        except KeyboardInterrupt:  # which MkDocs gets too: it removes the site that it served
            with suppress(subprocess.TimeoutExpired):
                mkdocs.wait(_PATIENCE)
            mkdocs.kill()
            sys.exit(130)  # as a shell says that somebody ended it
    if status:
        from build_tools.interfaces.publishable_tree import read_settings  # noqa: PLC0415 - where all went well, for nothing

        read_settings(root)  # which says of settings that are refused what MkDocs did not
    sys.exit(status)
