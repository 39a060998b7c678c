"""Render evidence as links to the blocks, and as marks of the outside sources, that it cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from build_tools.corpus.evidence import evidence_spans, parse_evidence, replace_evidence
from build_tools.model import Evidence, block_name
from build_tools.model.registers import OutsideWork
from build_tools.text import html, markdown
from build_tools.website.localisation import ENGLISH, EnglishWords, translate
from build_tools.website.markup.as_markdown import inline_markdown
from build_tools.website.markup.body_nodes import Content, EditorWords, Inline, Link, Phrase
from build_tools.website.naming.outside_names import work_mark
from build_tools.website.naming.text_names import with_place

Works = Mapping[str, OutsideWork]
"""The outside sources that can be cited, by id."""

_NO_WORKS: Works = {}


def render_evidence(text: str, page: str, names: Mapping[str, str], works: Works = _NO_WORKS) -> str:
    """Replace the evidence in a hand-written text by links.

    The links are plain: who publishes the page marks them as evidence. Brackets that hold no evidence, and those
    inside code, are kept as they are.

    Args:
        text: Markdown with evidence such as `[@letter, ¶6]`.
        page: The path, below docs/, of the page that shows the text.
        names: The short names of the texts that can be cited, by id.
        works: The outside sources that can be cited, by id.
    """

    def render(bracket: str) -> str:
        places = parse_evidence(bracket)
        if places is None:
            return f"[{bracket}]"
        return "(" + "; ".join(_rendered(place, page, names, works) for place in places) + ")"

    return replace_evidence(text, render)


def evidence_content(text: str, page: str, names: Mapping[str, str], works: Works = _NO_WORKS) -> Content:
    """Return a line of an editor as inline content: evidence alone as links, anything else for the engine to convert.

    Args:
        text: Markdown with evidence, in one line.
        page: The path, below docs/, of the page that shows the text.
        names: The short names of the texts that can be cited, by id.
        works: The outside sources that can be cited, by id.
    """
    brackets = [text[start:end] for start, end in evidence_spans(text)]
    places = [parse_evidence(bracket[1:-1]) for bracket in brackets]
    if not all(places) or " ".join(brackets) != text:
        return (EditorWords(render_evidence(text, page, names, works)),)
    content: list[Inline] = []
    for group in places:
        content += [" "] if content else []
        content.append(Phrase(tuple(_bracketed(group or (), names, works)), ("evs",)))
    return tuple(content)


def _bracketed(places: Iterable[Evidence], names: Mapping[str, str], works: Works) -> Iterator[Inline]:
    for number, place in enumerate(places):
        yield "; " if number else "("
        if place.source is None:
            yield _outside(place, works)
        else:
            to = f"sources/{place.source}.md#{place.blocks[0]}"
            yield Link((_place_words(place, place.source, names),), to, ("ev",))
    yield ")"


def _outside(place: Evidence, works: Works) -> Link | Phrase:
    """Return the mark of an outside source; its description where it is cited in the old form."""
    work = works.get(place.outside or "")
    if work:
        return work_mark(work, works.values())
    return Phrase((translate("outside: {work}", work=place.outside or place.description),), ("outside",))


def _rendered(place: Evidence, page: str, names: Mapping[str, str], works: Works) -> str:
    if place.source is None:
        match _outside(place, works):
            case Phrase(content, classes):
                return html.element("span", markdown.escape_lightly("".join(map(str, content))), *classes)
            case link:
                marked = replace(link, content=tuple(map(_with_language, link.content)))
                return inline_markdown((marked,), page, begins_line=False)
    up = "../" * page.count("/")
    words = markdown.escape_lightly(_place_words(place, place.source, names))
    return f"[{words}]({up}sources/{place.source}.md#{place.blocks[0]})"


def _with_language(part: Inline) -> Inline:
    """Return words of the interface as HTML that says that they are English, where they are that on a foreign site."""
    if not isinstance(part, EnglishWords):
        return part
    return EditorWords(html.element("span", html.html_text(part), lang=ENGLISH, dir="ltr"))


def _place_words(place: Evidence, identifier: str, names: Mapping[str, str]) -> str:
    first, last = place.blocks[0], place.blocks[-1]
    where = block_name(first) if first == last else f"{block_name(first)}–{last[1:]}"
    return with_place(names.get(identifier, identifier), where.replace("-", " "))
