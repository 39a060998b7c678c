"""Compare hand-written files as text, passage by passage, whether or not their fields can be read."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from build_tools.editing.changes.change_values import PassageChange, Stretch, WordingChange
from build_tools.editing.changes.wording.word_differences import align, compare_words, words_in

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
    earlier, later = _split(before), _split(after)
    pairs = align([passage.text for passage in earlier], [passage.text for passage in later])
    changes: list[PassageChange] = []
    old = new = 0
    for first, second in [*pairs, (len(earlier), len(later))]:
        changes += _compare_gap(earlier[old:first], later[new:second])
        old, new = first + 1, second + 1
    yield from _mark_moved(changes)


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


def _compare_gap(before: Sequence[_Passage], after: Sequence[_Passage]) -> Iterator[PassageChange]:
    """Yield the changes between two passages that did not change: first what is there now, then what is gone."""
    partners = {**_partners_by_field(before, after), **_partners_by_words(before, after)}
    for place, passage in enumerate(after):
        if place not in partners:
            yield _whole(passage, "added")
            continue
        stretches = compare_words(before[partners[place]].text, passage.text)
        state = "changed" if any(stretch.kind != "same" for stretch in stretches) else "spaced"
        yield PassageChange(passage.line, passage.field, state, stretches)
    kept = set(partners.values())
    yield from (_whole(passage, "removed") for place, passage in enumerate(before) if place not in kept)


def _whole(passage: _Passage, state: str) -> PassageChange:
    return PassageChange(passage.line, passage.field, state, (Stretch(state, " ".join(passage.text.split())),))


def _partners_by_field(before: Sequence[_Passage], after: Sequence[_Passage]) -> Mapping[int, int]:
    """Return the place before of each field after, by its place; a field that is written twice is met in its order."""
    waiting: dict[str, list[int]] = defaultdict(list)
    for place in range(len(before) - 1, -1, -1):
        waiting[before[place].field].append(place)
    fields = (place for place, passage in enumerate(after) if passage.field)
    return {place: waiting[after[place].field].pop() for place in fields if waiting[after[place].field]}


def _partners_by_words(before: Sequence[_Passage], after: Sequence[_Passage]) -> Mapping[int, int]:
    """Return the place before of each paragraph after that has enough of the same words, by its place."""
    waiting = [(place, words_in(passage.text)) for place, passage in enumerate(before) if not passage.field]
    partners: dict[int, int] = {}
    start = 0
    for place, passage in enumerate(after):
        words = words_in(passage.text) if not passage.field else Counter[str]()
        likeness = [_likeness(words, other) for _, other in waiting[start : start + _AHEAD]]
        if max(likeness, default=0) >= _LIKE:
            start += likeness.index(max(likeness))
            partners[place] = waiting[start][0]
            start += 1
    return partners


def _likeness(words: Counter[str], others: Counter[str]) -> float:
    """Return the share of words that two passages have in common, from 0 to 1."""
    return 2 * (words & others).total() / max(1, words.total() + others.total())


def _mark_moved(changes: Sequence[PassageChange]) -> Iterator[PassageChange]:
    """Yield changes, a passage that was removed at one place and added at another only once, as moved."""
    removed = Counter(change.stretches[0].text for change in changes if change.state == "removed")
    added = Counter(change.stretches[0].text for change in changes if change.state == "added")
    moved = removed & added
    for state in ("added", "removed"):
        left = moved.copy()
        kept: list[PassageChange] = []
        for change in changes:
            text = change.stretches[0].text
            if change.state != state or not left[text]:
                kept.append(change)
                continue
            left[text] -= 1
            if state == "added":
                kept.append(replace(change, state="moved", stretches=(Stretch("same", text),)))
        changes = kept
    yield from changes
