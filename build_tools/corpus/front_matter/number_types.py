"""The type of fields whose value is a number above 0."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from build_tools.corpus.front_matter.declarations import Field, FieldType, Schema, anchored
from build_tools.corpus.front_matter.field_reader import FieldReader
from build_tools.corpus.front_matter.text_types import Rule

_WHOLE = Rule(
    r"[1-9][0-9]{0,8}", "limit-invalid", '"{text}" is not a whole number above 0', "Write a number in digits: 25."
)
_SHARE = Rule(
    r"0?\.[0-9]*[1-9][0-9]*|1(\.0*)?", "limit-invalid", '"{text}" is not a share above 0, at most 1', "Write it as 0.1."
)


@dataclass(frozen=True, slots=True)
class WholeNumber(FieldType):
    """A whole number above 0."""

    label: str = field(default="whole number", kw_only=True)

    def read(self, reader: FieldReader, field: Field) -> int | None:
        text = _accepted(_WHOLE, reader, field)
        return None if text is None else int(text)

    def schema(self, *, filled: bool) -> Schema:
        types = ["integer", "string"]  # in quotes it is read too
        return {"type": types if filled else [*types, "null"], "minimum": 1, "pattern": anchored(_WHOLE.pattern)}


@dataclass(frozen=True, slots=True)
class Fraction(FieldType):
    """A share above 0 and at most 1, as a decimal fraction."""

    label: str = field(default="share", kw_only=True)

    def read(self, reader: FieldReader, field: Field) -> float | None:
        text = _accepted(_SHARE, reader, field)
        return None if text is None else float(text)

    def schema(self, *, filled: bool) -> Schema:
        types = ["number", "string"]
        limits = {"exclusiveMinimum": 0, "maximum": 1, "pattern": anchored(_SHARE.pattern)}
        return {"type": types if filled else [*types, "null"], **limits}


def _accepted(rule: Rule, reader: FieldReader, field: Field) -> str | None:
    text = reader.text(field.name, required=field.reported)
    if text is None or not rule.accepts(reader, text, reader.line(field.name)):
        return None
    return re.sub(r"^\.", "0.", text)
