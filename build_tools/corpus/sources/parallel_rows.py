"""Which languages of a text say the same, as its page rules: `parallel: [en, fr]`, or with the rows named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.corpus.front_matter import FieldReader, Fields
from build_tools.corpus.sources.bibliography import is_language, refuse_language
from build_tools.model.parallels import Parallel

PARAGRAPH = re.compile(r"(?:p|¶ ?)([1-9]\d*)")


def read_parallels(reader: FieldReader) -> tuple[Parallel, ...]:
    """The languages that run side by side, none where the field is missing; each fault is a finding."""
    node = reader.fields.nodes.get("parallel")
    if isinstance(node, Fields):
        inner = FieldReader(node, reader.path, node.nodes)
        found = tuple(_named(inner))
        reader.extend(inner)
    else:
        items = reader.scalars("parallel", "language")
        found = tuple(Parallel(item.text, (), item.line) for item in items if _is_known(reader, item.text, item.line))
    if len({one.lang for one in found}) == 1 and not reader.findings:
        message = "one language alone has nothing beside it"
        hint = "List at least two languages, parallel: [en, fr], or delete the field."
        reader.add(reader.line("parallel"), "parallel-alone", message, hint)
    return tuple({one.lang: one for one in found}.values())


def _named(inner: FieldReader) -> Iterator[Parallel]:
    """The languages of a map, each with the paragraphs that begin its rows."""
    for lang in inner.fields.nodes:
        line, starts = inner.line(lang), []
        for item in inner.scalars(lang, "paragraph"):
            if match := PARAGRAPH.fullmatch(item.text):
                starts.append(f"p{match[1]}")
            else:
                hint = "Write the paragraphs with which a row begins: [p1, p2, p4]."
                inner.add(item.line, "parallel-paragraph-unknown", f'"{item.text}" is not a paragraph', hint)
        if _is_known(inner, lang, line):
            yield Parallel(lang, tuple(starts), line)


def _is_known(reader: FieldReader, tag: str, line: int) -> bool:
    if is_language(tag):
        return True
    refuse_language(reader, tag, line)
    return False
