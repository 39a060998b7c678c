"""What happens to mentions: the same words of the same paragraph, as they were linked and as they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from build_tools.editing.changes.change_values import KINDS, MentionChange, MentionPlace
from build_tools.edition.reading import Reading
from build_tools.linking.concordance import kwic_context
from build_tools.model import Block

_Pair = tuple[Block | None, Block | None]


def compare_mentions(before: Reading, after: Reading) -> tuple[MentionChange, ...]:
    """Every mention that is not as it was, the worst first, in the order of texts and places."""
    one, other = _places(before), _places(after)
    documents = [{document.source.id: document.blocks for document in side.documents} for side in (before, after)]
    changes: list[MentionChange] = []
    for source in sorted(documents[0].keys() | documents[1].keys()):
        for pair in pair_blocks(documents[0].get(source, ()), documents[1].get(source, ())):
            changes += _compare_blocks(source, pair, one, other)
    return tuple(sorted(changes, key=lambda change: KINDS.index(change.kind)))


def _places(reading: Reading) -> Mapping[tuple[str, str], list[MentionPlace]]:
    """What is linked or undecided in each block, in order."""
    places: dict[tuple[str, str], list[MentionPlace]] = defaultdict(list)
    for source, mentions in reading.mentions.items():
        for one in mentions:
            places[source, one.block].append(MentionPlace(one.block, one.start, one.end, one.entry, one.rule))
    for open_place in reading.undecided:
        place = MentionPlace(
            open_place.block, open_place.start, open_place.end, None, open_place.reason, tuple(open_place.entries)
        )
        places[open_place.document, open_place.block].append(place)
    return {key: sorted(found, key=lambda place: (place.start, place.end)) for key, found in places.items()}


def pair_blocks(before: Iterable[Block], after: Iterable[Block]) -> Iterator[_Pair]:
    """Blocks of the same words, the first with the first; those without a partner are paired with nothing.

    What is left over is then paired by id: a paragraph some of whose words changed.
    """
    waiting: dict[str, list[Block]] = defaultdict(list)
    for block in before:
        waiting[block.text].append(block)
    unpaired = []
    for block in after:
        if waiting.get(block.text):
            yield waiting[block.text].pop(0), block
        else:
            unpaired.append(block)
    left = {block.id: block for blocks in waiting.values() for block in blocks}
    for block in unpaired:
        yield left.pop(block.id, None), block
    yield from ((block, None) for block in left.values())


def _compare_blocks(
    source: str,
    pair: _Pair,
    before: Mapping[tuple[str, str], list[MentionPlace]],
    after: Mapping[tuple[str, str], list[MentionPlace]],
) -> Iterator[MentionChange]:
    one, other = pair
    earlier = before.get((source, one.id), []) if one else []
    later = after.get((source, other.id), []) if other else []
    if one is None or other is None or one.text != other.text:
        # Other words: a place is the same if it holds the same words, counted from the front.
        pairs = _pair_by_words(earlier, later, one, other)
        rewritten = True
    else:
        pairs = _pair_by_span(earlier, later)
        rewritten = False
    for was, now in pairs:
        kind = _kind(was, now)
        block = other if now and other else one
        place = now or was
        if kind and block and place:
            left, exact, right = kwic_context(block.text, place.start, place.end)
            yield MentionChange(kind, source, block.id, left, exact, right, was, now, rewritten)


_Places = Iterator[tuple[MentionPlace | None, MentionPlace | None]]


def _pair_by_span(earlier: list[MentionPlace], later: list[MentionPlace]) -> _Places:
    """Places that overlap; the same span first."""
    open_places = list(later)
    unmatched = []
    for was in earlier:
        now = next((one for one in open_places if (one.start, one.end) == (was.start, was.end)), None)
        if now:
            open_places.remove(now)
            yield was, now
        else:
            unmatched.append(was)
    for was in unmatched:
        now = next((one for one in open_places if one.start < was.end and was.start < one.end), None)
        if now:
            open_places.remove(now)
        yield was, now
    yield from ((None, one) for one in open_places)


def _pair_by_words(
    earlier: list[MentionPlace], later: list[MentionPlace], one: Block | None, other: Block | None
) -> _Places:
    open_places = list(later)
    for was in earlier:
        words = one.text[was.start : was.end] if one else ""
        now = next((place for place in open_places if other and other.text[place.start : place.end] == words), None)
        if now:
            open_places.remove(now)
        yield was, now
    yield from ((None, place) for place in open_places)


def _kind(was: MentionPlace | None, now: MentionPlace | None) -> str:
    """What happened to a place; empty where nothing did."""
    if was is None or now is None:
        if was is None:
            return "gained" if now and now.entry else "newly undecided"
        return "lost" if was.entry else "no longer undecided"
    if was.entry and now.entry:
        if was.entry != now.entry:
            return "to another entry"
        if was.end - was.start != now.end - now.start:
            return "other extent"
        return "other reason" if was.rule != now.rule else ""
    if was.entry or now.entry:
        return "now undecided" if was.entry else "now decided"
    return "newly undecided" if was.entries != now.entries else ""
