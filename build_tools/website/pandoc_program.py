"""Pandoc, which converts documents and renders citations. Only this module starts the program.

It is part of the package pypandoc_binary, so that every machine has the same version.
"""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from importlib.resources import as_file, files


def run_pandoc(data: bytes, *options: str, timeout: float | None = None) -> bytes:
    """Return what pandoc makes of a document.

    Args:
        data: The document.
        options: The options of the command.
        timeout: After how many seconds to give up; None for never.

    Raises:
        subprocess.CalledProcessError: If pandoc fails.
        subprocess.TimeoutExpired: If it takes longer.
    """
    name = "pandoc.exe" if sys.platform == "win32" else "pandoc"
    with as_file(files("pypandoc") / "files" / name) as program:
        done = subprocess.run(  # noqa: S603 - the program of the package, with our options
            [str(program), *options], input=data, capture_output=True, check=True, timeout=timeout
        )
    return done.stdout


@cache
def pandoc_version() -> str:
    """Return the version of pandoc, such as "3.9"."""
    match = re.match(rb"pandoc\S* (\S+)", run_pandoc(b"", "--version"))
    return match[1].decode() if match else ""
