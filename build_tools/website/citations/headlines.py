"""English titles before a style gives them the capitals of a headline."""

from __future__ import annotations

import re

# A preposition before another one, a conjunction or a stop has no object: it is an adverb ("warms up with").
_ADVERB = re.compile(
    r"\b(?:up|down|off|out|over|on|in)"
    r"(?=\s+(?:with|to|from|against|for|at|by|of|on|in|into|over|after|before|about|amid|as|while|when)\b|[,:;?!])"
)


def raise_adverbs(title: str) -> str:
    """Return a title with a capital on each adverb that styles would take for a preposition and write small."""
    return _ADVERB.sub(lambda match: match[0].capitalize(), title)
