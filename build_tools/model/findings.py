"""Mistakes in an editor's material, as values: checks return them, commands sort and print them once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_tools.model.finding_codes import ADVICE, ERROR, FINDING_CODES
from build_tools.text import escaping

__all__ = [
    "ADVICE",
    "ERROR",
    "Finding",
    "finding_fields",
    "findings_as_commands",
    "findings_as_json",
    "has_errors",
    "pluralise",
    "report",
]

_QUOTED = re.compile(r'"(?P<value>[^"]*)"')
_LEVELS = {ERROR: "error", ADVICE: "notice"}
_SHOWN_IN_FILE = 20
"""How many findings of one code in one file are shown."""
_SHOWN_OF_CODE = 200
"""How many findings of one code are shown in all."""
_ROWS = 20
"""How many codes and files with more findings are counted one by one."""


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
    """Return the findings as text to read: sorted, each once, with a count at the end; empty if there are none.

    Of very many the first of each code in each file are shown, and the others are counted by code and file.
    """
    unique = sorted(set(findings))
    if not unique:
        return ""
    shown, left_out = _first_of_each(unique)
    lines = []
    for finding in shown:
        advice = "advice: " if finding.severity == ADVICE else ""
        place = f"{escaping.plain(finding.path)}:{finding.line}"
        lines.append(f"{place}: {advice}{escaping.plain(finding.message)} [{finding.code}]")
        lines.append(f"    {escaping.plain(finding.hint)}")
    lines += map(escaping.plain, _count_rows(left_out))
    if left_out:
        lines.append(f"{len(shown):,} findings are shown; `python -m build_tools check --format json` lists them all.")
    files = len({finding.path for finding in unique})
    lines.append(f"{pluralise(len(unique), 'finding')} in {pluralise(files, 'file')}.")
    return "\n".join(lines)


_LeftOut = Counter[tuple[str, str]]
"""How many findings are not shown, by path and code."""


def _first_of_each(findings: Sequence[Finding]) -> tuple[list[Finding], _LeftOut]:
    """Return the first findings of each code in each file, not too many of a code in all, and the count of the others.

    Args:
        findings: The findings, sorted.
    """
    shown: list[Finding] = []
    in_file: _LeftOut = Counter()
    in_all: Counter[str] = Counter()
    left_out: _LeftOut = Counter()
    for finding in findings:
        place = (finding.path, finding.code)
        if in_file[place] < _SHOWN_IN_FILE and in_all[finding.code] < _SHOWN_OF_CODE:
            in_file[place] += 1
            in_all[finding.code] += 1
            shown.append(finding)
        else:
            left_out[place] += 1
    return shown, left_out


def _count_rows(left_out: _LeftOut) -> Iterator[str]:
    """Yield a sentence for each code and file with findings that are not shown, most first, and one for the rest."""
    ordered = sorted(left_out.items(), key=lambda item: (-item[1], item[0]))
    for (path, code), count in ordered[:_ROWS]:
        yield f"{path}: and {count:,} more [{code}]"
    if len(ordered) > _ROWS:
        files = len({path for (path, _), _ in ordered[_ROWS:]})
        count = sum(count for _, count in ordered[_ROWS:])
        yield f"and {count:,} more in {pluralise(files, 'further file')}"


def findings_as_commands(findings: Iterable[Finding]) -> str:
    """Return the findings as workflow commands, one per line, which GitHub shows at the lines of a change.

    Of very many the same are left out as in `report`, and a last command counts them.
    """
    shown, left_out = _first_of_each(sorted(set(findings)))
    lines = []
    for finding in shown:
        place = f"file={escaping.command_property(finding.path)},line={finding.line}"
        text = f"{escaping.command_value(finding.message)}%0A{escaping.command_value(finding.hint)}"
        title = escaping.command_property(finding.code)
        lines.append(f"::{_LEVELS[finding.severity]} {place},title={title}::{text}")
    if left_out:
        lines.append("::notice title=more findings::" + "%0A".join(map(escaping.command_value, _count_rows(left_out))))
    return "\n".join(lines)


def findings_as_json(findings: Iterable[Finding]) -> str:
    """Return the findings as a JSON array of objects; `value` is present only if there is one."""
    return escaping.json_text([finding_fields(finding) for finding in sorted(set(findings))])


def finding_fields(finding: Finding) -> dict[str, str | int]:
    """Return a finding as the fields of a JSON object; `value` is present only if there is one."""
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
