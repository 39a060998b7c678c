"""The explain command as people type it, and the page that shows its output."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools.interfaces.cli import main


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def cases(root: Path) -> list[tuple[str, str]]:
    page = (root / "docs" / "manual" / "linking-cases.md").read_text(encoding="utf-8")
    return re.findall(r"```console\n\$ python -m build_tools (.+)\n((?:.*\n)+?)```", page)


def test_the_page_on_linking_shows_what_explain_prints(root: Path) -> None:
    shown = cases(root)
    assert len(shown) >= 5
    for line, expected in shown:
        result = run(*shlex.split(line), "--root", str(root))
        assert (result.exit_code, result.stdout) == (0, expected)


def test_the_page_on_linking_has_words_that_are_not_linked(root: Path) -> None:
    assert sum("not linked" in expected for _, expected in cases(root)) >= 2


def test_programs_read_the_same_decisions_as_json(root: Path) -> None:
    result = run("explain", "slippery-slope", "¶6", "--root", str(root), "--format", "json")
    found = json.loads(result.stdout)
    seoul = next(one for one in found["decisions"] if one["exact"] == "Seoul")
    assert (found["source"], found["block"]) == ("slippery-slope", "p6")
    assert (seoul["entry"], seoul["rule"]) == ("seoul", "shared_label: visited city")
    assert [one["entry"] for one in seoul["rejected"]] == ["south-korea"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nothing", "1"), 'There is no text "nothing". Texts: column-will'),
        (("slippery-slope", "99"), 'slippery-slope has no "99". It has ¶1–6, title, author-note.'),
        (("slippery-slope", "1", "--words", "zebra"), 'The words "zebra" do not occur in slippery-slope, ¶1.'),
    ],
)
def test_what_is_not_there_is_said_in_one_line(root: Path, words: tuple[str, ...], said: str) -> None:
    result = run("explain", *words, "--root", str(root))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(said)
    assert result.stderr.count("\n") == 1
