"""Frame words within inline content: what stands between two places of a text is set apart, links whole."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.website.markup.body_nodes import Content, Inline, Link, Phrase

Span = tuple[int, int]
"""A span of a text in code points, the end exclusive."""


def frame(content: Content, spans: Iterable[Span], name: str) -> Content:
    """Return content with the words of each span in a phrase of a class; a link that a span touches is in it whole.

    Args:
        content: The content; what is no words in it, such as the mark of a page, takes no place.
        spans: The spans, which may overlap.
        name: The class.
    """
    wanted = _merged(spans)
    for start, end in reversed(wanted):
        content = _framed(content, start, end, name)
    return content


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _framed(content: Content, start: int, end: int, name: str) -> Content:
    before: list[Inline] = []
    inside: list[Inline] = []
    after: list[Inline] = []
    at = 0
    for item in content:
        stop = at + _length(item)
        if isinstance(item, str):
            cut = [min(max(place - at, 0), len(item)) for place in (start, end)]
            parts = (item[: cut[0]], item[cut[0] : cut[1]], item[cut[1] :])
            for part, side in zip(parts, (before, inside, after), strict=True):
                side.extend([part] if part else [])
        elif stop <= start:
            before.append(item)
        elif at >= end:
            after.append(item)
        else:
            inside.append(item)
        at = stop
    return (*before, Phrase(tuple(inside), (name,)), *after) if inside else content


def _length(item: Inline) -> int:
    if isinstance(item, str):
        return len(item)
    return sum(map(_length, item.content)) if isinstance(item, Link | Phrase) else 0
