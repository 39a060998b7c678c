"""The page of a text: head, headnote, the text itself, how to cite it, its coverage, and its sidebar."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model import Block, Document, Page, Source
from build_tools.segmentation.alignment import Column, align
from build_tools.text import markdown
from build_tools.text.prose.heading_ids import add_heading_ids
from build_tools.website.naming import text_names
from build_tools.website.naming.date_words import day_in_words
from build_tools.website.naming.vocabulary import genre_in_words
from build_tools.website.pages.parts.page_metadata import source_metadata
from build_tools.website.pages.parts.sidebar import text_sidebar
from build_tools.website.pages.registers.register_sections import margin_marks
from build_tools.website.pages.source.citation_box import citation_section
from build_tools.website.pages.source.controls import reading_bar
from build_tools.website.pages.source.coverage import coverage_section
from build_tools.website.pages.source.parallel_columns import PLACES_SHEET
from build_tools.website.pages.source.source_body import Arrangement, LinkedText, arrange, mark_mentions, text_body
from build_tools.website.pages.source.source_head import document_head, length_of
from build_tools.website.pages.source.withheld_body import withheld_body, withheld_notice
from build_tools.website.survey.lookups import Corpus, page_front_matter

_BY_EDITORS = "The editors."
_BELOW = "Everything below this line is the source’s own wording."


def source_page(document: Document, corpus: Corpus) -> Page:
    """Compose the page of one text."""
    source = document.source
    path = text_names.source_path(source.id)
    arrangement = arrange(document)
    linked = mark_mentions(arrangement, corpus.edition.mentions.get(source.id, ()), corpus)
    parts = [
        page_front_matter(path, corpus, _fields(document, corpus)),
        document_head(document, arrangement, linked),
        *(margin_marks(source.id, block, corpus) for block in (arrangement.title, *arrangement.head) if block),
        _headnote(corpus.body(path), source),
        *_text(document, arrangement, linked, corpus),
        citation_section(source, corpus),
        coverage_section(document, corpus),
        text_sidebar(document, corpus),
    ]
    return Page(path, markdown.blocks(parts) + "\n", path)


def _text(document: Document, arrangement: Arrangement, linked: LinkedText, corpus: Corpus) -> Iterator[str]:
    """Yield the text with its controls, or what is shown of it and on what ground."""
    source = document.source

    def margin(block: Block) -> str:
        return margin_marks(source.id, block, corpus)

    if publication := corpus.publication(source.id):
        yield withheld_notice(source, publication)
        yield withheld_body(document, arrangement, linked, margin)
    else:
        yield reading_bar() if corpus.named_in[source.id] else ""
        yield text_body(arrangement, linked, margin, columns_of(document, corpus))


def columns_of(document: Document, corpus: Corpus) -> tuple[Column, ...]:
    """Return the parallel versions of a text side by side; none if it has no versions, or is not shown in full."""
    return () if corpus.publication(document.source.id) else align(document)


def _fields(document: Document, corpus: Corpus) -> dict[str, str | tuple[str, ...]]:
    source = document.source
    return {
        **({"styles": (PLACES_SHEET,)} if columns_of(document, corpus) else {}),
        "title": source.title,
        "description": _description(document, corpus),
        "kind": "source",
        "head": source_metadata(source, corpus),
    }


def _description(document: Document, corpus: Corpus) -> str:
    source = document.source
    day = day_in_words(source.issued) if source.issued else ""
    facts = [text_names.citation(source), genre_in_words(source.genre), day]
    return f"{'. '.join(part for part in facts if part)}. {length_of(document, corpus)}, annotated."


def _headnote(body: str, source: Source) -> str:
    if not body.strip():
        return ""
    colophon = _BY_EDITORS if source.is_withheld else f"{_BY_EDITORS} {_BELOW}"
    parts = [
        markdown.paragraph("About this text", "about-this-text", "label"),
        add_heading_ids(body),
        markdown.paragraph(colophon, "", "colophon"),
    ]
    return markdown.block("section", parts, "headnote", aria_labelledby="about-this-text")
