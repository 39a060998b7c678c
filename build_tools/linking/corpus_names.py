"""How often a text names each entry in full: what all texts say of a name that one text alone leaves open.

Only names that say for certain who is meant are counted, and only of entries that share another name. Counting looks at
one text by itself; the counts of all texts, merged, are handed to each by `Lexicon.informed_by`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from types import MappingProxyType

from build_tools.linking.lexicon.label_index import Lexicon
from build_tools.linking.scanning.matches import MatchFields
from build_tools.linking.scanning.scanner import scan
from build_tools.model.corpus_statistics import CorpusStatistics, merge_statistics


def names_used(statistics: CorpusStatistics) -> CorpusStatistics:
    """Return what linking looks at of the statistics of a corpus: nothing else can change a link."""
    return CorpusStatistics(names=statistics.names)


def count_names(text: str, lexicon: Lexicon) -> CorpusStatistics:
    """Count the full names in one text, as it stands in its file.

    Args:
        text: The text.
        lexicon: The entries; which names say for certain who is meant depends on all of them.
    """
    return count_matches(scan(text, lexicon), lexicon) if lexicon.full_names else CorpusStatistics()


def count_all_names(texts: Iterable[str], lexicon: Lexicon) -> CorpusStatistics:
    """Count the full names in all texts of a corpus, as `count_names` does in each."""
    return merge_statistics(count_names(text, lexicon) for text in texts)


def count_matches(matches: Iterable[MatchFields], lexicon: Lexicon) -> CorpusStatistics:
    """Count the full names among the matches of one text."""
    full_names = lexicon.full_names
    patterns = Counter(pattern for *_, pattern, _ in matches if pattern in full_names)
    names: Counter[str] = Counter()
    for pattern, count in patterns.items():
        names[full_names[pattern]] += count
    return CorpusStatistics(names=MappingProxyType(dict(names)))
