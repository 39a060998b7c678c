"""Suggest the word that was probably meant instead of one that is not allowed."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def most_similar(wrong: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most similar to a wrong word, by difflib's ratio; None if none is similar enough."""
    return next(iter(get_close_matches(wrong, tuple(candidates), 1)), None)


def did_you_mean(wrong: str, candidates: Iterable[str], otherwise: str, *, prefix: str = "") -> str:
    """Ask whether the most similar candidate was meant.

    Args:
        wrong: What was written.
        candidates: What could have been written.
        otherwise: The hint if no candidate is similar.
        prefix: Characters to write before the candidate, such as "@".

    Returns:
        The question, or `otherwise`.
    """
    similar = most_similar(wrong, candidates)
    return f'Did you mean "{prefix}{similar}"?' if similar else otherwise
