"""What is wrong with an editor's material, as values: collected, sorted, printed once at the edge."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.text import escaping

ERROR = "error"
ADVICE = "advice"

_QUOTED = re.compile(r'"(?P<value>[^"]*)"')
_LEVELS = {ERROR: "error", ADVICE: "notice"}


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault at a line of a file: a stable code, what was found, and what to type instead.

    `path` is relative to the root, `line` counts from 1. An `error` blocks publication and makes the
    command exit 1; `advice` never does. What a message quotes first, in straight marks, is the value at fault.
    """

    path: str
    line: int
    code: str
    message: str
    hint: str
    severity: str = ERROR

    @property
    def value(self) -> str | None:
        """The value at fault; None where the fault is that something is missing, or is no value."""
        quoted = _QUOTED.search(self.message)
        return quoted["value"] if quoted else None


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any finding blocks publication."""
    return any(finding.severity == ERROR for finding in findings)


def report(findings: Iterable[Finding]) -> str:
    """The findings as text for people: sorted, each once, with a closing count; empty if none."""
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
    """The findings as workflow commands, one a line: GitHub shows each at its line of the change."""
    lines = []
    for finding in sorted(set(findings)):
        place = f"file={escaping.command_property(finding.path)},line={finding.line}"
        words = f"{escaping.command_value(finding.message)}%0A{escaping.command_value(finding.hint)}"
        title = escaping.command_property(finding.code)
        lines.append(f"::{_LEVELS[finding.severity]} {place},title={title}::{words}")
    return "\n".join(lines)


def findings_as_json(findings: Iterable[Finding]) -> str:
    """The findings as a JSON array of objects; `value` is there if there is one."""
    return escaping.json_text([_told(finding) for finding in sorted(set(findings))])


def _told(finding: Finding) -> dict[str, str | int]:
    told: dict[str, str | int] = {
        "path": finding.path,
        "line": finding.line,
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "hint": finding.hint,
    }
    return told if finding.value is None else {**told, "value": finding.value}


def pluralise(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun in the right form: "1 text", "2 entries"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
