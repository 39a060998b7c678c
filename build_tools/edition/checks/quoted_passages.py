"""Every quotation of the registers is found exactly once in the block it cites; every event is in time.

White space in a quotation matches any white space. Nothing is guessed: what is absent or stands twice
is a finding. A source with errors of its own is not judged before they are mended.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_tools.corpus.evidence import FORM, find_evidence
from build_tools.edition.checks.evidence_checks import CitationIndex, check_evidence
from build_tools.model import Block, Entry
from build_tools.model.findings import ADVICE, Finding
from build_tools.model.registers import Anchored, Event, Registers
from build_tools.text.hints import did_you_mean

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def check_registers(registers: Registers, entries: Iterable[Entry], corpus: CitationIndex) -> list[Finding]:
    """Faults of every anchored quotation, and events that a text reports before they can have happened."""
    findings: list[Finding] = []
    for path, anchored in anchored_quotes(registers, entries):
        findings += _check_anchor(anchored, path, corpus)
    for entry in entries:
        if entry.event:
            findings += _check_time(entry.event, entry.path, corpus)
    return findings


def check_register_evidence(registers: Registers, entries: Iterable[Entry], corpus: CitationIndex) -> list[Finding]:
    """Faults of the evidence in registers and dated facts; a role's field `evidence` must hold some."""
    findings: list[Finding] = []
    for item in registers.items:
        findings += check_evidence(item.notes, item.path, item.notes_line, corpus)
    for discrepancy in registers.discrepancies:
        for key, text in (("known", discrepancy.known), *(("outside", work) for work in discrepancy.outside)):
            findings += check_evidence(text, discrepancy.path, discrepancy.lines.get(key, 1), corpus)
    for quotation in registers.quotations:
        findings += check_evidence(quotation.derivation, quotation.path, quotation.lines.get("derivation", 1), corpus)
    for entry in entries:
        if entry.event:
            line = entry.event.lines.get("derivation", 1)
            findings += check_evidence(entry.event.derivation, entry.path, line, corpus)
        for role in entry.roles:
            findings += check_evidence(role.evidence, entry.path, role.line, corpus, entry)
            if role.evidence and not any(find_evidence(role.evidence)):
                message = f'"{role.evidence}" is no evidence'
                findings.append(Finding(entry.path, role.line, "evidence-form", message, FORM))
    return findings


def anchored_quotes(registers: Registers, entries: Iterable[Entry]) -> Iterator[tuple[str, Anchored]]:
    """Every quotation of registers and events, with the path of its file."""
    for discrepancy in registers.discrepancies:
        yield from ((discrepancy.path, one) for one in discrepancy.says)
    for quotation in registers.quotations:
        yield from ((quotation.path, one) for one in quotation.versions)
    for entry in entries:
        yield from ((entry.path, one) for one in (entry.event.accounts if entry.event else ()))


def occurrences(quote: str, text: str) -> int:
    """How often a quotation stands in a text, overlapping ones included; white space matches any white space."""
    words = r"\s+".join(map(re.escape, quote.split()))
    return len(re.findall(f"(?={words})", text)) if words else 0


def _check_anchor(anchored: Anchored, path: str, corpus: CitationIndex) -> Iterator[Finding]:
    if anchored.source in corpus.faulty:
        return
    document = corpus.documents.get(anchored.source)
    if document is None:
        every = f"Sources: {', '.join(sorted(corpus.documents))}."
        hint = did_you_mean(anchored.source, corpus.documents, every)
        message = f'no source has the id "{anchored.source}"'
        yield Finding(path, anchored.line, "quote-source-unknown", message, hint)
        return
    block = next((one for one in document.blocks if one.id == anchored.block), None)
    if block is None:
        message = f'"{anchored.source}" has no block "{anchored.block}"'
        hint = f"Its blocks: {', '.join(one.id for one in document.blocks)}."
        yield Finding(path, anchored.line, "quote-block-unknown", message, hint)
        return
    found = occurrences(anchored.quote, block.text)
    where = f'{block.id} of "{anchored.source}"'
    if not found:
        hint = _elsewhere(anchored, document.blocks)
        message = f'{where} does not hold the words "{_shortened(anchored.quote)}"'
        yield Finding(path, anchored.line, "quote-absent", message, hint)
    elif found > 1:
        message = f'{where} holds the words "{_shortened(anchored.quote)}" {found} times'
        hint = "Quote more of the sentence, so that the words stand there once."
        yield Finding(path, anchored.line, "quote-doubled", message, hint)


def _elsewhere(anchored: Anchored, blocks: Iterable[Block]) -> str:
    others = [block.id for block in blocks if occurrences(anchored.quote, block.text)]
    if others:
        return f"They stand in: {', '.join(others)}."
    return "Copy the words from the page, with its quotation marks and apostrophes."


def _shortened(quote: str, most: int = 60) -> str:
    return quote if len(quote) <= most else f"{quote[:most].rstrip()}…"


def _check_time(event: Event, path: str, corpus: CitationIndex) -> Iterator[Finding]:
    """Advice where an event begins after the last day on which a text with an account of it can be written."""
    begins = earliest(event.date)
    for account in event.accounts:
        document = corpus.documents.get(account.source)
        until = latest(document.source.issued) if document else None
        if begins and until and begins > until and not account.expected:
            issued = document.source.issued if document else ""
            message = f'the event begins in {begins}, but "{account.source}" of {issued} has an account of it'
            hint = 'Check the date; if the text speaks of what is to come, add "mode: expected" to the account.'
            yield Finding(path, event.lines.get("date", 1), "event-after-text", message, hint, ADVICE)


def earliest(edtf: str | None) -> str | None:
    """The first day that a date allows, shortened as it is written; None where it has no beginning."""
    match = _DATE.match((edtf or "").partition("/")[0])
    return match[0] if match else None


def latest(edtf: str | None) -> str | None:
    """The last day that a date allows, filled up so that it compares with shorter ones; None where it has no end."""
    text = edtf or ""
    match = _DATE.match(text.partition("/")[2] if "/" in text else text)
    return f"{match[0]}-99-99"[:10] if match and len(match[0]) < len("2024-01-01") else match[0] if match else None
