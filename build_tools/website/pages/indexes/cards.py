"""Cards that present a text in a list of texts."""

from __future__ import annotations

from build_tools.model import CITATION, EXCERPT, Document, Source
from build_tools.model.findings import pluralise
from build_tools.text.prose.paragraphs import first_sentence
from build_tools.website.markup.body_nodes import Block, Content, Division, EditorWords, Heading, Link, Paragraph
from build_tools.website.naming import text_names
from build_tools.website.naming.vocabulary import genre_in_words, language_name
from build_tools.website.pages.parts.date_chart import Scale, draw_date
from build_tools.website.survey.lookups import Corpus

_SHOWN = {EXCERPT: "excerpts only", CITATION: "citation only"}


def text_card(document: Document, level: int, scale: Scale | None, *extra: Block) -> Division:
    """Return a text as a card headed by its title.

    Args:
        document: The text.
        level: The level of its heading.
        scale: The time span on which the date is drawn, or None for no chart.
        extra: Blocks for the end of the card.
    """
    source = document.source
    title = Link((text_names.title_content(source),), text_names.source_path(source.id))
    when = text_names.date_content(source) or ("Date not stated",)
    parts: tuple[Block, ...] = (
        Heading(level, f"text-{source.id}", (title,)),
        Paragraph(_about(source), classes=("about",)),
        Paragraph((*when, *draw_date(source.issued, scale)), classes=("when",)),
        Paragraph((_extent(document),), classes=("extent",)),
    )
    return Division((*parts, *extra), ("card",), "article")


def headnote_sentence(document: Document, corpus: Corpus) -> tuple[Block, ...]:
    """Return the first sentence of a text's headnote; nothing if it has none.

    Its links are relative to sources/, so it fits only pages in that folder.
    """
    body = corpus.body(text_names.source_path(document.source.id))
    return (Paragraph((EditorWords(first_sentence(body)),), classes=("sentence",)),) if body.strip() else ()


def _about(source: Source) -> Content:
    """Return creators, genre and publisher, each marked if inferred."""
    names = "; ".join(creator.name for creator in source.creators)
    makers = text_names.inferred_content(source, "creators", (names,)) if names else ("No author named",)
    genre = text_names.inferred_content(source, "genre", (genre_in_words(source.genre),))
    publisher = text_names.inferred_content(source, "publisher", (source.publisher,)) if source.publisher else ()
    return (*makers, " · ", *genre, *((" · ", *publisher) if publisher else ()))


def _extent(document: Document) -> str:
    languages = ", ".join(language_name(tag) for tag in document.source.languages)
    is_counted = document.source.seed_is_here
    paragraphs = pluralise(text_names.paragraph_count(document), "paragraph") if is_counted else ""
    shown = _SHOWN.get(document.source.rights.publish, "")
    return " · ".join(part for part in (paragraphs, languages, shown) if part)
