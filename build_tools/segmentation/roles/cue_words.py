"""Words that show what a line is (a byline, a date, a notice of rights), read from one file per language in ../data.

To support a further language, add a file there; each file names its source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.text.word_files import list_files, read_sections, split_words

_DATA = "build_tools.segmentation.data"


def any_phrase(section: str) -> str:
    """Return a regular expression for any phrase of a section in any language; a space is any white space."""
    return _alternatives(all_phrases(section))


def any_word(section: str) -> str:
    """Return a regular expression for any word of a section in any language."""
    return _alternatives(all_words(section))


def all_words(section: str) -> frozenset[str]:
    """Return the words of a section in any language."""
    return split_words(_lines(section))


def all_phrases(section: str) -> frozenset[str]:
    """Return the phrases of a section in any language."""
    return frozenset(_lines(section))


def longest_words(section: str) -> frozenset[str]:
    """Return the longest word of each phrase of a section, in small letters: without it, no phrase is there."""
    return frozenset(max(phrase.lower().split(), key=len) for phrase in all_phrases(section))


def _lines(section: str) -> Iterator[str]:
    for name in list_files(_DATA):
        yield from read_sections(_DATA, name).get(section, ())


def _alternatives(phrases: frozenset[str]) -> str:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    escaped = (r"\s".join(map(re.escape, phrase.split())) for phrase in longest_first)
    return f"(?:{'|'.join(escaped)})"
