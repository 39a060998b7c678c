"""The index as files that a browser fetches one by one.

A manifest names the others: terms, positions of terms, words, passages, labels, entries with the records that name
them, facets. `quoting` names those that the check of a quotation needs. Names contain a hash of the content, but for
these two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from operator import sub
from typing import Any

from build_tools.model import Data, Entry
from build_tools.text.scripts import is_east_asian
from build_tools.website.data.data_scripts import compact_json
from build_tools.website.kept_parts import NO_PARTS, Parts
from build_tools.website.search.base32 import base32_varints
from build_tools.website.search.facets import columns
from build_tools.website.search.index_scripts import data_digest, hashed_script, index_script, script_name
from build_tools.website.search.index_scripts.index_words import WordLists
from build_tools.website.search.index_scripts.quotation_scripts import quotation_scripts
from build_tools.website.search.label_rows import label_rows, name_row
from build_tools.website.search.postings import CONCEPT, Term
from build_tools.website.search.records import PAGE, Gathered, PageHead, Record

_Passages = dict[str, list[list[Any]]]

_LARGEST = 8_000
"""The most characters of a file of terms, if no single term has more.

A query fetches four to nine of these files, and the manifest has some 12 bytes for each: larger files cost what they
have and nobody asked for, smaller ones a longer manifest.
"""

_LARGEST_OF_PAIRS = 4_000  # of the terms of an unspaced script
_WORDS = 16_000
_PASSAGES = _LABELS = 7_000
_PAGES_IN_GROUP = 64  # page numbers; an edit of one page renames no file of another group
_ENTRIES_IN_GROUP = 512  # each has one page number and few words, and the manifest names each group
_TERM_OVERHEAD, _RECORD_OVERHEAD = 4, 40  # characters, roughly: separators and numbers


def write_index(
    gathered: Gathered, terms: Sequence[Term], entries: Sequence[Entry], parts: Parts = NO_PARTS
) -> tuple[Data, ...]:
    """Return the files of an index, the manifest first.

    Args:
        gathered: The pages and records.
        terms: The terms of the records, sorted as browsers compare them.
        entries: The glossary.
        parts: Keeps the files of terms and passages.
    """
    entries = sorted(entries, key=lambda entry: entry.id)
    named_by = {term.text[1:]: term for term in terms if term.text[0] == CONCEPT}
    files: list[Data] = []
    words = [term for term in terms if term.text[0] != CONCEPT]
    shards = _write_terms(words, files, parts)
    files += quotation_scripts(gathered, shards, ((term.text, term.frequency) for term in words))
    manifest = {
        "records": len(gathered.records),
        "entryPage": gathered.first_entry,
        "shards": shards,
        "words": _write_words(terms, files),
        "blocks": _write_blocks(gathered, files, parts),
        "labels": _write_labels(entries, files),
        "entries": _write_entries(entries, named_by, files),
        "facets": _keep(hashed_script("f", columns(gathered.heads, gathered.records)), files),
    }
    named = {file.path: file for file in files}
    return index_script("manifest", compact_json(manifest)), *(named[path] for path in sorted(named))


def _write_terms(terms: Sequence[Term], files: list[Data], parts: Parts) -> list[list[str]]:
    """Add the files of terms; return for each shard its first term and the hash in the names of its two files."""
    shards = []
    for group in _shards(terms):
        digest, *of_group = parts.make(("terms", group[0].text), (group,), partial(_term_files, group))
        files += of_group
        shards.append([group[0].text, digest])
    return shards


def _term_files(group: Sequence[Term]) -> tuple[str, Data, Data]:
    """Return the hash of some terms and their files: `t-<hash>` has the terms, `w-<hash>` their positions."""
    listed = compact_json("\n".join(f"{term.text} {term.frequency} {term.postings}" for term in group))
    positions = compact_json("\n".join(term.positions for term in group))
    digest = data_digest(listed + positions)
    return digest, index_script(f"t-{digest}", listed), index_script(f"w-{digest}", positions)


def _write_words(terms: Iterable[Term], files: list[Data]) -> list[list[str]]:
    """Add the lists of words; return for each its first word and its name."""
    lists = WordLists(_WORDS, lambda words: _keep(hashed_script("v", words), files))
    for term in terms:
        lists.add(term.text, term.frequency)
    lists.end()
    return lists.named


def _write_blocks(gathered: Gathered, files: list[Data], parts: Parts) -> list[list[object]]:
    """Add the files of passages, group by group.

    Returns:
        For each group of pages the number of its first record, the hash in the names of its files, which are counted
        from 0, and the steps from the first record of each file to that of the next.
    """
    groups: list[list[object]] = []
    owners = {number: head for head in gathered.heads for number in head.numbers}
    for _, group in groupby(gathered.records, key=lambda record: _group(record, gathered.first_entry)):
        records = list(group)
        heads = {number: owners[number] for number in {record.number // PAGE for record in records}}
        name = ("passages", records[0].number)
        row, of_group = parts.make(name, (records, heads), partial(_passage_files, heads, records))
        files += of_group
        groups.append(row)
    return groups


def _group(record: Record, first_entry: int) -> tuple[bool, int]:
    """Return what the records of a group of pages have in common: texts stand before entries."""
    page = record.number // PAGE
    of_text = page < first_entry
    return of_text, page // _PAGES_IN_GROUP if of_text else (page - first_entry) // _ENTRIES_IN_GROUP


def _passage_files(heads: Mapping[int, PageHead], records: Iterable[Record]) -> tuple[list[object], list[Data]]:
    """Return what the manifest says of a group of pages, and the files of its passages."""
    blocks = list(_passages(heads, records))
    packed = [compact_json(block) for block in blocks]
    firsts = [block["records"][0][0] for block in blocks]
    digest = data_digest("".join(packed))
    files = [index_script(f"b-{digest}-{number}", passages) for number, passages in enumerate(packed)]
    return [firsts[0], digest, base32_varints(map(sub, firsts[1:], firsts))], files


def _write_labels(entries: Sequence[Entry], files: list[Data]) -> list[list[str]]:
    rows = label_rows(entries)
    ranges = _file_ranges([len(row) + 1 for row in rows])
    return [
        [rows[start].partition("\t")[0], _keep(hashed_script("a", "\n".join(rows[start:end])), files)]
        for start, end in ranges
    ]


def _write_entries(entries: Sequence[Entry], terms: Mapping[str, Term], files: list[Data]) -> list[list[object]]:
    """Add the files of entries with the records that name them; return each file's first position and its name."""
    rows = [[*name_row(entry), *_postings_of(terms.get(entry.id))] for entry in entries]
    ranges = _file_ranges([len(str(row)) for row in rows])
    return [[start, _keep(hashed_script("e", rows[start:end]), files)] for start, end in ranges]


def _postings_of(term: Term | None) -> tuple[int, str]:
    return (term.frequency, term.postings) if term else (0, "")


def _file_ranges(sizes: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the rows of each file, as first and end (exclusive); a file exceeds the limit only if one row does."""
    start = filled = 0
    for row, size in enumerate(sizes):
        if filled and filled + size > _LABELS:
            yield start, row
            start, filled = row, 0
        filled += size
    if filled:
        yield start, len(sizes)


def _keep(file: Data, files: list[Data]) -> str:
    """Add a file; return the name by which other files refer to it."""
    files.append(file)
    return script_name(file)


def _shards(terms: Sequence[Term]) -> Iterator[list[Term]]:
    """Yield the terms of each file; those that begin with the same two characters stay together if the limit allows.

    Files of character pairs (scripts without spaces) are smaller: one word of a query needs several pairs, each from a
    file of its own.
    """
    shard: list[Term] = []
    size = 0
    for bucket in _buckets(terms):
        bucket_size = sum(map(_size, bucket))
        limit = _LARGEST_OF_PAIRS if is_east_asian(bucket[0].text) else _LARGEST
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


def _passages(owners: Mapping[int, PageHead], records: Iterable[Record]) -> Iterator[_Passages]:
    """Yield the records of each file, with the pages they belong to."""
    shown: _Passages = {"pages": [], "records": []}
    size, page = 0, -1
    for record in records:
        if size > _PASSAGES:
            yield shown
            shown, size, page = {"pages": [], "records": []}, 0, -1
        if record.number // PAGE != page:
            page = record.number // PAGE
            head = owners[page]
            shown["pages"].append(
                [page, head.path, head.kind, head.name, head.title, head.date, *head.count, head.issued]
            )
        row = _row(record)
        shown["records"].append(row)
        size += len(record.text) + _RECORD_OVERHEAD
    if shown["records"]:
        yield shown


def _row(record: Record) -> list[object]:
    row: list[object] = [record.number, record.block, record.place, record.lang, record.text]
    return [*row, [part for span in record.spans for part in span]] if record.spans else row
