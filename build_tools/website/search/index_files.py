"""The index as files that a browser fetches one by one.

A manifest names the others: terms, positions of terms, passages, labels, entries with the records that name them,
facets. Every file is a script that hands over its data by name, so that it can be loaded from a disk as well. Names
contain a hash of the content, except the manifest's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence

from build_tools.model import Data, Entry
from build_tools.text.scripts import is_east_asian
from build_tools.website.data.data_scripts import compact_json
from build_tools.website.search.facets import columns
from build_tools.website.search.label_rows import label_rows, name_row
from build_tools.website.search.postings import CONCEPT, Term
from build_tools.website.search.records import PAGE, Gathered, PageHead, Record

FOLDER = "data/search"
"""The folder of the files, below docs/."""

Bounds = tuple[int, int]
"""The least and the greatest size of a file, in characters.

The files of a small corpus are small, so that a query fetches little.
"""

_TERMS: Bounds = (4_000, 16_000)
_PASSAGES: Bounds = (2_500, 7_000)
_LABELS: Bounds = (4_000, 12_000)
_FILES = 400  # how many files of a kind there should be
_BLOCKS_IN_DIRECTORY = 64  # where there are too many blocks for the manifest
_TERM_OVERHEAD, _RECORD_OVERHEAD = 4, 40  # characters, roughly: separators and numbers
_DIGEST_LENGTH = 10


def write_index(gathered: Gathered, terms: Sequence[Term], entries: Sequence[Entry]) -> tuple[Data, ...]:
    """Return the files of an index, the manifest first."""
    entries = sorted(entries, key=lambda entry: entry.id)
    named_by = {term.text[1:]: term for term in terms if term.text[0] == CONCEPT}
    files: list[Data] = []
    manifest = {
        "records": len(gathered.records),
        "entryPage": gathered.first_entry,
        "shards": _write_terms([term for term in terms if term.text[0] != CONCEPT], files),
        **_write_blocks(gathered, files),
        "labels": _write_labels(entries, files),
        "entries": _write_entries(entries, named_by, files),
        "facets": {
            name: _keep(_file("f", column), files) for name, column in columns(gathered.heads, gathered.records).items()
        },
    }
    named = {file.path: file for file in files}
    return _script("manifest", compact_json(manifest)), *(named[path] for path in sorted(named))


def _write_terms(terms: Sequence[Term], files: list[Data]) -> list[list[str]]:
    """Add the files of terms; return for each shard its first term and the hash in the names of its two files.

    The file `t-<hash>` has the terms, `w-<hash>` their positions.
    """
    shards = []
    for group in _shards(terms):
        listed = compact_json("\n".join(f"{term.text} {term.frequency} {term.postings}" for term in group))
        positions = compact_json("\n".join(term.positions for term in group))
        digest = _digest(listed + positions)
        files += (_script(f"t-{digest}", listed), _script(f"w-{digest}", positions))
        shards.append([group[0].text, digest])
    return shards


def _write_blocks(gathered: Gathered, files: list[Data]) -> dict[str, list[list[object]]]:
    """Add the files of passages; return the first record and the name of each, or of directories if there are many."""
    blocks: list[list[object]] = [
        [passages["records"][0][0], _keep(_file("b", passages), files)]
        for passages in _passages(gathered.heads, gathered.records)
    ]
    if len(blocks) <= _FILES:
        return {"blocks": blocks}
    runs = [blocks[start : start + _BLOCKS_IN_DIRECTORY] for start in range(0, len(blocks), _BLOCKS_IN_DIRECTORY)]
    return {"directories": [[run[0][0], _keep(_file("d", run), files)] for run in runs]}


def _write_labels(entries: Sequence[Entry], files: list[Data]) -> list[list[str]]:
    rows = label_rows(entries)
    ranges = _file_ranges([len(row) + 1 for row in rows], _LABELS)
    return [
        [rows[start].partition("\t")[0], _keep(_file("a", "\n".join(rows[start:end])), files)] for start, end in ranges
    ]


def _write_entries(entries: Sequence[Entry], terms: Mapping[str, Term], files: list[Data]) -> list[list[object]]:
    """Add the files of entries with the records that name them; return each file's first position and its name."""
    rows = [[*name_row(entry), *_postings_of(terms.get(entry.id))] for entry in entries]
    ranges = _file_ranges([len(str(row)) for row in rows], _LABELS)
    return [[start, _keep(_file("e", rows[start:end]), files)] for start, end in ranges]


def _postings_of(term: Term | None) -> tuple[int, str]:
    return (term.frequency, term.postings) if term else (0, "")


def _file_ranges(sizes: Sequence[int], bounds: Bounds) -> Iterator[tuple[int, int]]:
    """Yield the rows of each file, as first and end (exclusive); a file exceeds the limit only if one row does."""
    limit = _file_size(sum(sizes), bounds)
    start = filled = 0
    for row, size in enumerate(sizes):
        if filled and filled + size > limit:
            yield start, row
            start, filled = row, 0
        filled += size
    if filled:
        yield start, len(sizes)


def _keep(file: Data, files: list[Data]) -> str:
    """Add a file; return the name by which other files refer to it."""
    files.append(file)
    return file.path.removeprefix(f"{FOLDER}/").removesuffix(".js")


def _shards(terms: Sequence[Term]) -> Iterator[list[Term]]:
    """Yield the terms of each file; those that begin with the same two characters stay together if the limit allows.

    Files of character pairs (scripts without spaces) are smaller: one word of a query needs several pairs, each from a
    file of its own.
    """
    usual_limit = _file_size(sum(map(_size, terms)), _TERMS)
    least, _ = _TERMS
    shard: list[Term] = []
    size = 0
    for bucket in _buckets(terms):
        bucket_size = sum(map(_size, bucket))
        limit = least if is_east_asian(bucket[0].text) else usual_limit
        if shard and size + bucket_size > limit:
            yield shard
            shard, size = [], 0
        for term in bucket:
            if shard and size + _size(term) > limit:
                yield shard
                shard, size = [], 0
            shard.append(term)
            size += _size(term)
    if shard:
        yield shard


def _file_size(total: int, bounds: Bounds) -> int:
    least, most = bounds
    return min(max(total // _FILES, least), most)


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
    return len(term.text) + len(term.postings) + _TERM_OVERHEAD


def _passages(heads: Sequence[PageHead], records: Sequence[Record]) -> Iterator[dict[str, list[list[object]]]]:
    """Yield the records of each file, with the pages they belong to."""
    limit = _file_size(sum(len(record.text) for record in records), _PASSAGES)
    owners = {number: head for head in heads for number in head.numbers}
    shown: dict[str, list[list[object]]] = {"pages": [], "records": []}
    size, page = 0, -1
    for record in records:
        if size > limit:
            yield shown
            shown, size, page = {"pages": [], "records": []}, 0, -1
        if record.number // PAGE != page:
            page = record.number // PAGE
            head = owners[page]
            shown["pages"].append([page, head.path, head.kind, head.name, head.title, head.date, *head.count])
        row = _row(record)
        shown["records"].append(row)
        size += len(record.text) + _RECORD_OVERHEAD
    if shown["records"]:
        yield shown


def _row(record: Record) -> list[object]:
    row: list[object] = [record.number, record.block, record.place, record.lang, record.text]
    return [*row, [part for span in record.spans for part in span]] if record.spans else row


def _file(letter: str, data: object) -> Data:
    packed = compact_json(data)
    return _script(f"{letter}-{_digest(packed)}", packed)


def _digest(packed: str) -> str:
    return hashlib.sha256(packed.encode("utf-8", "replace")).hexdigest()[:_DIGEST_LENGTH]


def _script(name: str, packed: str) -> Data:
    return Data(f"{FOLDER}/{name}.js", f'readerSearchData("{name}",{packed})\n')
