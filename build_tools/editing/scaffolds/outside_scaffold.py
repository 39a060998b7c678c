"""The first draft of an outside source: its address, what is known of it, and every field explained."""

from __future__ import annotations

from build_tools.corpus.registers.outside_fields import OUTSIDE_WORK
from build_tools.editing.scaffolds.field_lines import comment, field_lines
from build_tools.editing.scaffolds.yaml_scalars import quote_scalar, scalar

_OPENING = (
    "Lines like this one explain the field below; readers never see them. Fill in what is marked FILL IN, delete"
    " what you do not need, and write only what the page itself says."
)
_NOTES = "Below the next line, say in one or two sentences of your own what this page contributes to the edition."


def new_outside_work(url: str, publisher: str, date: str = "", title: str = "") -> str:
    """Return the file of a new work; `date` is in EDTF. What is not given is empty."""
    given = {"url": url, "publisher": publisher, "title": title}
    values = {name: scalar(text) for name, text in given.items() if text}
    values["date"] = quote_scalar(date) if date else ""
    lines = ["---", *comment(_OPENING)]
    for field in OUTSIDE_WORK.fields:
        lines += field_lines(field, values.get(field.name, ""))
    return "\n".join([*lines, *comment(_NOTES), "---"]) + "\n"
