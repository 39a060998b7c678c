"""The page of findings: below its hand-written introduction, the rule, an example and the fix of every code."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.finding_codes import ADVICE, FINDING_CODES, TOPICS, FindingCode
from build_tools.website.markup.body_nodes import Block, EditorBlocks, Heading, Paragraph, Verbatim

FINDINGS = "findings.md"


def finding_sections() -> tuple[Block, ...]:
    """Return a section for each code, by topic; the heading of each has its code as anchor."""
    return tuple(_sections())


def _sections() -> Iterator[Block]:
    for topic, title in TOPICS.items():
        yield Heading(2, topic, (title,))
        for code in FINDING_CODES.values():
            if code.topic == topic:
                yield from _section(code)


def _section(code: FindingCode) -> Iterator[Block]:
    yield Heading(3, code.code, (code.code,))
    yield EditorBlocks(f"{code.rule} Advice." if code.severity == ADVICE else code.rule)
    yield Paragraph(("Example:",))
    yield Verbatim(code.example.strip("\n"))
    yield Paragraph(("Fix:",))
    yield Verbatim(code.fix.strip("\n"))
    if code.note:
        yield EditorBlocks(code.note)
