"""The page of a text: head, headnote, the text itself, its ledger, and who is in it."""

from __future__ import annotations

from build_tools import markup
from build_tools.alignment import align
from build_tools.model import Document, Page
from build_tools.pages import citing
from build_tools.pages.cite_box import cite_box
from build_tools.pages.controls import reading_bar
from build_tools.pages.corpus import Corpus, front_matter
from build_tools.pages.dates import day_in_words
from build_tools.pages.ledger import ledger
from build_tools.pages.rail import in_this_text
from build_tools.pages.register_sections import marks
from build_tools.pages.source_head import head, length
from build_tools.pages.source_text import annotation, arrange, text
from build_tools.pages.structured import source_head
from build_tools.pages.vocabulary import genre_in_words

_COLOPHON = "The editors. Everything below this line is the source’s own wording."


def source_page(document: Document, corpus: Corpus) -> Page:
    """Compose the page of one text."""
    source = document.source
    path = citing.source_path(source.id)
    arrangement = arrange(document)
    notes = annotation(arrangement, corpus.edition.mentions.get(source.id, ()), corpus)
    parts = [
        front_matter(path, corpus, _fields(document, corpus)),
        head(document, arrangement, notes),
        *(marks(source.id, block, corpus) for block in (arrangement.title, *arrangement.head) if block),
        _headnote(corpus.body(path)),
        reading_bar() if corpus.named_in[source.id] else "",
        text(arrangement, notes, lambda block: marks(source.id, block, corpus), align(document)),
        cite_box(source, corpus),
        ledger(document, corpus),
        in_this_text(document, corpus),
    ]
    return Page(path, markup.blocks(parts) + "\n", path)


def _fields(document: Document, corpus: Corpus) -> dict[str, str | tuple[str, ...]]:
    source = document.source
    return {
        "title": source.title,
        "description": _description(document),
        "kind": "source",
        "head": source_head(source, corpus),
    }


def _description(document: Document) -> str:
    source = document.source
    day = day_in_words(source.issued) if source.issued else ""
    facts = [citing.citation(source), genre_in_words(source.genre), day]
    return f"{'. '.join(part for part in facts if part)}. {length(document)}, annotated."


def _headnote(body: str) -> str:
    if not body.strip():
        return ""
    parts = [
        markup.paragraph("About this text", "about-this-text", "label"),
        markup.hand_written(body),
        markup.paragraph(_COLOPHON, "", "colophon"),
    ]
    return markup.block("section", parts, "headnote", aria_labelledby="about-this-text")
