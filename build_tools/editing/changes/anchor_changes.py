"""Compare the anchors of texts: a published paragraph number must keep meaning the same words."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.editing.changes.change_values import AnchorChange, Breach
from build_tools.edition.checks.anchor_lock import fingerprint
from build_tools.edition.reading import Reading

_WORDS = 80


def compare_anchors(before: Reading, after: Reading) -> tuple[AnchorChange, ...]:
    """Return the anchors that are gone, new or on other words, in the texts that both sides have."""
    earlier, later = ({document.source.id: document for document in side.documents} for side in (before, after))
    changes: list[AnchorChange] = []
    for source in sorted(earlier.keys() & later.keys()):
        was = {block.id: block.text for block in earlier[source].blocks}
        now = {block.id: block.text for block in later[source].blocks}
        for block in (*was, *(key for key in now if key not in was)):
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


def _cut(text: str) -> str:
    return f"“{text if len(text) <= _WORDS else text[:_WORDS].rstrip() + '…'}”"
