"""Write the report as JSON, for programs: everything that differs, long values cut to a length."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.editing.changes.change_values import (
    AnchorChange,
    Changes,
    ItemChange,
    MentionChange,
    MentionPlace,
    Stretch,
    WordingChange,
)
from build_tools.editing.changes.comparison import is_refused, makes_no_difference
from build_tools.editing.changes.reporting.passage_rows import shorten_passage
from build_tools.editing.changes.reporting.report import summary
from build_tools.model.findings import Finding
from build_tools.text import escaping
from build_tools.text.escaping import LONGEST

LARGEST_WORDING = 600_000
"""Characters of all passages, at most."""

_MOST_VALUE = 500  # characters of any other value


def changes_as_json(changes: Changes) -> str:
    """Return everything as one JSON object. Long values are cut, and passages beyond `LARGEST_WORDING` are counted."""
    wording, hidden = _wordings(changes.wordings)
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
        "constructs": [
            {
                "path": change.path,
                "line": change.line,
                "kind": change.kind,
                "value": _cut(change.value, LONGEST),
                **({"host": change.host} if change.host else {}),
            }
            for change in changes.constructs
        ],
        "wording": wording,
        "passages_not_shown": {"passages": len(hidden), "characters": sum(map(_size, hidden))},
        "anchors": [_anchor(change) for change in changes.anchors],
        "pages": None if changes.pages is None else dict(changes.pages),
        "seeds": [
            {"path": seed.path, "state": seed.state, "bytes_before": seed.before, "bytes_after": seed.after}
            for seed in changes.seeds
        ],
        "others": list(changes.other_files),
        "program": list(changes.program_files),
        "files_aside": list(changes.files_aside),
        "files_refused": list(changes.refused),
        "files_unreadable": list(changes.unreadable),
        "files_of_another_version": sorted({finding.path for finding in changes.unknown_words}),
        "texts_not_read_again": changes.unread,
    }
    return escaping.json_text(content)


def _wordings(wordings: Iterable[WordingChange]) -> tuple[list[dict[str, object]], list[tuple[Stretch, ...]]]:
    """Return the changed files with the passages that fit, and the passages that do not."""
    files: list[dict[str, object]] = []
    hidden: list[tuple[Stretch, ...]] = []
    room = LARGEST_WORDING
    for wording in wordings:
        passages: list[dict[str, object]] = []
        for change in wording.passages:
            stretches = shorten_passage(change.stretches)
            if _size(stretches) > room:
                hidden.append(stretches)
                continue
            room -= _size(stretches)
            words = [{"kind": stretch.kind, "text": stretch.text} for stretch in stretches]
            passages.append({"line": change.line, "field": change.field, "state": change.state, "words": words})
        files.append({"path": wording.path, "state": wording.state, "formerly": wording.formerly, "passages": passages})
    return files, hidden


def _size(stretches: Iterable[Stretch]) -> int:
    return sum(len(stretch.text) for stretch in stretches)


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


def _cut(text: str, most: int = _MOST_VALUE) -> str:
    return text if len(text) <= most else f"{text[:most]}… ({len(text):,} characters)"
