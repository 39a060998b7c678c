"""The first draft of an entry: its fields, with what each is for."""

from __future__ import annotations

from build_tools.corpus.entry_fields import ENTRY
from build_tools.editing.scaffolds.field_lines import comment, field_lines
from build_tools.editing.scaffolds.yaml_scalars import scalar

_OPENING = (
    "Lines like this one explain the field below; readers never see them. Fill in what is marked FILL IN, delete"
    " what you do not need. How we write: docs/house-style.md"
)
_RENAME = "Name the file: lower-case words joined by hyphens, such as unfriendly-country.md. It is permanent."
_NOTES = "Below the next line, write notes for readers in your own words, each statement with its evidence."


def new_entry(label: str, kind: str = "") -> str:
    """Return the file of a new entry; without a `kind` that field is marked too."""
    return _draft(pref_label=scalar(label), kind=kind)


def blank_entry() -> str:
    """Return the file of an entry whose name is not known yet: what a web editor opens with."""
    return _draft(pref_label="", kind="")


def _draft(**values: str) -> str:
    lines = ["---", *comment(_OPENING), *([] if values["pref_label"] else comment(_RENAME))]
    for field in ENTRY.fields:
        if field.drafted:
            lines += field_lines(field, values.get(field.name, ""))
    return "\n".join([*lines, *comment(_NOTES), "---"]) + "\n"
