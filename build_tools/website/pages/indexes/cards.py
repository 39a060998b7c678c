"""Cards that present a text in a list of texts."""

from __future__ import annotations

from build_tools.model import CITATION, EXCERPT, Document, Source
from build_tools.model.findings import pluralise
from build_tools.text import markdown
from build_tools.text.prose.paragraphs import first_sentence
from build_tools.website.naming import text_names
from build_tools.website.naming.vocabulary import genre_in_words, language_name
from build_tools.website.pages.parts.date_chart import Scale, draw_date
from build_tools.website.survey.lookups import Corpus

_SHOWN = {EXCERPT: "excerpts only", CITATION: "citation only"}
_HEADING_LEVELS = {"index.md": 3}
"""The level of the headings of cards, by page, where it is not 2."""


def text_card(document: Document, page: str, scale: Scale | None, *extra: str) -> str:
    """Return a text as a card headed by its title.

    Args:
        document: The text.
        page: The path, below docs/, of the page that shows the card.
        scale: The time span on which the date is drawn, or None for no chart.
        extra: Blocks of Markdown for the end of the card.
    """
    source = document.source
    target = text_names.relative(text_names.source_path(source.id), page)
    parts = [
        markdown.heading(
            markdown.link_around(text_names.title_content(source), target),
            _HEADING_LEVELS.get(page, 2),
            f"text-{source.id}",
        ),
        markdown.paragraph(_about(source), "", "about"),
        markdown.paragraph(
            (text_names.dated(source) or "Date not stated") + draw_date(source.issued, scale), "", "when"
        ),
        markdown.paragraph(_extent(document), "", "extent"),
    ]
    return markdown.block("article", [*parts, *extra], "card")


def headnote_sentence(document: Document, corpus: Corpus) -> str:
    """Return the first sentence of a text's headnote, or "" if it has none.

    Its links are relative to sources/, so it fits only pages in that folder.
    """
    body = corpus.body(text_names.source_path(document.source.id))
    return markdown.paragraph(first_sentence(body), "", "sentence") if body.strip() else ""


def _about(source: Source) -> str:
    """Return creators, genre and publisher, each marked if inferred."""
    names = "; ".join(creator.name for creator in source.creators) or "No author named"
    parts = [
        text_names.mark_inferred(source, "creators", markdown.escape(names))
        if source.creators
        else markdown.escape(names)
    ]
    parts.append(text_names.mark_inferred(source, "genre", markdown.escape(genre_in_words(source.genre))))
    if source.publisher:
        parts.append(text_names.mark_inferred(source, "publisher", markdown.escape(source.publisher)))
    return " · ".join(parts)


def _extent(document: Document) -> str:
    languages = ", ".join(language_name(tag) for tag in document.source.languages)
    is_counted = document.source.seed_is_here
    paragraphs = pluralise(text_names.paragraph_count(document), "paragraph") if is_counted else ""
    shown = _SHOWN.get(document.source.rights.publish, "")
    return " · ".join(markdown.escape(part) for part in (paragraphs, languages, shown) if part)
