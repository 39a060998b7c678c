"""How to cite a statement that a text reports: its speaker, "quoted in" the text, in each style."""

from __future__ import annotations

import re
from html import escape

from build_tools.model import NUMBERED_ROLES
from build_tools.model.registers import Quotation, Version
from build_tools.text import escaping
from build_tools.website.citations import PERMALINK, STYLES, Rendered
from build_tools.website.citations.placeholder_numbers import PARAGRAPH_PLACEHOLDER
from build_tools.website.naming import text_names
from build_tools.website.pages.registers.linked_passages import quoted_block
from build_tools.website.survey.lookups import Corpus

_PARAGRAPH = re.compile(rf"\w+\. {PARAGRAPH_PLACEHOLDER}")
_QUOTED_IN = {"mla": "qtd. in", "apa": "as cited in"}
"""What the styles that cite in brackets write before the text; a note has "quoted in"."""


def quoted_citations(item: Quotation, corpus: Corpus) -> dict[str, object] | None:
    """Return how to cite a quotation after each text that has it, for the template; None if no text has citations.

    Returns:
        The `styles`; and the `panels`, one for each style, with the citations after each text as HTML.
    """
    firsts: dict[str, Version] = {}
    for version in item.versions:
        if version.source in corpus.edition.citations:
            firsts.setdefault(version.source, version)
    if not firsts:
        return None
    return {
        "styles": [{"id": identifier, "name": name} for identifier, name, _ in STYLES],
        "panels": [
            {"style": style, "texts": [_cited(item, version, number, corpus) for version in firsts.values()]}
            for number, (style, _, _) in enumerate(STYLES)
        ],
    }


def _cited(item: Quotation, version: Version, number: int, corpus: Corpus) -> dict[str, str]:
    """Return the citation of a place in one style, and the reference that one in brackets needs."""
    citations = corpus.edition.citations[version.source]
    rendered = citations.styles[number]
    address = escape(f"{citations.address}#{version.block}")

    def at_place(html: str) -> str:
        return _PARAGRAPH.sub(lambda match: _place(match[0], version, corpus), html).replace(PERMALINK, address)

    reference = "" if rendered.is_note else at_place(rendered.reference)
    return {"place": at_place(_quoted_in(rendered, _speaker(item, version, corpus))), "reference": reference}


def _speaker(item: Quotation, version: Version, corpus: Corpus) -> str:
    """Return whom the text quotes, as HTML; nobody where its own maker speaks."""
    makers = {creator.entry for creator in corpus.by_id[version.source].source.creators}
    if item.speaker in makers:
        return ""
    entry = corpus.entries.get(item.speaker or "")
    name = entry.pref_label if entry else item.speaker_name.partition(" (")[0]
    return escape(escaping.visible(name), quote=False)


def _quoted_in(rendered: Rendered, speaker: str) -> str:
    if not speaker:
        return rendered.place
    if rendered.is_note:
        return f"{speaker}, quoted in {rendered.place}"
    return f"{speaker} ({_QUOTED_IN[rendered.style]} {rendered.place.removeprefix('(')}"


def _place(paragraph: str, version: Version, corpus: Corpus) -> str:
    block = quoted_block(version, corpus)
    if block is None or block.role in NUMBERED_ROLES:
        return paragraph.replace(PARAGRAPH_PLACEHOLDER, version.block.removeprefix("p"))
    return text_names.place_name(block)
