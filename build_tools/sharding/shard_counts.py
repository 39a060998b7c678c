"""The words and names of one shard counted, and the counts of all merged: what each text is later read with."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from build_tools.corpus.sources.listed_texts import ListedText, read_seed_text
from build_tools.exports.gathered_pieces import Piece
from build_tools.linking import Lexicon, count_names
from build_tools.model.corpus_statistics import (
    CorpusStatistics,
    count_words,
    merge_statistics,
    read_statistics,
    statistics_as_json,
)

STATISTICS = "statistics.json"
"""The file with counts."""


def count_texts(root: Path, texts: Iterable[ListedText], lexicon: Lexicon) -> CorpusStatistics:
    """Count the words and full names of texts, one after another.

    Args:
        root: The folder that holds seeds/.
        texts: The texts.
        lexicon: The labels.

    Raises:
        ChangedTextError: If a text is not as it was listed.
    """
    return merge_statistics(_counted(root, texts, lexicon))


def _counted(root: Path, texts: Iterable[ListedText], lexicon: Lexicon) -> Iterator[CorpusStatistics]:
    for listed in texts:
        text, _ = read_seed_text(root, listed)
        if text is not None:
            yield count_words(text)
            yield count_names(text, lexicon)


def write_counts(statistics: CorpusStatistics) -> Iterator[Piece]:
    """Yield the file with counts."""
    yield STATISTICS, f"{json.dumps(statistics_as_json(statistics), ensure_ascii=False, indent=0)}\n".encode()


def read_counts(folder: Path) -> CorpusStatistics:
    """Return the counts in a folder whose mark was checked."""
    return read_statistics(json.loads((folder / STATISTICS).read_bytes()))
