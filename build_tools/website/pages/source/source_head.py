"""The head of a source page: kicker, title, bibliographic facts, and what the editors infer and why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.edition.publication.words import TextLength, measure
from build_tools.model import Creator, Document, Source
from build_tools.model.findings import pluralise
from build_tools.website.markup.as_data import Run, runs
from build_tools.website.markup.body_nodes import Content, Heading, Inline, Paragraph, Phrase
from build_tools.website.naming import text_names
from build_tools.website.naming.date_words import date_in_words
from build_tools.website.naming.vocabulary import FIELDS, genre_in_words, language_name, rights_in_words
from build_tools.website.pages.source.source_body import Arrangement, LinkedText
from build_tools.website.survey.lookups import Corpus

_NOT_STATED = "not stated"


def kicker(source: Source) -> Content:
    """Return genre, publisher and day, each marked if inferred."""
    parts = [text_names.inferred_content(source, "genre", (genre_in_words(source.genre),))]
    if source.publisher:
        parts.append(text_names.inferred_content(source, "publisher", (source.publisher,)))
    return _joined([part for part in (*parts, text_names.date_content(source)) if part], " · ")


def _joined(parts: list[Content], separator: str) -> Content:
    return tuple(item for number, part in enumerate(parts) for item in ((separator, *part) if number else part))


def title_heading(source: Source, arrangement: Arrangement, linked: LinkedText) -> Heading:
    """Return the title as the text has it, or ours in brackets where it has none."""
    if block := arrangement.title:
        return Heading(1, block.id, linked.content(block), lang=linked.language(block))
    given_title = Phrase((f"[{source.title}]",), ("ours",), "em")
    return Heading(1, "our-title", (given_title, " ", Phrase(("title not stated",), ("not-stated",))))


def head_paragraphs(arrangement: Arrangement, linked: LinkedText) -> Iterator[Paragraph]:
    """Yield the subtitle and the byline of a text."""
    for block in arrangement.head:
        yield Paragraph(linked.content(block), block.id, (block.role,), linked.language(block))


def facts(document: Document, corpus: Corpus) -> list[list[str | list[Run]]]:
    """Return the bibliographic facts of a text for the template: a name and its runs each."""
    return [[name, runs(content)] for name, content in _facts(document, corpus)]


def _facts(document: Document, corpus: Corpus) -> Iterator[tuple[str, Content]]:
    source = document.source
    yield "Published", _fact(source, "issued", _text(date_in_words(source.issued or "")))
    yield "Modified", _fact(source, "modified", _text(date_in_words(source.modified or "")))
    yield "Publisher", _fact(source, "publisher", _publisher(source, corpus))
    makers = _joined([_creator(creator, corpus) for creator in source.creators], "; ")
    yield "By", _fact(source, "creators", makers)
    names = ", ".join(language_name(tag) for tag in source.languages)
    yield ("Language" if len(source.languages) == 1 else "Languages"), _fact(source, "languages", _text(names))
    yield "Original", _fact(source, "url", _original(source.url))
    yield "Rights", _rights(source)
    yield "Length", (length_of(document, corpus),)


def _text(text: str) -> Content:
    return (text,) if text else ()


def _fact(source: Source, name: str, content: Content) -> Content:
    return text_names.inferred_content(source, name, content) if content else (_NOT_STATED,)


def _publisher(source: Source, corpus: Corpus) -> Content:
    name = source.publisher or ""
    return (text_names.linked_entry(name, corpus.organisations.get(name.casefold())),) if name else ()


def _creator(creator: Creator, corpus: Corpus) -> Content:
    name = text_names.linked_entry(creator.name, creator.entry if creator.entry in corpus.entries else None)
    return (name, *(f", {part}" for part in (creator.role, creator.affiliation) if part))


def _original(address: str | None) -> Content:
    if not address:
        return ()
    host = re.sub(r"^https?://(?:www\.)?|[/?#].*", "", address)
    return (text_names.outside_link(host, address),)


def _rights(source: Source) -> Content:
    rights = source.rights
    parts: list[Inline] = [f"“{rights.notice}”" if rights.notice else _NOT_STATED]
    if rights.statement:
        link = text_names.outside_link(rights_in_words(rights.statement), rights.statement)
        parts += ["; ", *text_names.inferred_content(source, "rights", (link,))]
    return tuple(parts)


def length_of(document: Document, corpus: Corpus) -> str:
    """Return the length of a whole text in words, however much of it is shown."""
    publication = corpus.publication(document.source.id)
    return length(publication.length if publication else measure(document))


def length(counted: TextLength | None) -> str:
    """Say how many paragraphs, words and letters in Han or Kana a text has; "not stated" if they are not counted."""
    if counted is None:
        return _NOT_STATED
    parts = [pluralise(counted.paragraphs, "paragraph")]
    if counted.words or not counted.characters:
        parts.append(pluralise(counted.words, "word"))
    if counted.characters:
        parts.append(pluralise(counted.characters, "Japanese character" if counted.has_kana else "Chinese character"))
    return ", ".join(parts)


def reasons(source: Source) -> list[list[str]]:
    """Return the reason for each field that the text does not state but the editors infer: its name, and why."""
    order = [*(name for name in FIELDS if name in source.inferred), *sorted(set(source.inferred) - set(FIELDS))]
    return [[FIELDS.get(name, name), source.inferred[name]] for name in order]
