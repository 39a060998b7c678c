"""The index of a router: the same records as one index of all texts, in blocks of a bounded size."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.search_corpus import Corpus, make_corpus
from build_tools.model import Data, Document
from build_tools.website.router.index import merged_terms
from build_tools.website.router.index.block_files import LARGEST_BLOCK
from build_tools.website.router.index.built_index import BuiltIndex
from build_tools.website.router.index.merged_names import MergedEntry, merge_entries, merge_labels
from build_tools.website.router.index.merged_terms import MergedTerm, merge_terms
from build_tools.website.router.index.packed_numbers import pack_records, select_positions, unpack_numbers
from build_tools.website.router.index.packed_numbers import unpack_postings as postings_in
from build_tools.website.router.index.page_numbers import Numbering, number_pages
from build_tools.website.router.index.router_index import RouterIndex
from build_tools.website.search import compose_search
from build_tools.website.search.base32 import base32_varints, browser_order
from build_tools.website.search.index_scripts import FOLDER
from build_tools.website.search.index_scripts.index_words import is_word

PARTS, TEXTS = 3, 12


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return make_corpus(PARTS * TEXTS)


def unpack_postings(packed: str) -> tuple[list[int], list[int]]:
    """The records of a term, and its impact in each."""
    postings = postings_in(packed)
    return [posting >> 4 for posting in postings], [posting & 15 for posting in postings]


def unpack_records(packed: str) -> list[int]:
    """The records of a list that `pack_records` packed."""
    numbers = unpack_numbers(packed)
    found: list[int] = []
    page = 0
    for step, place in zip(numbers[: len(numbers) // 2], numbers[len(numbers) // 2 :], strict=True):
        page += step
        found.append(found[-1] + place if found and not step else page * 256 + place)
    return found


def built(corpus: Corpus, documents: Sequence[Document]) -> BuiltIndex:
    """The index of some texts, and of the entries that they name."""
    mentions = {document.source.id: corpus.mentions[document.source.id] for document in documents}
    named = {mention.entry for found in mentions.values() for mention in found}
    entries = [entry for entry in corpus.entries if entry.id in named]
    return opened(compose_search(documents, entries, mentions))


def opened(files: Sequence[Data]) -> BuiltIndex:
    texts: Mapping[str, str] = {file.path: file.text for file in files}
    return BuiltIndex(lambda name: texts[f"{FOLDER}/{name}.js"])


@pytest.fixture(scope="module")
def indexes(corpus: Corpus) -> list[BuiltIndex]:
    return [built(corpus, corpus.documents[part * TEXTS : (part + 1) * TEXTS]) for part in range(PARTS)]


@pytest.fixture(scope="module")
def numbering(indexes: list[BuiltIndex]) -> Numbering:
    return number_pages(indexes, [frozenset()] * PARTS)


@pytest.fixture(scope="module")
def terms(indexes: list[BuiltIndex], numbering: Numbering) -> list[MergedTerm]:
    return list(merge_terms(indexes, numbering.parts))


@given(st.lists(st.integers(0, 2**40)))
def test_numbers_are_read_as_they_were_written(numbers: list[int]) -> None:
    assert unpack_numbers(base32_varints(numbers)) == numbers


@given(st.sets(st.integers(0, 2**20) | st.integers(0, 600)))
def test_records_are_read_as_they_were_packed(records: set[int]) -> None:
    assert unpack_records(pack_records(sorted(records))) == sorted(records)


def test_positions_of_some_records_are_cut_out_of_those_of_all() -> None:
    packed = [base32_varints(row) for row in ([2, 5, 900], [1, 40], [3, 1, 1, 1])]
    assert select_positions("".join(packed), [True, False, True]) == packed[0] + packed[2]


def test_terms_have_the_frequencies_of_one_index_in_its_order(corpus: Corpus, terms: list[MergedTerm]) -> None:
    one = {term.text: term.frequency for term in built(corpus, corpus.documents).terms()}
    assert {term.text: term.frequency for term in terms} == one
    assert [term.text for term in terms] == sorted(one, key=browser_order)


def test_every_record_of_a_term_is_the_one_of_its_collection(
    indexes: list[BuiltIndex], numbering: Numbering, terms: list[MergedTerm]
) -> None:
    of_parts = [{term.text: unpack_postings(term.postings)[0] for term in index.terms()} for index in indexes]
    for term in terms:
        records, impacts = unpack_postings(term.postings)
        assert records == sorted(set(records)) and len(impacts) == term.frequency
        in_texts = [record for record in records if record < numbering.first_entry * 256]
        expected = [
            record + part.first_text * 256
            for part, of_part in zip(numbering.parts, of_parts, strict=True)
            for record in of_part.get(term.text, ())
            if record < part.texts * 256
        ]
        assert in_texts == expected


def test_positions_follow_the_records_of_texts(numbering: Numbering, terms: list[MergedTerm]) -> None:
    for term in terms:
        records, _ = unpack_postings(term.postings)
        count, numbers = 0, unpack_numbers(term.positions)
        while numbers:
            numbers = numbers[1 + numbers[0] :]
            count += 1
        in_texts = sum(record < numbering.first_entry * 256 for record in records)
        assert count in {0, in_texts}


def test_an_entry_is_there_once_with_the_sum_of_its_mentions(
    indexes: list[BuiltIndex], numbering: Numbering, corpus: Corpus
) -> None:
    entries: list[MergedEntry] = list(merge_entries(indexes, numbering))
    assert [entry.id for entry in entries] == sorted({entry.id for entry in entries})
    counts = dict.fromkeys((entry.id for entry in entries), 0)
    for mentions in corpus.mentions.values():
        for mention in mentions:
            counts[mention.entry] += 1
    assert {entry.id: entry.mentions for entry in entries} == counts
    assert any(len(entry.holders) > 1 for entry in entries)


def test_an_entry_has_the_names_that_other_collections_give_it(corpus: Corpus) -> None:
    document, identifier = next(
        (document, mention.entry) for document in corpus.documents for mention in corpus.mentions[document.source.id]
    )
    entry = next(entry for entry in corpus.entries if entry.id == identifier)
    named = {document.source.id: corpus.mentions[document.source.id]}
    parts = [
        opened(compose_search([document], [replace(entry, pref_label=label)], named)) for label in ("Vane", "Anna Vane")
    ]
    (merged,) = merge_entries(parts, number_pages(parts, [frozenset()] * 2))
    assert (merged.label, merged.labels[:2]) == ("Vane", ("Anna Vane", ""))


def test_labels_are_sorted_and_name_entries_by_their_place(indexes: list[BuiltIndex], numbering: Numbering) -> None:
    entries = list(merge_entries(indexes, numbering))
    rows = [row.split("\t") for row in merge_labels(indexes, numbering)]
    assert [key for key, _ in rows] == sorted((key for key, _ in rows), key=browser_order)
    for key, places in rows:
        for place in places.split(" "):
            entry = entries[int(place.rstrip("?"))]
            assert any(key.split(" ")[0][:1] in text.lower() for text in (entry.label, *entry.labels))


def test_of_a_list_that_is_cut_the_strongest_keep_their_impacts_and_the_others_are_in_tiers(
    monkeypatch: pytest.MonkeyPatch, indexes: list[BuiltIndex], numbering: Numbering, terms: list[MergedTerm]
) -> None:
    for name, value in (("MOST", 7), ("STRONGEST", 5), ("MOST_OF_TIER", 30), ("MOST_TIERS", 2)):
        monkeypatch.setattr(merged_terms, name, value)
    whole = {term.text: term for term in terms}
    longest = 0
    for term in merge_terms(indexes, numbering.parts):
        records, impacts = unpack_postings(term.postings)
        assert term.frequency == whole[term.text].frequency
        assert term.is_cut == (term.frequency > 7)
        if term.is_cut:
            all_records, all_impacts = unpack_postings(whole[term.text].postings)
            assert sorted(impacts) == sorted(all_impacts)[-5:]
            assert not term.positions
            others = [unpack_records(tier.records) for tier in term.tiers]
            named = sorted(chain(records, *others))
            assert set(named) <= set(all_records)
            assert len(named) == len(set(named)) == min(term.frequency, 5 + 2 * 30)
            strengths = [min(impacts), *(tier.impact for tier in term.tiers)]
            assert strengths == sorted(strengths, reverse=True)
            longest = max(longest, len(term.tiers))
    assert longest == 2


def files_of(indexes: list[BuiltIndex], numbering: Numbering) -> dict[str, bytes]:
    router = RouterIndex(indexes, numbering, [{"name": str(place)} for place in range(PARTS)])
    return dict(router.files((entry, 1) for entry in merge_entries(indexes, numbering)))


def test_every_block_is_where_its_name_says_and_none_is_too_large(
    indexes: list[BuiltIndex], numbering: Numbering, terms: list[MergedTerm]
) -> None:
    files = files_of(indexes, numbering)
    manifest = json.loads(files[f"{FOLDER}/manifest.json"])

    def block(name: str) -> str:
        number, offset, length, checksum = name.split(".")
        data = files[f"{FOLDER}/{manifest['files'][int(number)]}"][int(offset) : int(offset) + int(length)]
        assert data[-4:].hex() == checksum
        text = zlib.decompress(data).decode()
        assert len(text) <= LARGEST_BLOCK
        return text

    lines: list[str] = []
    for _, table in manifest["tables"]:
        for first, of_terms, positions in json.loads(block(table)):
            rows = block(of_terms).split("\n")
            assert rows[0].split(" ")[0] == first
            assert len(block(positions).split("\n")) == len(rows)
            lines += rows
    assert lines == [term.line(()) for term in terms]
    words = [(first, block(name).split("\n")) for first, name in manifest["words"]]
    assert all(lines[0].startswith(f"{first} ") for first, lines in words)
    assert [line for _, lines in words for line in lines] == [
        f"{term.text} {term.frequency}" for term in terms if is_word(term.text)
    ]
    for name in ("labels", "entries", "groups"):
        assert [bool(block(row[1])) for row in manifest[name]]


def test_the_same_indexes_give_the_same_bytes(indexes: list[BuiltIndex], numbering: Numbering) -> None:
    assert files_of(indexes, numbering) == files_of(indexes, numbering)


def test_a_text_that_a_collection_only_cites_is_found_where_it_is(corpus: Corpus) -> None:
    first, second = corpus.documents[:2]
    cited = replace(second, blocks=())
    parts = [built(corpus, [first, cited]), built(corpus, [second])]
    numbering = number_pages(parts, [frozenset({second.source.id}), frozenset()])
    assert numbering.parts[0].foreign == {1}
    records = {record for term in merge_terms(parts, numbering.parts) for record in unpack_postings(term.postings)[0]}
    assert not {record for record in records if record // 256 == 1}
    assert {record for record in records if record // 256 == 2}
