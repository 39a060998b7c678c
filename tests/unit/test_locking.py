from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_tools.corpus.lock_file import LOCK
from build_tools.edition.checks.anchor_lock import fingerprint
from build_tools.edition.reading import read_edition
from build_tools.interfaces.cli import main
from tests.support import scratch


def test_white_space_is_no_part_of_the_words_an_anchor_stands_for() -> None:
    assert fingerprint("a b\nc") == fingerprint("a  b c")
    assert fingerprint("a b") != fingerprint("a c")


def test_the_lock_is_written_once_and_then_stays(tmp_path: Path) -> None:
    scratch.write(tmp_path, scratch.corpus())
    first = CliRunner().invoke(main, ["anchors", "--root", str(tmp_path)])
    again = CliRunner().invoke(main, ["anchors", "--root", str(tmp_path)])
    assert first.stdout == "9 anchors in 3 texts: written\n"
    assert again.stdout == "9 anchors in 3 texts: unchanged\n"
    assert read_edition(tmp_path, "en").findings == ()


def test_a_lock_that_no_longer_fits_is_written_anew_on_demand(tmp_path: Path) -> None:
    scratch.write(tmp_path, {**scratch.corpus(), LOCK: b"letter p1 0123456789abcdef\n<<<<<<<\n"})
    assert {one.code for one in read_edition(tmp_path, "en").findings} == {
        "anchor-moved",
        "anchor-line-unreadable",
        "anchor-unlocked",
    }
    assert CliRunner().invoke(main, ["anchors", "--root", str(tmp_path)]).exit_code == 0
    assert read_edition(tmp_path, "en").findings == ()


def test_whoever_writes_the_lock_anew_learns_how_many_published_numbers_break(tmp_path: Path) -> None:
    lost = b"letter p1 0123456789abcdef\nletter p77 0123456789abcdef\nletter p78 0123456789abcdef\n"
    scratch.write(tmp_path, {**scratch.corpus(), LOCK: lost})
    assert CliRunner().invoke(main, ["anchors", "--root", str(tmp_path)]).stderr == (
        "1 locked place with other words, 2 locked places gone: their addresses no longer work. "
        "If they were published, put anchors.lock back and run anchors --renumber ID.\n"
    )
    assert CliRunner().invoke(main, ["anchors", "--root", str(tmp_path)]).stderr == ""


def test_a_number_that_leads_on_is_not_counted_as_broken(tmp_path: Path) -> None:
    scratch.write(tmp_path, {**scratch.corpus(), LOCK: b"letter p77 0123456789abcdef\n"})
    done = CliRunner().invoke(main, ["anchors", "--renumber", "letter", "--root", str(tmp_path)])
    assert "no longer work" not in done.stderr


def test_no_lock_is_written_over_other_errors(tmp_path: Path) -> None:
    scratch.write(tmp_path, {**scratch.corpus(), "docs/glossary/grain.md": b"---\nkind: concept\n---\n"})
    assert CliRunner().invoke(main, ["anchors", "--root", str(tmp_path)]).exit_code == 1
    assert not (tmp_path / LOCK).exists()


def locked(root: Path) -> Path:
    """A repository whose first commit has a lock."""
    scratch.write(root, scratch.corpus())
    CliRunner().invoke(main, ["anchors", "--root", str(root)])
    return scratch.repository(root)


def codes(root: Path) -> list[tuple[str, str]]:
    return [(finding.code, finding.hint) for finding in read_edition(root, "en").findings]


def test_a_lock_that_was_deleted_is_missed_before_and_after_the_deletion_is_committed(tmp_path: Path) -> None:
    (locked(tmp_path) / LOCK).unlink()
    assert codes(tmp_path) == [("anchors-lock-missing", "Put it back: git checkout HEAD -- anchors.lock")]
    scratch.git(tmp_path, "commit", "--quiet", "--all", "--message", "Delete the lock")
    scratch.git(tmp_path, "commit", "--quiet", "--allow-empty", "--message", "Go on")
    ((code, hint),) = codes(tmp_path)
    assert code == "anchors-lock-missing"
    scratch.git(tmp_path, *hint.removeprefix("Put it back: git ").split())
    assert codes(tmp_path) == []


def test_a_lock_may_go_with_every_text_that_it_locks(tmp_path: Path) -> None:
    (locked(tmp_path) / LOCK).unlink()
    for name in scratch.TEXTS:
        (tmp_path / f"docs/sources/{name}.md").unlink()
    assert "anchors-lock-missing" not in dict(codes(tmp_path))


def test_an_edition_that_never_had_a_lock_needs_none(tmp_path: Path) -> None:
    assert codes(scratch.repository(tmp_path)) == []


@pytest.mark.parametrize("obstacle", ["link", "dangling link", "folder", "pipe", "30,000,000 bytes"])
def test_what_stands_in_the_place_of_the_lock_is_refused_unread(tmp_path: Path, obstacle: str) -> None:
    lock = locked(tmp_path) / LOCK
    lock.rename(tmp_path / "elsewhere.lock")
    if obstacle == "folder":
        lock.mkdir()
    elif obstacle == "30,000,000 bytes":
        lock.touch()
        os.truncate(lock, 30_000_000)
    elif obstacle == "pipe":
        os.mkfifo(lock)
    else:
        lock.symlink_to("elsewhere.lock" if obstacle == "link" else "nowhere.lock")
    assert [code for code, _ in codes(tmp_path)] == ["anchors-lock-unreadable"]
    shown = CliRunner().invoke(main, ["changes", "--root", str(tmp_path), "before", "--strict"])
    assert shown.exit_code == 1
    assert "anchors.lock: the file is" in shown.stdout
