"""The lock of anchors: which words each published paragraph number stands for, so that it never comes to mean others.

`anchors.lock` holds a line for each block of each text, sorted: the id of the text, the id of the block, a checksum of
its words. A command writes it and it is committed, so that a change of it is seen. An edition that has never had the
file is not checked; one that has it in git cannot lose it unseen.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from build_tools.corpus.lock_file import LOCK
from build_tools.edition.checks.material import Check, Material
from build_tools.model import Document, block_name
from build_tools.model.findings import Finding
from build_tools.model.hints import did_you_mean

_LINE = re.compile(r"(?P<source>[a-z0-9-]+) (?P<block>[a-z0-9-]+) (?P<checksum>[0-9a-f]{16})")
_RESTORE = "git checkout {revision} -- anchors.lock"
_RENEW = "python -m build_tools anchors"
_Locked = Mapping[str, Mapping[str, tuple[str, int]]]


def fingerprint(text: str) -> str:
    """Return a checksum of the words of a block; white space does not count."""
    return hashlib.sha256("".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def lock(documents: Iterable[Document], absent: Iterable[str] = (), earlier: str = "") -> str:
    """Return the text of the lock of some documents.

    Args:
        documents: The texts.
        absent: The ids of texts whose seeds are not here: their lines are kept.
        earlier: The text of the lock that has these lines.
    """
    lines = [
        f"{document.source.id} {block.id} {fingerprint(block.text)}\n"
        for document in documents
        for block in document.blocks
    ]
    kept = {*absent}
    lines += [f"{line}\n" for line in earlier.splitlines() if line.partition(" ")[0] in kept]
    return "".join(sorted(lines))


def locked_texts(text: str) -> frozenset[str]:
    """Return the ids of the texts that a lock names."""
    return frozenset(_parse(text)[0])


def locked_places(text: str) -> Mapping[str, Mapping[str, tuple[str, int]]]:
    """Return for each text that a lock names, the checksum of each block and the line with it, by their ids."""
    return _parse(text)[0]


def without_texts(text: str, sources: Collection[str]) -> str:
    """Return a lock with empty lines in the place of those of some texts, so that all others are where they were."""
    rows = ((line, _LINE.fullmatch(line)) for line in text.splitlines())
    return "\n".join("" if match and match["source"] in sources else line for line, match in rows)


def locked_checksums(text: str, source: str) -> dict[str, str]:
    """Return the checksum of each block of a text that a lock has, by the block's id."""
    return {block: checksum for block, (checksum, _) in _parse(text)[0].get(source, {}).items()}


def count_broken(earlier: str, later: str, spared: Collection[str] = ()) -> tuple[int, int]:
    """Return how many places of a lock have other words in a later one, and how many are gone from it.

    Args:
        earlier: The text of the lock.
        later: The text of the later one.
        spared: The ids of texts whose places are not counted.
    """
    after = locked_places(later)
    changed = gone = 0
    for source, blocks in locked_places(earlier).items():
        for block, (checksum, _) in blocks.items() if source not in spared else ():
            place = after.get(source, {}).get(block)
            gone += place is None
            changed += place is not None and place[0] != checksum
    return changed, gone


def check_lock(material: Material) -> Iterator[Finding]:
    """Report blocks that are gone, new, or have other words than the lock says, and a lock that is gone itself."""
    if material.lock.text is None:
        yield from _no_lock(material)
        return
    locked, findings = _parse(material.lock.text)
    yield from findings
    by_id = material.citations.documents
    for source in sorted(locked.keys() | by_id.keys()):
        if source in material.citations.faulty:
            continue
        if source not in by_id:
            line = min(line for _, line in locked[source].values())
            hint = f"Put the text back. If it was never published: {_RENEW}"
            yield Finding(LOCK, line, "anchor-vanished", f'the text "{source}" is gone', hint)
        else:
            yield from compare_with_lock(by_id[source], locked.get(source, {}))


def _no_lock(material: Material) -> Iterator[Finding]:
    lock = material.lock
    if lock.obstacle:
        message = f"the lock is {lock.obstacle}, which is not read"
        yield Finding(
            LOCK,
            1,
            "anchors-lock-unreadable",
            message,
            f"Put the file itself in its place: {_RESTORE.format(revision='HEAD')}",
        )
    locked = locked_texts(lock.committed) & material.source_ids
    if locked:
        message = f"the file is gone, though git has it and a text that it locks is still here: {min(locked)}"
        yield Finding(
            LOCK, 1, "anchors-lock-missing", message, f"Put it back: {_RESTORE.format(revision=lock.revision)}"
        )


def _parse(text: str) -> tuple[_Locked, list[Finding]]:
    locked: dict[str, dict[str, tuple[str, int]]] = {}
    findings = []
    for number, line in enumerate(text.splitlines(), 1):
        match = _LINE.fullmatch(line)
        if match:
            locked.setdefault(match["source"], {})[match["block"]] = (match["checksum"], number)
        elif line.strip():
            message = "the line is not a text, a block and a checksum"
            findings.append(Finding(LOCK, number, "anchor-line-unreadable", message, f"Write the file again: {_RENEW}"))
    return locked, findings


def compare_with_lock(document: Document, locked: Mapping[str, tuple[str, int]]) -> Iterator[Finding]:
    """Report the blocks of a text that are gone, new, or have other words than the lock says.

    Args:
        document: The text.
        locked: What the lock has of it; see `locked_places`.
    """
    blocks = {block.id: block for block in document.blocks}
    by_checksum = {fingerprint(block.text): block.id for block in reversed(document.blocks)}
    renew = (
        f"If the new division is right, keep the old addresses working: {_RENEW} --renumber {document.source.id}. "
        f"If the text was never published: {_RENEW}"
    )
    for block, (checksum, line) in locked.items():
        if block not in blocks:
            message = f'the anchor #{block} of "{document.source.id}" is gone'
            yield Finding(LOCK, line, "anchor-vanished", message, f"{_new_place(by_checksum.get(checksum))}{renew}")
        elif fingerprint(blocks[block].text) != checksum:
            message = f'the anchor #{block} of "{document.source.id}" no longer has the words that were published'
            yield Finding(LOCK, line, "anchor-moved", message, f"{_new_place(by_checksum.get(checksum))}{renew}")
    new = [block for block in blocks if block not in locked]
    if new:
        blocks_are = "block of the text is" if len(new) == 1 else "blocks of the text are"
        message = f"{len(new)} {blocks_are} not in {LOCK}, from #{new[0]} on"
        hint = f"Before you publish: {_RENEW}"
        yield Finding(document.source.path, 1, "anchor-unlocked", message, hint)


def _new_place(block: str | None) -> str:
    return f"Its words are now at #{block}. " if block else ""


def check_former_places(material: Material) -> Iterator[Finding]:
    """Report former places that lead to no block of their text."""
    for document in material.documents:
        blocks = {block.id for block in document.blocks}
        for place in document.source.former_places:
            if place.now not in blocks and document.source.id not in material.citations.faulty:
                message = f"{block_name(place.was[0])} leads to {block_name(place.now)}, which the text does not have"
                hint = did_you_mean(place.now, blocks, "Write the place where the words are now.")
                yield Finding(document.source.path, place.line, "former-place-unknown", message, hint)


CHECKS = (
    Check(("former-place-unknown",), check_former_places),
    Check(
        (
            "anchor-line-unreadable",
            "anchor-moved",
            "anchor-unlocked",
            "anchor-vanished",
            "anchors-lock-missing",
            "anchors-lock-unreadable",
        ),
        check_lock,
    ),
)
