"""Every mistake an editor can make has a folder: `in/` is laid over the stock project, `expected.txt` is what is printed."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_tools.interfaces.cli import main
from build_tools.model.findings import ADVICE
from tests.support.builds import FINDINGS, ROOT, STOCK

CASES = sorted(case for case in FINDINGS.iterdir() if case.name != "stock")
CODE_POSITION = {"Finding": 2, "add": 1, "decode": 2}


def lay_out(case: Path | None, tmp_path: Path) -> Path:
    project = tmp_path / "project"
    shutil.copytree(STOCK, project)
    if case and (case / "in").is_dir():
        shutil.copytree(case / "in", project, symlinks=True, dirs_exist_ok=True)
    if case and (case / "removed.txt").is_file():
        for name in (case / "removed.txt").read_text(encoding="utf-8").split():
            (project / name).unlink()
    return project


def files_below(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_stock_project_has_nothing_amiss(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["check", "--root", str(lay_out(None, tmp_path))])
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_mistake_is_explained_with_line_and_remedy_and_nothing_is_written(
    case: Path, tmp_path: Path, golden: Callable[[Path, str], None]
) -> None:
    project = lay_out(case, tmp_path)
    before = files_below(project)
    result = CliRunner().invoke(main, ["build", "--root", str(project)])
    golden(case / "expected.txt", result.stderr)
    code = case.name.partition("~")[0]
    assert f"[{code}]" in result.stderr
    if f": {ADVICE}: " in result.stderr:
        assert result.exit_code == 0
    else:
        assert result.exit_code == 1
        assert files_below(project) == before


def test_every_code_has_a_case() -> None:
    used = {code for path in (ROOT / "build_tools").rglob("*.py") for code in codes_in(path)}
    shown = {case.name.partition("~")[0] for case in CASES}
    assert used - shown == set()
    assert shown - used == set()


def test_the_catalogue_explains_every_code_with_a_rule_and_an_example_of_its_folder(root: Path) -> None:
    page = (root / "docs" / "findings.md").read_text(encoding="utf-8")
    sections = re.findall(r"^### (\S+) \{ #(\S+) \}\n\n(.+?)\n\n```text\n(.+?)\n```$", page, re.MULTILINE | re.DOTALL)
    assert [code for code, anchor, _, _ in sections] == [anchor for _, anchor, _, _ in sections]
    assert sorted(code for code, *_ in sections) == sorted({case.name.partition("~")[0] for case in CASES})
    for code, _, rule, example in sections:
        assert rule.split(". ")[0].rstrip(".")
        assert example in (FINDINGS / code / "expected.txt").read_text(encoding="utf-8")
        assert example.partition("\n")[0].endswith(f"[{code}]")
        assert rule.endswith("Advice.") == (f": {ADVICE}: " in example)


def codes_in(path: Path) -> Iterator[str]:
    """The codes of findings made in a module: string constants in the place of `code`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        position = CODE_POSITION.get(name)
        if position is not None and len(node.args) > position:
            code = node.args[position]
            if isinstance(code, ast.Constant) and isinstance(code.value, str) and "-" in code.value:
                yield code.value
