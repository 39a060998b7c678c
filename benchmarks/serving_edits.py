"""How long an edit takes to show while an edition is served.

usage: python -m benchmarks.serving_edits EDITION [EDITS]          (default: 9)

EDITION is the folder of an edition. It is served as `make serve` does; the definition of an entry is edited EDITS times
and put back. Printed are the seconds from saving the file until its page has the new words (the server's own wait for
more changes is part of it), and their median; measure it on a machine that does nothing else.
"""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from statistics import median

_START, _EDIT = 180, 60  # seconds to wait at most
_PAUSE = 0.2
_EDITS = "9"
_LIVE = re.compile(r"livereload\((\d+), (\d+)\);")


def main(arguments: Sequence[str]) -> int:
    """Print the seconds of each edit, and their median.

    Returns:
        The exit code: 2 for wrong usage.
    """
    edition, edits = Path(*arguments[:1]), int(*arguments[1:] or [_EDITS])
    if not (edition / "mkdocs.yml").is_file():
        print(__doc__, file=sys.stderr)
        return 2
    port = _free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": ""}
    with (
        tempfile.TemporaryFile() as log,
        subprocess.Popen(command, cwd=edition, env=environment, stdout=log, stderr=log) as server,
    ):
        try:
            seconds = _edit(edition, f"http://127.0.0.1:{port}", edits)
        finally:
            server.terminate()
    print(", ".join(f"{taken:.2f}" for taken in seconds))
    print(f"median of {edits}: {median(seconds):.2f} s")
    return 0


def _edit(edition: Path, address: str, edits: int) -> list[float]:
    entries = sorted(path for path in (edition / "docs" / "glossary").glob("*.md") if path.name != "index.md")
    entry = entries[len(entries) // 3]
    written = entry.read_text("utf-8")
    page = f"{_home(address)}glossary/{entry.stem}/"
    seconds = []
    try:
        for number in range(edits):
            words = f"A note that was not there before, number {number}."
            live = _LIVE.search(_read(page, _START))
            if live is None:
                raise SystemExit(f"{page}: it does not ask whether it has changed")
            entry.write_text(f"{written}\n{words}\n", "utf-8")
            start = time.perf_counter()
            _read(
                f"{address}/livereload/{live[1]}/{live[2]}", _EDIT
            )  # answered when the site is built, as to a browser
            if words not in _read(page, _EDIT):
                raise SystemExit(f"{page}: the words do not show")
            seconds.append(time.perf_counter() - start)
            time.sleep(1)
    finally:
        entry.write_text(written, "utf-8")
    return seconds


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def _home(address: str) -> str:
    """Return where the site is served, to which the root leads, as soon as it is."""
    deadline = time.monotonic() + _START
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{address}/") as answer:  # noqa: S310 - our own server
                return str(answer.url)
        except urllib.error.URLError:
            time.sleep(_PAUSE)
    raise SystemExit("the server does not answer")


def _read(address: str, seconds: float) -> str:
    with urllib.request.urlopen(address, timeout=seconds) as answer:  # noqa: S310 - our own server
        content: bytes = answer.read()
    return content.decode("utf-8")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
