"""`check` for people, for workflows and for programs: the same findings, and hostile words inert in each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools.interfaces.cli import main
from build_tools.model.findings import Finding, findings_as_commands, findings_as_json, report
from tests.support import scratch


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return scratch.repository(tmp_path)


def check(project: Path, output: str) -> Result:
    return CliRunner().invoke(main, ["check", "--root", str(project), "--format", output])


def test_a_clean_corpus_is_an_empty_array_and_no_command(project: Path) -> None:
    assert (check(project, "json").exit_code, check(project, "json").stdout) == (0, "[]\n")
    assert (check(project, "github").exit_code, check(project, "github").stdout) == (0, "")


def test_a_workflow_gets_an_annotation_at_the_line_of_the_mistake(project: Path) -> None:
    text = scratch.entry("grain").replace("kind: concept", "kind: concep")
    scratch.write(project, {"docs/glossary/grain.md": text.encode()})
    result = check(project, "github")
    assert result.exit_code == 1
    place = "::error file=docs/glossary/grain.md,line=3,title=kind-unknown::"
    assert [line for line in result.stdout.splitlines() if line.startswith(place)] == [
        f'{place}"concep" is not a kind of entry%0AWrite one of: concept.'
    ]


def test_advice_is_a_notice_and_no_failure(project: Path) -> None:
    scratch.write(project, {"docs/glossary/grain.md": scratch.entry("grain", definition="The cereals.").encode()})
    result = check(project, "github")
    assert result.exit_code == 0
    assert result.stdout.startswith("::notice file=docs/glossary/grain.md,line=4,title=definition-article-first::")


def test_a_program_gets_every_part_of_a_finding_and_the_value_where_there_is_one(project: Path) -> None:
    text = scratch.entry("grain").replace("kind: concept", "kind: concep")
    scratch.write(project, {"docs/glossary/grain.md": text.encode()})
    result = check(project, "json")
    assert result.exit_code == 1
    found = {one["code"]: one for one in json.loads(result.stdout)}
    assert found["kind-unknown"] == {
        "path": "docs/glossary/grain.md",
        "line": 3,
        "code": "kind-unknown",
        "severity": "error",
        "message": '"concep" is not a kind of entry',
        "hint": "Write one of: concept.",
        "value": "concep",
    }
    assert (
        "value"
        not in json.loads(findings_as_json([Finding("a.md", 1, "definition-missing", "the entry has none", "")]))[0]
    )


HOSTILE = Finding(
    "docs/a\n::error::b,c:d.md",
    7,
    "label-empty",
    '"\x1b[31m%0A::set-output name=a::b\r\n" is bad ##[error]',
    "::x",
    demoted=True,
)


def test_no_value_ends_a_command_or_begins_another() -> None:
    (line,) = findings_as_commands([HOSTILE]).split("\n")
    assert line == (
        r"::notice file=docs/a\x0a%3A%3Aerror%3A%3Ab%2Cc%3Ad.md,line=7,title=label-empty::"
        r'"\x1b[31m%250A::set-output name=a::b\x0d\x0a" is bad ##\x5berror]%0A\x3a:x'
    )


def test_no_value_reaches_a_terminal_as_an_escape_or_a_log_as_a_command() -> None:
    lines = report([HOSTILE]).split("\n")
    assert len(lines) == 3
    assert not any(ord(character) < 32 for line in lines for character in line)
    assert not any(line.lstrip().startswith(("::", "##[")) for line in lines)


def test_a_program_reads_the_value_as_it_was_and_a_log_reads_no_command() -> None:
    written = findings_as_json([HOSTILE])
    assert json.loads(written)[0]["path"] == HOSTILE.path
    assert json.loads(written)[0]["message"] == HOSTILE.message
    assert "##[" not in written
    assert "\x1b" not in written
