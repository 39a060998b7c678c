"""A text as a card in a list of texts."""

from __future__ import annotations

from build_tools import markup
from build_tools.findings import counted
from build_tools.model import Document, Source
from build_tools.pages import citing
from build_tools.pages.corpus import Corpus
from build_tools.pages.vocabulary import genre_in_words, language_name
from build_tools.pages.written_when import Scale, picture

_LEVELS = {"index.md": 3}
"""How deep the headings of cards are, where not right below the title."""


def card(document: Document, page: str, scale: Scale | None, *extra: str) -> str:
    """A text with what is known of it, for a page below docs/; its title is a heading, `extra` comes last.

    `scale` is the time on which its date is drawn.
    """
    source = document.source
    target = citing.relative(citing.source_path(source.id), page)
    parts = [
        markup.heading(
            markup.link_around(citing.title_content(source), target), _LEVELS.get(page, 2), f"text-{source.id}"
        ),
        markup.paragraph(_about(source), "", "about"),
        markup.paragraph((citing.dated(source) or "Date not stated") + picture(source.issued, scale), "", "when"),
        markup.paragraph(_extent(document), "", "extent"),
    ]
    return markup.block("article", [*parts, *extra], "card")


def opening(document: Document, corpus: Corpus) -> str:
    """The first sentence of a text's headnote, nothing where it has none; links as on the page of a text."""
    body = corpus.body(citing.source_path(document.source.id))
    return markup.paragraph(markup.first_sentence(body), "", "sentence") if body.strip() else ""


def _about(source: Source) -> str:
    """Creators, kind of text and publisher; dotted where inferred."""
    named = "; ".join(creator.name for creator in source.creators) or "No author named"
    parts = [citing.inferred(source, "creators", markup.escape(named)) if source.creators else markup.escape(named)]
    parts.append(citing.inferred(source, "genre", markup.escape(genre_in_words(source.genre))))
    if source.publisher:
        parts.append(citing.inferred(source, "publisher", markup.escape(source.publisher)))
    return " · ".join(parts)


def _extent(document: Document) -> str:
    languages = ", ".join(language_name(tag) for tag in document.source.languages)
    paragraphs = counted(citing.paragraph_count(document), "paragraph")
    return " · ".join(markup.escape(part) for part in (paragraphs, languages) if part)
