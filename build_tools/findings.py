"""What is wrong with an editor's material, as values: collected, sorted, printed once at the edge."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

ERROR = "error"
ADVICE = "advice"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault at a line of a file: a stable code, what was found, and what to type instead.

    `path` is relative to the root, `line` counts from 1. An `error` blocks publication and makes the
    command exit 1; `advice` never does.
    """

    path: str
    line: int
    code: str
    message: str
    hint: str
    severity: str = ERROR


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
        lines.append(f"{finding.path}:{finding.line}: {advice}{finding.message} [{finding.code}]")
        lines.append(f"    {finding.hint}")
    files = len({finding.path for finding in unique})
    lines.append(f"{counted(len(unique), 'finding')} in {counted(files, 'file')}.")
    return "\n".join(lines)


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun in the right form: "1 text", "2 entries"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
