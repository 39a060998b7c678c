"""Circles among linked names, found in time linear in the number of links."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

Links = Mapping[str, Sequence[str]]
"""The names that each name leads to."""


def find_circles(links: Links) -> Iterator[tuple[str, ...]]:
    """Yield, for each group of names that all lead to each other, a shortest circle through the first of them.

    A name that leads to itself alone is no group. A circle ends before it returns to its first name.

    Args:
        links: The names that each name leads to; names that lead nowhere may be missing.
    """
    for group in _groups(links):
        if len(group) > 1:
            yield _shortest_circle(min(group), links, frozenset(group))


def _groups(links: Links) -> Iterator[list[str]]:
    """Yield the strongly connected components.

    The method is Kosaraju's, as A. V. Aho, J. E. Hopcroft and J. D. Ullman, "Data Structures and Algorithms" (1983),
    section 6.7, describe it: the names that reach the one finished last in a search are one component.
    """
    backward: defaultdict[str, list[str]] = defaultdict(list)
    for name, targets in links.items():
        for target in targets:
            backward[target].append(name)
    finished = [name for reached in _search(links, links) for name in reached]
    yield from _search(reversed(finished), backward)


def _search(starts: Iterable[str], links: Links) -> Iterator[list[str]]:
    """Yield the names that each start reaches and no earlier start did, each behind the names it leads to."""
    seen: set[str] = set()
    for start in starts:
        if start in seen:
            continue
        seen.add(start)
        finished = []
        way = [(start, iter(links.get(start, ())))]
        while way:
            name, targets = way[-1]
            following = next((target for target in targets if target not in seen), None)
            if following is None:
                finished.append(name)
                way.pop()
            else:
                seen.add(following)
                way.append((following, iter(links.get(following, ()))))
        yield finished


def _shortest_circle(first: str, links: Links, group: frozenset[str]) -> tuple[str, ...]:
    reached_from: dict[str, str] = {}
    queue = deque([first])
    while queue:
        name = queue.popleft()
        for target in links.get(name, ()):
            if target == first:
                way = [name]
                while way[-1] != first:
                    way.append(reached_from[way[-1]])
                return tuple(reversed(way))
            if target in group and target not in reached_from:
                reached_from[target] = name
                queue.append(target)
    raise ValueError(f"{first} is in no circle")
