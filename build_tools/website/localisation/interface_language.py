"""The language that pages speak while they are composed.

It is set once, where an edition becomes pages, instead of being handed to each of the functions that say something.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import ParamSpec, TypeVar

from build_tools.website.localisation.catalogues import find_catalogue

ENGLISH = "en"
"""The language of the sentences in code and templates."""

_LANGUAGE = ContextVar("interface_language", default=ENGLISH)

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")


def spoken_language() -> str:
    """Return the language in which sentences are said now, a BCP 47 tag; English where nobody chose."""
    return _LANGUAGE.get()


def speaks_english() -> bool:
    """Return whether sentences are said in English: in a language that has no catalogue too."""
    return find_catalogue(spoken_language()) is None


def words_language() -> str:
    """Return the language that sentences come out in: that of the site where it has a catalogue, else English."""
    return ENGLISH if speaks_english() else spoken_language()


@contextmanager
def speak(language: str) -> Iterator[None]:
    """Say every sentence in a language until the end of the block.

    Args:
        language: A BCP 47 tag.
    """
    before = _LANGUAGE.set(language)
    try:
        yield
    finally:
        _LANGUAGE.reset(before)


def keep_language(function: Callable[_Given, _Made]) -> Callable[_Given, _Made]:
    """Return the function as it speaks now, for a page that is composed later.

    Args:
        function: What is called later.
    """
    language = spoken_language()

    def in_that_language(*values: _Given.args, **named: _Given.kwargs) -> _Made:
        with speak(language):
            return function(*values, **named)

    return in_that_language
