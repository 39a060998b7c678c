"""The index as files a browser fetches piece by piece: a manifest, terms, places of terms, passages, facets.

Every file is a script that hands its data over by name, so that it can be loaded from a disk as well. Names
hold a hash of the content, except the manifest's, which names all the others.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence

from build_tools.model import Data, Entry
from build_tools.search.postings import Term
from build_tools.search.records import PAGE, PageHead, Record

FOLDER = "data/search"
"""Where the files stand, below docs/."""

# How many characters a file holds, if it can be: few in a small corpus, so that a query fetches little.
_TERMS, _PASSAGES = (4_000, 24_000), (2_500, 14_000)
_FILES = 400
_BROKEN = str.maketrans({"\u2028": "\\u2028", "\u2029": "\\u2029"})


def write_index(
    heads: Sequence[PageHead], records: Sequence[Record], terms: Sequence[Term], entries: Sequence[Entry]
) -> tuple[Data, ...]:
    """The files of an index, the manifest first."""
    shards, files = [], []
    for group in _shards(terms):
        listed = _file("t", "\n".join(f"{term.text} {term.frequency} {term.postings}" for term in group))
        places = _file("w", "\n".join(term.places for term in group))
        shards.append([group[0].text, _name(listed), _name(places)])
        files += [listed, places]
    blocks = []
    for passages in _passages(heads, records):
        file = _file("b", passages)
        blocks.append([passages["records"][0][0], _name(file)])
        files.append(file)
    facets = _file("f", _facets(heads, records))
    manifest = {
        "records": len(records),
        "pages": sum(len(head.numbers) for head in heads),
        "shards": shards,
        "blocks": blocks,
        "entries": [_labels(entry) for entry in sorted(entries, key=lambda one: one.id)],
        "facets": _name(facets),
    }
    named = {file.path: file for file in (*files, facets)}
    return _script("manifest", manifest), *(named[path] for path in sorted(named))


def _shards(terms: Sequence[Term]) -> Iterator[list[Term]]:
    """Runs of terms; those that begin with the same two characters stay together where there is room."""
    room = _room(sum(map(_size, terms)), _TERMS)
    shard: list[Term] = []
    size = 0
    for bucket in _buckets(terms):
        weight = sum(map(_size, bucket))
        if shard and size + weight > room:
            yield shard
            shard, size = [], 0
        for term in bucket:
            if shard and size + _size(term) > room:
                yield shard
                shard, size = [], 0
            shard.append(term)
            size += _size(term)
    if shard:
        yield shard


def _room(total: int, bounds: tuple[int, int]) -> int:
    return min(max(total // _FILES, bounds[0]), bounds[1])


def _buckets(terms: Sequence[Term]) -> Iterator[list[Term]]:
    bucket: list[Term] = []
    for term in terms:
        if bucket and bucket[0].text[:2] != term.text[:2]:
            yield bucket
            bucket = []
        bucket.append(term)
    if bucket:
        yield bucket


def _size(term: Term) -> int:
    return len(term.text) + len(term.postings) + 4


def _passages(heads: Sequence[PageHead], records: Sequence[Record]) -> Iterator[dict[str, list[list[object]]]]:
    """Runs of records with the pages they stand on."""
    room = _room(sum(len(record.text) for record in records), _PASSAGES)
    owners = {number: head for head in heads for number in head.numbers}
    shown: dict[str, list[list[object]]] = {"pages": [], "records": []}
    size, page = 0, -1
    for record in records:
        if size > room:
            yield shown
            shown, size, page = {"pages": [], "records": []}, 0, -1
        if record.number // PAGE != page:
            page = record.number // PAGE
            head = owners[page]
            shown["pages"].append([page, head.path, head.kind, head.name, head.title, head.date, *head.count])
        row = _row(record)
        shown["records"].append(row)
        size += len(record.text) + 40
    if shown["records"]:
        yield shown


def _row(record: Record) -> list[object]:
    row: list[object] = [record.number, record.at, record.place, record.lang, record.text]
    return [*row, [part for span in record.spans for part in span]] if record.spans else row


def _facets(heads: Sequence[PageHead], records: Iterable[Record]) -> dict[str, object]:
    """For each page number its text, publisher, year and kind, and where in it the language changes."""
    values: dict[str, list[str]] = {"text": [], "publisher": [], "year": [], "kind": [], "language": []}
    pages: dict[int, list[object]] = {}
    for head in heads:
        is_text = head.kind == "text"
        fields = {
            "text": head.name if is_text else "",
            "publisher": head.publisher,
            "year": head.year,
            "kind": head.kind,
        }
        for number in head.numbers:
            pages[number] = [_place(value, values[name]) for name, value in fields.items()]
    before = (-1, "")
    for record in records:
        here = (record.number // PAGE, record.lang)
        if record.lang and here != before:
            pages[here[0]] += [record.number % PAGE, _place(record.lang, values["language"])]
            before = here
    return {"values": values, "pages": [pages[number] for number in sorted(pages)]}


def _place(value: str, values: list[str]) -> int:
    """The place of a value among those met so far; -1 for none."""
    if not value:
        return -1
    if value not in values:
        values.append(value)
    return values.index(value)


def _labels(entry: Entry) -> list[object]:
    """An entry for the query's sake: id, kind, label, the labels it owns with their languages, those it may bear."""
    own = [part for label in entry.alt_labels for part in (label.text, label.lang)]
    others = (*entry.short_labels, *entry.shared_labels, *entry.hidden_labels)
    return [entry.id, entry.kind, entry.pref_label, own, [label.text for label in others]]


def _file(letter: str, data: object) -> Data:
    digest = hashlib.sha256(json.dumps(data, ensure_ascii=False).encode("utf-8", "replace")).hexdigest()
    return _script(f"{letter}-{digest[:10]}", data)


def _script(name: str, data: object) -> Data:
    packed = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_BROKEN)
    return Data(f"{FOLDER}/{name}.js", f'readerSearchData("{name}",{packed})\n')


def _name(file: Data) -> str:
    return file.path.removeprefix(f"{FOLDER}/").removesuffix(".js")
