"""The head of a source page: kicker, title, bibliographic facts, and what the editors infer and why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.edition.publication.words import TextLength, measure
from build_tools.model import Creator, Document, Source
from build_tools.model.findings import pluralise
from build_tools.text import html, markdown
from build_tools.website.naming import text_names
from build_tools.website.naming.date_words import date_in_words
from build_tools.website.naming.vocabulary import FIELDS, genre_in_words, language_name, rights_in_words
from build_tools.website.pages.source.source_body import Arrangement, LinkedText
from build_tools.website.survey.lookups import Corpus

_NOT_STATED = "not stated"


def document_head(document: Document, arrangement: Arrangement, linked: LinkedText) -> str:
    """Return the bibliographic head of a source page."""
    source = document.source
    parts = [
        markdown.paragraph(kicker(source), "", "kicker"),
        _title(source, arrangement, linked),
        *(
            markdown.paragraph(linked.content(block), block.id, block.role, **linked.language_attributes(block))
            for block in arrangement.head
        ),
        markdown.block("div", [markdown.definitions(_facts(document, linked.corpus))], "facts"),
        _reasons(source),
    ]
    return markdown.block("header", parts, "head")


def kicker(source: Source) -> str:
    """Return genre, publisher and day, each marked if inferred."""
    parts = [text_names.mark_inferred(source, "genre", markdown.escape(genre_in_words(source.genre)))]
    if source.publisher:
        parts.append(text_names.mark_inferred(source, "publisher", markdown.escape(source.publisher)))
    return " · ".join(part for part in (*parts, text_names.dated(source)) if part)


def _title(source: Source, arrangement: Arrangement, linked: LinkedText) -> str:
    if block := arrangement.title:
        return markdown.heading(linked.content(block), 1, block.id, **linked.language_attributes(block))
    given_title = markdown.emphasis(markdown.escape(f"[{source.title}]"), "ours")
    return markdown.heading(f"{given_title} {html.element('span', 'title not stated', 'not-stated')}", 1, "our-title")


def _facts(document: Document, corpus: Corpus) -> Iterator[tuple[str, str]]:
    source = document.source
    yield "Published", _fact(source, "issued", markdown.escape(date_in_words(source.issued or "")))
    yield "Modified", _fact(source, "modified", markdown.escape(date_in_words(source.modified or "")))
    yield "Publisher", _fact(source, "publisher", _publisher(source, corpus))
    yield "By", _fact(source, "creators", "; ".join(_creator(creator, source, corpus) for creator in source.creators))
    names = ", ".join(markdown.escape(language_name(tag)) for tag in source.languages)
    yield ("Language" if len(source.languages) == 1 else "Languages"), _fact(source, "languages", names)
    yield "Original", _fact(source, "url", _original(source.url))
    yield "Rights", _rights(source)
    yield "Length", length_of(document, corpus)


def _fact(source: Source, name: str, content: str) -> str:
    return text_names.mark_inferred(source, name, content) if content else _NOT_STATED


def _publisher(source: Source, corpus: Corpus) -> str:
    entry = corpus.organisations.get((source.publisher or "").casefold())
    return _entry_link(source.publisher or "", entry, source)


def _creator(creator: Creator, source: Source, corpus: Corpus) -> str:
    name = _entry_link(creator.name, creator.entry if creator.entry in corpus.entries else None, source)
    return ", ".join([name, *(markdown.escape(part) for part in (creator.role, creator.affiliation) if part)])


def _entry_link(text: str, entry: str | None, source: Source) -> str:
    if entry is None:
        return markdown.escape(text)
    return markdown.link(text, text_names.relative(text_names.entry_path(entry), text_names.source_path(source.id)))


def _original(address: str | None) -> str:
    if not address:
        return ""
    host = re.sub(r"^https?://(?:www\.)?|[/?#].*", "", address)
    return markdown.external_link(host, address)


def _rights(source: Source) -> str:
    rights = source.rights
    parts = [markdown.escape(f"“{rights.notice}”") if rights.notice else _NOT_STATED]
    if rights.statement:
        link = markdown.external_link(rights_in_words(rights.statement), rights.statement)
        parts.append(text_names.mark_inferred(source, "rights", link))
    return "; ".join(parts)


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


def _reasons(source: Source) -> str:
    """Return the reasons for each field that the text does not state but the editors infer."""
    if not source.inferred:
        return ""
    order = [*(name for name in FIELDS if name in source.inferred), *sorted(set(source.inferred) - set(FIELDS))]
    pairs = [(markdown.escape(FIELDS.get(name, name)), markdown.escape(source.inferred[name])) for name in order]
    return markdown.block("details", [markdown.definitions(pairs)], "reasons", summary="What we infer, and why")
