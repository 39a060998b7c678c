"""Two sides compared: everything that an edit does to the edition, as one value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from build_tools.corpus.history import Tree
from build_tools.editing.changes.anchor_changes import anchor_breaches, compare_anchors
from build_tools.editing.changes.change_values import Changes, MentionChange, Side
from build_tools.editing.changes.item_changes import compare_items, find_breaches, unreadable
from build_tools.editing.changes.mention_changes import compare_mentions
from build_tools.editing.changes.sides import SMALL, read_sides
from build_tools.model.findings import Finding, has_errors

_SEARCHED = ("search labels", "hidden labels")
_TOLD_ELSEWHERE = ("mention-undecided",)  # among the mentions, with the words around


def compare(before: Tree, after: Tree, language: str = "en", small: int = SMALL) -> Changes:
    """What differs between two trees. A side with errors is compared as far as it can be read."""
    one, other, unread = read_sides(before, after, language, small)
    broken = (*unreadable(one), *unreadable(other))
    anchors = compare_anchors(one.reading, other.reading)
    new, mended = _compare_findings(one.reading.findings, other.reading.findings)
    return Changes(
        before=one,
        after=other,
        mentions=tuple(_judged(compare_mentions(one.reading, other.reading), broken)),
        items=compare_items(one, other),
        anchors=anchors,
        breaches=(*find_breaches(one, other), *anchor_breaches(anchors)),
        new_findings=new,
        mended=mended,
        pages=_compare_pages(one, other),
        others=tuple(_differing(before.others, after.others)),
        refused=tuple(sorted({*one.tree.refused, *other.tree.refused})),
        unread=unread,
        unreadable=tuple(sorted(set(broken))),
    )


def makes_no_difference(changes: Changes) -> bool:
    """Whether no reader will see any difference: the pages are the same, and so is all else that is published."""
    return _leaves_pages(changes) and not _changes_searches(changes)


def changes_searches_alone(changes: Changes) -> bool:
    """Whether the pages are the same, and what searches find is not."""
    return changes.pages is not None and _leaves_pages(changes) and _changes_searches(changes)


def _leaves_pages(changes: Changes) -> bool:
    if changes.others or changes.refused or changes.breaches or _has_errors(changes):
        return False
    if changes.pages is not None:
        return not changes.pages
    return not (changes.items or changes.mentions or changes.anchors or changes.new_findings or changes.mended)


def _changes_searches(changes: Changes) -> bool:
    """Whether entries gain or lose words that stand on no page, by which searches find them all the same."""
    return any(one.field in _SEARCHED for item in changes.items for one in item.fields)


def is_refused(changes: Changes) -> bool:
    """Whether the edit must not be accepted: a published address breaks, a file is refused, or there is an error."""
    new_errors = has_errors(changes.new_findings) or has_errors(changes.after.reading.findings)
    return bool(changes.breaches or changes.after.tree.refused or new_errors)


def _has_errors(changes: Changes) -> bool:
    return has_errors(changes.before.reading.findings) or has_errors(changes.after.reading.findings)


def _judged(changes: Iterable[MentionChange], broken: Iterable[str]) -> Iterable[MentionChange]:
    """The changes that do not come of an entry's file that one side cannot read."""
    ids = {path.rpartition("/")[2].removesuffix(".md") for path in broken if path.startswith("docs/glossary/")}
    for change in changes:
        named = {place.entry for place in (change.before, change.after) if place}
        if not named & ids:
            yield change


def _compare_findings(
    before: tuple[Finding, ...], after: tuple[Finding, ...]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Findings that are new, and those that are mended; a line that moved makes no finding new."""
    return _less(after, before), _less(before, after)


def _less(those: tuple[Finding, ...], these: tuple[Finding, ...]) -> tuple[Finding, ...]:
    known = Counter((one.path, one.code, one.message) for one in these)
    left = []
    for one in those:
        key = (one.path, one.code, one.message)
        if one.code in _TOLD_ELSEWHERE:
            continue
        if known[key]:
            known[key] -= 1
        else:
            left.append(one)
    return tuple(left)


def _compare_pages(before: Side, after: Side) -> Mapping[str, str] | None:
    if before.pages is None or after.pages is None:
        return None
    one, other = before.pages, after.pages
    return {
        path: "new" if path not in one else "gone" if path not in other else "changed"
        for path in sorted(one.keys() | other.keys())
        if one.get(path) != other.get(path)
    }


def _differing(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))
