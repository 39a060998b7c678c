"""Cards that present a text in a list of texts."""

from __future__ import annotations

from build_tools.model import CITATION, EXCERPT, Document, Source
from build_tools.model.remembering import remembered
from build_tools.text.prose.paragraphs import first_sentence
from build_tools.website.localisation import as_said, between_commas, for_translation, spoken_language, translate
from build_tools.website.markup.body_nodes import (
    Block,
    Content,
    Division,
    EditorWords,
    Heading,
    Link,
    Paragraph,
    Phrase,
)
from build_tools.website.naming import text_names
from build_tools.website.naming.addresses import source_path
from build_tools.website.naming.counted_things import counted_paragraphs
from build_tools.website.naming.vocabulary import genre_in_words, language_name
from build_tools.website.pages.parts.date_chart import Scale, draw_date
from build_tools.website.survey.lookups import Corpus

_SHOWN = {EXCERPT: for_translation("excerpts only"), CITATION: for_translation("citation only")}


def text_card(document: Document, level: int, scale: Scale | None, *extra: Block) -> Division:
    """Return a text as a card headed by its title.

    Args:
        document: The text.
        level: The level of its heading.
        scale: The time span on which the date is drawn, or None for no chart.
        extra: Blocks for the end of the card.
    """
    title, facts = _title_and_facts(document, scale, spoken_language())
    return Division((Heading(level, f"text-{document.source.id}", (title,)), *facts, *extra), ("card",), "article")


@remembered
def _title_and_facts(document: Document, scale: Scale | None, _: str) -> tuple[Link, tuple[Paragraph, ...]]:
    """Return what a card says of a text in the language that is spoken."""
    source = document.source
    title = Link((text_names.title_content(source),), source_path(source.id))
    when = text_names.date_content(source) or (translate("Date not stated"),)
    return title, (
        Paragraph(about(source), classes=("about",)),
        Paragraph((*when, *draw_date(source.issued, scale)), classes=("when",)),
        Paragraph((_extent(document),), classes=("extent",)),
    )


def scale_labels(scale: Scale | None) -> tuple[Block, ...]:
    """Return the months or years on the scale of the cards, above them; nothing where there is no scale.

    They are hidden from screen readers, to which each card says its date in words.
    """
    if scale is None:
        return ()
    labels = tuple(Phrase((label,) if label else ()) for label in scale.labels())
    names = Paragraph(labels, classes=("scale",))
    return (Division((names,), ("scale-row",), attributes=(("aria-hidden", "true"),)),)


def headnote_sentence(document: Document, corpus: Corpus) -> tuple[Block, ...]:
    """Return the first sentence of a text's headnote; nothing if it has none.

    Its links are relative to sources/, so it fits only pages in that folder.
    """
    body = corpus.body(source_path(document.source.id))
    return (Paragraph((EditorWords(first_sentence(body)),), classes=("sentence",)),) if body.strip() else ()


def plain_facts(source: Source) -> tuple[str, ...]:
    """Return creators, genre and publisher in words, those that are known."""
    names = "; ".join(creator.name for creator in source.creators)
    facts = (names, genre_in_words(source.genre), source.publisher or "")
    return tuple(fact for fact in facts if fact)


def about(source: Source) -> Content:
    """Return creators, genre and publisher, each marked if inferred."""
    names = "; ".join(creator.name for creator in source.creators)
    makers = (
        text_names.inferred_content(source, "creators", (text_names.isolated(names),))
        if names
        else (translate("No author named"),)
    )
    genre = text_names.inferred_content(source, "genre", (genre_in_words(source.genre),))
    publisher = (
        text_names.inferred_content(source, "publisher", (text_names.isolated(source.publisher),))
        if source.publisher
        else ()
    )
    return (*makers, " · ", *genre, *((" · ", *publisher) if publisher else ()))


def _extent(document: Document) -> str:
    languages = between_commas(language_name(tag) for tag in document.source.languages)
    is_counted = document.source.seed_is_here
    paragraphs = counted_paragraphs(text_names.paragraph_count(document)) if is_counted else ""
    extent = document.source.rights.publish
    shown = translate(_SHOWN[extent]) if extent in _SHOWN else ""
    return as_said(" · ".join(part for part in (paragraphs, languages, shown) if part))
