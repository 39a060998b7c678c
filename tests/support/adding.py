"""`new source` as people type it, and what it leaves."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from build_tools.interfaces.cli import main
from tests.support import received
from tests.support.received import BOOK, PAGE


def add(edition: Path, *words: str | Path, code: int = 0) -> Result:
    """Run the command, which must end with the code."""
    done = CliRunner().invoke(main, ["new", "source", "--root", str(edition), *map(str, words)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert done.exit_code == code, done.output
    return done


def begin_edition(folder: Path) -> Path:
    """An edition without texts, below a folder."""
    for name in ("seeds", "docs/sources", "docs/glossary"):
        (folder / "edition" / name).mkdir(parents=True)
    return folder / "edition"


def lay_out_papers(folder: Path) -> Path:
    """Files as people have them, below a folder."""
    papers = folder / "papers"
    (papers / "deep").mkdir(parents=True)
    (papers / "book.TXT").write_bytes(BOOK.encode())
    (papers / "road.docx").write_bytes(received.write_by_pandoc("docx"))
    (papers / "deep/road.pdf").write_bytes(received.print_article())
    (papers / "deep/page.html").write_bytes(PAGE.encode())
    return papers


def contents(edition: Path) -> dict[str, bytes]:
    """The files of an edition by their paths."""
    files = (path for path in edition.rglob("*") if path.is_file())
    return {path.relative_to(edition).as_posix(): path.read_bytes() for path in files}
