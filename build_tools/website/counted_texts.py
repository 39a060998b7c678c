"""What all texts of an edition say together, kept between builds: it changes only where a text or a label does."""

from __future__ import annotations

import json
from collections.abc import Iterable

from build_tools.linking import Lexicon, count_all_names
from build_tools.linking.affected_texts import print_linked_fields
from build_tools.model.corpus_statistics import (
    CorpusStatistics,
    count_all_words,
    read_statistics,
    statistics_as_json,
)
from build_tools.website.caching import Cache, digest


def count_words_once(texts: Iterable[str], *, cache: Cache) -> CorpusStatistics:
    """Return the words of all texts, counted as `count_all_words` does.

    Args:
        texts: The texts of the edition.
        cache: Keeps the counts of these texts together.
    """
    texts = list(texts)
    key = digest(*map(_bytes, texts))
    return _decode(cache.remember("counted words", key, lambda: _encode(count_all_words(texts))))


def count_names_once(texts: Iterable[str], lexicon: Lexicon, *, cache: Cache) -> CorpusStatistics:
    """Return the full names in all texts, counted as `count_all_names` does.

    Args:
        texts: The texts of the edition.
        lexicon: The entries.
        cache: Keeps the counts of these texts together.
    """
    texts = list(texts)
    labels = (print_linked_fields(lexicon.entries.values()), *sorted(lexicon.rules_off))
    key = digest(digest(*map(_bytes, labels)), *map(_bytes, texts))
    return _decode(cache.remember("counted names", key, lambda: _encode(count_all_names(texts, lexicon))))


def _encode(statistics: CorpusStatistics) -> bytes:
    return _bytes(json.dumps(statistics_as_json(statistics), ensure_ascii=False, separators=(",", ":")))


def _decode(kept: bytes) -> CorpusStatistics:
    return read_statistics(json.loads(kept.decode("utf-8", "surrogatepass")))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
