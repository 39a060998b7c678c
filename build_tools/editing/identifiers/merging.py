"""Join an entry to another: its names, evidence and relations; what only a person can join is kept under a heading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_tools.corpus.front_matter import Fields, FrontMatter, Listing
from build_tools.corpus.glossary import read_entry
from build_tools.editing.identifiers.drafts import Draft
from build_tools.editing.identifiers.prose_references import ProseReference
from build_tools.editing.identifiers.redirecting import RELATIONS, Successor, redirect_references, unlink
from build_tools.editing.identifiers.references import Item, find_references
from build_tools.editing.identifiers.renaming import IdentifierError, rename_paths
from build_tools.editing.identifiers.yaml_edits import (
    Edit,
    apply_edits,
    content_span,
    extend_list,
    extend_map,
    remove_items,
    remove_pair,
    set_field,
)
from build_tools.editing.scaffolds.yaml_scalars import scalar
from build_tools.model import Entry, Label
from build_tools.text.folding import fold_label

_LABELS = ("alt_labels", "hidden_labels", "short_labels", "shared_labels", "search_labels", "not_within")
_LISTS = ("evidence", "related", "broader", "same_as", "former_ids")
_ALONE = ("event", "roles", "notation", "unmentioned", "not_in_sources")


@dataclass(frozen=True, slots=True)
class _Joined:
    """An entry that goes, the one that takes it in, and their files."""

    gone: Entry
    into: Entry
    gone_page: FrontMatter
    into_page: FrontMatter
    language: str


def merge(draft: Draft, item: Item, into: Item, language: str) -> tuple[str, ...]:
    """Note in a draft that an entry becomes part of another, to which its address then leads.

    Args:
        draft: The files.
        item: The entry that goes.
        into: The entry that takes it in.
        language: The language of names in a plain list (BCP 47).

    Returns:
        What an editor has to look at, in sentences.

    Raises:
        IdentifierError: If both have what only one can have.
    """
    pages = draft.page(item.path), draft.page(into.path)
    entries = [read_entry(page, language)[0] if page else None for page in pages]
    (gone_page, into_page), (gone, kept) = pages, entries
    if gone_page is None or into_page is None or gone is None or kept is None or item == into:
        raise IdentifierError(f'"{item.id}" and "{into.id}" are not two entries.')
    joined = _Joined(gone, kept, gone_page, into_page, language)
    _refuse_both(joined)
    redirect_references(draft, item, Successor(into.id, gone.name, takes_over=True))
    notes: list[str] = []
    draft.edit(into.path, *_labels(joined, notes), *_lists(joined), *_fields_alone(joined), _notes(joined, notes))
    draft.remove(item.path, draft.files[item.path])
    rename_paths(draft, item, into.id)
    return tuple(notes)


def _refuse_both(joined: _Joined) -> None:
    """Refuse two entries with different values in a field that only a person can join.

    Raises:
        IdentifierError: If there is such a field.
    """
    for name in ("kind", *_ALONE):
        gone, into = getattr(joined.gone, name), getattr(joined.into, name)
        if gone and into and gone != into:
            line = joined.gone.lines.get(name, 1)
            raise IdentifierError(
                f'{joined.gone.path}:{line}: both have another "{name}": write in {joined.into.path} what holds, '
                "and delete it here or write the same."
            )


def _labels(joined: _Joined, notes: list[str]) -> Iterator[Edit]:
    """Yield the edits that add the names of the entry that goes, each once."""
    page, into = joined.into_page, joined.into
    owned = {fold_label(label.text) for label in (*into.alt_labels, *into.hidden_labels, Label(into.name, ""))}
    brought = {"alt_labels": [Label(joined.gone.name, joined.language)]}
    for name in _LABELS:
        present = {fold_label(label.text) for label in getattr(into, name)}
        present |= owned if name in {"alt_labels", "short_labels", "shared_labels", "hidden_labels"} else set()
        added: defaultdict[str, list[str]] = defaultdict(list)
        for label in (*brought.get(name, ()), *getattr(joined.gone, name)):
            folded = fold_label(label.text)
            if name == "shared_labels" and folded in owned:
                notes.append(f'"{label.text}" was shared by {joined.gone.id} and is owned by {into.id} now.')
            if folded not in present:
                present.add(folded)
                added[label.lang].append(label.text)
            if name in {"alt_labels", "hidden_labels"}:
                owned.add(folded)
        dropped = [label for label in into.shared_labels if name == "shared_labels" and fold_label(label.text) in owned]
        notes += [f'"{label.text}" was shared by {into.id}, which owns it now.' for label in dropped]
        if dropped and added:
            kept = [label for label in into.shared_labels if label not in dropped]
            yield set_field(
                page, name, _by_language([*kept, *(Label(text, lang) for lang in added for text in added[lang])])
            )
        elif dropped:
            yield from _drop_shared(page, owned)
        elif added:
            yield from _add_labels(page, name, added, joined.language)


def _by_language(labels: Sequence[Label]) -> str:
    rows: defaultdict[str, list[str]] = defaultdict(list)
    for label in labels:
        rows[label.lang].append(label.text)
    return f"{{{', '.join(f'{lang}: {_row(texts)}' for lang, texts in rows.items())}}}"


def _drop_shared(page: FrontMatter, owned: set[str]) -> Iterator[Edit]:
    """Yield the edits that take names out of the shared ones that the entry owns now."""
    node = page.fields.nodes.get("shared_labels")
    maps = [(page.fields, "shared_labels")] if isinstance(node, Listing) else []
    maps += [(node, lang) for lang in node.nodes] if isinstance(node, Fields) else []
    for holder, name in maps:
        listing = holder.nodes[name]
        items = listing.items if isinstance(listing, Listing) else ()
        gone = [number for number, item in enumerate(items) if fold_label(getattr(item, "text", "")) in owned]
        if gone and len(gone) < len(items) and isinstance(listing, Listing):
            yield from remove_items(page.text, listing, gone)
        elif gone and len(holder.nodes) > 1 and len(maps) > 1:
            yield remove_pair(page.text, holder, name)
        elif gone:
            yield remove_pair(page.text, page.fields, "shared_labels")


def _add_labels(page: FrontMatter, name: str, added: Mapping[str, Sequence[str]], language: str) -> Iterator[Edit]:
    """Yield the edits that add names, by language, to a field that may be a list, lists by language, or not there."""
    node, text = page.fields.nodes.get(name), page.text
    rows = {lang: [*map(scalar, texts)] for lang, texts in added.items()}
    if isinstance(node, Fields) and node.nodes:
        lists = {lang: value for lang, value in node.nodes.items() if isinstance(value, Listing) and value.items}
        yield from (extend_list(text, lists[lang], row) for lang, row in rows.items() if lang in lists)
        lines = [f"{lang}: [{', '.join(row)}]" for lang, row in rows.items() if lang not in lists]
        yield from (extend_map(text, node, lines),) if lines else ()
        return
    if isinstance(node, Listing) and node.items:
        if set(rows) == {language}:
            yield extend_list(text, node, rows[language])
            return
        rows[language] = [text[slice(*item.span)] for item in node.items] + rows.get(language, [])
    written = {lang: f"[{', '.join(row)}]" for lang, row in rows.items()}
    is_plain = set(written) == {language}
    maps = f"{{{', '.join(f'{lang}: {row}' for lang, row in written.items())}}}"
    yield set_field(page, name, written[language] if is_plain else maps)


def _lists(joined: _Joined) -> Iterator[Edit]:
    """Yield the edits that add evidence, relations and former ids, each once."""
    page, gone, into = joined.into_page, joined.gone, joined.into
    for name in _LISTS:
        present = {*getattr(into, name), into.id, gone.id} if name != "former_ids" else {*into.former_ids}
        brought = (gone.id, *gone.former_ids) if name == "former_ids" else getattr(gone, name)
        added = [item for item in dict.fromkeys(brought) if item not in present]
        node = page.fields.nodes.get(name)
        listed = getattr(into, name)
        own = [number for number, item in enumerate(listed) if name in RELATIONS and item == gone.id]
        if isinstance(node, Listing) and len(own) < len(listed):
            yield from remove_items(page.text, node, own)
            yield from (extend_list(page.text, node, [*map(scalar, added)]),) if added else ()
        elif added:
            yield set_field(page, name, _row(added))
        elif own:
            yield remove_pair(page.text, page.fields, name)


def _fields_alone(joined: _Joined) -> Iterator[Edit]:
    """Yield the edits that move the fields that only the entry that goes has, as they are written."""
    page, gone = joined.into_page, joined.gone_page
    for name in _ALONE:
        if getattr(joined.gone, name) and not getattr(joined.into, name) and name in gone.fields.nodes:
            start, end = content_span(gone.text, gone.fields, name)
            value_start = gone.text.index(":", gone.fields.key_spans[name][1]) + 1
            yield set_field(page, name, gone.text[value_start:end].lstrip(" ") if start < end else "")


def _notes(joined: _Joined, notes: list[str]) -> Edit:
    """Return the edit that keeps definition and notes of the entry that goes, under a heading below the other's."""
    gone, page = joined.gone, joined.gone_page
    body_start = len(page.text) - len(page.body)
    edits = [
        unlink(page, found.link)
        for item in (Item("entry", joined.into.id), Item("entry", gone.id))
        for _, _, found in find_references([page], item)
        if isinstance(found, ProseReference) and found.link and found.span[0] >= body_start
    ]
    moved = [edit._replace(start=edit.start - body_start, end=edit.end - body_start) for edit in edits]
    body = apply_edits(page.body, moved).strip("\r\n")
    definition = " ".join([gone.definition, *gone.evidence])
    text = joined.into_page.text
    added = "\n\n".join(["", f"## From “{gone.pref_label}”", definition, *([body] if body else []), ""])[:-1]
    end = len(text.rstrip("\r\n"))
    notes.append(
        f"{joined.into.path}: definition and notes of {gone.id} stand under “From “{gone.pref_label}””: "
        "work them into the others, and delete the heading."
    )
    return Edit(end, len(text), added)


def _row(texts: Sequence[str]) -> str:
    return f"[{', '.join(map(scalar, texts))}]"
