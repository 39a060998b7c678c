"""What a finding suggests instead of a word that is not one of those allowed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches


def did_you_mean(wrong: str, candidates: Iterable[str], otherwise: str, *, prefix: str = "") -> str:
    """Return the question whether the most similar candidate was meant.

    Args:
        wrong: What was written.
        candidates: What could have been written.
        otherwise: The hint where no candidate is similar.
        prefix: Characters that are written before a candidate, such as "@".
    """
    similar = get_close_matches(wrong, tuple(candidates), 1)
    return f'Did you mean "{prefix}{similar[0]}"?' if similar else otherwise


def write_one_of(wrong: str, candidates: Sequence[str], *, most: int = 1, otherwise: Sequence[str] = ()) -> str:
    """Return the advice to write one of the candidates that are most similar.

    Args:
        wrong: What was written.
        candidates: What could have been written.
        most: How many similar candidates are listed at most.
        otherwise: What is listed where no candidate is similar; all candidates unless given.
    """
    similar = get_close_matches(wrong, candidates, most) or otherwise or candidates
    return f"Write one of: {', '.join(similar)}."
