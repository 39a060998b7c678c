"""The report written out: as text for a terminal, as Markdown for a pull request, as JSON for programs.

Other people's words are values and nothing else: in text every control character is spelled out, in
Markdown they stand in code spans, and in each they are cut to a length.
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
    """The report for people at a terminal."""
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
    return "".join(escaping.plain(one.text, VALUE) if isinstance(one, Value) else one for one in row)


def changes_as_markdown(changes: Changes) -> str:
    """The report for a comment: the first sentence always, then sections until the comment is full."""
    name, other = escaping.code_span(changes.before.name), escaping.code_span(changes.after.name)
    verdict = "\n\n**It cannot be accepted as it is.**" if is_refused(changes) else ""
    written = f"**{summary(changes)}**{verdict}\n\nFrom {name} to {other}.\n"
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
    """Our own words hold no markup but the rules of links, whose colons and underscores mean nothing here."""
    pieces = []
    for one in row:
        if isinstance(one, Value):
            pieces.append(escaping.code_span(one.text, VALUE))
        else:
            pieces.append(one.replace("_", r"\_").replace("#", r"\#").replace("[", r"\[").replace("]", r"\]"))
    return "".join(pieces)


def changes_as_json(changes: Changes) -> str:
    """Everything as one JSON object; long values are cut."""
    content = {
        "before": changes.before.name,
        "after": changes.after.name,
        "no_difference": makes_no_difference(changes),
        "refused": is_refused(changes),
        "summary": summary(changes),
        "breaches": [{"path": one.path, "message": _cut(one.message)} for one in changes.breaches],
        "new_findings": [_finding(one) for one in changes.new_findings],
        "mended_findings": [_finding(one) for one in changes.fixed_findings],
        "mentions": [_mention(one) for one in changes.mentions],
        "items": [_item(one) for one in changes.items],
        "anchors": [_anchor(one) for one in changes.anchors],
        "pages": None if changes.pages is None else dict(changes.pages),
        "others": list(changes.others),
        "files_refused": list(changes.refused),
        "files_unreadable": list(changes.unreadable),
        "texts_not_read_again": changes.unread,
    }
    return escaping.json_text(content)


def _item(item: ItemChange) -> dict[str, object]:
    fields = [
        {
            "field": one.field,
            "before": _cut(one.before),
            "after": _cut(one.after),
            "lost": [_cut(value) for value in one.lost],
            "gained": [_cut(value) for value in one.gained],
        }
        for one in item.fields
    ]
    return {"path": item.path, "state": item.state, "formerly": item.formerly, "fields": fields}


def _anchor(one: AnchorChange) -> dict[str, object]:
    words = {"before": _cut(one.before), "after": _cut(one.after)}
    return {"source": one.source, "block": one.block, "state": one.state, **words}


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
    told: dict[str, object] = {"block": place.block, "start": place.start, "end": place.end, "entry": place.entry}
    return {**told, "rule": place.rule, "entries": list(place.entries)}


def _finding(one: Finding) -> dict[str, object]:
    told = {"path": one.path, "line": one.line, "code": one.code, "severity": one.severity}
    return {**told, "message": _cut(one.message), "hint": _cut(one.hint)}


def _cut(text: str) -> str:
    return text if len(text) <= _MOST_VALUE else f"{text[:_MOST_VALUE]}… ({len(text):,} characters)"
