"""Which entries a match cannot name for its spelling, as far as the language of the text tells letters apart."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Sequence

from build_tools.linking.lexicon.distinct_letters import distinct_letters
from build_tools.linking.lexicon.label_index import Lexicon
from build_tools.text.offset_map import Folded

Languages = Sequence[tuple[int, str]]
"""The languages of a text: offset and BCP 47 tag of where each begins, in order; before the first it is unknown."""


class SpellingCheck:
    """The check of the matches in one normalised text.

    Attributes:
        patterns: The patterns whose spelling matters in this text; of no other should `barred` be asked.
    """

    def __init__(self, text: str, normalised: Folded, lexicon: Lexicon, languages: Languages) -> None:
        """Take a text, the same normalised, the entries, and the languages of the text."""
        self._text = text
        self._normalised = normalised
        self._lexicon = lexicon
        self._starts = [start for start, _ in languages]
        self._languages = [language for _, language in languages]
        in_every_label = any(map(distinct_letters, self._languages))
        self.patterns: Container[int] = lexicon.named_entries if in_every_label else lexicon.spelled_patterns

    def barred(self, pattern: int, start: int, end: int) -> frozenset[str]:
        """Return the entries that a match cannot name; the offsets are those of the normalised text."""
        first, behind = self._normalised.span(start, end)
        index = bisect_right(self._starts, first) - 1
        return self._lexicon.spellings.barred(
            self._lexicon.keys[pattern],
            self._lexicon.named_entries[pattern],
            self._text[first:behind],
            self._languages[index] if index >= 0 else "",
        )
