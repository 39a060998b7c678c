"""A kind of hand-written file, declared once: its fields, what each holds, and how editors write it.

One declaration drives the reader of the files, the JSON Schema with which text editors complete and check fields,
the draft of a new file, and the tables of fields on the site.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from build_tools.corpus.front_matter.field_reader import FieldReader
from build_tools.corpus.front_matter.nodes import FrontMatter

Schema = Mapping[str, object]
"""A JSON Schema, draft 7."""

Values = dict[str, Any]
"""What was read from a map of fields, by the attribute of the model that takes it."""


def anchored(pattern: str) -> str:
    """Return a regular expression for JSON Schema, which searches, that matches a whole text."""
    return f"^(?:{pattern})$"


@dataclass(frozen=True, slots=True)
class FieldType(ABC):
    """What a field may hold: how it is read, how JSON Schema states it, and what editors call it (`label`)."""

    label: str = field(default="text", kw_only=True)

    @property
    def words(self) -> tuple[str, ...]:
        """The words from which editors choose; none in other types."""
        return ()

    @property
    def subfields(self) -> tuple[Field, ...]:
        """The fields of a map, or of each map of a list; none in other types."""
        return ()

    @abstractmethod
    def read(self, reader: FieldReader, field: Field) -> object:
        """Return the value of a field; `reader` collects a finding for each fault."""

    @abstractmethod
    def schema(self, *, filled: bool) -> Schema:
        """Return the JSON Schema of the value; one that must be `filled` may not be null or empty."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of front matter.

    Attributes:
        name: The key in the file.
        type: What it may hold.
        description: What it is for, in plain sentences for editors.
        example: A value as YAML.
        required: Whether a file without it is faulty.
        checked_later: Whether a check with a code of its own reports a missing value, instead of the reader.
        attribute: The attribute of the model that takes the value, where it is not called like the field.
        drafted: Whether the draft of a new file has the field.
        only_on: The path of the one file that may have the field; empty where all may.
        refers_to: The names of the kinds of files whose ids it holds; empty for what holds none. A text that does not
            have the form of an id is a name.
    """

    name: str
    type: FieldType
    description: str
    example: str = ""
    required: bool = False
    checked_later: bool = False
    attribute: str = ""
    drafted: bool = True
    only_on: str = ""
    refers_to: tuple[str, ...] = ()

    @property
    def explanation(self) -> str:
        """What it is for, with the words from which editors choose."""
        *most, last = self.type.words or ("",)
        if not last:
            return self.description
        words = f"{', '.join(most)} or {last}." if most else f"{last}."
        return f"{self.description.rstrip('.')}: {words.replace(' or ….', ' …')}"

    @property
    def reported(self) -> bool:
        """Whether the reader reports it where it is missing."""
        return self.required and not self.checked_later


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of hand-written file: its name, its folder, what such a file is, and its fields in the order of drafts.

    Of the fields in `any_of` one at least must be there. With `allows_others` a file may have fields besides.
    """

    name: str
    folder: str
    title: str
    fields: tuple[Field, ...]
    any_of: tuple[str, ...] = ()
    allows_others: bool = False

    def read(self, parsed: FrontMatter, language: str = "en") -> tuple[FieldReader, Values]:
        """Read the fields of a file.

        Args:
            parsed: The file, taken apart.
            language: The language of names in a plain list (BCP 47).

        Returns:
            The reader, which holds the findings and the line of each field, and the values.
        """
        fields = tuple(field for field in self.fields if field.only_on in {"", parsed.path})
        reader = FieldReader(
            parsed.fields, parsed.path, field_names(fields), language, allows_others=self.allows_others
        )
        return reader, read_fields(reader, fields)

    def schema(self) -> Schema:
        """Return the JSON Schema of the front matter of such a file."""
        schema = object_schema(self.fields, self.any_of)
        return {**schema, "additionalProperties": True} if self.allows_others else schema


def field_names(fields: Iterable[Field]) -> tuple[str, ...]:
    """Return the keys of fields."""
    return tuple(field.name for field in fields)


def read_fields(reader: FieldReader, fields: Iterable[Field]) -> Values:
    """Read each field of a map, whether it is there or not."""
    return {field.attribute or field.name: field.type.read(reader, field) for field in fields}


def object_schema(fields: Iterable[Field], any_of: Iterable[str] = ()) -> dict[str, object]:
    """Return the JSON Schema of a map with these fields and no others, of which one in `any_of` must say something."""
    by_name = {field.name: field for field in fields}
    properties = {
        name: {"description": field.description, **field.type.schema(filled=field.required)}
        for name, field in by_name.items()
    }
    required = [name for name, field in by_name.items() if field.required]
    schema: dict[str, object] = {"type": "object", "properties": properties}
    schema |= {"required": required, "additionalProperties": False}
    filled = [{"required": [name], "properties": {name: by_name[name].type.schema(filled=True)}} for name in any_of]
    return {**schema, "anyOf": filled} if filled else schema
