"""The texts of an edition that is read as a whole, cut and linked in portions by whatever runs tasks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from build_tools.edition.kept_texts import Cut
from build_tools.edition.reading import LinkedSource, Stages, link_source
from build_tools.linking import Lexicon
from build_tools.model import Entry, Source
from build_tools.model.corpus_statistics import CorpusStatistics
from build_tools.segmentation import segment, statistics_used
from build_tools.sharding.executors import Executor
from build_tools.sharding.shared_glossary import load_checked_glossary, print_glossary
from build_tools.website.caching import NO_CACHE, Cache
from build_tools.website.cut_documents import keep_document, recall_document

LinkAll = Callable[[Sequence[Source], CorpusStatistics, Lexicon], Iterator[LinkedSource]]
"""What cuts and links all texts of an edition, and yields them in their order."""

WORTH_SHARING = 5_000
"""Texts for which more processes pay: each takes seconds to start, and texts and links are sent."""

_PORTION = 50  # texts of a task


class _Portion(NamedTuple):
    """Texts to be cut and linked, with what the corpus says of the words of each, and of names."""

    root: Path
    language: str
    printed: str
    names: tuple[tuple[str, int], ...]
    texts: tuple[tuple[Source, Mapping[str, int]], ...]


class PortionText(NamedTuple):
    """A text as it was linked in some process, and whether it was cut without findings."""

    linked: LinkedSource
    is_sound: bool


def portion_stages(
    executor: Executor, root: Path, language: str, on_text_read: Callable[[], object]
) -> Callable[[Sequence[Entry]], Stages]:
    """Return what cuts and links the texts of an edition by an executor, for `read_edition`.

    Args:
        executor: What runs tasks, in processes that see the same disk.
        root: The folder that holds seeds/ and docs/.
        language: The language of the site, a BCP 47 tag.
        on_text_read: Called after each text.
    """
    link_all = link_in_portions(lambda: nullcontext(executor), root, language)

    def link_and_report(
        sources: Sequence[Source], statistics: CorpusStatistics, lexicon: Lexicon
    ) -> Iterator[LinkedSource]:
        for linked in link_all(sources, statistics, lexicon):
            on_text_read()
            yield linked

    return lambda _: Stages(link_all=link_and_report)


def link_in_portions(
    open_workers: Callable[[], AbstractContextManager[Executor]], root: Path, language: str, cache: Cache = NO_CACHE
) -> LinkAll:
    """Return what cuts and links the texts of an edition by an executor, but for those that are cut already.

    Args:
        open_workers: Opens what runs tasks, in processes that see the same disk; it is ended with the last text.
        root: The folder that holds seeds/ and docs/.
        language: The language of the site, a BCP 47 tag.
        cache: Keeps the blocks of texts without findings; to link those again is quicker than to send them.
    """
    printed = print_glossary(root, language)

    def link_all(sources: Sequence[Source], statistics: CorpusStatistics, lexicon: Lexicon) -> Iterator[LinkedSource]:
        names = tuple(sorted(lexicon.statistics.names.items()))
        used = [statistics_used(source.text, statistics) for source in sources]
        kept = [recall_document(source, words, cache) for source, words in zip(sources, used, strict=True)]
        rows = list(zip(sources, used, kept, strict=True))
        fresh = [(source, dict(words.words)) for source, words, document in rows if document is None]
        portions = [  # a list, since Dask maps over nothing that is made meanwhile
            _Portion(root.resolve(), language, printed, names, tuple(fresh[start : start + _PORTION]))
            for start in range(0, len(fresh), _PORTION)
        ]
        with open_workers() as executor:
            linked = chain.from_iterable(executor.map(link_portion, portions))
            for _, words, document in rows:
                yield _link((document, []), words, lexicon) if document else _take(next(linked), words, cache)
            next(linked, None)  # Dask lets go of tasks when it is asked for one more than there are

    return link_all


def _take(text: PortionText, used: CorpusStatistics, cache: Cache) -> LinkedSource:
    if text.is_sound:
        keep_document(text.linked.document, used, cache)
    return text.linked


def link_portion(portion: _Portion) -> tuple[PortionText, ...]:
    """Cut and link the texts of a portion.

    Raises:
        ChangedGlossaryError: If the glossary is no longer what it was when the edition was read.
    """
    lexicon = _compile(portion.root, portion.language, portion.printed, portion.names)
    return tuple(_link_text(source, CorpusStatistics(words), lexicon) for source, words in portion.texts)


def _link_text(source: Source, words: CorpusStatistics, lexicon: Lexicon) -> PortionText:
    cut = segment(source, words)
    return PortionText(_link(cut, words, lexicon), not cut[1])


def _link(cut: Cut, words: CorpusStatistics, lexicon: Lexicon) -> LinkedSource:
    """Link a text that is cut already."""
    return link_source(cut[0].source, words, lexicon, Stages(cut=lambda *_: cut))


@lru_cache(maxsize=1)
def _compile(root: Path, language: str, printed: str, names: tuple[tuple[str, int], ...]) -> Lexicon:
    """Return the labels of the glossary, which a process that links several portions compiles once."""
    lexicon = load_checked_glossary(root, language, printed).lexicon
    return lexicon.informed_by(CorpusStatistics(names=dict(names)))
