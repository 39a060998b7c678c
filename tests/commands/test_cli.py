from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools.interfaces.cli import main
from tests.support import scratch
from tests.support.builds import ROOT, STOCK


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(STOCK, tmp_path / "project"))


def test_check_counts_what_it_read(project: Path) -> None:
    result = run("check", "--root", str(project))
    assert (result.exit_code, result.stdout) == (0, "1 text, 2 entries, 3 mentions: no errors.\n")


def test_a_second_build_writes_nothing(project: Path) -> None:
    first, second = (run("build", "--root", str(project)).stdout for _ in range(2))
    # The pages, why their words are linked, and the search index.
    files = re.search(r"23 pages: (\d+) written, 0 unchanged, 0 removed\n$", first)
    assert files and int(files[1]) > 11
    assert second.endswith(f"23 pages: 0 written, {files[1]} unchanged, 0 removed\n")


def test_an_entry_that_goes_takes_its_page_with_it(project: Path) -> None:
    run("build", "--root", str(project))
    (project / "docs" / "glossary" / "nordia.md").unlink()
    run("build", "--root", str(project))
    assert not (project / "build" / "docs" / "glossary" / "nordia.md").exists()


def test_building_leaves_the_seeds_as_they_were(project: Path) -> None:
    before = [path.read_bytes() for path in sorted((project / "seeds").iterdir())]
    run("build", "--root", str(project))
    assert [path.read_bytes() for path in sorted((project / "seeds").iterdir())] == before


def test_segment_prints_each_block_with_its_role_language_text_and_place(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("A Title\n\nOne line that\nis wrapped here.\n", encoding="utf-8")
    blocks = [json.loads(line) for line in run("segment", "--language", "en", str(text)).stdout.splitlines()]
    assert (blocks[0]["role"], blocks[0]["lang"]) == ("title", "en")
    assert blocks[0]["text"] == "A Title"
    assert blocks[0]["spans"]
    assert {block["source"] for block in blocks} == {text.as_posix()}


def test_segment_explains_a_text_that_is_not_utf_8_and_prints_the_others(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text("Good.", encoding="utf-8")
    bad.write_bytes("Schön.".encode("latin-1"))
    result = run("segment", str(bad), str(good))
    assert result.exit_code == 1
    assert "[file-not-utf8]" in result.stderr
    assert json.loads(result.stdout)["text"] == "Good."


def test_wrong_usage_is_told_apart_from_wrong_material() -> None:
    assert run("segment").exit_code == 2
    assert run("nonsense").exit_code == 2


def test_the_program_starts_where_people_type_it(project: Path) -> None:
    scratch.begin_history(project)
    command = [sys.executable, "-m", "build_tools", "check", "--root", str(project)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, run(*command[3:]).stdout, "")


def test_segment_counts_a_byte_order_mark_as_annotate_and_quote_do(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_bytes(b"\xef\xbb\xbfA line of text.\n")
    mark, block = [json.loads(piece) for piece in run("segment", str(text)).stdout.splitlines()]
    assert (mark["set_aside"], mark["spans"]) == ("boilerplate", [{"start": 0, "end": 1}])
    assert (block["text"], block["spans"]) == ("A line of text.", [{"at": 0, "start": 1, "end": 16}])


@pytest.mark.parametrize(
    ("language", "hint"), [("EN", 'Write "en".'), ("cn", 'Write "zh".'), ("no language", "Write a BCP 47 tag")]
)
def test_segment_refuses_what_is_no_language(tmp_path: Path, language: str, hint: str) -> None:
    text = tmp_path / "a.txt"
    text.write_text("A line.", encoding="utf-8")
    result = run("segment", "--language", language, str(text))
    assert (result.exit_code, result.stdout) == (2, "")
    assert f'--language: "{language}" is not a language tag. {hint}' in result.stderr
