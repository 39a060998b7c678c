"""The codes of findings, from the table `finding_codes.toml`: severity, rule, example and fix of each."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ERROR = "error"
ADVICE = "advice"
SEVERITIES = (ERROR, ADVICE)


@dataclass(frozen=True, slots=True)
class FindingCode:
    """A kind of finding.

    Attributes:
        code: Its stable name.
        topic: A key of `TOPICS`.
        severity: `ERROR` or `ADVICE`.
        rule: What must hold, in one sentence of Markdown.
        example: What breaks the rule, as plain text, often of several lines.
        fix: What to type instead, as plain text.
        note: More about the rule in Markdown, or empty.
    """

    code: str
    topic: str
    severity: str
    rule: str
    example: str
    fix: str
    note: str = ""


def _read_table() -> tuple[Mapping[str, str], Mapping[str, FindingCode]]:
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return table["topics"], {code: FindingCode(code, **fields) for code, fields in table["codes"].items()}


TOPICS, FINDING_CODES = _read_table()
"""The headings of the topics by key, in the order of the page of findings; the codes by name, sorted."""
