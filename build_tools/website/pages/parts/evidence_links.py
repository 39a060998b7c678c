"""Render evidence as links to the blocks that it cites."""

from __future__ import annotations

import re

from build_tools.corpus.evidence import _BRACKET, _CODE, _in_words, parse_evidence
from build_tools.edition.checks.evidence_checks import CitationIndex
from build_tools.model import Evidence
from build_tools.text import html, markdown


def render_evidence(text: str, page: str, corpus: CitationIndex) -> str:
    """Replace the evidence in a hand-written text by links.

    Brackets that hold no evidence, and those inside code, are kept as they are.

    Args:
        text: Markdown with evidence such as `[@slippery-slope, ¶6]`.
        page: The path, below docs/, of the page that shows the text.
        corpus: The sources and blocks that evidence can cite.
    """
    up = "../" * page.count("/")
    code = [match.span() for match in _CODE.finditer(text)]

    def render(match: re.Match[str]) -> str:
        if any(start <= match.start() < end for start, end in code):
            return match[0]
        places = parse_evidence(match[1])
        if places is None:
            return match[0]
        return html.element("span", "(" + "; ".join(_rendered(place, up, corpus) for place in places) + ")", "evs")

    return _BRACKET.sub(render, text)


def _rendered(place: Evidence, up: str, corpus: CitationIndex) -> str:
    if place.source is None:
        return html.element("span", markdown.escape(f"outside: {place.outside}"), "outside")
    source = corpus.documents[place.source].source if place.source in corpus.documents else None
    name = (source.short_title or source.title) if source else place.source
    first, last = place.blocks[0], place.blocks[-1]
    where = _in_words(first) if first == last else f"{_in_words(first)}–{last[1:]}"
    words = f"{name}, {where.replace('-', ' ')}"
    return markdown.link(words, f"{up}sources/{place.source}.md#{first}", "ev")
