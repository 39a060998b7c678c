"""What one build keeps for the next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial

from build_tools.edition.kept_texts import KeptTexts
from build_tools.edition.reading import Stages
from build_tools.model import Entry
from build_tools.website.caching import NO_CACHE, Cache
from build_tools.website.cut_documents import cut_once


@dataclass(frozen=True, slots=True)
class Kept:
    """What one build keeps for the next.

    Attributes:
        cache: Keeps answers, also for another process.
        texts: Keeps the texts, cut and linked, for builds of the same process.
    """

    cache: Cache = NO_CACHE
    texts: KeptTexts = field(default_factory=KeptTexts)

    def stages(self, entries: Iterable[Entry]) -> Stages:
        """Return what cuts texts and links them to entries, and does anew only what an edit can concern."""
        return self.texts.stages(entries, partial(cut_once, cache=self.cache))
