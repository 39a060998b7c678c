"""The lock of anchors: which words each published paragraph number stands for, so that it never comes to mean others.

`anchors.lock` holds a line for each block of each text, sorted: the text's id, the block's, a sum of its words. It is
written by a command and committed, so that a change of it is seen. Without the file nothing is checked.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from build_tools.model import Document
from build_tools.model.findings import ADVICE, Finding

LOCK = "anchors.lock"
"""The file, at the root of the corpus."""

_LINE = re.compile(r"(?P<source>[a-z0-9-]+) (?P<block>[a-z0-9-]+) (?P<sum>[0-9a-f]{16})")
_RENEW = "python -m build_tools anchors"
_Locked = Mapping[str, Mapping[str, tuple[str, int]]]


def fingerprint(text: str) -> str:
    """A sum of the words of a block; white space does not count."""
    return hashlib.sha256("".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def lock(documents: Iterable[Document]) -> str:
    """The text of the lock of some documents."""
    lines = (
        f"{document.source.id} {block.id} {fingerprint(block.text)}\n"
        for document in documents
        for block in document.blocks
    )
    return "".join(sorted(lines))


def check_lock(root: Path, documents: Iterable[Document], unjudged: Collection[str]) -> list[Finding]:
    """Findings where a block is gone or stands for other words than the lock below `root` says.

    `unjudged` are the ids of texts that have faults of their own, or were not cut.
    """
    file = root / LOCK
    if not file.is_file() or file.is_symlink():
        return []
    locked, findings = _read(file)
    by_id = {document.source.id: document for document in documents}
    for source in sorted(locked.keys() | by_id.keys()):
        if source in unjudged:
            continue
        if source not in by_id:
            line = min(line for _, line in locked[source].values())
            hint = f"Put the text back. If it was never published: {_RENEW}"
            findings.append(Finding(LOCK, line, "anchor-vanished", f'the text "{source}" is gone', hint))
        else:
            findings += _compare(by_id[source], locked.get(source, {}))
    return findings


def _read(file: Path) -> tuple[_Locked, list[Finding]]:
    locked: dict[str, dict[str, tuple[str, int]]] = {}
    findings = []
    for number, line in enumerate(file.read_bytes().decode("utf-8", "replace").splitlines(), 1):
        found = _LINE.fullmatch(line)
        if found:
            locked.setdefault(found["source"], {})[found["block"]] = (found["sum"], number)
        elif line.strip():
            message = "the line is not a text, a block and a sum"
            findings.append(Finding(LOCK, number, "anchor-line-unreadable", message, f"Write it anew: {_RENEW}"))
    return locked, findings


def _compare(document: Document, locked: Mapping[str, tuple[str, int]]) -> Iterator[Finding]:
    blocks = {block.id: block for block in document.blocks}
    sums = {fingerprint(block.text): block.id for block in reversed(document.blocks)}
    renew = f"If the cut is right and the change is meant: {_RENEW}"
    for block, (known, line) in locked.items():
        if block not in blocks:
            message = f'the anchor #{block} of "{document.source.id}" is gone'
            yield Finding(LOCK, line, "anchor-vanished", message, f"{_whereabouts(sums.get(known))}{renew}")
        elif fingerprint(blocks[block].text) != known:
            message = f'the anchor #{block} of "{document.source.id}" stands on other words than were published'
            yield Finding(LOCK, line, "anchor-moved", message, f"{_whereabouts(sums.get(known))}{renew}")
    new = [block for block in blocks if block not in locked]
    if new:
        message = f"{len(new)} of the text’s blocks are not in {LOCK}, from #{new[0]} on"
        hint = f"Before you publish: {_RENEW}"
        yield Finding(document.source.path, 1, "anchor-unlocked", message, hint, ADVICE)


def _whereabouts(block: str | None) -> str:
    return f"Its words now stand at #{block}. " if block else ""
