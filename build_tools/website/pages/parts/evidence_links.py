"""Render evidence as links to the blocks that it cites."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.corpus.evidence import parse_evidence, replace_evidence
from build_tools.model import Document, Evidence, block_name
from build_tools.text import html, markdown


def render_evidence(text: str, page: str, documents: Mapping[str, Document]) -> str:
    """Replace the evidence in a hand-written text by links.

    The links are plain: who publishes the page marks them as evidence. Brackets that hold no evidence, and those
    inside code, are kept as they are.

    Args:
        text: Markdown with evidence such as `[@slippery-slope, ¶6]`.
        page: The path, below docs/, of the page that shows the text.
        documents: The documents that can be cited, by id.
    """
    up = "../" * page.count("/")

    def render(bracket: str) -> str:
        places = parse_evidence(bracket)
        if places is None:
            return f"[{bracket}]"
        return "(" + "; ".join(_rendered(place, up, documents) for place in places) + ")"

    return replace_evidence(text, render)


def _rendered(place: Evidence, up: str, documents: Mapping[str, Document]) -> str:
    if place.source is None:
        return html.element("span", markdown.escape(f"outside: {place.outside}"), "outside")
    words = markdown.escape_lightly(_place_words(place, place.source, documents))
    return f"[{words}]({up}sources/{place.source}.md#{place.blocks[0]})"


def _place_words(place: Evidence, identifier: str, documents: Mapping[str, Document]) -> str:
    source = documents[identifier].source if identifier in documents else None
    name = (source.short_title or source.title) if source else identifier
    first, last = place.blocks[0], place.blocks[-1]
    where = block_name(first) if first == last else f"{block_name(first)}–{last[1:]}"
    return f"{name}, {where.replace('-', ' ')}"
