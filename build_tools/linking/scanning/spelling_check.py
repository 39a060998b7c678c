"""Which entries a match cannot name for its spelling, as far as the language of the text distinguishes letters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Sequence

from build_tools.linking.languages.distinct_letters import distinct_letters
from build_tools.linking.languages.passage_language import passage_languages
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
        self._settled = lexicon.spellings.settled
        self._starts = [start for start, _ in languages]
        self._languages = [language for _, language in languages]
        self._is_mapped = normalised.is_mapped
        in_every_label = any(map(distinct_letters, self._languages))
        self.patterns: Container[int] = lexicon.named_entries if in_every_label else lexicon.spelled_patterns

    def barred(self, pattern: int, start: int, end: int) -> frozenset[str]:
        """Return the entries that a match cannot name; the offsets are those of the normalised text."""
        first, behind = self._normalised.span(start, end) if self._is_mapped else (start, end)
        written = self._text[first:behind]
        language = self._stated_language(first) if self._starts else ""
        barred = self._settled.get((pattern, written, language))
        return self._compare(pattern, written, first, language) if barred is None else barred

    def _compare(self, pattern: int, written: str, offset: int, language: str) -> frozenset[str]:
        """Return the entries barred for a spelling; the answer is kept if it holds for any other passage too."""
        spellings, key = self._lexicon.spellings, self._lexicon.keys[pattern]
        depends_on_passage = not language and spellings.leave_open(key, written)
        place = (pattern, written, language)
        if depends_on_passage:
            likely = passage_languages(self._text).likely(offset)
            language = likely if distinct_letters(likely) else ""
        barred = spellings.barred(key, self._lexicon.named_entries[pattern], written, language)
        if not depends_on_passage:
            spellings.settle(place, barred)
        return barred

    def _stated_language(self, offset: int) -> str:
        index = bisect_right(self._starts, offset) - 1
        return self._languages[index] if index >= 0 else ""
