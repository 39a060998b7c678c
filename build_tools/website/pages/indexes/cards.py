"""A text as a card in a list of texts."""

from __future__ import annotations

from build_tools.model import Document, Source
from build_tools.model.findings import pluralise
from build_tools.text import markdown
from build_tools.website.naming import text_names
from build_tools.website.naming.vocabulary import genre_in_words, language_name
from build_tools.website.pages.parts.date_chart import Scale, picture
from build_tools.website.survey.lookups import Corpus

_LEVELS = {"index.md": 3}
"""How deep the headings of cards are, where not right below the title."""


def card(document: Document, page: str, scale: Scale | None, *extra: str) -> str:
    """A text with what is known of it, for a page below docs/; its title is a heading, `extra` comes last.

    `scale` is the time on which its date is drawn.
    """
    source = document.source
    target = text_names.relative(text_names.source_path(source.id), page)
    parts = [
        markdown.heading(
            markdown.link_around(text_names.title_content(source), target), _LEVELS.get(page, 2), f"text-{source.id}"
        ),
        markdown.paragraph(_about(source), "", "about"),
        markdown.paragraph((text_names.dated(source) or "Date not stated") + picture(source.issued, scale), "", "when"),
        markdown.paragraph(_extent(document), "", "extent"),
    ]
    return markdown.block("article", [*parts, *extra], "card")


def opening(document: Document, corpus: Corpus) -> str:
    """The first sentence of a text's headnote, nothing where it has none; links as on the page of a text."""
    body = corpus.body(text_names.source_path(document.source.id))
    return markdown.paragraph(markdown.first_sentence(body), "", "sentence") if body.strip() else ""


def _about(source: Source) -> str:
    """Creators, kind of text and publisher; dotted where inferred."""
    named = "; ".join(creator.name for creator in source.creators) or "No author named"
    parts = [
        text_names.mark_inferred(source, "creators", markdown.escape(named))
        if source.creators
        else markdown.escape(named)
    ]
    parts.append(text_names.mark_inferred(source, "genre", markdown.escape(genre_in_words(source.genre))))
    if source.publisher:
        parts.append(text_names.mark_inferred(source, "publisher", markdown.escape(source.publisher)))
    return " · ".join(parts)


def _extent(document: Document) -> str:
    languages = ", ".join(language_name(tag) for tag in document.source.languages)
    paragraphs = pluralise(text_names.paragraph_count(document), "paragraph")
    return " · ".join(markdown.escape(part) for part in (paragraphs, languages) if part)
