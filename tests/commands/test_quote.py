"""The command `quote`: what it says of a quotation, and a proof that holds without our code."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools.interfaces.cli import main
from tests.support.builds import ROOT

TEXT = "The harbour’s trade was not lost, though ships stayed away for a year.\n\nThe dele-\ngates of Nordia left it.\n"
Ask = Callable[..., Result]


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    runner = CliRunner()
    (tmp_path / "harbour.txt").write_text(TEXT, encoding="utf-8")
    folder = tmp_path / "edition"
    options = ("--name", "Harbour papers", "--language", "en")
    begun = runner.invoke(main, ["new", "edition", str(folder), *options])
    assert begun.exit_code == 0, begun.output
    added = runner.invoke(main, ["new", "source", str(tmp_path / "harbour.txt"), "--root", str(folder)])
    assert added.exit_code == 0, added.output
    return folder


@pytest.fixture
def ask(edition: Path) -> Ask:
    return lambda words, *options, **given: CliRunner().invoke(
        main, ["quote", words, "--root", str(edition), *options], **given
    )


@pytest.mark.parametrize(
    ("words", "state", "code"),
    [
        ("The harbour's trade was not lost, though ships stayed away", "exact", 0),
        ("the delegates of Nordia left", "exact", 0),
        ("The harbour’s trade was lost, though ships stayed away", "altered", 1),
        ("trade was not lost … The delegates of Nordia", "exact", 0),
        ("no ship of the empire was ever seen here again", "absent", 1),
        ("the harbour", "short", 1),
        ("word " * 5_000, "long", 1),
    ],
)
def test_a_quotation_is_answered(ask: Ask, words: str, state: str, code: int) -> None:
    result = ask(words, "--format", "json")
    assert (json.loads(result.stdout)["answer"], result.exit_code) == (state, code)


def test_an_altered_quotation_is_shown_with_its_differences(ask: Ask) -> None:
    said = ask("The harbour’s trade was lost, though ships stayed away").output
    assert "Altered" in said
    assert "The harbour’s trade was [the text has: not] lost, though ships stayed away" in said


def test_words_come_from_standard_input_too(ask: Ask) -> None:
    assert ask("-", input="the delegates of Nordia left it").output.startswith("Exact.")


def test_every_piece_of_a_proof_is_in_the_raw_file(ask: Ask, edition: Path) -> None:
    proof = json.loads(ask("stayed away for a year. The delegates of Nordia", "--format", "json").stdout)
    (match,) = proof["matches"]
    raw = (edition / match["file"]).read_bytes().decode("utf-8")
    pieces = [piece for passage in match["passages"] for piece in passage["pieces"]]
    assert [piece["words"] for piece in pieces] == [raw[piece["start"] : piece["end"]] for piece in pieces]
    assert "".join(piece["words"] for piece in pieces) == "stayed away for a year.The delegates of Nordia"


@pytest.mark.parametrize("harm", ["", "words", "file", "answer", "no file"])
def test_the_program_of_the_manual_proves_an_answer_and_refuses_a_false_one(
    ask: Ask, edition: Path, tmp_path: Path, harm: str
) -> None:
    manual = (ROOT / "docs/manual/commands.md").read_text(encoding="utf-8")
    program = re.search(r"```python\n(import hashlib\n.*?)```", manual, re.DOTALL)
    assert program
    (tmp_path / "verify.py").write_text(program[1], encoding="utf-8")
    proof = json.loads(ask("the delegates of Nordia left it", "--format", "json").stdout)
    if harm == "words":
        proof["matches"][0]["passages"][0]["pieces"][0]["words"] = "other"
    elif harm == "no file":
        del proof["matches"][0]["file"]
    elif harm == "answer":
        proof["quotation"] = "the deputies of Nordia left it"
    (tmp_path / "proof.json").write_text(json.dumps(proof), encoding="utf-8")
    if harm == "file":
        seed = edition / proof["matches"][0]["file"]
        seed.write_text(seed.read_text("utf-8") + "More.\n", encoding="utf-8")
    command = [sys.executable, str(tmp_path / "verify.py"), str(tmp_path / "proof.json")]
    result = subprocess.run(command, cwd=edition, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (bool(harm), ""), result.stdout
