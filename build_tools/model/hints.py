"""What a finding suggests instead of a word that is not one of those allowed."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def most_similar(wrong: str, candidates: Iterable[str]) -> str | None:
    """Return the most similar candidate; None where none is similar enough to have been meant."""
    return next(iter(get_close_matches(wrong, tuple(candidates), 1)), None)


def did_you_mean(wrong: str, candidates: Iterable[str], otherwise: str, *, prefix: str = "") -> str:
    """Return the question whether the most similar candidate was meant.

    Args:
        wrong: What was written.
        candidates: What could have been written.
        otherwise: The hint where no candidate is similar.
        prefix: Characters that are written before a candidate, such as "@".
    """
    similar = most_similar(wrong, candidates)
    return f'Did you mean "{prefix}{similar}"?' if similar else otherwise
