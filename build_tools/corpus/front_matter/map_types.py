"""The types of fields whose value is a map, or a list of maps, with fields of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from build_tools.corpus.front_matter.declarations import (
    Field,
    FieldType,
    Schema,
    Values,
    field_names,
    object_schema,
    read_fields,
)
from build_tools.corpus.front_matter.field_reader import FieldReader
from build_tools.corpus.front_matter.nodes import Fields, Scalar, is_missing

Build = Callable[[FieldReader, Values], object | None]
"""Makes a value of the model from the values of a map; None where it lacks what it cannot be without."""


def value_of(model: Callable[..., object], *needs: str, line_of: str = "") -> Build:
    """Return a function that hands the values of a map to a class of the model.

    Args:
        model: The class.
        needs: Keys without which there is no value.
        line_of: The key whose line is the value's `line`; empty where the class has none.
    """

    def built(item: FieldReader, values: Values) -> object | None:
        if not all(values[name] for name in needs):
            return None
        return model(**values, line=item.line(line_of)) if line_of else model(**values)

    return built


@dataclass(frozen=True, slots=True)
class Map(FieldType):
    """A map with fields of its own.

    Attributes:
        fields: Its fields.
        build: Makes the value.
        missing: The value of a field that is not there, or from which none can be made.
        hint: How to write it, where a list of its fields does not say enough.
        any_of: Keys of which one at least must be there.
        clauses: What JSON Schema says of it besides.
    """

    fields: tuple[Field, ...]
    build: Build
    missing: object = None
    hint: str = ""
    any_of: tuple[str, ...] = ()
    clauses: Schema | None = None
    label: str = field(default="map", kw_only=True)

    @property
    def subfields(self) -> tuple[Field, ...]:
        return self.fields

    def read(self, reader: FieldReader, field: Field) -> object:
        node = reader.fields.nodes.get(field.name)
        if isinstance(node, Fields):
            inner = FieldReader(node, reader.path, field_names(self.fields), reader.language)
            value = self.read_fields(inner)
            reader.extend(inner)
            return self.missing if value is None else value
        if field.reported or not is_missing(node):
            absent = node is None or (isinstance(node, Scalar) and not node.text)
            hint = self.hint or f"Write its fields below it, indented: {', '.join(field_names(self.fields))}."
            message = f'the field "{field.name}" is {"missing or " if field.reported else ""}not a map'
            reader.add(reader.line(field.name), "field-missing" if absent else "field-not-map", message, hint)
        return self.missing

    def read_fields(self, inner: FieldReader) -> object | None:
        """Return the value of a map that `inner` reads."""
        return self.build(inner, read_fields(inner, self.fields))

    def schema(self, *, filled: bool) -> Schema:
        schema = {**object_schema(self.fields, self.any_of), **(self.clauses or {})}
        return schema if filled else {**schema, "type": ["object", "null"]}


@dataclass(frozen=True, slots=True)
class Maps(FieldType):
    """A list of maps of one kind; `fewest` is how many there must be, by a check of its own."""

    item: Map
    fewest: int = 0
    label: str = field(default="list of maps", kw_only=True)

    @property
    def subfields(self) -> tuple[Field, ...]:
        return self.item.fields

    def read(self, reader: FieldReader, field: Field) -> tuple[object, ...]:
        values = []
        for inner in reader.maps(field.name, field_names(self.item.fields)):
            values.append(self.item.read_fields(inner))
            reader.extend(inner)
        return tuple(value for value in values if value is not None)

    def schema(self, *, filled: bool) -> Schema:
        types = "array" if filled or self.fewest else ["array", "null"]
        schema: dict[str, object] = {"type": types, "items": self.item.schema(filled=True)}
        return {**schema, "minItems": self.fewest} if self.fewest else schema


@dataclass(frozen=True, slots=True)
class Reasons(FieldType):
    """A reason for each of some other fields of the file."""

    reasoned: tuple[str, ...]
    label: str = field(default="map of reasons", kw_only=True)

    def read(self, reader: FieldReader, field: Field) -> dict[str, str]:
        node = reader.fields.nodes.get(field.name)
        if is_missing(node):
            return {}
        if not isinstance(node, Fields):
            hint = 'Write inferred: {publisher: "the reason"}.'
            reader.add(reader.line(field.name), "field-not-map", f'the field "{field.name}" is not a map', hint)
            return {}
        inner = FieldReader(node, reader.path, self.reasoned)
        reasons = {key: inner.text(key, required=True, dates=False) for key in node.nodes}
        for key in self._without_value(reasons, reader):
            hint = f'Add the line "{key}: …" with the value you infer, or delete the reason.'
            inner.add(inner.line(key), "inferred-without-value", f'a reason is given for "{key}", but no value', hint)
        reader.extend(inner)
        return {key: reason for key, reason in reasons.items() if reason}

    def _without_value(self, reasons: Iterable[str], reader: FieldReader) -> list[str]:
        return [key for key in reasons if key in self.reasoned and key not in reader.fields.nodes]

    def schema(self, *, filled: bool) -> Schema:
        reason = {"type": "string", "pattern": r"\S"}
        schema: dict[str, object] = {"type": "object" if filled else ["object", "null"]}
        return {**schema, "properties": dict.fromkeys(self.reasoned, reason), "additionalProperties": False}
