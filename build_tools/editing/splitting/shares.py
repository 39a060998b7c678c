"""Which texts are together in a collection: neighbours in time, divided where few texts move when one is added.

A text begins a collection by a hash of its id, so that a new text moves at most those up to the next beginning.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from build_tools.model import Source

_PART_OF_MOST = 4  # a collection has at least this part of the most texts, and then ends at the next beginning
_BEGINNING = "beginning"
_NONE = "none"


@dataclass(frozen=True, slots=True)
class TextShare:
    """The texts of a collection.

    Attributes:
        id: Its id, which stays as long as the text that begins it.
        name: What distinguishes it from the others: a value that its texts share, and their first and last years.
        texts: The ids of its texts, in their order.
    """

    id: str
    name: str
    texts: tuple[str, ...]


def _year(source: Source) -> str:
    return (source.issued or "")[:4]


def _nothing(_: Source) -> str:
    return ""


GROUPINGS: Mapping[str, Callable[[Source], str]] = {
    "year": _year,
    "language": lambda source: source.languages[0] if source.languages else "",
    "genre": lambda source: source.genre,
}
"""What the texts of a collection can have in common, besides their time."""


def divide_texts(sources: Iterable[Source], most: int, grouping: str = "") -> tuple[TextShare, ...]:
    """Divide texts into collections.

    Args:
        sources: The texts, in any order.
        most: The most texts of a collection.
        grouping: A name of `GROUPINGS`, or empty for the order of time alone.
    """
    value_of = GROUPINGS.get(grouping, _nothing)
    ordered = sorted(sources, key=lambda source: (value_of(source), source.issued or "", source.id))
    shares = [
        _share(value, grouping, number, texts)
        for value, group in groupby(ordered, key=value_of)
        for number, texts in enumerate(_runs(list(group), most))
    ]
    names = Counter(share.name for share in shares)
    return tuple(
        replace(share, name=f"{share.name}, {share.texts[0]}") if names[share.name] > 1 else share for share in shares
    )


def _runs(sources: Sequence[Source], most: int) -> Iterator[list[Source]]:
    least = max(1, most // _PART_OF_MOST)
    run: list[Source] = []
    for source in sources if len(sources) > most else ():
        if len(run) >= most or (len(run) >= least and _begins(source, least)):
            yield run
            run = []
        run.append(source)
    yield run or list(sources)


def _begins(source: Source, least: int) -> bool:
    return int.from_bytes(hashlib.sha256(source.id.encode()).digest()[:8], "big") % max(2, least) == 0


def _share(value: str, grouping: str, number: int, sources: Sequence[Source]) -> TextShare:
    begun = f"from-{sources[0].id}" if number else "" if grouping else _BEGINNING
    identifier = "-".join(filter(None, ((value.lower().replace("_", "-") or _NONE) if grouping else "", begun)))
    years = sorted(filter(None, map(_year, sources)))
    time = "–".join(dict.fromkeys((years[0], years[-1]))) if years else ""
    name = ", ".join(dict.fromkeys(filter(None, (value if grouping else "", time)))) or sources[0].id
    return TextShare(identifier, name, tuple(source.id for source in sources))
