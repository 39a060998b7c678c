"""What a shard says of one text, as lines of JSON: its blocks, its mentions, its words, and the findings on it.

Every line begins with the id of its text, and the lines of a text follow one another.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from build_tools.edition.reading import LinkedSource
from build_tools.exports.standoff.raw_places import place_mentions
from build_tools.exports.tables.document_rows import mention_row
from build_tools.exports.tables.row_formats import rows_as_json
from build_tools.exports.tables.text_tables import MENTIONS
from build_tools.model.findings import Finding, finding_fields
from build_tools.segmentation import piece_as_json
from build_tools.website.search.gathering import text_records
from build_tools.website.search.postings import CONCEPT
from build_tools.website.search.word_rows import find_places

BLOCK_ROWS, MENTION_ROWS, INDEX_ROWS, FINDING_ROWS = ROW_FILES = (
    "blocks.jsonl",
    "mentions.jsonl",
    "index.jsonl",
    "findings.jsonl",
)
"""The files that a shard has, and the whole corpus too."""

_DECODER = json.JSONDecoder()
_KEY = len('{"text": ')
_LONGEST_NAME = 2_000  # bytes of a name of 255 in JSON, escaped


def rows_of_text(linked: LinkedSource, cited: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    """Yield what is known of a text, each file with its lines.

    Args:
        linked: The text, cut and linked.
        cited: The entries that cite it as evidence, by block.
    """
    document, mentions = linked.document, linked.mentions
    yield BLOCK_ROWS, _block_row(linked)
    placed = place_mentions(document, mentions)
    yield MENTION_ROWS, _in_utf8("".join(f"{rows_as_json([mention_row(place)], MENTIONS)}\n" for place in placed))
    yield INDEX_ROWS, _index_row(linked, cited)


def lines_of_findings(text: str, findings: Iterable[Finding]) -> str:
    """Return the findings on a text as lines, sorted, each once."""
    return "".join(_line({"text": text, **finding_fields(finding)}) for finding in sorted(set(findings)))


def text_of_row(line: bytes) -> str:
    """Return the id of the text of a line."""
    value, _ = _DECODER.raw_decode(line[_KEY : _KEY + _LONGEST_NAME].decode("utf-8", "ignore"))
    return str(value)


def _block_row(linked: LinkedSource) -> str:
    source = linked.document.source
    return _line(
        {
            "text": source.id,
            "seed": source.seed,
            "sha256": sha256(source.text.encode()).hexdigest(),
            "blocks": list(map(piece_as_json, linked.document.blocks)),
            "set_aside": list(map(piece_as_json, linked.document.set_aside)),
        }
    )


def _index_row(linked: LinkedSource, cited: Mapping[str, set[str]]) -> str:
    """Return the words of a text: for each term the records it is in, and its positions in each.

    The numbers of records are those of the search index, counted from the first record of the text.
    """
    document = linked.document
    _, records = text_records(document, linked.mentions, cited, "", 0)
    lengths: list[tuple[int, int]] = []
    terms: dict[str, list[list[int]]] = {}
    for record in records:
        places, dates, length = find_places(record.words or (record.text,))
        lengths.append((record.number, length))
        for token, place in places.items():
            terms.setdefault(token, []).append([record.number, *([place] if isinstance(place, int) else place)])
        for date in dates:
            terms.setdefault(date, []).append([record.number])
        for entry, count in Counter(record.concepts).items():
            terms.setdefault(CONCEPT + entry, []).append([record.number, count])
    return _line({"text": document.source.id, "lengths": lengths, "terms": dict(sorted(terms.items()))})


def _line(value: Mapping[str, object]) -> str:
    return _in_utf8(f"{json.dumps(value, ensure_ascii=False)}\n")


def _in_utf8(lines: str) -> str:
    """Return lines of JSON without what UTF-8 cannot hold: the names of some files have bytes that are no text."""
    return lines if lines.isascii() else lines.encode("utf-8", "backslashreplace").decode()
