"""What a whole corpus says together, handed to a part of it in a file, so that its links are those of the whole."""

from __future__ import annotations

import json
import os
from pathlib import Path

from build_tools.corpus.regular_files import read_regular_file
from build_tools.model.corpus_statistics import CorpusStatistics, read_statistics, statistics_as_json
from build_tools.model.findings import Finding

STATISTICS = "corpus-statistics.json"
"""The file at the root of an edition whose texts are a part of a larger corpus."""

_DIGEST = "digest"
_LARGEST = 400_000_000
"""Bytes: no person writes the file, and a large corpus has many words."""
_HINT = "Write the collections again: python -m build_tools collections split EDITION OUT"


def load_statistics(root: Path) -> tuple[CorpusStatistics | None, list[Finding]]:
    """Read the counts of the corpus that an edition is a part of.

    Args:
        root: The folder that holds seeds/ and docs/.

    Returns:
        The counts, or None where the edition is a whole or the file is not to be used, and the findings.
    """
    file = root / STATISTICS
    if not os.path.lexists(file):
        return None, []
    data, findings = read_regular_file(file, STATISTICS, _LARGEST)
    if data is None:
        return None, findings
    try:
        written = json.loads(data)
        statistics = read_statistics(written)
        is_whole = written.get(_DIGEST) == statistics.digest()
    except (ValueError, RecursionError):
        return None, [Finding(STATISTICS, 1, "statistics-unreadable", "these are no counts of a corpus", _HINT)]
    if not is_whole:
        message = "the counts have changed: their digest is another"
        return None, [Finding(STATISTICS, 1, "statistics-unreadable", message, _HINT)]
    return statistics, []


def write_statistics(statistics: CorpusStatistics) -> bytes:
    """Return the counts as the bytes of the file."""
    value = {_DIGEST: statistics.digest(), **statistics_as_json(statistics)}
    return (json.dumps(value, indent=0, ensure_ascii=False) + "\n").encode("utf-8", "surrogatepass")
