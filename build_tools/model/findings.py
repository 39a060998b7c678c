"""Mistakes in an editor's material, as values: checks return them, commands sort and print them once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.model.finding_codes import ADVICE, ERROR, FINDING_CODES
from build_tools.text import escaping

__all__ = [
    "ADVICE",
    "ERROR",
    "Finding",
    "findings_as_commands",
    "findings_as_json",
    "has_errors",
    "pluralise",
    "report",
]

_QUOTED = re.compile(r'"(?P<value>[^"]*)"')
_LEVELS = {ERROR: "error", ADVICE: "notice"}


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A mistake at a line of a file.

    Attributes:
        path: The file, relative to the root.
        line: The line, counted from 1.
        code: One of `FINDING_CODES`, which gives the severity: an error blocks publication and makes the command
            exit 1, advice never does.
        message: What is wrong; it quotes the value at fault first, in straight quotation marks.
        hint: What to type instead.
        demoted: Whether it is advice whatever its code says.

    Raises:
        ValueError: If `code` is not in the table, which is a mistake in the program, never an editor's.
    """

    path: str
    line: int
    code: str
    message: str
    hint: str
    demoted: bool = False

    def __post_init__(self) -> None:
        if self.code not in FINDING_CODES:
            raise ValueError(f"the code {self.code!r} is not in finding_codes.toml")

    @property
    def severity(self) -> str:
        """Return ERROR or ADVICE."""
        return ADVICE if self.demoted else FINDING_CODES[self.code].severity

    @property
    def value(self) -> str | None:
        """Return the value at fault, or None if something is missing or the mistake is not in a value."""
        quoted = _QUOTED.search(self.message)
        return quoted["value"] if quoted else None


def has_errors(findings: Iterable[Finding]) -> bool:
    """Return whether any finding blocks publication."""
    return any(finding.severity == ERROR for finding in findings)


def report(findings: Iterable[Finding]) -> str:
    """Return the findings as text to read: sorted, each once, with a count at the end; empty if there are none."""
    unique = sorted(set(findings))
    if not unique:
        return ""
    lines = []
    for finding in unique:
        advice = "advice: " if finding.severity == ADVICE else ""
        place = f"{escaping.plain(finding.path)}:{finding.line}"
        lines.append(f"{place}: {advice}{escaping.plain(finding.message)} [{finding.code}]")
        lines.append(f"    {escaping.plain(finding.hint)}")
    files = len({finding.path for finding in unique})
    lines.append(f"{pluralise(len(unique), 'finding')} in {pluralise(files, 'file')}.")
    return "\n".join(lines)


def findings_as_commands(findings: Iterable[Finding]) -> str:
    """Return the findings as workflow commands, one per line, which GitHub shows at the lines of a change."""
    lines = []
    for finding in sorted(set(findings)):
        place = f"file={escaping.command_property(finding.path)},line={finding.line}"
        text = f"{escaping.command_value(finding.message)}%0A{escaping.command_value(finding.hint)}"
        title = escaping.command_property(finding.code)
        lines.append(f"::{_LEVELS[finding.severity]} {place},title={title}::{text}")
    return "\n".join(lines)


def findings_as_json(findings: Iterable[Finding]) -> str:
    """Return the findings as a JSON array of objects; `value` is present only if there is one."""
    return escaping.json_text([_as_fields(finding) for finding in sorted(set(findings))])


def _as_fields(finding: Finding) -> dict[str, str | int]:
    fields: dict[str, str | int] = {
        "path": finding.path,
        "line": finding.line,
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "hint": finding.hint,
    }
    return fields if finding.value is None else {**fields, "value": finding.value}


def pluralise(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun in the right form: "1 text", "2 entries"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
