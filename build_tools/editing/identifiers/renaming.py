"""Give an item another id: its file moves, what refers to it follows, and its old address leads on."""

from __future__ import annotations

import re
from collections.abc import Collection

from build_tools.corpus.front_matter import FrontMatter, Listing, Scalar, is_id
from build_tools.corpus.front_matter.settings import SETTINGS
from build_tools.corpus.lock_file import LOCK
from build_tools.corpus.withdrawals import WITHDRAWN
from build_tools.editing.identifiers.drafts import Draft
from build_tools.editing.identifiers.references import FieldReference, Item, Reference, find_references
from build_tools.editing.identifiers.yaml_edits import Edit, add_item, replace_scalar

_WITHDRAWALS = f"docs/{WITHDRAWN}"

WITH_PAGES = ("entry", "source", "discrepancy", "quotation")
"""The kinds of items that have a page of their own."""

RENAMED = (*WITH_PAGES, "outside")
"""The kinds of items that can be renamed."""


class IdentifierError(Exception):
    """Why an id cannot be changed so; the message is a sentence for whoever asked, with what to do."""


def find_item(draft: Draft, words: str, kinds: Collection[str] = RENAMED) -> Item:
    """Return the item that words name: its id, its path, or its folder and id, as in "sources/letter".

    A work beyond the corpus, which has no page of its own, yields its id to an item that has one.

    Raises:
        IdentifierError: If there is none, or there are several.
    """
    plain = words.removeprefix("docs/").removesuffix(".md").strip("/")
    folder, _, identifier = plain.rpartition("/")
    items = [Item(kind, identifier) for kind in RENAMED]
    found = [item for item in items if item.path in draft.files and f"docs/{folder or _folder(item)}" == _place(item)]
    if not found or identifier == "index":
        raise IdentifierError(f'"{words}" is not the id of an entry, a text, a difference, a quotation or a work.')
    if len(found) > 1:
        found = [item for item in found if item.kind in WITH_PAGES]
    if len(found) > 1:
        choices = " or ".join(f"{_folder(item)}/{identifier}" for item in found)
        raise IdentifierError(f'"{words}" is the id of several items: write {choices}.')
    if found[0].kind not in kinds:
        raise IdentifierError(f'"{words}" is in {_place(found[0])}, and this command cannot change what is there.')
    return found[0]


def rename(draft: Draft, item: Item, new: str) -> None:
    """Note in a draft all that giving an item another id changes.

    Args:
        draft: The files.
        item: The item.
        new: Its new id.

    Raises:
        IdentifierError: If it cannot have that id.
    """
    check_new_id(draft, item, new)
    renamed = item._replace(id=new)
    for reference in find_references(draft.pages, item):
        draft.edit(reference.page.path, refer_to(draft, reference, item, new))
    if item.kind in WITH_PAGES and (page := draft.page(item.path)):
        draft.edit(item.path, _note_former_id(page, item.id, new))
    draft.move(item.path, renamed.path)
    rename_paths(draft, item, new)
    if item.kind == "source" and LOCK in draft.files:
        draft.rewrite(LOCK, _rename_in_lock(draft.text(LOCK), item.id, new))


def check_new_id(draft: Draft, item: Item, new: str) -> None:
    """Refuse an id that an item cannot have.

    Raises:
        IdentifierError: If it is no id, or another item of the folder has or had it.
    """
    if not is_id(new) or new == "index":
        raise IdentifierError(f'"{new}" cannot be an id: write lower-case words joined by hyphens, such as camp-david.')
    if item._replace(id=new).path in draft.files:
        raise IdentifierError(
            f'"{new}" is the id of another file: {item._replace(id=new).path}. To join two entries: merge.'
        )
    for page in draft.pages:
        if page.path != item.path and page.path.startswith(f"{_place(item)}/") and new in _former_ids(page):
            raise IdentifierError(
                f'"{new}" was the id of {page.path}, whose old address leads on by it: choose another.'
            )


def refer_to(draft: Draft, reference: Reference, item: Item, other: str) -> Edit:
    """Return the edit by which a reference to an item becomes one to another id.

    Raises:
        IdentifierError: If it refers to an item of another kind as well.
    """
    found = reference.found
    if isinstance(found, FieldReference):
        refuse_shared(draft, reference, item)
        return replace_scalar(reference.page.text, found.value, other)
    if reference.page.text[slice(*found.span)] == item.id:
        return Edit(*found.span, other)
    return Edit(*found.span, f"../{found.folder}/{other}.md")


def refuse_shared(draft: Draft, reference: Reference, item: Item) -> None:
    """Refuse a field whose value is the id of items of several kinds.

    Raises:
        IdentifierError: If it is one.
    """
    found = reference.found
    kinds = found.kinds if isinstance(found, FieldReference) else ()
    if sum(Item(kind, item.id).path in draft.files for kind in kinds) > 1:
        place = f"{reference.page.path}:{reference.line}"
        raise IdentifierError(f'{place}: "{item.id}" is the id of several items there: change this line by hand first.')


def rename_paths(draft: Draft, item: Item, new: str) -> None:
    """Note the new path of a page where it is named by folder and id: in the settings, in the list of withdrawals."""
    folder = _folder(item)
    if page := draft.page(_WITHDRAWALS):
        for match in re.finditer(rf"\b(?:page|to): *[\"']?{folder}/({re.escape(item.id)})(?![\w-])", page.text):
            draft.edit(_WITHDRAWALS, Edit(*match.span(1), new))
    for match in re.finditer(rf"(?<![\w/.-]){folder}/({re.escape(item.id)})\.md\b", _settings(draft)):
        draft.edit(SETTINGS, Edit(*match.span(1), new))


def _settings(draft: Draft) -> str:
    return draft.text(SETTINGS) if SETTINGS in draft.files else ""


def _note_former_id(page: FrontMatter, old: str, new: str) -> Edit:
    """Return the edit that lists the old id among the former ones, in place of the new one if that is one of them."""
    node = page.fields.nodes.get("former_ids")
    for value in node.items if isinstance(node, Listing) else ():
        if isinstance(value, Scalar) and value.text == new:
            return replace_scalar(page.text, value, old)
    return add_item(page, "former_ids", old)


def _former_ids(page: FrontMatter) -> list[str]:
    node = page.fields.nodes.get("former_ids")
    return [value.text for value in node.items if isinstance(value, Scalar)] if isinstance(node, Listing) else []


def _rename_in_lock(lock: str, old: str, new: str) -> str:
    """Return the lock with the lines of a text under its new id, sorted if it was."""
    lines = lock.splitlines(keepends=True)
    renamed = [f"{new} {line.removeprefix(f'{old} ')}" if line.startswith(f"{old} ") else line for line in lines]
    return "".join(sorted(renamed) if lines == sorted(lines) else renamed)


def _place(item: Item) -> str:
    return item.path.rpartition("/")[0]


def _folder(item: Item) -> str:
    return _place(item).removeprefix("docs/")
