"""The codes of findings, read from the table `finding_codes.toml`: how severe each is, its rule, an example, the fix."""

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

    `severity` is ERROR or ADVICE and `topic` a key of TOPICS. `rule` is one sentence of Markdown, `note` more of it or
    empty. `example` and `fix` are plain text, often several lines.
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
