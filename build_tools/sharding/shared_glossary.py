"""The glossary that all shards are linked to, and a digest of it."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from build_tools.corpus import glossary
from build_tools.corpus.sources.given_statistics import STATISTICS
from build_tools.linking import Lexicon, names_used
from build_tools.model import Entry
from build_tools.model.corpus_statistics import CorpusStatistics
from build_tools.model.findings import Finding
from build_tools.sharding.shard_numbers import ShardError
from build_tools.website.writing import file_checksum

_FOLDER = "docs/glossary"


class ChangedGlossaryError(ShardError):
    """The glossary, or the counts of a larger corpus, are no longer what they were when somebody digested them."""


class SharedGlossary(NamedTuple):
    """The entries of a glossary, sorted by id, their labels ready to be looked up, and the findings on their files."""

    entries: tuple[Entry, ...]
    lexicon: Lexicon
    findings: tuple[Finding, ...]

    def informed_by(self, statistics: CorpusStatistics) -> SharedGlossary:
        """Return the glossary for texts of a corpus of which the statistics are known."""
        return self._replace(lexicon=self.lexicon.informed_by(names_used(statistics)))


def load_shared_glossary(root: Path, language: str) -> SharedGlossary:
    """Read a glossary.

    Args:
        root: The folder that holds docs/.
        language: The language of labels that state none, a BCP 47 tag.
    """
    entries, findings = glossary.load_glossary(root / _FOLDER, root, language)
    rules_off, faults = glossary.load_rules_off(root / _FOLDER, root)
    return SharedGlossary(entries, Lexicon(entries, rules_off), (*findings, *faults))


def load_checked_glossary(root: Path, language: str, digest: str) -> SharedGlossary:
    """Read a glossary that has a digest.

    Args:
        root: The folder that holds docs/.
        language: The language of labels that state none, a BCP 47 tag.
        digest: What `print_glossary` returned.

    Raises:
        ChangedGlossaryError: If it has another by now.
    """
    loaded = load_shared_glossary(root, language)
    check_glossary(root, language, digest)  # afterwards: what was edited before it was read has another digest
    return loaded


def check_glossary(root: Path, language: str, digest: str) -> None:
    """Refuse a glossary that no longer has a digest.

    Args:
        root: The folder that holds docs/.
        language: The language of labels that state none, a BCP 47 tag.
        digest: What `print_glossary` returned.

    Raises:
        ChangedGlossaryError: If it has another by now.
    """
    if print_glossary(root, language) != digest:
        raise ChangedGlossaryError("The glossary has changed while the texts were read. Run the same command again.")


def print_glossary(root: Path, language: str) -> str:
    """Return a digest of all that `load_shared_glossary` reads, and of the counts that the edition was given."""
    given = file_checksum(root / STATISTICS)
    return sha256(f"{language} {glossary.print_entries(root / _FOLDER)} {given}".encode()).hexdigest()
