"""What one build keeps for the next."""

from __future__ import annotations

from dataclasses import dataclass, field

from build_tools.edition.kept_texts import KeptTexts
from build_tools.website.caching import NO_CACHE, Cache


@dataclass(frozen=True, slots=True)
class Kept:
    """What one build keeps for the next.

    Attributes:
        cache: Keeps answers, also for another process.
        texts: Keeps the texts, cut and linked, for builds of the same process.
    """

    cache: Cache = NO_CACHE
    texts: KeptTexts = field(default_factory=KeptTexts)
