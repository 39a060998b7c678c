"""Tell which words of a text were removed and which were added, in time linear in its length.

The method is the patience difference: what occurs once on both sides is aligned first, then what lies between.
difflib's SequenceMatcher would serve, but its time grows with the cube of the length where words repeat, and whoever
proposes a change chooses its words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from build_tools.editing.changes.change_values import Stretch
from build_tools.text.scripts import UNSPACED

_WORD = re.compile(rf"[{UNSPACED}]|[^\s{UNSPACED}]+")
_DEEPEST = 24  # rounds of alignment; prose needs three or four, and an input built to need more ends here

_Segment = tuple[int, int, int, int]
_Pairs = list[tuple[int, int]]


def compare_words(before: str, after: str) -> tuple[Stretch, ...]:
    """Return all words of both texts in their order, in stretches that are the same, removed or added.

    A character of Han or Kana is a word. White space does not count: a text that differs in it alone is one stretch.
    """
    earlier, later = (list(_WORD.finditer(text)) for text in (before, after))
    pairs = align_words([word[0] for word in earlier], [word[0] for word in later])
    stretches: list[Stretch] = []
    old = new = 0
    for first, second, length in [*_runs(pairs), (len(earlier), len(later), 0)]:
        stretches += _stretch("removed", before, earlier[old:first])
        stretches += _stretch("added", after, later[new:second])
        stretches += _stretch("same", after, later[second : second + length])
        old, new = first + length, second + length
    return tuple(stretches)


def words_in(text: str) -> Counter[str]:
    """Return how often each word occurs in a text, as `compare_words` counts words."""
    return Counter(_WORD.findall(text))


def _stretch(kind: str, text: str, words: Sequence[re.Match[str]]) -> list[Stretch]:
    return [Stretch(kind, " ".join(text[words[0].start() : words[-1].end()].split()))] if words else []


def _runs(pairs: _Pairs) -> Iterator[tuple[int, int, int]]:
    """Yield pairs of places that follow each other on both sides as one: both places and how many they are."""
    start = 0
    for end in range(1, len(pairs) + 1):
        if end == len(pairs) or pairs[end] != (pairs[end - 1][0] + 1, pairs[end - 1][1] + 1):
            yield (*pairs[start], end - start)
            start = end


def align_words(before: Sequence[str], after: Sequence[str]) -> _Pairs:
    """Return the places of equal items on both sides, in an order that rises on both."""
    pairs: _Pairs = []
    segments: list[_Segment] = [(0, len(before), 0, len(after))]
    for _ in range(_DEEPEST):
        segments = [part for segment in segments for part in _align_segment(before, after, segment, pairs)]
        if not segments:
            break
    return sorted(pairs)


def _align_segment(before: Sequence[str], after: Sequence[str], segment: _Segment, pairs: _Pairs) -> Iterator[_Segment]:
    """Add what can be aligned in a segment to the pairs; yield the segments between that are still to do."""
    old, old_end, new, new_end = segment
    while old < old_end and new < new_end and before[old] == after[new]:
        pairs.append((old, new))
        old, new = old + 1, new + 1
    while old < old_end and new < new_end and before[old_end - 1] == after[new_end - 1]:
        old_end, new_end = old_end - 1, new_end - 1
        pairs.append((old_end, new_end))
    anchors = _rising(_single_on_both_sides(before, after, (old, old_end, new, new_end)))
    pairs += anchors
    for first, second in [*anchors, (old_end, new_end)] if anchors else ():
        if old < first and new < second:
            yield (old, first, new, second)
        old, new = first + 1, second + 1


def _single_on_both_sides(before: Sequence[str], after: Sequence[str], segment: _Segment) -> _Pairs:
    old, old_end, new, new_end = segment
    if old == old_end or new == new_end:
        return []
    earlier, later = _places(before, range(old, old_end)), _places(after, range(new, new_end))
    return [
        (place, later[item]) for item, place in earlier.items() if place >= 0 and later.get(item, -1) >= 0
    ]  # dictionaries keep the order of the earlier side


def _places(items: Sequence[str], places: Iterable[int]) -> dict[str, int]:
    """Return the place of each item, -1 where it has more than one."""
    only: dict[str, int] = {}
    for place in places:
        only[items[place]] = -1 if items[place] in only else place
    return only


def _rising(pairs: _Pairs) -> _Pairs:
    """Return a longest run of pairs, which rise on the first side, that rises on the second side too."""
    ends: list[int] = []  # the least second place in which a run of each length ends
    last: list[int] = []  # and the number of that pair
    previous = [-1] * len(pairs)
    for number, (_, second) in enumerate(pairs):
        length = bisect_left(ends, second)
        previous[number] = last[length - 1] if length else -1
        ends[length : length + 1] = [second]
        last[length : length + 1] = [number]
    chain: _Pairs = []
    number = last[-1] if last else -1
    while number >= 0:
        chain.append(pairs[number])
        number = previous[number]
    return chain[::-1]
