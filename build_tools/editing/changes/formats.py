"""Write the report as text for a terminal, as Markdown for a pull request, or as JSON for programs.

Other people's words are values and nothing else: text spells out their control characters, Markdown puts them into
code spans, and all three cut them to a length.
"""

from __future__ import annotations

from build_tools.editing.changes.change_values import AnchorChange, Changes, ItemChange, MentionChange, MentionPlace
from build_tools.editing.changes.comparison import is_refused, makes_no_difference
from build_tools.editing.changes.report import VALUE, ReportSection, Row, Value, sections, summary
from build_tools.model.findings import Finding
from build_tools.text import escaping

LARGEST = 60_000
"""Characters of the Markdown, at most: a comment of a pull request holds 65,536."""

_MOST_VALUE = 500  # characters of a value in JSON


def changes_as_text(changes: Changes) -> str:
    """Return the report for people at a terminal."""
    lines = [f"From {escaping.plain(changes.before.name)} to {escaping.plain(changes.after.name)}: {summary(changes)}"]
    for section in sections(changes):
        lines += ["", section.title]
        for heading, rows, more in section.groups:
            lines += [f"  {_text(heading)}"] if heading else []
            indent = "    " if heading else "  "
            lines += [f"{indent}{_text(row)}" for row in rows]
            lines += [f"{indent}and {more:,} more"] if more else []
    return "\n".join(lines)


def _text(row: Row) -> str:
    return "".join(escaping.plain(part.text, VALUE) if isinstance(part, Value) else part for part in row)


def changes_as_markdown(changes: Changes) -> str:
    """Return the report for a comment: the first sentence always, then sections until the comment is full."""
    before, after = escaping.code_span(changes.before.name), escaping.code_span(changes.after.name)
    verdict = "\n\n**It cannot be accepted as it is.**" if is_refused(changes) else ""
    written = f"**{summary(changes)}**{verdict}\n\nFrom {before} to {after}.\n"
    for section in sections(changes):
        part = _markdown(section)
        if len(written) + len(part) > LARGEST:
            return f"{written}\nThe rest is left out here: the report as text has it.\n"
        written += part
    return written


def _markdown(section: ReportSection) -> str:
    lines = [f"\n### {section.title}\n"]
    for heading, rows, more in section.groups:
        lines += [f"- {_spans(heading)}"] if heading else []
        indent = "  " if heading else ""
        lines += [f"{indent}- {_spans(row)}" for row in rows]
        lines += [f"{indent}- and {more:,} more"] if more else []
    return "\n".join(lines) + "\n"


def _spans(row: Row) -> str:
    """Return a row as Markdown. Of markup, our own words have only the characters in the names of rules and anchors."""
    pieces = []
    for part in row:
        if isinstance(part, Value):
            pieces.append(escaping.code_span(part.text, VALUE))
        else:
            pieces.append(part.replace("_", r"\_").replace("#", r"\#").replace("[", r"\[").replace("]", r"\]"))
    return "".join(pieces)


def changes_as_json(changes: Changes) -> str:
    """Return everything as one JSON object; long values are cut."""
    content = {
        "before": changes.before.name,
        "after": changes.after.name,
        "no_difference": makes_no_difference(changes),
        "refused": is_refused(changes),
        "summary": summary(changes),
        "breaches": [{"path": breach.path, "message": _cut(breach.message)} for breach in changes.breaches],
        "new_findings": [_finding(finding) for finding in changes.new_findings],
        "mended_findings": [_finding(finding) for finding in changes.fixed_findings],
        "mentions": [_mention(change) for change in changes.mentions],
        "items": [_item(change) for change in changes.items],
        "anchors": [_anchor(change) for change in changes.anchors],
        "pages": None if changes.pages is None else dict(changes.pages),
        "others": list(changes.other_files),
        "files_refused": list(changes.refused),
        "files_unreadable": list(changes.unreadable),
        "texts_not_read_again": changes.unread,
    }
    return escaping.json_text(content)


def _item(item: ItemChange) -> dict[str, object]:
    fields = [
        {
            "field": field.field,
            "before": _cut(field.before),
            "after": _cut(field.after),
            "lost": [_cut(value) for value in field.lost],
            "gained": [_cut(value) for value in field.gained],
        }
        for field in item.fields
    ]
    return {"path": item.path, "state": item.state, "formerly": item.formerly, "fields": fields}


def _anchor(change: AnchorChange) -> dict[str, object]:
    words = {"before": _cut(change.before), "after": _cut(change.after)}
    return {"source": change.source, "block": change.block, "state": change.state, **words}


def _mention(change: MentionChange) -> dict[str, object]:
    return {
        "kind": change.kind,
        "source": change.source,
        "block": change.block,
        "left": change.left,
        "exact": _cut(change.exact),
        "right": change.right,
        "before": _place(change.before),
        "after": _place(change.after),
    }


def _place(place: MentionPlace | None) -> dict[str, object] | None:
    if place is None:
        return None
    span: dict[str, object] = {"block": place.block, "start": place.start, "end": place.end, "entry": place.entry}
    return {**span, "rule": place.rule, "entries": list(place.entries)}


def _finding(finding: Finding) -> dict[str, object]:
    place = {"path": finding.path, "line": finding.line, "code": finding.code, "severity": finding.severity}
    return {**place, "message": _cut(finding.message), "hint": _cut(finding.hint)}


def _cut(text: str) -> str:
    return text if len(text) <= _MOST_VALUE else f"{text[:_MOST_VALUE]}… ({len(text):,} characters)"
