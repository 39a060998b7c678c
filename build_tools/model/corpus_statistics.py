"""What the texts of a corpus say together: how often each word stands in them, and each entry's full name.

Counting is done for each text by itself (`count_words`), merging (`merge_statistics`) comes to the same in any order,
and whatever reads a text is given the merged value. A result kept for later names the digest of what it asked for:
`CorpusStatistics.only` leaves the words that concern one text, so that an edit elsewhere does not undo what is kept.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_LETTER = r"[^\W\d_]"
_WORD = re.compile(rf"{_LETTER}+(?:[-'’]{_LETTER}+)*")
_DIVIDED = re.compile(rf"{_LETTER}+[-‐\u00ad]\s*\n\s*{_LETTER}+")
_LINE_END = re.compile(r"[-‐\u00ad]\s*\n")
"""How a line ends that divides a word: few texts have one, and to look for the word itself takes much longer."""

_SIGNS = {"\u00ad": "", "\u2010": "-", "\u2011": "-"}


def _nothing() -> Mapping[str, int]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class CorpusStatistics:
    """How often words and names stand in a corpus.

    Attributes:
        words: The number of times each word stands in the texts, as written there (NFC, without soft hyphens); a word
            divided at a line's end counts for nothing.
        names: The number of times the texts name each entry by a full name that no other entry bears, by its id; only
            of entries that share another name.
    """

    words: Mapping[str, int] = field(default_factory=_nothing)
    names: Mapping[str, int] = field(default_factory=_nothing)

    def count(self, word: str) -> int:
        """Return how often a word stands in the corpus, in small letters, with a first capital or in capitals."""
        return sum(self.words.get(form, 0) for form in _forms(word))

    def only(self, words: Iterable[str]) -> CorpusStatistics:
        """Return what the corpus says of some words, in whatever capitals."""
        forms = {form for word in words for form in _forms(word)}
        return CorpusStatistics(MappingProxyType({form: self.words[form] for form in forms if form in self.words}))

    def digest(self) -> str:
        """Return a digest of the value: equal counts have equal digests, in whatever order they were made."""
        columns = (sorted(counts.items()) for counts in (self.words, self.names))
        lines = "\n\n".join("\n".join(f"{item}\t{count}" for item, count in column) for column in columns)
        return hashlib.sha256(lines.encode("utf-8", "surrogatepass")).hexdigest()


def _forms(word: str) -> frozenset[str]:
    low = word.lower()
    return frozenset([word, low, low[:1].upper() + low[1:], word.upper()])


def count_words(text: str) -> CorpusStatistics:
    """Count the words of one text."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if _LINE_END.search(text):
        text = _DIVIDED.sub(" ", text)
    for sign, plain in _SIGNS.items():
        text = text.replace(sign, plain)
    return CorpusStatistics(MappingProxyType(dict(Counter(_WORD.findall(text)))))


def count_all_words(texts: Iterable[str]) -> CorpusStatistics:
    """Count the words of all texts of a corpus."""
    return merge_statistics(map(count_words, texts))


def statistics_as_json(statistics: CorpusStatistics) -> Mapping[str, Mapping[str, int]]:
    """Return counts for programs, sorted."""
    return {"words": dict(sorted(statistics.words.items())), "names": dict(sorted(statistics.names.items()))}


def read_statistics(value: object) -> CorpusStatistics:
    """Return the counts that `statistics_as_json` gave.

    Raises:
        ValueError: If it is anything else.
    """
    parts = [value.get(name, {}) for name in ("words", "names")] if isinstance(value, dict) else []
    if not parts or not all(isinstance(part, dict) and _are_counts(part.values()) for part in parts):
        raise ValueError("These are no counts.")
    words, names = parts
    return CorpusStatistics(MappingProxyType(words), MappingProxyType(names))


def _are_counts(values: Iterable[object]) -> bool:
    return all(type(value) is int and value >= 0 for value in values)


def merge_statistics(parts: Iterable[CorpusStatistics]) -> CorpusStatistics:
    """Merge the counts of texts, or of parts of a corpus, whatever their order."""
    words: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for part in parts:
        words.update(part.words)
        names.update(part.names)
    return CorpusStatistics(MappingProxyType(dict(words)), MappingProxyType(dict(names)))
