"""Work that takes long shows on a terminal how far it has come, and nowhere else."""

from __future__ import annotations

import pytest

from build_tools.interfaces.progress import Progress


def shown(capsys: pytest.CaptureFixture[str], steps: int, total: int) -> list[str]:
    progress = Progress()
    progress.begin("Pages made", total)
    for _ in range(steps):
        progress.step()
    progress.end()
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err.split("\r")


def test_a_line_on_a_terminal_is_written_anew_and_left_empty(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert [line.strip() for line in shown(capsys, 2, 2)] == ["Pages made: 1 of 2", "Pages made: 2 of 2", "", ""]
    assert [line.strip() for line in shown(capsys, 1, 0)] == ["Pages made: 1", "", ""]
    assert len({len(line) for line in shown(capsys, 3, 3)[:-1]}) == 1


def test_of_many_steps_a_hundred_are_shown_and_the_last(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    lines = shown(capsys, 1_741, 1_741)
    assert 100 < len(lines) < 110
    assert lines[-3].strip() == "Pages made: 1,741 of 1,741"


def test_where_nobody_looks_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys, 3, 3) == [""]
