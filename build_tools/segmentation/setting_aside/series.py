"""Find the page furniture of a text without form feeds, as scanned books come: heads and numbers that count on.

Nothing shows where the pages begin but the furniture itself: lines with numbers that rise by one or two, far apart,
some of which break a sentence that goes on behind them. Chapters are numbered too, but break no sentence; the rows of
a table stand close together. A head without a number must stand beside such a line, or break sentences itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from build_tools.segmentation.lines import Line
from build_tools.segmentation.roles import line_classifiers
from build_tools.segmentation.setting_aside.page_lines import (
    PageLine,
    has_wide_gap,
    interrupts,
    is_catchword,
    is_foot_mark,
    is_in_capitals,
    neighbours,
    read_page_line,
)

_CLOSERS = ".])}~—–-頁页"
_OPENERS = "[({~—–-.第"
_WINDOW = 12  # candidates before a line that are tried as the page before it
_LARGEST_STEP = 12  # pages whose heads may be missing
_NEAR_STEP = 2  # pages; most steps must be as small
_LEAST_PAGES = 3
_LEAST_BROKEN = 0.15  # of the lines of a series
_LEAST_APART = 2  # lines of text between two pages
_LEAST_APART_BARE = 8  # the same where they have nothing but a number
_LEAST_REPEATED = 3
_NEAR_END = 3  # lines


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be a page's head or number: its index, what it has, and whether it breaks a sentence."""

    index: int
    line: PageLine
    breaks: bool


def find_series(lines: Sequence[Line]) -> tuple[frozenset[int], dict[int, str]]:
    """Find the furniture of pages.

    Returns:
        The indexes of the lines that are furniture, and the number of the page to which those that have one belong.
    """
    chains = [chain for numbered in _classes(_numbered(lines)) if _is_convincing(chain := _chain(numbered))]
    if not chains:
        return frozenset(), {}
    furniture = {candidate.index for chain in chains for candidate in chain}
    furniture |= _heads_without_number(lines, furniture)
    furniture |= _foot_marks(lines, furniture)
    return frozenset(furniture), dict(_numbers(chains[0], furniture, len(lines)))


def _classes(numbered: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    """Yield the lines that may count the pages together: those with words, and those of one form with nothing else."""
    classes: dict[str, list[Candidate]] = {"": []}
    for candidate in numbered:
        classes.setdefault(candidate.line.shape, []).append(candidate)
    yield from (alike for alike in classes.values() if any(candidate.breaks for candidate in alike))


def _numbers(chain: Sequence[Candidate], furniture: set[int], count: int) -> Iterator[tuple[int, str]]:
    """Yield the number of the page that begins behind a line, by its index.

    A head stands at the top of its page. A number alone may stand at the foot: it does where one ends the text; where
    neither end of the text tells, no page has a number.
    """
    headed = any(candidate.line.words for candidate in chain) or any(
        candidate.index + 1 in furniture or candidate.index - 1 in furniture for candidate in chain
    )
    at_top = headed or chain[0].index < _NEAR_END
    at_foot = not at_top and count - chain[-1].index <= _NEAR_END
    for candidate in chain:
        if at_top:
            yield candidate.index, candidate.line.number
        elif at_foot and candidate is not chain[-1]:
            yield candidate.index, str(candidate.line.value + 1)


def _numbered(lines: Sequence[Line]) -> list[Candidate]:
    """Return the lines that stand apart and have a number at one end, in order."""
    read = {
        index: page_line
        for index, line in enumerate(lines)
        if _has_outer_digit(line.text)
        and (page_line := read_page_line(line.text))
        and page_line.number
        and not page_line.is_roman
        and (not page_line.words or _stands_apart(lines, index) or is_in_capitals(line.text))
    }
    counts = Counter(line.words for line in read.values())
    found = {
        index: line
        for index, line in read.items()
        if not line.words
        or counts[line.words] >= _LEAST_REPEATED
        or is_in_capitals(lines[index].text)
        or has_wide_gap(lines[index].text)
    }
    return [Candidate(index, line, _breaks(lines, index, found)) for index, line in found.items()]


def _heads_without_number(lines: Sequence[Line], furniture: set[int]) -> set[int]:
    """Return the indexes of the repeated lines that stand beside other furniture, or break sentences themselves."""
    places: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        may_be_head = not line_classifiers.is_closed(line.text) and not line_classifiers.begins_small(line.text)
        if may_be_head and index not in furniture and _stands_apart(lines, index):
            page_line = read_page_line(line.text)
            if page_line and page_line.words and not page_line.number:
                places.setdefault(page_line.words, []).append(index)
    heads = _misread_heads(lines, furniture, places)
    for indexes in places.values():
        if len(indexes) >= _LEAST_REPEATED:
            beside = sum(index + 1 in furniture or index - 1 in furniture for index in indexes)
            aside = furniture.union(indexes)
            breaks = sum(_breaks(lines, index, aside) for index in indexes)
            if beside * 2 >= len(indexes) or breaks * 3 >= len(indexes):
                heads.update(indexes)
    return heads


def _misread_heads(lines: Sequence[Line], furniture: set[int], places: Mapping[str, Sequence[int]]) -> set[int]:
    """Return the indexes of lines in capitals that share most words with a head that returns: some may be misread."""
    returning = Counter(line.words for index in furniture if (line := read_page_line(lines[index].text)) and line.words)
    known = [set(words.split()) for words, count in returning.items() if count >= _LEAST_REPEATED]
    return {
        index
        for words, indexes in places.items()
        if any(len(head & set(words.split())) > len(head) / 2 for head in known)
        for index in indexes
        if is_in_capitals(lines[index].text)
    }


def _foot_marks(lines: Sequence[Line], furniture: set[int]) -> set[int]:
    """Return the indexes of the signatures and catchwords right above other furniture."""
    found: set[int] = set()
    for index in sorted(furniture):
        above = index - 1
        if above < 0 or above in furniture:
            continue
        after = next((lines[at].text for at in range(index, len(lines)) if at not in furniture), "")
        if is_foot_mark(lines[above].text) or (after and is_catchword(lines[above].text, after)):
            found.add(above)
    return found


def _has_outer_digit(text: str) -> bool:
    return (
        text[-1].isdigit()
        or text[0].isdigit()
        or (text[-1] in _CLOSERS and any(map(str.isdigit, text[-6:])))
        or (text[0] in _OPENERS and any(map(str.isdigit, text[:4])))
    )


def _stands_apart(lines: Sequence[Line], index: int) -> bool:
    return lines[index].gap > 0 or index + 1 == len(lines) or lines[index + 1].gap > 0


def _breaks(lines: Sequence[Line], index: int, aside: Collection[int]) -> bool:
    return interrupts(*neighbours(lines, index, aside.__contains__))


def _chain(numbered: Sequence[Candidate]) -> list[Candidate]:
    """Return the longest series of lines whose numbers rise in small steps."""
    best: list[tuple[float, int | None]] = []
    for at, candidate in enumerate(numbered):
        score, before = 1.0, None
        for earlier in range(max(0, at - _WINDOW), at):
            step = candidate.line.value - numbered[earlier].line.value
            far = candidate.index - numbered[earlier].index > _LEAST_APART
            if far and 0 < step <= _LARGEST_STEP:
                gained = best[earlier][0] + (2.0 if step <= _NEAR_STEP else 1.0 / step) + candidate.breaks
                if gained > score:
                    score, before = gained, earlier
        best.append((score, before))
    chain: list[Candidate] = []
    here = max(range(len(best)), key=lambda at: best[at][0], default=None)
    while here is not None:
        chain.append(numbered[here])
        here = best[here][1]
    return chain[::-1]


def _is_convincing(chain: Sequence[Candidate]) -> bool:
    """Return whether a series can be nothing but the heads and numbers of pages."""
    broken = sum(candidate.breaks for candidate in chain)
    steps = list(pairwise(chain))
    near = sum(after.line.value - before.line.value <= _NEAR_STEP for before, after in steps)
    if not steps or near * 2 < len(steps):
        return False
    bare = all(not candidate.line.words for candidate in chain)
    apart = median(after.index - before.index - 1 for before, after in steps)
    if apart < (_LEAST_APART_BARE if bare else _LEAST_APART):
        return False
    if len(chain) < _LEAST_PAGES:
        return broken > 0 and not bare and near == len(steps)
    return broken >= max(1 if not bare else 2, _LEAST_BROKEN * len(chain))
