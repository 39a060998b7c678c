"""`new source` as people type it, and what it leaves."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from build_tools.interfaces.cli import main


def add(edition: Path, *words: str | Path, code: int = 0) -> Result:
    """Run the command, which must end with the code."""
    done = CliRunner().invoke(main, ["new", "source", "--root", str(edition), *map(str, words)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert done.exit_code == code, done.output
    return done


def contents(edition: Path) -> dict[str, bytes]:
    """The files of an edition by their paths."""
    files = (path for path in edition.rglob("*") if path.is_file())
    return {path.relative_to(edition).as_posix(): path.read_bytes() for path in files}
