"""Link the notes of a text with their calls: "[1]" in a paragraph leads to the note, the note's label back."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from build_tools.model import Block, Document
from build_tools.segmentation.roles.genres.notes import Call, find_calls, find_label
from build_tools.website.localisation import translate
from build_tools.website.markup.body_nodes import Link
from build_tools.website.naming import text_names

_NOTES = ("footnote", "endnote")
_CLASS = ("call",)

PlacedLink = tuple[int, int, Link]
"""A link and the span of a block that it covers, in code points."""


def link_notes(document: Document) -> Mapping[str, tuple[PlacedLink, ...]]:
    """Return the links between notes and their calls, by the id of the block that has them.

    A footnote belongs to the last call of its label before it, an endnote to the first that has no note yet. Where no
    call agrees with a note, nothing is linked.
    """
    if not any(block.role in _NOTES for block in document.blocks):
        return {}
    links: dict[str, list[PlacedLink]] = defaultdict(list)
    open_calls: dict[str, list[tuple[Block, Call]]] = defaultdict(list)
    labels = (find_label(block.text) for block in document.blocks if block.role in _NOTES)
    numbers = Counter(label[2] for label in labels if label)
    for block in document.blocks:
        if block.role not in _NOTES:
            for call in find_calls(block.text):
                open_calls[call[2]].append((block, call))
            continue
        label = find_label(block.text)
        if label is None or not open_calls[label[2]]:
            continue
        calls = open_calls[label[2]]
        caller, (start, end, _) = calls.pop() if block.role == "footnote" else calls.pop(0)
        if block.role == "footnote":
            calls.clear()
        name, name_back = _names(label[2], caller if numbers[label[2]] > 1 else None)
        links[caller.id].append((start, end, Link((caller.text[start:end],), f"#{block.id}", _CLASS, name)))
        back = Link((block.text[label[0] : label[1]],), f"#{caller.id}", _CLASS, name_back)
        links[block.id].append((label[0], label[1], back))
    return {block: tuple(sorted(placed, key=lambda link: link[:2])) for block, placed in links.items()}


def _names(label: str, caller: Block | None) -> tuple[str, str]:
    """Return the names of the links to a note and back; with the place of its call, if other notes have its label."""
    if caller:
        label = f"{label} ({text_names.place_name(caller)})"
    return translate("Note {label}", label=label), translate("Note {label}, back to the text", label=label)


def with_notes(named: tuple[PlacedLink, ...], notes: tuple[PlacedLink, ...]) -> tuple[PlacedLink, ...]:
    """Return the links of a block in order; a call of a note within the name of an entry is left out."""
    free = [note for note in notes if not any(start < note[1] and note[0] < end for start, end, _ in named)]
    return tuple(sorted([*named, *free], key=lambda link: link[:2]))
