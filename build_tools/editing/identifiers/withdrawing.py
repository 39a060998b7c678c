"""Withdraw an entry or a text: a page at its address says when and why, and nothing else of it is published."""

from __future__ import annotations

from typing import NamedTuple

from build_tools.corpus.entry_fields import ENTRY
from build_tools.corpus.front_matter import Fields, FrontMatter, Listing, Scalar
from build_tools.corpus.withdrawals import WITHDRAWN
from build_tools.editing.identifiers.drafts import Draft
from build_tools.editing.identifiers.prose_references import ProseReference
from build_tools.editing.identifiers.received_names import find_received
from build_tools.editing.identifiers.redirecting import Successor, redirect_references
from build_tools.editing.identifiers.references import Item, find_references
from build_tools.editing.identifiers.renaming import IdentifierError
from build_tools.editing.identifiers.yaml_edits import Edit, extend_list, extend_map, replace_scalar, set_field
from build_tools.editing.scaffolds.yaml_scalars import quote_scalar
from build_tools.model import CITATION

_PATH = f"docs/{WITHDRAWN}"
_LIST = """---
title: Withdrawn
withdrawn:
  - {row}
---
What was published here and is not any more, with the day and the reason.
"""


class Reason(NamedTuple):
    """Why something is withdrawn.

    Attributes:
        words: A sentence that readers see.
        on: The day, in EDTF.
        to: What to read instead, or None.
    """

    words: str
    on: str
    to: Item | None = None


def withdraw_entry(draft: Draft, item: Item, reason: Reason) -> None:
    """Note in a draft that an entry goes, and that what refers to it refers to another, or says its name.

    Raises:
        IdentifierError: If a place that refers to it cannot be changed; it is named, with what to do.
    """
    page = draft.page(item.path)
    name = page.fields.nodes.get("pref_label") if page else None
    words = name.text.partition(" (")[0] if isinstance(name, Scalar) else item.id
    if reason.to and (reason.to.kind != ENTRY.name or reason.to == item):
        raise IdentifierError(f'"{reason.to.id}" cannot stand for an entry: name another entry.')
    redirect_references(draft, item, Successor(reason.to.id if reason.to else None, words))
    former = page.fields.nodes.get("former_ids") if page else None
    ids = [value.text for value in former.items if isinstance(value, Scalar)] if isinstance(former, Listing) else []
    draft.remove(item.path, draft.files[item.path])
    _record(draft, item, reason, ids)


def withdraw_text(draft: Draft, item: Item, reason: Reason) -> tuple[str, ...]:
    """Note in a draft that of a text the citation alone is published, and that its page says why.

    Returns:
        The paths of its raw text and of the file from which that was converted, if any, which are to be removed.

    Raises:
        IdentifierError: If it was withdrawn before, or is to stand for itself.
    """
    page = draft.page(item.path)
    seed, rights = (page.fields.nodes.get(name) if page else None for name in ("seed", "rights"))
    if page is None or not isinstance(seed, Scalar) or not isinstance(rights, Fields) or reason.to == item:
        raise IdentifierError(f'"{item.id}" is not a text that can be withdrawn so.')
    publish = rights.nodes.get("publish")
    if isinstance(publish, Scalar):
        draft.edit(item.path, Edit(*replace_scalar(page.text, publish, CITATION)))
    else:
        draft.edit(item.path, extend_map(page.text, rights, [f"publish: {CITATION}"]))
    for reference in find_references(draft.pages, item):
        _leave_section(draft, reference.page, reference.found)
    _record(draft, item, reason, [])
    return tuple(find_received(page))


def _leave_section(draft: Draft, page: FrontMatter, found: object) -> None:
    """Note that a link to the lines of a text on the page of an entry leads to the page, which has none now."""
    link = found.link if isinstance(found, ProseReference) else None
    if link and isinstance(found, ProseReference):
        sharp = page.text.find("#", link.start, link.end)
        if 0 <= sharp < found.span[0]:
            draft.edit(page.path, Edit(sharp, link.end, ""))


def _record(draft: Draft, item: Item, reason: Reason, former_ids: list[str]) -> None:
    """Note the withdrawal in the list of all."""
    fields = [f"page: {_place(item)}", f"on: {quote_scalar(reason.on)}", f"reason: {quote_scalar(reason.words)}"]
    fields += [f"to: {_place(reason.to)}"] if reason.to else []
    fields += [f"former_ids: [{', '.join(map(quote_scalar, former_ids))}]"] if former_ids else []
    row = f"{{{', '.join(fields)}}}"
    page = draft.page(_PATH)
    if page is None:
        draft.create(_PATH, _LIST.format(row=row))
        return
    listing = page.fields.nodes.get("withdrawn")
    if isinstance(listing, Listing) and listing.items:
        listed = [value.nodes.get("page") for value in listing.items if isinstance(value, Fields)]
        if any(isinstance(value, Scalar) and value.text == _place(item) for value in listed):
            raise IdentifierError(f'"{item.id}" was withdrawn before: see {_PATH}.')
        draft.edit(_PATH, extend_list(page.text, listing, [row]))
    else:
        draft.edit(_PATH, set_field(page, "withdrawn", f"[{row}]"))


def _place(item: Item) -> str:
    return item.path.removeprefix("docs/").removesuffix(".md")
