"""Which languages of a text say the same, as its page rules: `parallel: [en, fr]`, or with the rows named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from build_tools.corpus.front_matter import FieldReader, Fields
from build_tools.corpus.front_matter.declarations import Field, FieldType, Schema, anchored
from build_tools.corpus.front_matter.text_types import LANGUAGE_TAG
from build_tools.model import Parallel

_PARAGRAPH = re.compile(r"(?:p|¶ ?)([1-9]\d*)")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Parallels(FieldType):
    """Languages that run side by side: a list of tags, or the paragraphs that begin a row, by tag."""

    label: str = field(default="list of language tags", kw_only=True)

    def read(self, reader: FieldReader, field: Field) -> tuple[Parallel, ...]:
        """Return the languages in the order of the file, each with the paragraphs that begin its rows."""
        node = reader.fields.nodes.get(field.name)
        if isinstance(node, Fields):
            inner = FieldReader(node, reader.path, node.nodes)
            rows = tuple(_rows(inner))
            reader.extend(inner)
        else:
            items = reader.scalars(field.name, "language")
            rows = tuple(
                Parallel(item.text, (), item.line)
                for item in items
                if LANGUAGE_TAG.accepts(reader, item.text, item.line)
            )
        by_language = {row.lang: row for row in rows}
        if len(by_language) == 1 and not reader.findings:
            message = "there is only one language, and nothing to show beside it"
            hint = "List at least two languages, parallel: [en, fr], or delete the field."
            reader.add(reader.line(field.name), "parallel-alone", message, hint)
        return tuple(by_language.values())

    def schema(self, *, filled: bool) -> Schema:  # noqa: ARG002 - it is filled wherever it is there
        """Return the JSON Schema of both forms."""
        tag, paragraph = anchored(LANGUAGE_TAG.pattern), anchored(_PARAGRAPH.pattern)
        tags = {"type": "array", "items": {"type": "string", "pattern": tag}, "minItems": _FEWEST}
        rows = {
            "type": "object",
            "propertyNames": {"pattern": tag},
            "additionalProperties": {"type": "array", "items": {"type": "string", "pattern": paragraph}},
            "minProperties": _FEWEST,
        }
        return {"anyOf": [tags, rows]}


def _rows(inner: FieldReader) -> Iterator[Parallel]:
    """Read the languages of a map, each with the paragraphs that begin its rows."""
    for lang in inner.fields.nodes:
        line, starts = inner.line(lang), []
        for item in inner.scalars(lang, "paragraph"):
            if match := _PARAGRAPH.fullmatch(item.text):
                starts.append(f"p{match[1]}")
            else:
                hint = "Write the paragraphs with which a row begins: [p1, p2, p4]."
                inner.add(item.line, "parallel-paragraph-unknown", f'"{item.text}" is not a paragraph', hint)
        if LANGUAGE_TAG.accepts(inner, lang, line):
            yield Parallel(lang, tuple(starts), line)
