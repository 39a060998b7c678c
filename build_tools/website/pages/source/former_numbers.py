"""Lead old addresses of a renumbered text on: an anchor where the words are now, and a list of all former places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from build_tools.model import Document, FormerPlace, block_name
from build_tools.website.localisation import as_said, translate
from build_tools.website.markup.body_nodes import Anchor, Bullets, Content, Division, Link


def former_anchors(document: Document) -> Mapping[str, tuple[Anchor, ...]]:
    """Return the anchors of each block, by its id: former ids that no block has now."""
    current = {block.id for block in document.blocks}
    anchors: dict[str, tuple[Anchor, ...]] = {}
    seen: set[str] = set(current)
    for place in document.source.former_places:
        free = [former for former in place.was if former not in seen]
        seen.update(free)
        anchors[place.now] = (*anchors.get(place.now, ()), *map(Anchor, free))
    return anchors


def former_numbers(document: Document) -> Iterator[Division]:
    """Yield the list of the places that were numbered otherwise, if there are any."""
    places = document.source.former_places
    if places:
        items: tuple[Content, ...] = tuple(_moved(place) for place in places)
        yield Division((Bullets(items),), ("ledger",), "details", summary=translate("Earlier paragraph numbers"))


def _moved(place: FormerPlace) -> Content:
    before, _, after = translate("{old} is now {new}", old=_range(place), new="\0").partition("\0")
    link = Link((block_name(place.now),), f"#{place.now}")
    return tuple(part for part in (as_said(before), link, as_said(after)) if part)


def _range(place: FormerPlace) -> str:
    first, last = block_name(place.was[0]), place.was[-1]
    return first if len(place.was) == 1 else f"{first}–{last.removeprefix('p')}"
