"""What the suggest command says of this edition: nothing, until something is planted."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_tools.interfaces.cli import main


def suggest(root: Path, *words: str) -> list[dict[str, object]]:
    result = CliRunner().invoke(main, ["suggest", "--root", str(root), "--format", "json", *words])
    assert result.exit_code == 0, result.output
    found: list[dict[str, object]] = json.loads(result.stdout)
    return found


@pytest.fixture
def corpus(root: Path, tmp_path: Path) -> Path:
    for name in ("seeds", "docs"):
        shutil.copytree(root / name, tmp_path / "corpus" / name)
    return tmp_path / "corpus"


def test_the_corpus_has_no_recurring_name_without_an_entry_or_a_reason(root: Path) -> None:
    found = suggest(root)
    urgent = ("near-miss", "name without an entry")
    assert [one["words"] for one in found if one["kind"] in urgent and one["count"] != 1] == []


@pytest.mark.parametrize(
    ("entry", "right", "wrong"),
    [
        ("vladivostok", "Vladivostok", "Vladivostock"),
        ("foreign-ministry-row-2024", "verbal spat", "verbel spat"),
        ("maria-zakharova", "Zakharova", "Zacharova"),
        ("kim-jong-un", "金正恩", "金正思"),
    ],
)
def test_a_planted_misspelt_alias_and_a_planted_missing_name_come_first(
    corpus: Path, entry: str, right: str, wrong: str
) -> None:
    file = corpus / f"docs/glossary/{entry}.md"
    file.write_text(file.read_text(encoding="utf-8").replace(right, wrong), encoding="utf-8")
    (corpus / "docs/glossary/tass.md").unlink()
    near, name = suggest(corpus)[:2] if entry != "maria-zakharova" else suggest(corpus)[1:3]
    assert (near["kind"], near["entry"]) == ("near-miss", entry)
    assert right in str(near["words"]) and wrong in str(near["label"])
    assert (name["kind"], name["words"]) == ("name without an entry", "TASS")
