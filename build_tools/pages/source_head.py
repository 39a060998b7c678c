"""What stands above a text: kind, title, makers, what is known of it, and what we infer and why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools import markup
from build_tools.findings import counted
from build_tools.model import NUMBERED_ROLES, Creator, Document, Source
from build_tools.pages import citing
from build_tools.pages.corpus import Corpus
from build_tools.pages.dates import date_in_words
from build_tools.pages.source_text import Annotation, Arrangement
from build_tools.pages.vocabulary import FIELDS, genre_in_words, language_name, rights_in_words

_NOT_STATED = "not stated"
_KANA = re.compile(r"[\u3040-\u30ff]")
_CHARACTER = re.compile(r"[\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_WORD = re.compile(r"[^\W_]+(?:[’'\-\u2010\u2011.,][^\W_]+)*")


def head(document: Document, arrangement: Arrangement, notes: Annotation) -> str:
    """The bibliographic head of a source page."""
    source = document.source
    parts = [
        markup.paragraph(kicker(source), "", "kicker"),
        _title(source, arrangement, notes),
        *(
            markup.paragraph(notes.content(block), block.id, block.role, **notes.languages(block))
            for block in arrangement.head
        ),
        markup.block("div", [markup.definitions(_facts(document, notes.corpus))], "facts"),
        _reasons(source),
    ]
    return markup.block("header", parts, "head")


def kicker(source: Source) -> str:
    """Kind of text, publisher and day, dotted where inferred."""
    parts = [citing.inferred(source, "genre", markup.escape(genre_in_words(source.genre)))]
    if source.publisher:
        parts.append(citing.inferred(source, "publisher", markup.escape(source.publisher)))
    return " · ".join(part for part in (*parts, citing.dated(source)) if part)


def _title(source: Source, arrangement: Arrangement, notes: Annotation) -> str:
    if block := arrangement.title:
        return markup.heading(notes.content(block), 1, block.id, **notes.languages(block))
    ours = markup.emphasis(markup.escape(f"[{source.title}]"), "ours")
    return markup.heading(f"{ours} {markup.element('span', 'title not stated', 'not-stated')}", 1, "our-title")


def _facts(document: Document, corpus: Corpus) -> Iterator[tuple[str, str]]:
    source = document.source
    yield "Published", _fact(source, "issued", markup.escape(date_in_words(source.issued or "")))
    yield "Modified", _fact(source, "modified", markup.escape(date_in_words(source.modified or "")))
    yield "Publisher", _fact(source, "publisher", _publisher(source, corpus))
    yield "By", _fact(source, "creators", "; ".join(_creator(creator, source, corpus) for creator in source.creators))
    names = ", ".join(markup.escape(language_name(tag)) for tag in source.languages)
    yield ("Language" if len(source.languages) == 1 else "Languages"), _fact(source, "languages", names)
    yield "Original", _fact(source, "url", _original(source.url))
    yield "Rights", _rights(source)
    yield "Length", length(document)


def _fact(source: Source, name: str, content: str) -> str:
    return citing.inferred(source, name, content) if content else _NOT_STATED


def _publisher(source: Source, corpus: Corpus) -> str:
    entry = corpus.organisations.get((source.publisher or "").casefold())
    return _entry_link(source.publisher or "", entry, source)


def _creator(creator: Creator, source: Source, corpus: Corpus) -> str:
    name = _entry_link(creator.name, creator.entry if creator.entry in corpus.entries else None, source)
    return ", ".join([name, *(markup.escape(part) for part in (creator.role, creator.affiliation) if part)])


def _entry_link(text: str, entry: str | None, source: Source) -> str:
    if entry is None:
        return markup.escape(text)
    return markup.link(text, citing.relative(citing.entry_path(entry), citing.source_path(source.id)))


def _original(address: str | None) -> str:
    if not address:
        return ""
    host = re.sub(r"^https?://(?:www\.)?|[/?#].*", "", address)
    return markup.external_link(host, address)


def _rights(source: Source) -> str:
    rights = source.rights
    parts = [markup.escape(f"“{rights.notice}”") if rights.notice else _NOT_STATED]
    if rights.statement:
        link = markup.external_link(rights_in_words(rights.statement), rights.statement)
        parts.append(citing.inferred(source, "rights", link))
    return "; ".join(parts)


def length(document: Document) -> str:
    """Paragraphs, words, and the characters of scripts that do not divide words."""
    words = characters = 0
    for block in document.blocks:
        if block.role in NUMBERED_ROLES:
            characters += len(_CHARACTER.findall(block.text))
            words += len(_WORD.findall(_CHARACTER.sub(" ", block.text)))
    parts = [counted(citing.paragraph_count(document), "paragraph")]
    if words or not characters:
        parts.append(counted(words, "word"))
    if characters:
        kana = any(_KANA.search(block.text) for block in document.blocks)
        parts.append(counted(characters, "Japanese character" if kana else "Chinese character"))
    return ", ".join(parts)


def _reasons(source: Source) -> str:
    """Why we give what the text does not state, field by field."""
    if not source.inferred:
        return ""
    order = [*(name for name in FIELDS if name in source.inferred), *sorted(set(source.inferred) - set(FIELDS))]
    pairs = [(markup.escape(FIELDS.get(name, name)), markup.escape(source.inferred[name])) for name in order]
    return markup.block("details", [markup.definitions(pairs)], "reasons", summary="What we infer, and why")
