"""Compare the anchors of texts: a published paragraph number must keep meaning the same words."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.corpus.lock_file import LOCK
from build_tools.editing.changes.change_values import AnchorChange, Breach, Side
from build_tools.edition.checks.anchor_lock import fingerprint, locked_texts
from build_tools.edition.reading import Reading

_WORDS = 80


def compare_anchors(before: Reading, after: Reading) -> tuple[AnchorChange, ...]:
    """Return the anchors that are gone, new or on other words, in the texts that both sides have."""
    earlier, later = ({document.source.id: document for document in side.documents} for side in (before, after))
    changes: list[AnchorChange] = []
    for source in sorted(earlier.keys() & later.keys()):
        was = {block.id: block.text for block in earlier[source].blocks}
        now = {block.id: block.text for block in later[source].blocks}
        former = {block for place in later[source].source.former_places for block in place.was}
        for block in (*was, *(key for key in now if key not in was)):
            if block not in now and block in former:
                continue  # its address leads on
            if block not in now:
                changes.append(AnchorChange(source, block, "gone", was[block]))
            elif block not in was:
                changes.append(AnchorChange(source, block, "new", after=now[block]))
            elif fingerprint(was[block]) != fingerprint(now[block]):
                changes.append(AnchorChange(source, block, "on other words", was[block], now[block]))
    return tuple(changes)


def anchor_breaches(changes: tuple[AnchorChange, ...]) -> Iterator[Breach]:
    """Yield the anchors that break for readers."""
    for change in changes:
        if change.state == "gone":
            yield Breach(
                f"docs/sources/{change.source}.md", f"the anchor #{change.block} vanishes: {_cut(change.before)}"
            )
        elif change.state == "on other words":
            words = f"{_cut(change.before)} → {_cut(change.after)}"
            yield Breach(
                f"docs/sources/{change.source}.md", f"the anchor #{change.block} moves to other words: {words}"
            )


def lock_breaches(before: Side, after: Side) -> Iterator[Breach]:
    """Yield a breach if the lock of anchors is gone, or is a link, although a text that it locks is still there."""
    if LOCK not in before.tree.files or LOCK in after.tree.files:
        return
    locked = locked_texts(before.tree.files[LOCK].decode("utf-8", "replace"))
    if LOCK in after.tree.refused or any(f"docs/sources/{text}.md" in after.tree.files for text in locked):
        state = "is a link" if LOCK in after.tree.refused else "is gone"
        yield Breach(LOCK, f"the file {state}: without it, paragraph numbers can come to mean other words; restore it")


def _cut(text: str) -> str:
    return f"“{text if len(text) <= _WORDS else text[:_WORDS].rstrip() + '…'}”"
