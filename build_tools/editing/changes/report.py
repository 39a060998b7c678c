"""Report what an edit does in sections, the worst first; other people's words are marked as such."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from build_tools.editing.changes.change_values import KINDS, Changes, FieldChange, MentionChange, MentionPlace
from build_tools.editing.changes.comparison import changes_searches_alone, makes_no_difference
from build_tools.model.findings import ADVICE, Finding, pluralise

MOST = 20
"""Rows shown of one group, at most; the rest is counted."""

VALUE = 160
"""Characters shown of one value, at most."""

NO_DIFFERENCE = "No reader will see a difference."
_ELSEWHERE = "No text, entry or link is changed; other files that are published are."
_SEARCHES = "No page is changed, but what searches find is."
_CITATIONS = ("evidence-", "quote-")


@dataclass(frozen=True, slots=True)
class Value:
    """Words that are not ours: of a text, an entry, the name of a file."""

    text: str


Row = tuple[str | Value, ...]


@dataclass(frozen=True, slots=True)
class ReportSection:
    """A heading, groups of rows each under a line of its own (or none), and how many rows each leaves out."""

    title: str
    groups: tuple[tuple[Row, tuple[Row, ...], int], ...]


def sections(changes: Changes) -> tuple[ReportSection, ...]:
    """Return the sections that have any rows."""
    every_section = (
        ReportSection("Addresses that break", _breaches(changes)),
        ReportSection("Citations that no longer hold", _findings(changes.new_findings, citations=True)),
        ReportSection("New findings", _findings(changes.new_findings, citations=False)),
        ReportSection("Not compared", _not_compared(changes)),
        ReportSection("Mentions", _mentions(changes.mentions)),
        ReportSection("Entries, texts, registers and pages", _items(changes)),
        ReportSection("Anchors", _anchors(changes)),
        ReportSection("Findings fixed", _findings(changes.fixed_findings)),
        ReportSection("Pages", _pages(changes)),
        ReportSection("Other published files, which this report does not read", _plain(changes.other_files)),
    )
    return tuple(section for section in every_section if section.groups)


def summary(changes: Changes) -> str:
    """Return the first sentence: whether readers will see a difference, and the figures."""
    if makes_no_difference(changes):
        return NO_DIFFERENCE
    if changes.other_files and makes_no_difference(replace(changes, other_files=())):
        return _ELSEWHERE
    if changes_searches_alone(changes):
        return _SEARCHES
    counts = Counter(change.kind for change in changes.mentions)
    by_kind = [f"{counts[kind]:,} {kind}" for kind in KINDS if counts[kind]]
    parts = [f"{pluralise(sum(counts.values()), 'mention')} ({', '.join(by_kind)})"] if by_kind else ["no mention"]
    if changes.pages is not None:
        parts.append(pluralise(len(changes.pages), "page or file of data", "pages and files of data"))
    broken = len(changes.breaches)
    parts += [f"{pluralise(broken, 'address', 'addresses')} broken"] if broken else []
    return f"The edit changes {', '.join(parts)}."


def _group(rows: Sequence[Row], heading: Row = ()) -> tuple[tuple[Row, tuple[Row, ...], int], ...]:
    return ((heading, tuple(rows[:MOST]), max(0, len(rows) - MOST)),) if rows else ()


_Groups = tuple[tuple[Row, tuple[Row, ...], int], ...]


def _breaches(changes: Changes) -> _Groups:
    rows: list[Row] = [(Value(breach.path), ": ", Value(breach.message)) for breach in changes.breaches]
    return _group(rows)


def _findings(findings: Iterable[Finding], *, citations: bool | None = None) -> _Groups:
    chosen = [finding for finding in findings if citations is None or finding.code.startswith(_CITATIONS) == citations]
    rows: list[Row] = []
    for finding in sorted(chosen, key=lambda finding: (finding.severity == ADVICE, finding)):
        advice = "advice: " if finding.severity == ADVICE else ""
        place = Value(f"{finding.path}:{finding.line}")
        rows.append((place, f": {advice}", Value(finding.message), f" [{finding.code}]"))
    return _group(rows)


def _not_compared(changes: Changes) -> _Groups:
    rows: list[Row] = [(Value(path), " cannot be read on one side") for path in changes.unreadable]
    rows += [(Value(path), " is a link or too large: refused") for path in changes.refused]
    if changes.unread:
        number = pluralise(changes.unread, "text")
        rows.append((f"{number} not read again: they have no form of what changed, and nothing changed cites them",))
    for side in (changes.before, changes.after):
        errors = sum(finding.severity != ADVICE for finding in side.reading.findings)
        if errors:
            number = pluralise(errors, "error")
            rows.append((Value(side.name), f" has {number}, so that its pages cannot be composed"))
    return _group(rows)


def _mentions(changes: Sequence[MentionChange]) -> _Groups:
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


def _items(changes: Changes) -> _Groups:
    groups: list[tuple[Row, tuple[Row, ...], int]] = []
    for item in changes.items:
        formerly: Row = (", formerly ", Value(item.formerly)) if item.formerly else ()
        rows = [_field(field) for field in item.fields]
        groups.append(((Value(item.path), f": {item.state}", *formerly), tuple(rows[:MOST]), max(0, len(rows) - MOST)))
    more = len(groups) - 5 * MOST
    return tuple(groups[: 5 * MOST]) + (((f"and {more} more",), (), 0),) * (more > 0)


def _field(field: FieldChange) -> Row:
    if field.lost or field.gained:
        lost: Row = (" loses ", Value(", ".join(field.lost))) if field.lost else ()
        gained: Row = (" gains ", Value(", ".join(field.gained))) if field.gained else ()
        return (field.field, *lost, *((";",) if lost and gained else ()), *gained)
    if not field.before and not field.after:
        return (field.field, ": in another order")
    old, new = _from_difference(field.before, field.after)
    before: Row = (Value(old),) if old else ("nothing",)
    after: Row = (Value(new),) if new else ("nothing",)
    return (f"{field.field}: ", *before, " → ", *after)


def _from_difference(old: str, new: str) -> tuple[str, str]:
    """Return two values, long ones from a little before where they begin to differ."""
    same = next((offset for offset, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), 0)
    if max(len(old), len(new)) <= VALUE or same < VALUE // 2:
        return old, new
    start = same - VALUE // 4
    return "…" + old[start:], "…" + new[start:]


def _anchors(changes: Changes) -> _Groups:
    rows: list[Row] = []
    for change in changes.anchors:
        words = [Value(text[: VALUE // 2]) for text in (change.before, change.after) if text]
        anchor: Row = (f"#{change.block} of ", Value(change.source), f" is {change.state}: ")
        rows.append((*anchor, words[0], *((" → ", words[1]) if len(words) > 1 else ())))
    return _group(rows)


def _pages(changes: Changes) -> _Groups:
    rows: list[Row] = [(Value(path), f": {state}") for path, state in (changes.pages or {}).items()]
    return _group(rows)


def _plain(values: Iterable[str]) -> _Groups:
    return _group([(Value(value),) for value in values])


def told_rows(section: ReportSection) -> Iterator[Row]:
    """Yield every row of a section, headings included."""
    for heading, rows, _ in section.groups:
        yield from (heading, *rows) if heading else rows
