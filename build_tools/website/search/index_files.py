"""The index as files a browser fetches piece by piece.

A manifest names the others: terms, places of terms, passages, labels, entries with the records that name them, facets. Every
file is a script that hands its data over by name, so that it can be loaded from a disk as well. Names hold a hash of the
content, except the manifest's.
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
"""Where the files stand, below docs/."""

# How many characters a file holds, if it can be: few in a small corpus, so that a query fetches little.
_TERMS, _PASSAGES, _LABELS = (4_000, 16_000), (2_500, 7_000), (4_000, 12_000)
_FILES = 400
_LISTED = 64  # how many blocks a directory lists, where there are too many for the manifest


def write_index(gathered: Gathered, terms: Sequence[Term], entries: Sequence[Entry]) -> tuple[Data, ...]:
    """The files of an index, the manifest first."""
    entries = sorted(entries, key=lambda one: one.id)
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
    """For each shard its first term and its hash: its terms stand in the file `t-` and the hash, their places in `w-` and it."""
    shards = []
    for group in _shards(terms):
        listed = compact_json("\n".join(f"{term.text} {term.frequency} {term.postings}" for term in group))
        places = compact_json("\n".join(term.places for term in group))
        digest = _digest(listed + places)
        files += (_script(f"t-{digest}", listed), _script(f"w-{digest}", places))
        shards.append([group[0].text, digest])
    return shards


def _write_blocks(gathered: Gathered, files: list[Data]) -> dict[str, list[list[object]]]:
    """For each block of passages its first record and its name; of very many, the same for directories of them."""
    blocks: list[list[object]] = [
        [passages["records"][0][0], _keep(_file("b", passages), files)]
        for passages in _passages(gathered.heads, gathered.records)
    ]
    if len(blocks) <= _FILES:
        return {"blocks": blocks}
    runs = [blocks[start : start + _LISTED] for start in range(0, len(blocks), _LISTED)]
    return {"directories": [[run[0][0], _keep(_file("d", run), files)] for run in runs]}


def _write_labels(entries: Sequence[Entry], files: list[Data]) -> list[list[str]]:
    rows = label_rows(entries)
    pieces = _pieces([len(row) + 1 for row in rows], _LABELS)
    return [
        [rows[start].partition("\t")[0], _keep(_file("a", "\n".join(rows[start:end])), files)] for start, end in pieces
    ]


def _write_entries(entries: Sequence[Entry], terms: Mapping[str, Term], files: list[Data]) -> list[list[object]]:
    """For each file of entries the place of its first and its name; with an entry stand the records that name it."""
    rows = [[*name_row(entry), *_found(terms.get(entry.id))] for entry in entries]
    pieces = _pieces([len(str(row)) for row in rows], _LABELS)
    return [[start, _keep(_file("e", rows[start:end]), files)] for start, end in pieces]


def _found(term: Term | None) -> tuple[int, str]:
    return (term.frequency, term.postings) if term else (0, "")


def _pieces(sizes: Sequence[int], bounds: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Runs of rows, by the first and the one after the last, none much larger than there is room for."""
    room = _room(sum(sizes), bounds)
    start = filled = 0
    for at, size in enumerate(sizes):
        if filled and filled + size > room:
            yield start, at
            start, filled = at, 0
        filled += size
    if filled:
        yield start, len(sizes)


def _keep(file: Data, files: list[Data]) -> str:
    """The name by which others ask for the file, which joins the rest."""
    files.append(file)
    return file.path.removeprefix(f"{FOLDER}/").removesuffix(".js")


def _shards(terms: Sequence[Term]) -> Iterator[list[Term]]:
    """Runs of terms; those that begin with the same two characters stay together where there is room.

    Pairs of an unspaced script have less room: a word of a query is several of them, each looked for in a file of its own.
    """
    most = _room(sum(map(_size, terms)), _TERMS)
    shard: list[Term] = []
    size = 0
    for bucket in _buckets(terms):
        weight = sum(map(_size, bucket))
        room = _TERMS[0] if is_east_asian(bucket[0].text) else most
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


def _file(letter: str, data: object) -> Data:
    packed = compact_json(data)
    return _script(f"{letter}-{_digest(packed)}", packed)


def _digest(packed: str) -> str:
    return hashlib.sha256(packed.encode("utf-8", "replace")).hexdigest()[:10]


def _script(name: str, packed: str) -> Data:
    return Data(f"{FOLDER}/{name}.js", f'readerSearchData("{name}",{packed})\n')
