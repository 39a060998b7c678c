"""Results of the policy's rules that hold for every text, kept with the lexicon."""

from __future__ import annotations

from dataclasses import dataclass, field

from build_tools.linking.lexicon.pattern_types import PatternTraits
from build_tools.linking.lexicon.senses import Sense

Words = tuple[str, ...]
EntryIds = tuple[str, ...]


@dataclass(slots=True)
class DecisionCache:
    """What rules computed from the entries alone: the same words occur next to the same names again and again.

    Attributes:
        title_words: For each entry, the words of its definition and roles.
        titled_bearers: For the words of a title and the bearers of a surname, the bearer that fits and the title.
        fitting_bearers: For given names and the bearers of a surname, the bearers whose own given names fit.
        owners_and_sharers: For a pattern, the number of its senses that count, and the barred entries: the senses of
            the owners of the name, and of the other entries that share it.
        bearers_of_countries: For the bearers of a name and a country, the only bearer that belongs to it.
        kinds: For a pattern, the kind of what it names.
        traits: For a pattern, what the scan asks for at every hit.
        are_surnames: For a pattern, whether it is decided as a surname or short form, as long as no entry is barred.
    """

    title_words: dict[str, frozenset[str]] = field(default_factory=dict)
    titled_bearers: dict[tuple[Words, EntryIds], tuple[str, str] | None] = field(default_factory=dict)
    fitting_bearers: dict[tuple[Words, EntryIds], EntryIds] = field(default_factory=dict)
    owners_and_sharers: dict[tuple[int, int, frozenset[str]], tuple[list[Sense], list[Sense]]] = field(
        default_factory=dict
    )
    bearers_of_countries: dict[tuple[EntryIds, str], str | None] = field(default_factory=dict)
    kinds: dict[int, str] = field(default_factory=dict)
    traits: dict[int, PatternTraits] = field(default_factory=dict)
    are_surnames: dict[int, bool] = field(default_factory=dict)
