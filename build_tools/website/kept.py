"""What one build keeps for the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial

from build_tools.edition.kept_texts import KeptTexts
from build_tools.edition.reading import LinkedSource, Stages
from build_tools.linking import Lexicon
from build_tools.model import Entry, Source
from build_tools.model.corpus_statistics import CorpusStatistics
from build_tools.website.caching import NO_CACHE, Cache
from build_tools.website.counted_texts import count_names_once, count_words_once
from build_tools.website.cut_documents import cut_once
from build_tools.website.search import KeptTerms


@dataclass(frozen=True, slots=True)
class Kept:
    """What one build keeps for the next.

    Attributes:
        cache: Keeps answers, also for another process.
        texts: Keeps the texts, cut and linked, for builds of the same process.
        terms: Keeps the terms of the search index, for builds of the same process.
        link_all: Cuts and links all texts, where not this process alone does.
    """

    cache: Cache = NO_CACHE
    texts: KeptTexts = field(default_factory=KeptTexts)
    terms: KeptTerms | None = None
    link_all: Callable[[Sequence[Source], CorpusStatistics, Lexicon], Iterable[LinkedSource]] | None = None

    def stages(self, entries: Iterable[Entry]) -> Stages:
        """Return what counts texts, cuts and links them, and repeats only what an edit can affect."""
        once = Stages(
            count_words=partial(count_words_once, cache=self.cache),
            cut=partial(cut_once, cache=self.cache),
            count_names=partial(count_names_once, cache=self.cache),
            link_all=self.link_all,
        )
        return self.texts.stages(entries, once)
