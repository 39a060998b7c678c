"""Cards that present a text in a list of texts."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

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


def plain_facts(source: Source, left_out: AbstractSet[str] = frozenset()) -> dict[str, str]:
    """Return creators, genre and publisher in words, by the names of the fields: those that are known.

    Args:
        source: The text.
        left_out: The fields that are not wanted.
    """
    names = "; ".join(creator.name for creator in source.creators)
    facts = {"creators": names, "genre": genre_in_words(source.genre), "publisher": source.publisher or ""}
    return {name: fact for name, fact in facts.items() if fact and name not in left_out}


def about(source: Source, left_out: AbstractSet[str] = frozenset()) -> Content:
    """Return creators, genre and publisher, each marked if inferred, with a point between them.

    Args:
        source: The text.
        left_out: The fields that are not wanted.
    """
    facts = [
        text_names.inferred_content(source, name, (fact if name == "genre" else text_names.isolated(fact),))
        for name, fact in plain_facts(source, left_out).items()
    ]
    if not source.creators and "creators" not in left_out:
        facts.insert(0, (translate("No author named"),))
    return tuple(part for fact in facts for part in (" · ", *fact))[1:]


def _extent(document: Document) -> str:
    languages = between_commas(language_name(tag) for tag in document.source.languages)
    is_counted = document.source.seed_is_here
    paragraphs = counted_paragraphs(text_names.paragraph_count(document)) if is_counted else ""
    extent = document.source.rights.publish
    shown = translate(_SHOWN[extent]) if extent in _SHOWN else ""
    return as_said(" · ".join(part for part in (paragraphs, languages, shown) if part))
