"""The terms of an index that is made after every edit: the same as if the index were made from nothing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model import Document, Mention
from build_tools.website.caching import Cache
from build_tools.website.search import KeptTerms, compose_search, postings
from build_tools.website.search.records import PAGE, Record
from build_tools.website.search.word_rows import WordRows, read_rows
from tests.support.invented import cut, entry, source

_WORDS = st.lists(st.sampled_from(["lorn", "lease", "harbour", "2024", "北方", "the", "boats"]), max_size=9)
_TEXT = st.lists(_WORDS.map(" ".join).filter(bool), max_size=3)
_TEXTS = st.dictionaries(st.sampled_from("abcd"), _TEXT, max_size=4)


def documents(texts: dict[str, list[str]]) -> list[Document]:
    return [
        cut(source(name, text="\n".join(blocks)), [("paragraph", "en", block) for block in blocks])
        for name, blocks in sorted(texts.items())
    ]


def mentions(of: Sequence[Document]) -> dict[str, tuple[Mention, ...]]:
    return {
        document.source.id: tuple(
            Mention(document.source.id, block.id, 0, 4, "lorn", "lorn", "pref_label")
            for block in document.blocks
            if block.text.startswith("lorn")
        )
        for document in of
    }


@given(st.lists(st.tuples(_TEXTS, _WORDS.map(" ".join)), min_size=2, max_size=5), st.sampled_from([PAGE, 64 * PAGE]))
def test_after_any_edits_the_index_is_the_one_made_from_nothing(
    states: list[tuple[dict[str, list[str]], str]], together: int
) -> None:
    kept, read_together = KeptTerms(), postings._READ_TOGETHER
    postings._READ_TOGETHER = together
    try:
        for texts, definition in states:
            cut_texts, glossary = documents(texts), [entry("lorn", "Lorn", definition=definition)]
            named = mentions(cut_texts)
            assert compose_search(cut_texts, glossary, named, kept=kept) == compose_search(cut_texts, glossary, named)
    finally:
        postings._READ_TOGETHER = read_together


def test_the_words_of_what_did_not_change_are_not_asked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postings, "_READ_TOGETHER", PAGE)
    asked: list[int] = []

    def read(records: Sequence[Record], cache: Cache) -> WordRows:
        asked.append(len(records))
        return read_rows(records, cache)

    monkeypatch.setattr(postings, "read_rows", read)
    kept, texts = KeptTerms(), documents({"a": ["lorn lease"], "b": ["harbour"]})
    first = compose_search(texts, [], {}, kept=kept)
    assert len(asked) == 2
    assert compose_search(texts, [], {}, kept=kept) == first
    assert len(asked) == 2
    compose_search(documents({"a": ["lorn lease"], "b": ["boats"]}), [], {}, kept=kept)
    assert len(asked) == 3
