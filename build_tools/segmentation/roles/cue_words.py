"""Words that show what a line is (a byline, a date, a notice of rights), read from one file a language in ../data.

A word list of a further language is a further file there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.text.word_files import list_files, read_sections, split_words

_DATA = "build_tools.segmentation.data"


def any_phrase(section: str) -> str:
    """Return an expression for any phrase of a section in all languages, the longest first; a space is any white space."""
    return _alternatives(set(_lines(section)))


def any_word(section: str) -> str:
    """Return an expression for any word of a section in all languages, the longest first."""
    return _alternatives(split_words(_lines(section)))


def _lines(section: str) -> Iterator[str]:
    for name in list_files(_DATA):
        yield from read_sections(_DATA, name).get(section, ())


def _alternatives(phrases: set[str] | frozenset[str]) -> str:
    escaped = (r"\s".join(map(re.escape, phrase.split())) for phrase in sorted(phrases, key=lambda it: (-len(it), it)))
    return f"(?:{'|'.join(escaped)})"
