"""Each mistake an editor can make has a folder: `in/` is laid over the stock project, `expected.txt` is the output."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_tools.corpus.written_pages import standard_pages
from build_tools.edition.checks import CHECKS
from build_tools.interfaces.cli import main
from build_tools.model.finding_codes import FINDING_CODES, SEVERITIES, TOPICS, FindingCode
from build_tools.model.findings import ADVICE, Finding
from build_tools.website.composing import compose
from build_tools.website.markup.composed_page import ComposedPage
from tests.support.builds import FINDINGS, STOCK
from tests.support.finding_cases import CASES, command_of, files_below, lay_out

COMMANDS = ("python -m", "git ", "cd ")
CODE_POSITION = {"Finding": 2, "add": 1, "decode": 2, "Choice": 1, "Flag": 1, "Rule": 1}


def texts_below(folder: Path) -> dict[str, str]:
    return {path: data.decode("utf-8", "replace") for path, data in files_below(folder).items()}


def is_typed(code: FindingCode) -> bool:
    """Whether the example is words in a file, and the fix other words."""
    texts = texts_below(FINDINGS / code.code / "in").values()
    return any(code.example.strip("\n") in text for text in texts) and not code.fix.startswith(COMMANDS)


def test_the_stock_project_has_no_findings(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["check", "--root", str(lay_out(None, tmp_path))])
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_mistake_is_explained_with_line_and_remedy_and_nothing_is_written(
    case: Path, tmp_path: Path, golden: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    project = lay_out(case, tmp_path)
    golden_file = (case / "expected.txt").resolve()
    monkeypatch.chdir(project)
    before = files_below(project)
    result = CliRunner().invoke(main, command_of(case) or ["build"])
    golden(golden_file, result.stderr)
    code = case.name.partition("~")[0]
    assert f"[{code}]" in result.stderr
    if f": {ADVICE}: " in result.stderr:
        assert result.exit_code == 0
    else:
        assert result.exit_code == 1
        assert files_below(project) == before


def test_the_table_is_sorted_and_complete() -> None:
    assert list(FINDING_CODES) == sorted(FINDING_CODES)
    for code in FINDING_CODES.values():
        assert code.topic in TOPICS
        assert code.severity in SEVERITIES
        assert code.rule.endswith(".") and ". " not in code.rule
        assert code.example.strip() and code.fix.strip() and code.example != code.fix


def test_every_code_has_a_case_and_is_raised_somewhere() -> None:
    raised = codes_below("build_tools")
    assert set(FINDING_CODES) == {case.name.partition("~")[0] for case in CASES}
    assert set(FINDING_CODES) == raised


def test_a_finding_with_an_unknown_code_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="no-such-code"):
        Finding("a.md", 1, "no-such-code", "message", "hint")


@pytest.mark.parametrize("code", FINDING_CODES.values(), ids=lambda code: code.code)
def test_an_example_is_what_the_case_of_its_code_has_or_prints(code: FindingCode) -> None:
    texts = texts_below(FINDINGS / code.code / "in")
    printed = (FINDINGS / code.code / "expected.txt").read_text(encoding="utf-8")
    assert any(code.example.strip("\n") in text for text in (*texts, *texts.values(), printed))
    assert f" [{code.code}]" in printed
    assert all((": advice: " in line) == (code.severity == ADVICE) for line in lines_with(code.code, printed))


@pytest.mark.parametrize(
    "code", [code for code in FINDING_CODES.values() if is_typed(code)], ids=lambda code: code.code
)
def test_typing_the_fix_instead_of_the_example_removes_the_finding(
    code: FindingCode, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = FINDINGS / code.code
    project = lay_out(case, tmp_path)
    written, command = texts_below(case / "in"), command_of(case) or ["check"]
    monkeypatch.chdir(project)
    before = findings_of(command, code.code)
    for path, text in written.items():
        (project / path).write_text(text.replace(code.example.strip("\n"), code.fix.strip("\n")), encoding="utf-8")
    assert len(findings_of(command, code.code)) < len(before)


def test_the_checks_of_an_edition_declare_the_codes_that_no_reader_raises() -> None:
    declared = {code for check in CHECKS for code in check.codes}
    readers = ("corpus", "segmentation", "linking", "editing/importing", "interfaces")
    assert declared == set(FINDING_CODES) - codes_below(*(f"build_tools/{folder}" for folder in readers))


@pytest.mark.parametrize("path", sorted(Path("build_tools/edition/checks").glob("*.py")), ids=lambda path: path.stem)
def test_a_module_of_checks_declares_the_codes_that_it_raises(path: Path) -> None:
    module = importlib.import_module(f"build_tools.edition.checks.{path.stem}")
    if path.stem != "__init__":
        assert {code for check in getattr(module, "CHECKS", ()) for code in check.codes} == set(codes_in(path))


def test_the_page_of_findings_has_a_section_for_every_code_below_its_introduction() -> None:
    written = next(page.body for page in standard_pages() if page.path == "findings.md")
    page = next(page for page in compose(STOCK)[0] if isinstance(page, ComposedPage) and page.path == "findings.md")
    assert page.markdown.split("---\n", 2)[2].strip().startswith(written.strip())
    assert page.edit_path is None
    topics = re.findall(r"^## .+ \{#(\S+)\}$", page.markdown, re.MULTILINE)
    sections = re.findall(r"^### (\S+) \{#(\S+)\}$", page.markdown, re.MULTILINE)
    assert topics == list(TOPICS)
    assert [code for code, _ in sections] == [anchor for _, anchor in sections]
    assert sorted(code for code, _ in sections) == list(FINDING_CODES)
    for code in FINDING_CODES.values():
        assert code.rule in page.markdown
        assert code.example.strip("\n") in page.markdown and code.fix.strip("\n") in page.markdown


def findings_of(command: list[str], code: str) -> list[str]:
    result = CliRunner().invoke(main, command)
    return lines_with(code, result.stderr)


def lines_with(code: str, printed: str) -> list[str]:
    return [line for line in printed.splitlines() if line.endswith(f"[{code}]")]


def codes_below(*folders: str) -> set[str]:
    return {code for folder in folders for path in Path(folder).rglob("*.py") for code in codes_in(path)}


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
