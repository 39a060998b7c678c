"""Compare two sides: everything that an edit does to the edition, as one value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from build_tools.corpus.history import Tree
from build_tools.editing.changes import program_files
from build_tools.editing.changes.anchor_changes import anchor_breaches, compare_anchors, lock_breaches
from build_tools.editing.changes.change_values import Changes, MentionChange, SeedChange, Side
from build_tools.editing.changes.item_changes import compare_items, find_breaches, renamed_files, unreadable
from build_tools.editing.changes.mention_changes import compare_mentions
from build_tools.editing.changes.sides import SMALL, read_sides
from build_tools.editing.changes.withheld_changes import without_withheld_words
from build_tools.editing.changes.wording.constructs_added import compare_constructs
from build_tools.editing.changes.wording.passage_changes import compare_wording
from build_tools.model.findings import Finding, has_errors

_SEARCHED = ("search labels", "hidden labels")
_OF_A_VERSION = (
    *("asserter-unknown", "genre-unknown", "key-unknown", "kind-unknown", "relation-unknown"),
    *("rights-publish-unknown", "rights-statement-unknown", "ruling-role-unknown", "word-unknown"),
)
"""The codes of findings on fields and words that another version of the program may know."""
_REPORTED_ELSEWHERE = ("mention-undecided",)  # among the mentions, with the words around


def compare(before: Tree, after: Tree, language: str, small: int = SMALL) -> Changes:
    """Return everything that differs between two revisions. A side with errors is compared as far as it can be read.

    Args:
        before: The files of the earlier revision.
        after: The files of the later one.
        language: The language of the site, a BCP 47 tag.
        small: Characters of all texts, up to which every text is read and every page composed.
    """
    earlier, later, unread = read_sides(before, after, language, small)
    broken = (*unreadable(earlier), *unreadable(later))
    anchors = compare_anchors(earlier.reading, later.reading)
    wordings = compare_wording(earlier.tree.files, later.tree.files, renamed_files(later.reading))
    others = _differing(before.hashes, after.hashes)
    changes = Changes(
        before=earlier,
        after=later,
        mentions=tuple(_judged(compare_mentions(earlier.reading, later.reading), broken)),
        items=compare_items(earlier, later),
        anchors=anchors,
        breaches=(*lock_breaches(earlier, later), *find_breaches(earlier, later), *anchor_breaches(anchors)),
        new_findings=_findings_only_in(later, earlier),
        fixed_findings=_findings_only_in(earlier, later),
        pages=_compare_pages(earlier, later),
        wordings=wordings,
        constructs=tuple(compare_constructs(wordings, earlier.tree.files, later.tree.files)),
        seeds=tuple(_compare_seeds(earlier.tree.files, later.tree.files)),
        other_files=tuple(program_files.published(others)),
        program_files=tuple(program_files.of_the_program(others)),
        files_aside=tuple(program_files.aside(others)),
        refused=tuple(sorted({*earlier.tree.refused, *later.tree.refused})),
        unread=unread,
        unreadable=tuple(sorted(set(broken))),
        unknown_words=_unknown_words(earlier, later, {change.path for change in wordings}),
    )
    return without_withheld_words(changes)


def makes_no_difference(changes: Changes) -> bool:
    """Return whether no reader will see a difference: the pages are the same, and so is all else that is published."""
    return _leaves_pages(changes) and not _changes_searches(changes)


def changes_searches_alone(changes: Changes) -> bool:
    """Return whether the pages are the same, but what searches find is not."""
    return changes.pages is not None and _leaves_pages(changes) and _changes_searches(changes)


def _leaves_pages(changes: Changes) -> bool:
    if changes.other_files or changes.program_files or changes.refused or changes.breaches or _has_errors(changes):
        return False
    if changes.pages is not None:
        return not changes.pages
    return not (changes.items or changes.mentions or changes.anchors or changes.new_findings or changes.fixed_findings)


def _changes_searches(changes: Changes) -> bool:
    """Return whether entries gain or lose words that are on no page, but by which searches find them."""
    return any(field.field in _SEARCHED for item in changes.items for field in item.fields)


def is_refused(changes: Changes) -> bool:
    """Return whether the edit must be refused: it breaks a published address, has an unreadable file or an error.

    Where the program changes too, words that only another version knows are no reason: that version may know them.
    """
    findings = {*changes.new_findings, *changes.after.reading.findings}
    errors = findings - set(changes.unknown_words) if changes.program_files else findings
    return bool(changes.breaches or changes.after.tree.refused or has_errors(errors))


def _has_errors(changes: Changes) -> bool:
    return has_errors(changes.before.reading.findings) or has_errors(changes.after.reading.findings)


def _judged(changes: Iterable[MentionChange], broken: Iterable[str]) -> Iterable[MentionChange]:
    """Yield the changes that are not due to an entry's file that one side cannot read."""
    ids = {path.rpartition("/")[2].removesuffix(".md") for path in broken if path.startswith("docs/glossary/")}
    for change in changes:
        named = {place.entry for place in (change.before, change.after) if place}
        if not named & ids:
            yield change


def _findings_only_in(side: Side, opposite: Side) -> tuple[Finding, ...]:
    """Return the findings that the other side does not have; a finding whose line moved is the same finding."""
    matched = Counter((finding.path, finding.code, finding.message) for finding in opposite.reading.findings)
    unmatched = []
    for finding in side.reading.findings:
        key = (finding.path, finding.code, finding.message)
        if finding.code in _REPORTED_ELSEWHERE:
            continue
        if matched[key]:
            matched[key] -= 1
        else:
            unmatched.append(finding)
    return tuple(unmatched)


def _unknown_words(before: Side, after: Side, paths: Collection[str]) -> tuple[Finding, ...]:
    findings = (*before.reading.findings, *after.reading.findings)
    return tuple(sorted({item for item in findings if item.code in _OF_A_VERSION and item.path in paths}))


def _compare_seeds(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Iterator[SeedChange]:
    for path in _differing(before, after):
        if path.startswith("seeds/"):
            state = "new" if path not in before else "gone" if path not in after else "changed"
            yield SeedChange(path, state, len(before.get(path, b"")), len(after.get(path, b"")))


def _compare_pages(before: Side, after: Side) -> Mapping[str, str] | None:
    if before.pages is None or after.pages is None:
        return None
    earlier, later = before.pages, after.pages
    return {
        path: "new" if path not in earlier else "gone" if path not in later else "changed"
        for path in _differing(earlier, later)
    }


def _differing(before: Mapping[str, str | bytes], after: Mapping[str, str | bytes]) -> list[str]:
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))
