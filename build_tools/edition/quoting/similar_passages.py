"""Where a text may have a quotation: the places with exactly its words, and the passages most similar to it.

Tokens vote for the place at which the quotation would begin, rare ones with more weight; the places with the most votes
are aligned with it, token by token, by the edit distance of Sellers (1980). Costs are whole numbers, so that a browser
comes to the same ones. The twin of `exactPlaces`, `likelyPlaces`, `align` in website/static/quotation.js.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from build_tools.edition.quoting.quotation_tokens import ReadText, Token, words_of

_VOTERS = 60  # tokens: the rarest
_WEIGHT = 2**20  # of a token that is in the text once
_LIKELY = 2  # places to align


class Range(NamedTuple):
    """Tokens of a text, from `start` to `end` (exclusive), and how similar they are to a quotation, from 0 to 1."""

    start: int
    end: int
    similarity: float = 1.0


def exact_places(wanted: Sequence[Token], text: ReadText, begin: int = 0) -> list[int]:
    """Return the places of a text, from a given one on, at which it has exactly these tokens, accents included."""
    places = [text.places.get(token.folded) for token in wanted]
    lists = [listed for listed in places if listed is not None]
    if not wanted or len(lists) < len(wanted):
        return []
    rarest = min(range(len(lists)), key=lambda index: len(lists[index]))
    starts = (place - rarest for place in lists[rarest])
    return [start for start in starts if start >= begin and _matches(wanted, text.stream[start : start + len(wanted)])]


def _matches(wanted: Sequence[Token], tokens: Sequence[Token]) -> bool:
    return len(tokens) == len(wanted) and all(
        token.letters == other.letters for token, other in zip(wanted, tokens, strict=True)
    )


def likely_places(wanted: Sequence[Token], text: ReadText) -> list[tuple[int, int]]:
    """Return the two places with the most votes, most first, each with the weight of its votes."""
    width = max(4, (len(wanted) * 15 + 50) // 100)
    voters = [
        (index, places)
        for index, token in enumerate(wanted)
        if token.is_word and (places := text.places.get(token.folded))
    ]
    votes: dict[int, int] = {}
    for index, places in sorted(voters, key=lambda voter: len(voter[1]))[:_VOTERS]:
        weight = _WEIGHT // len(places).bit_length()
        for place in places:
            section = (place - index) // width
            for key in (section, section + 1):  # so that no passage is divided between two
                votes[key] = votes.get(key, 0) + weight
    best = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:_LIKELY]
    return [((section - 1) * width, weight) for section, weight in best]


def find_most_similar(wanted: Sequence[Token], text: ReadText, begin: int) -> Range:
    """Return the range of a text near a place that is most similar to these tokens."""
    slack = max(8, (len(wanted) * 3 + 5) // 10)
    low = max(0, begin - slack)
    window = text.stream[low : max(low, begin + len(wanted) + 2 * slack)]
    costs, starts = [0] * (len(window) + 1), list(range(len(window) + 1))
    for token in wanted:
        costs, starts = _next_row(token, window, costs, starts)
    least = min(costs)
    end = max(index for index, cost in enumerate(costs) if cost == least)
    similarity = 1 - least / sum(token.cost for token in wanted)
    return _without_other_blocks(wanted, text, Range(low + starts[end], low + end, similarity))


def _next_row(
    token: Token, window: Sequence[Token], costs: Sequence[int], starts: Sequence[int]
) -> tuple[list[int], list[int]]:
    """Return the least costs of the tokens up to this one against each end in the window, and where each begins."""
    row, begins = [costs[0] + token.cost], [0]
    for index, other in enumerate(window, 1):
        different = token.cost if token.is_word == other.is_word else token.cost + other.cost
        substitution = costs[index - 1] + (0 if token.folded == other.folded else different)
        insertion = costs[index] + token.cost
        deletion = row[index - 1] + other.cost
        row.append(min(substitution, insertion, deletion))
        if substitution <= insertion and substitution <= deletion:
            begins.append(starts[index - 1])
        else:
            begins.append(starts[index] if insertion <= deletion else begins[index - 1])
    return row, begins


def _without_other_blocks(wanted: Sequence[Token], text: ReadText, found: Range) -> Range:
    """Return a range without the blocks at its ends that have no word of the quotation."""
    words = set(words_of(wanted))
    tokens = text.stream[found.start : found.end]
    blocks = [token.block for token in tokens]
    shared = [token.block for token in tokens if token.folded in words]
    if not shared:
        return found
    last = len(blocks) - 1 - blocks[::-1].index(shared[-1])
    return Range(found.start + blocks.index(shared[0]), found.start + last + 1, found.similarity)
