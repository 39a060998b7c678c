"""The page of findings: below its hand-written introduction, the rule, an example and the fix of every code."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.finding_codes import ADVICE, FINDING_CODES, TOPICS, FindingCode
from build_tools.text import markdown

FINDINGS = "findings.md"


def finding_sections() -> str:
    """Return the Markdown of all codes, by topic; the heading of each has its code as anchor."""
    return markdown.blocks(_sections()) + "\n"


def _sections() -> Iterator[str]:
    for topic, title in TOPICS.items():
        yield markdown.heading(title, 2, topic)
        for code in FINDING_CODES.values():
            if code.topic == topic:
                yield from _section(code)


def _section(code: FindingCode) -> Iterator[str]:
    yield markdown.heading(code.code, 3, code.code)
    yield f"{code.rule} Advice." if code.severity == ADVICE else code.rule
    yield "Example:"
    yield _verbatim(code.example)
    yield "Fix:"
    yield _verbatim(code.fix)
    yield code.note


def _verbatim(text: str) -> str:
    return f"```text\n{text.strip(chr(10))}\n```"
