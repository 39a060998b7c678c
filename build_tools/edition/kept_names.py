"""The full names counted in each text of an edition that is read again and again."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.linking import AffectedTexts, Lexicon, count_names
from build_tools.linking.affected_texts import changed_entries
from build_tools.model import Entry
from build_tools.model.corpus_statistics import CorpusStatistics

_NOTHING_COUNTED = CorpusStatistics()


class KeptNames:
    """The names last counted in each text, as long as no edit can change the count."""

    def __init__(self) -> None:
        """Begin with none."""
        self._lexicon = Lexicon(())
        self._counted: dict[str, CorpusStatistics] = {}
        self._used = _NOTHING_COUNTED

    def count(self, text: str, lexicon: Lexicon) -> CorpusStatistics:
        """Return the names in a text; those of the last time, where no entry that differs from then stands in it."""
        if lexicon is not self._lexicon:
            self._renew(lexicon)
        if text not in self._counted:
            self._counted[text] = count_names(text, lexicon)
        return self._counted[text]

    def _renew(self, lexicon: Lexicon) -> None:
        earlier, self._lexicon = self._lexicon, lexicon
        if earlier.rules_off != lexicon.rules_off:
            self._counted = {}
        if not self._counted:
            return
        glossaries = earlier.entries.values(), lexicon.entries.values()
        affected = AffectedTexts(changed_entries(*glossaries), glossaries, _names(earlier) ^ _names(lexicon))
        self._counted = {text: counted for text, counted in self._counted.items() if not affected.touches(text)}

    def recounted(self, lexicon: Lexicon) -> Iterable[Entry]:
        """Return the entries that the texts name in full more or less often than when this was asked the last time."""
        earlier, later = self._used.names, lexicon.statistics.names
        self._used = lexicon.statistics
        ids = {entry for entry in earlier.keys() | later.keys() if earlier.get(entry) != later.get(entry)}
        return [lexicon.entries[entry] for entry in sorted(ids & lexicon.entries.keys())]


def _names(lexicon: Lexicon) -> set[str]:
    return {lexicon.keys[pattern] for pattern in lexicon.full_names}
