"""The texts of an edition that is read as a whole, cut and linked in portions by whatever runs tasks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from build_tools.edition.reading import LinkedSource, Stages, link_source
from build_tools.linking import Lexicon
from build_tools.model import Entry, Source
from build_tools.model.corpus_statistics import CorpusStatistics
from build_tools.segmentation import statistics_used
from build_tools.sharding.executors import Executor
from build_tools.sharding.shard_numbers import ShardError
from build_tools.sharding.shared_glossary import load_shared_glossary, print_glossary

_PORTION = 50  # texts of a task


class _Portion(NamedTuple):
    """Texts to be cut and linked, with what the corpus says of the words of each, and of names."""

    root: Path
    language: str
    printed: str
    names: tuple[tuple[str, int], ...]
    texts: tuple[tuple[Source, Mapping[str, int]], ...]


def portion_stages(
    executor: Executor, root: Path, language: str, tell: Callable[[], object]
) -> Callable[[Sequence[Entry]], Stages]:
    """Return what cuts and links the texts of an edition by an executor, for `read_edition`.

    Args:
        executor: What runs tasks, in processes that see the same disk.
        root: The folder that holds seeds/ and docs/.
        language: The language of the site, a BCP 47 tag.
        tell: Called after each text.
    """
    printed = print_glossary(root, language)

    def link_all(sources: Sequence[Source], statistics: CorpusStatistics, lexicon: Lexicon) -> Iterator[LinkedSource]:
        names = tuple(sorted(lexicon.statistics.names.items()))
        texts = [(source, dict(statistics_used(source.text, statistics).words)) for source in sources]
        portions = (
            _Portion(root.resolve(), language, printed, names, tuple(texts[start : start + _PORTION]))
            for start in range(0, len(texts), _PORTION)
        )
        for portion in executor.map(link_portion, portions):
            for linked in portion:
                tell()
                yield linked

    return lambda _: Stages(link_all=link_all)


def link_portion(portion: _Portion) -> tuple[LinkedSource, ...]:
    """Cut and link the texts of a portion.

    Raises:
        ShardError: If the glossary is no longer what it was when the edition was read.
    """
    lexicon = _compile(portion.root, portion.language, portion.printed, portion.names)
    return tuple(link_source(source, CorpusStatistics(words), lexicon) for source, words in portion.texts)


@lru_cache(maxsize=1)
def _compile(root: Path, language: str, printed: str, names: tuple[tuple[str, int], ...]) -> Lexicon:
    """Return the labels of the glossary, which a process that links several portions compiles once."""
    lexicon = load_shared_glossary(root, language).lexicon
    if print_glossary(root, language) != printed:
        raise ShardError("The glossary has changed while the texts were read. Run the same command again.")
    return lexicon.informed_by(CorpusStatistics(names=dict(names)))
