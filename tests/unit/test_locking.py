from __future__ import annotations

from pathlib import Path

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
    assert read_edition(tmp_path).findings == ()


def test_a_lock_that_no_longer_fits_is_written_anew_on_demand(tmp_path: Path) -> None:
    scratch.write(tmp_path, {**scratch.corpus(), LOCK: b"letter p1 0123456789abcdef\n<<<<<<<\n"})
    assert {one.code for one in read_edition(tmp_path).findings} == {
        "anchor-moved",
        "anchor-line-unreadable",
        "anchor-unlocked",
    }
    assert CliRunner().invoke(main, ["anchors", "--root", str(tmp_path)]).exit_code == 0
    assert read_edition(tmp_path).findings == ()


def test_no_lock_is_written_over_other_errors(tmp_path: Path) -> None:
    scratch.write(tmp_path, {**scratch.corpus(), "docs/glossary/grain.md": b"---\nkind: concept\n---\n"})
    assert CliRunner().invoke(main, ["anchors", "--root", str(tmp_path)]).exit_code == 1
    assert not (tmp_path / LOCK).exists()
