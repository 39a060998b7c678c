"""Let everything that refers to an item that goes refer to another, or to nothing: its name in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from build_tools.corpus.front_matter import FrontMatter, Listing, Scalar
from build_tools.editing.identifiers.drafts import Draft
from build_tools.editing.identifiers.prose_references import ProseReference
from build_tools.editing.identifiers.references import FieldReference, Item, Reference, find_references
from build_tools.editing.identifiers.renaming import IdentifierError, refer_to, refuse_shared
from build_tools.editing.identifiers.yaml_edits import Edit, content_span, remove_items, remove_pair, replace_scalar
from build_tools.editing.scaffolds.yaml_scalars import scalar
from build_tools.text.prose.links import Address

_LINK_END = re.compile(r">?(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)(?:\{[^{}\n]*\})?")
_NAMED_IN_WORDS = {("event", "place"): "place_name", ("speaker",): "speaker_name"}
_IN_WORDS = ("name", "organisation")

RELATIONS = ("related", "broader")
"""The fields of an entry that may not have its own id."""


class Successor(NamedTuple):
    """What takes the place of an item.

    Attributes:
        id: The id of another item of its kind, or None.
        name: The name of the item that goes, for places that can have a name instead of an id.
        takes_over: Whether it takes over the relations of the item, so that its own are left to who joins the two.
    """

    id: str | None
    name: str
    takes_over: bool = False


def redirect_references(draft: Draft, item: Item, successor: Successor) -> None:
    """Note in a draft that everything that refers to an item refers to what takes its place.

    Raises:
        IdentifierError: If a place cannot be changed; it is named, with what to do.
    """
    lists: set[tuple[str, int]] = set()
    for reference in find_references(draft.pages, item):
        page, found = reference.page, reference.found
        if page.path == item.path:
            continue
        if isinstance(found, ProseReference):
            draft.edit(page.path, _in_prose(draft, reference, item, successor))
        elif successor.takes_over and found.names[0] in RELATIONS and _is_of(page, item, successor):
            continue
        elif found.listing is None:
            refuse_shared(draft, reference, item)
            draft.edit(page.path, _in_field(reference, found, successor))
        elif (page.path, found.listing.span[0]) not in lists:
            refuse_shared(draft, reference, item)
            lists.add((page.path, found.listing.span[0]))
            draft.edit(page.path, *_in_list(reference, found, found.listing, item, successor))


def unlink(page: FrontMatter, link: Address) -> Edit:
    """Return the edit that leaves of a link its words.

    Raises:
        IdentifierError: If its address is in a definition elsewhere.
    """
    end = _LINK_END.match(page.text, link.end)
    if link.is_definition or end is None:
        line = page.text.count("\n", 0, link.at) + 1
        raise IdentifierError(f"{page.path}:{line}: write this link as [words](address) first, so that it can go.")
    return Edit(link.at - 1, end.end(), page.text[link.at : link.words_end])


def _in_prose(draft: Draft, reference: Reference, item: Item, successor: Successor) -> Edit:
    page, found = reference.page, reference.found
    link = found.link if isinstance(found, ProseReference) else None
    if link and (successor.id is None or _is_of(page, item, successor)):
        return unlink(page, link)
    edit = refer_to(draft, reference, item, successor.id or "")
    sharp = page.text.find("#", edit.end, link.end) if link and not successor.takes_over else -1
    return edit if sharp < 0 or not link else Edit(edit.start, link.end, edit.words + page.text[edit.end : sharp])


def _in_field(reference: Reference, found: FieldReference, successor: Successor) -> Edit:
    text, name = reference.page.text, found.names[-1]
    if successor.id is not None:
        return replace_scalar(text, found.value, successor.id)
    if words := _NAMED_IN_WORDS.get(found.names):
        return Edit(*content_span(text, found.holder, name), f"{words}: {scalar(successor.name)}")
    if name in _IN_WORDS:
        return replace_scalar(text, found.value, successor.name)
    if found.names[0] == "rulings":
        return Edit(*found.value.span, "null")
    return remove_pair(text, found.holder, name)


def _in_list(
    reference: Reference, found: FieldReference, listing: Listing, item: Item, successor: Successor
) -> Iterator[Edit]:
    page = reference.page
    ids = [value.text.strip() if isinstance(value, Scalar) else "" for value in listing.items]
    places = [number for number, identifier in enumerate(ids) if identifier == item.id]
    is_itself = found.names[-1] in RELATIONS and _is_of(page, item, successor)
    stays = successor.id is not None and successor.id not in ids and not is_itself
    if stays:
        yield replace_scalar(page.text, _scalar(listing, places[0]), successor.id or "")
        places = places[1:]
    if not places:
        return
    if len(places) < len(ids):
        yield from remove_items(page.text, listing, places)
    elif found.is_required or len(found.holder.nodes) == 1:
        place = f"{page.path}:{reference.line}"
        raise IdentifierError(f'{place}: "{found.names[-1]}" would be empty: put something else there first.')
    else:
        yield remove_pair(page.text, found.holder, found.names[-1])


def _is_of(page: FrontMatter, item: Item, successor: Successor) -> bool:
    return successor.id is not None and page.path == item._replace(id=successor.id).path


def _scalar(listing: Listing, number: int) -> Scalar:
    value = listing.items[number]
    if not isinstance(value, Scalar):
        raise TypeError("the item of a list of ids is a scalar")
    return value
