"""Mentions as annotations of the W3C's Web Annotation model, in JSON-LD.

An annotation points into the raw file by offsets and by its words, and says by which rule it was made. The terms that
the model lacks are in a context of our own.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import NamedTuple

from build_tools.exports.resource_names import PROGRAM, PROGRAM_NAME, VOCABULARY

CONTEXT = 32
"""How many characters of the text the prefix and the suffix of a quotation hold, at most."""

MODEL_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
"""The context of the model, by the name that the W3C gives it."""

OUR_TERMS: Mapping[str, object] = {
    "rule": f"{VOCABULARY}rule",
    "sha256": f"{VOCABULARY}sha256",
    "block": {"@id": f"{VOCABULARY}block", "@type": "@id"},
}
"""Our terms: the rule that made a link, the checksum of the raw file, the place of the mention on the text's page."""

CREATOR: Mapping[str, str] = {"id": PROGRAM, "type": "Software", "name": PROGRAM_NAME}
"""The program, as the model describes who makes an annotation."""


class Annotation(NamedTuple):
    """A mention of an entry in a text.

    `start` and `end` are offsets in Unicode code points, the end exclusive; `text[start:end] == exact`. `source` and
    `entry` name the raw file and the entry; `sha256` is the checksum of the file's bytes, `block` the address of the
    block on the page of the text, or "".
    """

    source: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    entry: str
    rule: str
    sha256: str = ""
    block: str = ""

    def as_json(self) -> dict[str, object]:
        """Return the annotation in the model, without a context."""
        value: dict[str, object] = {
            "id": f"{self.source}#char={self.start},{self.end}",
            "type": "Annotation",
            "motivation": "identifying",
            "creator": PROGRAM,
            "body": {"id": self.entry},
            "target": {
                "source": self.source,
                "sha256": self.sha256,
                "selector": [
                    {"type": "TextPositionSelector", "start": self.start, "end": self.end},
                    {"type": "TextQuoteSelector", "exact": self.exact, "prefix": self.prefix, "suffix": self.suffix},
                ],
            },
            "rule": self.rule,
        }
        return {**value, "block": self.block} if self.block else value


def words_around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the characters before a span and those after it, by which it can be found again."""
    return text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]


_START, _END = -1010101010, -2020202020
"""Numbers that stand for the offsets in a template, and occur in no other part of it."""


def _template(block: str) -> str:
    """Return an annotation as JSON with places for its values: `json.dumps` takes five times as long for each."""
    return (
        json.dumps(Annotation("%", _START, _END, "%", "%", "%", "%", "%", "%", block).as_json(), ensure_ascii=False)
        .replace(f'"%#char={_START},{_END}"', "%s")
        .replace('"%"', "%s")
        .replace(str(_START), "%d")
        .replace(str(_END), "%d")
    )


_PLAIN, _WITH_BLOCK = _template(""), _template("%")
_quote = json.encoder.encode_basestring


def annotation_json(annotation: Annotation) -> str:
    """Return an annotation as an object of JSON in one line, without a context."""
    source, start, end, exact, prefix, suffix, entry, rule, checksum, block = annotation
    named = _quote(source)
    values = (
        *(_quote(f"{source}#char={start},{end}"), _quote(entry), named, _quote(checksum), start, end, _quote(exact)),
        *(_quote(prefix), _quote(suffix), _quote(rule)),
    )
    return _WITH_BLOCK % (*values, _quote(block)) if block else _PLAIN % values


def context_file() -> bytes:
    """Return our context as a file of JSON-LD."""
    return f"{json.dumps({'@context': OUR_TERMS}, indent=1)}\n".encode()
