"""Compare mentions: the same words of the same paragraph, as they were linked and as they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from build_tools.editing.changes.change_values import KINDS, MentionChange, MentionPlace
from build_tools.edition.reading import Reading
from build_tools.linking.concordance import kwic_context
from build_tools.model import Block

_Pair = tuple[Block | None, Block | None]


def compare_mentions(before: Reading, after: Reading) -> tuple[MentionChange, ...]:
    """Return every mention that changed, the worst kinds first, each kind in the order of texts and places."""
    earlier, later = _places(before), _places(after)
    documents = [{document.source.id: document.blocks for document in side.documents} for side in (before, after)]
    changes: list[MentionChange] = []
    for source in sorted(documents[0].keys() | documents[1].keys()):
        for pair in pair_blocks(documents[0].get(source, ()), documents[1].get(source, ())):
            changes += _compare_blocks(source, pair, earlier, later)
    return tuple(sorted(changes, key=lambda change: KINDS.index(change.kind)))


def _places(reading: Reading) -> Mapping[tuple[str, str], list[MentionPlace]]:
    """Return what is linked or undecided in each block, in order, by source id and block id."""
    places: dict[tuple[str, str], list[MentionPlace]] = defaultdict(list)
    for source, mentions in reading.mentions.items():
        for mention in mentions:
            place = MentionPlace(mention.block, mention.start, mention.end, mention.entry, mention.rule)
            places[source, mention.block].append(place)
    for ambiguous in reading.undecided:
        place = MentionPlace(
            ambiguous.block, ambiguous.start, ambiguous.end, None, ambiguous.reason, tuple(ambiguous.entries)
        )
        places[ambiguous.document, ambiguous.block].append(place)
    return {block: sorted(listed, key=lambda place: (place.start, place.end)) for block, listed in places.items()}


def pair_blocks(before: Iterable[Block], after: Iterable[Block]) -> Iterator[_Pair]:
    """Yield pairs of blocks with the same words, in their order; a block without a partner is paired with None.

    The blocks left over are first paired by id: these are paragraphs in which some words changed.
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
    old, new = pair
    earlier = before.get((source, old.id), []) if old else []
    later = after.get((source, new.id), []) if new else []
    if old is None or new is None or old.text != new.text:
        # In a rewritten block, a place is the same if it has the same words, counted from the front.
        pairs = _pair_by_words(earlier, later, old, new)
        rewritten = True
    else:
        pairs = _pair_by_span(earlier, later)
        rewritten = False
    for was, now in pairs:
        kind = _kind(was, now)
        block = new if now and new else old
        place = now or was
        if kind and block and place:
            left, exact, right = kwic_context(block.text, place.start, place.end)
            yield MentionChange(kind, source, block.id, left, exact, right, was, now, rewritten)


_Places = Iterator[tuple[MentionPlace | None, MentionPlace | None]]


def _pair_by_span(earlier: list[MentionPlace], later: list[MentionPlace]) -> _Places:
    """Yield pairs of places that overlap, those with the same span first."""
    open_places = list(later)
    unmatched = []
    for was in earlier:
        now = next((place for place in open_places if (place.start, place.end) == (was.start, was.end)), None)
        if now:
            open_places.remove(now)
            yield was, now
        else:
            unmatched.append(was)
    for was in unmatched:
        now = next((place for place in open_places if place.start < was.end and was.start < place.end), None)
        if now:
            open_places.remove(now)
        yield was, now
    yield from ((None, place) for place in open_places)


def _pair_by_words(
    earlier: list[MentionPlace], later: list[MentionPlace], old: Block | None, new: Block | None
) -> _Places:
    open_places = list(later)
    for was in earlier:
        words = old.text[was.start : was.end] if old else ""
        now = next((place for place in open_places if new and new.text[place.start : place.end] == words), None)
        if now:
            open_places.remove(now)
        yield was, now
    yield from ((None, place) for place in open_places)


def _kind(was: MentionPlace | None, now: MentionPlace | None) -> str:
    """Return what happened to a place, one of KINDS; empty where nothing did."""
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
