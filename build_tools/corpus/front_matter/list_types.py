"""The types of fields whose value is a name, a list of texts, or a list of names by language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from build_tools.corpus.front_matter.declarations import Field, FieldType, Schema, anchored
from build_tools.corpus.front_matter.field_reader import ID_PATTERN, FieldReader
from build_tools.corpus.front_matter.nodes import Fields, Node, is_missing
from build_tools.corpus.front_matter.text_types import LANGUAGE_TAG, SAYS_SOMETHING, Rule, Text
from build_tools.model import Label

LONGEST_NAME = 300
"""Characters that a name may have: the time to look for one grows with the square of its length."""

_NAME_ALONE = "Write the name alone, and put what explains it into the definition."

# A character besides punctuation, in an expression that means the same to Python and to JavaScript.
_HAS_LETTER_OR_DIGIT = r"[^\s!-/:-@\[-`{-~–—…]"


@dataclass(frozen=True, slots=True)
class Texts(FieldType):
    """A list of texts; `item` is what findings call one of them, `pattern` what JSON Schema asks of each."""

    item: str
    pattern: str = SAYS_SOMETHING
    rule: Rule | None = None
    fewest: int = 0
    label: str = field(default="list of texts", kw_only=True)

    def read(self, reader: FieldReader, field: Field) -> tuple[str, ...]:
        if is_missing(reader.fields.nodes.get(field.name)):
            reader.text(field.name, required=field.reported)
            return ()
        items = reader.scalars(field.name, self.item)
        return tuple(
            item.text for item in items if self.rule is None or self.rule.accepts(reader, item.text, item.line)
        )

    def schema(self, *, filled: bool) -> Schema:
        pattern = anchored(self.rule.pattern) if self.rule else self.pattern
        schema = {"type": "array" if filled else ["array", "null"], "items": {"type": "string", "pattern": pattern}}
        return {**schema, "minItems": self.fewest} if self.fewest else schema


def ids(item: str) -> Texts:
    """Return the type of a list of ids; `item` is what findings call one of them."""
    return Texts(item, ID_PATTERN, label="list of ids")


@dataclass(frozen=True, slots=True)
class Name(Text):
    """A name, in any language."""

    numbers: bool = False
    longest: int | None = LONGEST_NAME

    def read(self, reader: FieldReader, field: Field) -> str | None:
        name = super(Name, self).read(reader, field)
        if name is None or len(name) <= LONGEST_NAME:
            return name
        message = f'the field "{field.name}" has {len(name):,} characters'
        reader.add(reader.line(field.name), "label-too-long", message, _NAME_ALONE)
        return self.missing


@dataclass(frozen=True, slots=True)
class Labels(FieldType):
    """Names by language (BCP 47), or a list of names in the language of the site."""

    item: str
    label: str = field(default="labels by language", kw_only=True)

    def read(self, reader: FieldReader, field: Field) -> tuple[Label, ...]:
        return tuple(self._read(reader, reader.fields.nodes.get(field.name)))

    def _read(self, reader: FieldReader, node: Node | None) -> Iterator[Label]:
        by_language: Iterable[tuple[str, Node]] = node.nodes.items() if isinstance(node, Fields) else ()
        if node is not None and not isinstance(node, Fields):
            by_language = [(reader.language, node)]
        for tag, items in by_language:
            # That of the site is looked at where it is set, not in every file.
            if isinstance(node, Fields) and not re.fullmatch(LANGUAGE_TAG.pattern, tag):
                LANGUAGE_TAG.report(reader, tag, node.key_lines[tag])
                continue
            for number, item in reader.numbered_items(items, self.item):
                if len(item.text) > LONGEST_NAME:
                    message = f"{self.item} {number} has {len(item.text):,} characters"
                    reader.add(item.line, "label-too-long", message, _NAME_ALONE)
                elif any(character.isalnum() for character in item.text):
                    yield Label(item.text, tag, item.line)
                else:
                    message = f'{self.item} "{item.text}" has no letter or digit'
                    reader.add(item.line, "label-empty", message, "Write the name, or delete the item.")

    def schema(self, *, filled: bool) -> Schema:
        name = {"type": "string", "pattern": _HAS_LETTER_OR_DIGIT, "maxLength": LONGEST_NAME}
        names = {"type": "array", "items": name}
        by_language = {
            "type": "object",
            "propertyNames": {"pattern": anchored(LANGUAGE_TAG.pattern)},
            "additionalProperties": {**names, "type": ["array", "null"]},
        }
        return {"anyOf": [*([] if filled else [{"type": "null"}]), names, by_language]}
