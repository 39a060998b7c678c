"""`new source`: folders of files, tried without writing, taken back, killed at any moment."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_tools.interfaces.cli import main
from tests.support import received
from tests.support.adding import add, begin_edition, contents, lay_out_papers
from tests.support.received import BOOK, PAGE, PARAGRAPHS, TITLE


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    return begin_edition(tmp_path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as people have them."""
    papers = lay_out_papers(tmp_path)
    (papers / "deep/page_files").mkdir()
    (papers / "deep/page_files/advertisement.html").write_text("<p>Buy salt.</p>", encoding="utf-8")
    (papers / "photo.jpg").write_bytes(b"\xff\xd8")
    (papers / ".hidden.txt").write_text("hidden", encoding="utf-8")
    return papers


def test_a_folder_becomes_texts_with_their_originals_beside_them(edition: Path, folder: Path) -> None:
    done = add(edition, folder)
    assert "4 texts added, 0 there already, 0 not added." in done.output
    assert "Passed over, since they are no texts: photo.jpg." in done.output
    assert sorted(path for path in contents(edition) if path.startswith("seeds/")) == [
        "seeds/SHA256SUMS",
        "seeds/originals/page.html",
        "seeds/originals/road.docx",
        "seeds/originals/road.pdf",
        *sorted(f"seeds/the-salt-road-over-the-moor{ending}.txt" for ending in ("", "-2", "-2021", "-3")),
    ]
    page = (edition / "docs/sources/the-salt-road-over-the-moor-2.md").read_text("utf-8")
    assert 'original: {file: "road.pdf", converter: "pypdfium2", version: "5' in page
    assert "seed-" not in CliRunner().invoke(main, ["check", "--root", str(edition)]).output


def test_a_second_run_adds_only_what_is_new(edition: Path, folder: Path) -> None:
    add(edition, folder)
    before = contents(edition)
    assert "0 texts added, 4 there already, 0 not added." in add(edition, folder).output
    assert contents(edition) == before
    (folder / "twin.html").write_bytes(PAGE.encode())
    (folder / "new.md").write_text(f"# New\n\n{PARAGRAPHS[0]}\n", encoding="utf-8")
    done = add(edition, folder)
    assert "1 text added, 5 there already, 0 not added." in done.output
    assert "twin.html: this text is in seeds/ already, as seeds/originals/page.html" in done.output


def test_one_bad_file_is_reported_and_the_others_go_on(edition: Path, folder: Path) -> None:
    (folder / "broken.docx").write_bytes(b"PK")
    (folder / "scan.pdf").write_bytes(received.print_scan())
    (folder / "latin.txt").write_bytes("été".encode("latin-1"))
    (folder / "empty.md").write_bytes(b"\n")
    done = add(edition, folder, code=1)
    assert "4 texts added, 0 there already, 4 not added." in done.output
    for name, code in (
        ("broken.docx", "file-unreadable"),
        ("scan.pdf", "file-unreadable"),
        ("latin.txt", "seed-not-utf8"),
        ("empty.md", "seed-empty"),
    ):
        assert any(f"papers/{name}:1: " in line and f"[{code}]" in line for line in done.output.splitlines())


def test_a_dry_run_shows_what_each_file_would_become_and_writes_nothing(edition: Path, folder: Path) -> None:
    done = add(edition, "--dry-run", folder)
    assert contents(edition) == {}
    head, *rows = done.output.splitlines()
    assert head.split() == ["file", "id", "title", "issued", "languages", "genre", "converter"]
    names = ("papers/book.TXT", "papers/deep/page.html", "papers/deep/road.pdf", "papers/road.docx")
    assert all(row.split()[0].endswith(name) for row, name in zip(rows, names, strict=False))
    assert [cell.strip() for cell in rows[0].split("  ") if cell.strip()][1:] == [
        *("the-salt-road-over-the-moor", TITLE, "-", "en", "book", "-"),
    ]
    assert not (edition / "build").exists()


def test_undo_removes_what_the_last_run_added_and_nothing_else(edition: Path, folder: Path) -> None:
    add(edition, folder / "book.TXT")
    before = contents(edition)
    add(edition, folder)
    done = add(edition, "--undo")
    assert "Removed seeds/originals/road.docx" in done.output
    assert contents(edition) == before
    add(edition, "--undo")
    assert contents(edition) == {}
    assert "nothing to take back" in add(edition, "--undo", code=2).output


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_undo_leaves_the_other_lines_of_the_checksums_whatever_bytes_they_have(edition: Path, line_end: bytes) -> None:
    sums = edition / "seeds/SHA256SUMS"
    other = b"0" * 64 + b"  scans/caf\xe9.tif" + line_end
    sums.write_bytes(other)
    (edition.parent / "book.txt").write_bytes(BOOK.encode())
    add(edition, edition.parent / "book.txt")
    sums.write_bytes(sums.read_bytes().replace(line_end, b"\n").replace(b"\n", line_end))
    add(edition, "--undo")
    assert contents(edition) == {"seeds/SHA256SUMS": other}


def test_undo_refuses_where_somebody_has_written(edition: Path, folder: Path) -> None:
    add(edition, folder)
    with (edition / "docs/sources/the-salt-road-over-the-moor.md").open("a", encoding="utf-8") as page:
        page.write("A book of our own.\n")
    before = contents(edition)
    done = add(edition, "--undo", code=2)
    assert "changed or deleted since: docs/sources/the-salt-road-over-the-moor.md." in done.output
    assert contents(edition) == before


@pytest.mark.parametrize("moment", range(9))
def test_a_run_that_is_killed_is_taken_back_by_the_next(edition: Path, folder: Path, moment: int) -> None:
    add(edition, folder / "book.TXT")
    untouched = contents(edition)
    child = os.fork()
    if not child:
        killed_run(edition, folder, moment)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
    add(edition, folder / "book.TXT", code=2)  # which is there already
    assert {path: data for path, data in contents(edition).items() if ".staging-" not in path} == untouched
    assert "3 texts added, 1 there already" in add(edition, folder).output
    assert not [path for path in contents(edition) if ".staging-" in path]


def killed_run(edition: Path, folder: Path, moment: int) -> None:
    """Add a folder in a process of its own, which dies before it puts a file into place."""
    put, left = Path.rename, iter(range(moment))

    def rename(self: Path, target: Path) -> Path:
        if next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)
        return put(self, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "rename", rename)
        main(["new", "source", "--root", str(edition), str(folder)], standalone_mode=False)
    os._exit(0)


@pytest.mark.parametrize(
    "words", [(), ("--id", "one", "."), ("--id", "Not An Id", "book.TXT"), ("missing.txt",), ("--table", "missing.csv")]
)
def test_wrong_usage_is_refused_in_a_sentence(
    edition: Path, folder: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert add(edition, *words, code=2).output
    assert contents(edition) == {}


def test_links_and_pipes_in_a_folder_are_named_and_a_link_that_is_named_is_read(edition: Path, folder: Path) -> None:
    outside = folder.with_name("outside.txt")
    outside.write_text(f"{PARAGRAPHS[0]}\n", encoding="utf-8")
    (folder / "linked.txt").symlink_to(outside)
    os.mkfifo(folder / "pipe.txt")
    done = add(edition, folder)
    assert "Passed over, since they are links or no files: linked.txt, pipe.txt. Name them to add them." in done.output
    assert "1 text added, 4 there already" in add(edition, folder, folder / "linked.txt").output


def test_a_line_end_in_the_name_of_a_file_does_not_break_what_is_printed(edition: Path, folder: Path) -> None:
    (folder / "two\nlines.txt").write_text(f"{PARAGRAPHS[0]}\n", encoding="utf-8")
    (folder / "two\nlines.xyz").write_text("no text", encoding="utf-8")
    done = add(edition, folder)
    assert "papers/two lines.txt\n" in done.output
    assert "two lines.xyz." in done.output
