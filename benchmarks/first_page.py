"""How long a newcomer waits and types from an empty folder to a built site with a page of her own.

usage: python -m benchmarks.first_page [WHEEL]

The package is installed with pip into an environment of its own, from WHEEL or from one made of this checkout. Printed
are for each command the seconds that it took, those of a processor in them, and those of its letters at the pace of
somebody who types slowly. Packages come from the index that pip is set to, and from what pip has kept.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

_LETTERS_A_SECOND = 3.0
_MOST_ARGUMENTS = 1
_TEXT = """\
A letter from the lighthouse

Lumen, 3 May 1924

The lamp of Lumen failed twice this week. I have written to the Harbour Office, and have had no answer.

Anna Vane
"""
_FIELDS = {
    "genre:": "genre: personal_communication",
    "statement:": "statement: https://creativecommons.org/publicdomain/mark/1.0/",
}
_COMMANDS = (
    "python3 -m venv program && . program/bin/activate",
    "pip install {wheel}",
    'reader new edition letters --name "Letters from Lumen" --language en',
    "reader new source --root letters letter.txt",
    "",
    "reader check --root letters",
    "reader build --root letters",
)
"""What is typed; in the empty place the page of the text is filled in."""


class Cost(NamedTuple):
    """Seconds until a command ended, those of a processor, and those of typing it."""

    waited: float
    worked: float
    typed: float

    def __str__(self) -> str:
        """Return the seconds as the start of a line."""
        return f"{self.waited:6.1f} s ({self.worked:5.1f} s of a processor), typed in {self.typed:5.1f} s"


def main(arguments: Sequence[str]) -> int:
    """Print the table.

    Returns:
        The exit code: 1 if no page was built, 2 for wrong usage.
    """
    if len(arguments) > _MOST_ARGUMENTS or not all(Path(argument).is_file() for argument in arguments):
        print(__doc__, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        wheel = Path(arguments[0]).resolve() if arguments else _make_wheel(place / "wheel")
        (place / "letter.txt").write_text(_TEXT, encoding="utf-8")
        costs = []
        for command in _COMMANDS:
            costs.append(_run(command, wheel, place) if command else _fill(place))
            print(f"{costs[-1]}: {command or 'the fields of the page'}")
        built = (place / "letters/site/sources/a-letter-from-the-lighthouse/index.html").is_file()
    total = Cost(*map(sum, zip(*costs, strict=True)))
    print(
        f"{total}: {total.waited + total.typed:.0f} s together, {total.worked + total.typed:.0f} s on an idle machine"
    )
    return 0 if built else 1


def _make_wheel(folder: Path) -> Path:
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--quiet", "-w"]
    checkout = Path(__file__).parents[1]
    subprocess.run([*command, str(folder), str(checkout)], check=True)
    return next(folder.glob("*.whl"))


def _run(command: str, wheel: Path, place: Path) -> Cost:
    """Run what is typed in a folder, by a shell that knows none of this checkout."""
    known = {name: os.environ[name] for name in ("HOME", "LANG") if name in os.environ}
    known["PATH"] = f"{place}/program/bin{os.pathsep}{os.environ['PATH']}"
    start, before = time.perf_counter(), _worked()
    done = subprocess.run(
        ["/bin/sh", "-c", command.format(wheel=wheel)],
        cwd=place,
        env=known,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    letters = len(command.format(wheel=wheel.name))
    return Cost(time.perf_counter() - start, _worked() - before, letters / _LETTERS_A_SECOND)


def _worked() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _fill(place: Path) -> Cost:
    page = place / "letters/docs/sources/a-letter-from-the-lighthouse.md"
    lines = page.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if field := _FIELDS.get(line.strip()):
            lines[number] = line.replace(line.strip(), field)
    page.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return Cost(0.0, 0.0, sum(map(len, _FIELDS.values())) / _LETTERS_A_SECOND)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
