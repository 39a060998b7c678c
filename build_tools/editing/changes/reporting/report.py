"""Report what an edit does in sections, the worst first; other people's words are marked as such."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from build_tools.editing.changes.change_values import KINDS, Changes, MentionChange, MentionPlace
from build_tools.editing.changes.comparison import changes_searches_alone, makes_no_difference
from build_tools.editing.changes.reporting.passage_rows import anchor_row, field_rows, passage_row
from build_tools.editing.changes.reporting.row_values import Groups, Row, Value
from build_tools.model.findings import ADVICE, Finding, pluralise
from build_tools.text.escaping import LONGEST

MOST = 20
"""Rows shown of one group, at most; the rest is counted."""

NO_DIFFERENCE = "No reader will see a difference."
_ELSEWHERE = "No text, entry or link is changed; other files that are published are."
_PROGRAM = "No text, entry or link is changed. The program is: this report cannot say what its pages will look like."
_SEARCHES = "No page is changed, but what searches find is."
_OLD_PROGRAM = "Made by the program as it was before this change. Only the preview shows what these files do to pages:"
_CITATIONS = ("evidence-", "quote-")


@dataclass(frozen=True, slots=True)
class ReportSection:
    """A heading, groups of rows each under a line of its own (or none), and how many rows each leaves out."""

    title: str
    groups: Groups


def sections(changes: Changes) -> tuple[ReportSection, ...]:
    """Return the sections that have any rows."""
    every_section = (
        ReportSection("Addresses that break", _breaches(changes)),
        ReportSection("New links, HTML and code", _constructs(changes)),
        ReportSection("Other published files, which this report does not read", _paths(changes.other_files)),
        ReportSection("The program changes too", _program(changes)),
        ReportSection("Citations that no longer hold", _findings(changes.new_findings, citations=True)),
        ReportSection("New findings", _findings(changes.new_findings, citations=False)),
        ReportSection("Not compared", _not_compared(changes)),
        ReportSection("Entries, texts, registers and pages", _items(changes)),
        ReportSection("Mentions", _mentions(changes.mentions)),
        ReportSection("Anchors", _anchors(changes)),
        ReportSection("Findings fixed", _findings(changes.fixed_findings)),
        ReportSection("Raw texts", _seeds(changes)),
        ReportSection("Pages", _pages(changes)),
        ReportSection("Files that are neither published nor part of the program", _paths(changes.files_aside)),
    )
    return tuple(section for section in every_section if section.groups)


def summary(changes: Changes) -> str:
    """Return the first sentence: whether readers will see a difference, and the figures."""
    if makes_no_difference(changes):
        return NO_DIFFERENCE
    if changes.other_files and makes_no_difference(replace(changes, other_files=(), program_files=())):
        return _ELSEWHERE
    if changes.program_files and makes_no_difference(replace(changes, program_files=())):
        return _PROGRAM
    if changes_searches_alone(changes):
        return _SEARCHES
    counts = Counter(change.kind for change in changes.mentions)
    by_kind = [f"{counts[kind]:,} {kind}" for kind in KINDS if counts[kind]]
    parts = [f"{pluralise(sum(counts.values()), 'mention')} ({', '.join(by_kind)})"] if by_kind else ["no mention"]
    if changes.pages is not None:
        parts.append(pluralise(len(changes.pages), "page or file of data", "pages and files of data"))
    broken = len(changes.breaches)
    parts += [f"{pluralise(broken, 'address', 'addresses')} broken"] if broken else []
    program = " The program changes too." if changes.program_files else ""
    return f"The edit changes {', '.join(parts)}.{program}"


def _group(rows: Sequence[Row], heading: Row = (), most: int = MOST) -> Groups:
    return ((heading, tuple(rows[:most]), max(0, len(rows) - most)),) if rows else ()


def _every(rows: Sequence[Row], heading: Row = ()) -> Groups:
    """Return a group that leaves out nothing: what reviewers must see."""
    return _group(rows, heading, len(rows))


def _breaches(changes: Changes) -> Groups:
    rows: list[Row] = [(Value(breach.path), ": ", Value(breach.message)) for breach in changes.breaches]
    return _group(rows)


def _findings(findings: Iterable[Finding], *, citations: bool | None = None) -> Groups:
    chosen = [finding for finding in findings if citations is None or finding.code.startswith(_CITATIONS) == citations]
    rows: list[Row] = []
    for finding in sorted(chosen, key=lambda finding: (finding.severity == ADVICE, finding)):
        advice = "advice: " if finding.severity == ADVICE else ""
        place = Value(f"{finding.path}:{finding.line}")
        rows.append((place, f": {advice}", Value(finding.message), f" [{finding.code}]"))
    return _group(rows)


def _constructs(changes: Changes) -> Groups:
    rows: list[Row] = [
        (
            *(Value(f"{change.path}:{change.line}"), f": {change.kind} ", Value(change.value, LONGEST)),
            *((", which leads to ", Value(change.host)) if change.host else ()),
        )
        for change in changes.constructs
    ]
    return _every(rows)


def _program(changes: Changes) -> Groups:
    if not changes.program_files:
        return ()
    return _every([(_OLD_PROGRAM,), *((Value(path),) for path in changes.program_files)])


def _not_compared(changes: Changes) -> Groups:
    rows: list[Row] = [(Value(path), " cannot be read on one side: its words are below") for path in changes.unreadable]
    rows += [(Value(path), " is a link or too large: refused") for path in changes.refused]
    newer = sorted({finding.path for finding in changes.unknown_words}) if changes.program_files else []
    rows += [(Value(path), " is written for another version of the program: its words are below") for path in newer]
    if changes.unread:
        number = pluralise(changes.unread, "text")
        rows.append((f"{number} not read again: they have no form of what changed, and nothing changed cites them",))
    for side in (changes.before, changes.after):
        errors = sum(finding.severity != ADVICE for finding in side.reading.findings)
        if errors:
            number = pluralise(errors, "error")
            rows.append((Value(side.name), f" has {number}, so its pages cannot be composed"))
    return _every(rows)


def _mentions(changes: Sequence[MentionChange]) -> Groups:
    """Return a group for each text, the text with the worst change first."""
    by_source: dict[str, list[MentionChange]] = {}
    for change in changes:  # the worst first, so that dictionaries keep that order
        by_source.setdefault(change.source, []).append(change)
    groups: list[tuple[Row, tuple[Row, ...], int]] = []
    for source, changes_of_text in by_source.items():
        counts = Counter(change.kind for change in changes_of_text)
        by_kind = ", ".join(f"{counts[kind]:,} {kind}" for kind in KINDS if counts[kind])
        groups += _group([_mention(change) for change in changes_of_text], (Value(source), f": {by_kind}"))
    return tuple(groups[:MOST]) + (((f"and {len(groups) - MOST} more texts",), (), 0),) * (len(groups) > MOST)


def _mention(change: MentionChange) -> Row:
    left, right = f"…{change.left[-45:]}" if change.left else "", f"{change.right[:45]}…" if change.right else ""
    where = f"#{change.block}, {change.kind}: "
    words = Value(f"{left}[{change.exact}]{right}")
    return (where, words, " ", *_link(change.before), " → ", *_link(change.after))


def _link(place: MentionPlace | None) -> Row:
    if place is None:
        return ("not linked",)
    if place.entry is None:
        return ("undecided (", Value(", ".join(place.entries)), ")")
    return (Value(place.entry), f" ({place.rule})")


def _items(changes: Changes) -> Groups:
    """Return a group for each hand-written file, those that are gone last: what its lists lose and gain, its words."""
    items = {item.path: item for item in changes.items}
    groups: list[tuple[Row, tuple[Row, ...], int]] = []
    for wording in sorted(changes.wordings, key=lambda wording: (wording.state == "gone", wording.path)):
        formerly: Row = (", formerly ", Value(wording.formerly)) if wording.formerly else ()
        rows = (
            [row for field in items[wording.path].fields for row in field_rows(field)] if wording.path in items else []
        )
        rows += map(passage_row, wording.passages)
        groups.append(((Value(wording.path), f": {wording.state}", *formerly), tuple(rows), 0))
    return tuple(groups)


def _anchors(changes: Changes) -> Groups:
    return _every([anchor_row(change) for change in changes.anchors])


def _seeds(changes: Changes) -> Groups:
    rows: list[Row] = []
    for seed in changes.seeds:
        sizes = [
            size for size, there in ((seed.before, seed.state != "new"), (seed.after, seed.state != "gone")) if there
        ]
        rows.append((Value(seed.path), f": {seed.state}, {' → '.join(f'{size:,}' for size in sizes)} bytes"))
    return _every(rows)


def _pages(changes: Changes) -> Groups:
    rows: list[Row] = [(Value(path), f": {state}") for path, state in (changes.pages or {}).items()]
    return _group(rows)


def _paths(paths: Iterable[str]) -> Groups:
    return _every([(Value(path),) for path in paths])
