"""Compare hand-written files as text, passage by passage, whether or not their fields can be read."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from build_tools.editing.changes.change_values import PassageChange, Stretch, WordingChange
from build_tools.editing.changes.wording.word_differences import align_words, compare_words, words_in

_FIELD = re.compile(r"(?P<name>[^\s#:\-][^:]*):")
_FENCE = "---"
_LIKE = 0.3  # share of words that two passages have in common, from which one is the other rewritten
_AHEAD = 8  # passages in which the earlier form of a passage is sought


@dataclass(frozen=True, slots=True)
class _Passage:
    line: int
    field: str
    text: str


def compare_wording(
    before: Mapping[str, bytes], after: Mapping[str, bytes], renamed: Mapping[str, str]
) -> tuple[WordingChange, ...]:
    """Return every passage that differs in the hand-written files of two revisions, file by file.

    Args:
        before: The files of the earlier revision, by path.
        after: The files of the later one.
        renamed: The present path of a file by its former one.
    """
    formerly = {new: old for old, new in renamed.items() if old in before and old not in after and new not in before}
    changes = []
    for path in sorted(before.keys() | after.keys()):
        if not is_written(path) or path in formerly.values() or before.get(path) == after.get(path):
            continue
        old = before.get(formerly.get(path, path))
        new = after.get(path)
        state = "gone" if new is None else "renamed" if path in formerly else "new" if old is None else "changed"
        passages = tuple(compare_passages(_decode(old), _decode(new)))
        changes.append(WordingChange(path, state, passages, formerly.get(path, "")))
    return tuple(changes)


def is_written(path: str) -> bool:
    """Return whether a file, by its path below the root, is a page that people write."""
    return path.startswith("docs/") and path.endswith(".md")


def _decode(data: bytes | None) -> str:
    return (data or b"").decode("utf-8", "backslashreplace").removeprefix("\ufeff")


def compare_passages(before: str, after: str) -> Iterator[PassageChange]:
    """Yield the passages of a file that differ, in their order, each with all its words."""
    earlier, later = ([passage for passage in _split(text) if passage.field] for text in (before, after))
    yield from _compare_fields(earlier, later)
    earlier, later = ([passage for passage in _split(text) if not passage.field] for text in (before, after))
    yield from _compare_body(earlier, later)


def _compare_body(before: Sequence[_Passage], after: Sequence[_Passage]) -> Iterator[PassageChange]:
    aligned = align_words([passage.text for passage in before], [passage.text for passage in after])
    old, new = (set(range(len(side))) for side in (before, after))
    old -= {place for place, _ in aligned}
    new -= {place for _, place in aligned}
    waiting: dict[str, list[int]] = defaultdict(list)
    for place in sorted(old, reverse=True):
        waiting[before[place].text].append(place)
    moved = {place: waiting[after[place].text].pop() for place in sorted(new) if waiting[after[place].text]}
    old -= set(moved.values())
    new -= moved.keys()
    partners: dict[int, int] = {}
    # First within each stretch between passages that stayed the same, then anywhere.
    gaps = [(-1, -1), *aligned, (len(before), len(after))]
    for (start, first), (end, last) in [*pairwise(gaps), (gaps[0], gaps[-1])]:
        left = [place for place in range(start + 1, end) if place in old]
        right = [place for place in range(first + 1, last) if place in new]
        pairs = _partners_by_words([before[place].text for place in left], [after[place].text for place in right])
        partners |= {right[place]: left[partner] for place, partner in pairs.items()}
        old -= set(partners.values())
        new -= partners.keys()
    changes = [*_compare_paired(before, after, partners, new), *(_whole(before[place], "removed") for place in old)]
    changes += [replace(_whole(after[place], "same"), state="moved") for place in moved]
    yield from sorted(changes, key=lambda change: change.line)


def _split(text: str) -> list[_Passage]:
    """Return the fields of the front matter and the paragraphs of the body, so that no word is left out."""
    lines = text.replace("\r\n", "\n").split("\n")
    passages: list[_Passage] = []
    inside = bool(lines) and lines[0].rstrip() == _FENCE
    field, start, held = "", 1, list[str]()
    for number, line in enumerate(lines[1:] if inside else lines, 2 if inside else 1):
        closing = inside and line.startswith(_FENCE)
        match = _FIELD.match(line) if inside and not closing else None
        if closing or match or (not inside and not line.strip()):
            passages += _close(start, field, held)
            field, held = match["name"] if match else "", []
        if closing:
            inside, line = False, line.lstrip("-")  # noqa: PLW2901  # words behind the fence are the body's
        if line.strip():
            start = start if held else number
            held.append(line)
    return [*passages, *_close(start, field, held)]


def _close(line: int, field: str, held: list[str]) -> list[_Passage]:
    return [_Passage(line, field, "\n".join(held))] if held else []


def _compare_fields(before: Sequence[_Passage], after: Sequence[_Passage]) -> Iterator[PassageChange]:
    """Yield the changes of fields of the front matter; a field that is written twice is met in its order."""
    waiting: dict[str, list[int]] = defaultdict(list)
    for place in range(len(before) - 1, -1, -1):
        waiting[before[place].field].append(place)
    partners = {place: waiting[passage.field].pop() for place, passage in enumerate(after) if waiting[passage.field]}
    yield from _compare_paired(before, after, partners, set(range(len(after))) - partners.keys())
    kept = set(partners.values())
    yield from (_whole(passage, "removed") for place, passage in enumerate(before) if place not in kept)


def _compare_paired(
    before: Sequence[_Passage], after: Sequence[_Passage], partners: Mapping[int, int], added: Collection[int]
) -> Iterator[PassageChange]:
    """Yield the changes of the passages of `after` that have a partner's place in `before`, or are added."""
    for place, passage in enumerate(after):
        if place in added:
            yield _whole(passage, "added")
        elif place in partners and passage.text != before[partners[place]].text:
            stretches = compare_words(before[partners[place]].text, passage.text)
            state = "changed" if any(stretch.kind != "same" for stretch in stretches) else "spaced"
            yield PassageChange(passage.line, passage.field, state, stretches)


def _whole(passage: _Passage, state: str) -> PassageChange:
    return PassageChange(passage.line, passage.field, state, (Stretch(state, " ".join(passage.text.split())),))


def _partners_by_words(before: Sequence[str], after: Sequence[str]) -> Mapping[int, int]:
    """Return the place before of each passage after that has enough of the same words, by its place; both rise."""
    waiting = [words_in(text) for text in before]
    partners: dict[int, int] = {}
    start = 0
    for place, text in enumerate(after if before else ()):
        words = words_in(text)
        likeness = [_likeness(words, other) for other in waiting[start : start + _AHEAD]]
        if max(likeness, default=0) >= _LIKE:
            start += likeness.index(max(likeness))
            partners[place] = start
            start += 1
    return partners


def _likeness(words: Counter[str], others: Counter[str]) -> float:
    """Return the share of words that two passages have in common, from 0 to 1."""
    return 2 * (words & others).total() / max(1, words.total() + others.total())
