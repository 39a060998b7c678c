"""Link the notes of a text with their calls: "[1]" in a paragraph leads to the note, the note's label back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from build_tools.model import Document
from build_tools.segmentation.roles.genres.notes import Call, find_calls, find_label
from build_tools.website.localisation import translate
from build_tools.website.markup.body_nodes import Link

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
    open_calls: dict[str, list[tuple[str, str, Call]]] = defaultdict(list)
    for block in document.blocks:
        if block.role not in _NOTES:
            for call in find_calls(block.text):
                open_calls[call[2]].append((block.id, block.text, call))
            continue
        label = find_label(block.text)
        if label is None or not open_calls[label[2]]:
            continue
        calls = open_calls[label[2]]
        caller, text, (start, end, _) = calls.pop() if block.role == "footnote" else calls.pop(0)
        if block.role == "footnote":
            calls.clear()
        to_note = Link((text[start:end],), f"#{block.id}", _CLASS, label=translate("Note {label}", label=label[2]))
        links[caller].append((start, end, to_note))
        words = block.text[label[0] : label[1]]
        back = Link((words,), f"#{caller}", _CLASS, label=translate("Note {label}, back to the text", label=label[2]))
        links[block.id].append((label[0], label[1], back))
    return {block: tuple(sorted(placed, key=lambda link: link[:2])) for block, placed in links.items()}


def with_notes(named: tuple[PlacedLink, ...], notes: tuple[PlacedLink, ...]) -> tuple[PlacedLink, ...]:
    """Return the links of a block in order; a call of a note within the name of an entry is left out."""
    free = [note for note in notes if not any(start < note[1] and note[0] < end for start, end, _ in named)]
    return tuple(sorted([*named, *free], key=lambda link: link[:2]))
