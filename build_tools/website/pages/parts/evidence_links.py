"""Render evidence as links to the blocks that it cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from build_tools.corpus.evidence import evidence_spans, parse_evidence, replace_evidence
from build_tools.model import Document, Evidence, block_name
from build_tools.text import html, markdown
from build_tools.website.markup.body_nodes import Content, EditorWords, Inline, Link, Phrase


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


def evidence_content(text: str, page: str, documents: Mapping[str, Document]) -> Content:
    """Return a line of an editor as inline content: evidence alone as links, anything else for the engine to convert.

    Args:
        text: Markdown with evidence, in one line.
        page: The path, below docs/, of the page that shows the text.
        documents: The documents that can be cited, by id.
    """
    brackets = [text[start:end] for start, end in evidence_spans(text)]
    places = [parse_evidence(bracket[1:-1]) for bracket in brackets]
    if not all(places) or " ".join(brackets) != text:
        return (EditorWords(render_evidence(text, page, documents)),)
    content: list[Inline] = []
    for group in places:
        content += [" "] if content else []
        content.append(Phrase(tuple(_bracketed(group or (), documents)), ("evs",)))
    return tuple(content)


def _bracketed(places: Iterable[Evidence], documents: Mapping[str, Document]) -> Iterator[Inline]:
    for number, place in enumerate(places):
        yield "; " if number else "("
        if place.source is None:
            yield Phrase((f"outside: {place.outside}",), ("outside",))
        else:
            to = f"sources/{place.source}.md#{place.blocks[0]}"
            yield Link((_place_words(place, place.source, documents),), to, ("ev",))
    yield ")"


def _rendered(place: Evidence, up: str, documents: Mapping[str, Document]) -> str:
    if place.source is None:
        return html.element("span", markdown.escape_lightly(f"outside: {place.outside}"), "outside")
    words = markdown.escape_lightly(_place_words(place, place.source, documents))
    return f"[{words}]({up}sources/{place.source}.md#{place.blocks[0]})"


def _place_words(place: Evidence, identifier: str, documents: Mapping[str, Document]) -> str:
    source = documents[identifier].source if identifier in documents else None
    name = (source.short_title or source.title) if source else identifier
    first, last = place.blocks[0], place.blocks[-1]
    where = block_name(first) if first == last else f"{block_name(first)}–{last[1:]}"
    return f"{name}, {where.replace('-', ' ')}"
