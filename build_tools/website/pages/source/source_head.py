"""The head of a source page: kicker, title, bibliographic facts, and what the editors infer and why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from build_tools.edition.publication.words import TextLength, measure
from build_tools.model import Block as TextBlock
from build_tools.model import Creator, Document, Source
from build_tools.website.localisation import (
    ENGLISH,
    EnglishWords,
    between_commas,
    for_translation,
    translate,
    translate_count,
)
from build_tools.website.markup.as_data import Run, runs
from build_tools.website.markup.body_nodes import Block, Content, Division, Heading, Inline, Paragraph, Phrase
from build_tools.website.naming import text_names
from build_tools.website.naming.counted_things import counted_paragraphs, counted_words
from build_tools.website.naming.date_words import date_in_words
from build_tools.website.naming.named_ids import FIELD_NAMES
from build_tools.website.naming.vocabulary import (
    direction_on_page,
    field_in_words,
    genre_in_words,
    language_name,
    original_in_words,
    rights_in_words,
)
from build_tools.website.pages.source.source_body import Arrangement, LinkedText
from build_tools.website.survey.lookups import Corpus

_NOT_STATED = for_translation("not stated")


def kicker(source: Source) -> Content:
    """Return genre, publisher and day, each marked if inferred."""
    parts = [text_names.inferred_content(source, "genre", (genre_in_words(source.genre),))]
    if source.publisher:
        parts.append(text_names.inferred_content(source, "publisher", (text_names.isolated(source.publisher),)))
    return _joined([part for part in (*parts, text_names.date_content(source)) if part], " · ")


def _joined(parts: list[Content], separator: str) -> Content:
    return tuple(item for number, part in enumerate(parts) for item in ((separator, *part) if number else part))


def title_heading(source: Source, arrangement: Arrangement, linked: LinkedText) -> Heading:
    """Return the title as the text has it; where no block is one, that of its page, ours in brackets."""
    if block := arrangement.title:
        return Heading(1, block.id, linked.content(block), lang=linked.language(block))
    if source.title_stated:
        return Heading(1, "our-title", (source.title,))
    given_title = Phrase((f"[{source.title}]",), ("ours",), "em")
    return Heading(1, "our-title", (given_title, " ", Phrase((translate("title not stated"),), ("not-stated",))))


def head_paragraphs(arrangement: Arrangement, linked: LinkedText) -> Iterator[Paragraph]:
    """Yield the subtitle and the byline of a text."""
    for block in arrangement.head:
        yield Paragraph(linked.content(block), block.id, (block.role,), linked.language(block))


def facts(document: Document, corpus: Corpus) -> list[list[str | list[Run]]]:
    """Return the bibliographic facts of a text for the template: a name and its runs each."""
    return [[name, runs(content)] for name, content in _facts(document, corpus)]


def _facts(document: Document, corpus: Corpus) -> Iterator[tuple[str, Content]]:
    source = document.source
    yield translate("Published"), _fact(source, "issued", _text(date_in_words(source.issued or "")))
    yield translate("Modified"), _fact(source, "modified", _text(date_in_words(source.modified or "")))
    yield translate("Publisher"), _fact(source, "publisher", _publisher(source, corpus))
    makers = _joined([_creator(creator, corpus) for creator in source.creators], "; ")
    yield translate("By"), _fact(source, "creators", makers)
    names = between_commas(language_name(tag) for tag in source.languages)
    many = translate("Languages")
    yield (translate("Language") if len(source.languages) == 1 else many), _fact(source, "languages", _text(names))
    yield translate("Original"), _fact(source, "url", _original(source.url))
    if source.original:
        yield translate("Converted"), (original_in_words(source.original),)
    yield translate("Rights"), _rights(source)
    yield translate("Length"), (length_of(document, corpus),)


def _text(text: str) -> Content:
    return (text,) if text else ()


def _fact(source: Source, name: str, content: Content) -> Content:
    return text_names.inferred_content(source, name, content) if content else (translate(_NOT_STATED),)


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
    parts: list[Inline] = [f"“{rights.notice}”" if rights.notice else translate(_NOT_STATED)]
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
        return translate(_NOT_STATED)
    parts = [counted_paragraphs(counted.paragraphs)]
    if counted.words or not counted.characters:
        parts.append(counted_words(counted.words))
    if counted.characters:
        characters = counted.characters
        japanese = translate_count(characters, "{number} Japanese character", "{number} Japanese characters")
        chinese = translate_count(characters, "{number} Chinese character", "{number} Chinese characters")
        parts.append(japanese if counted.has_kana else chinese)
    return between_commas(parts)


def contents(
    body: Iterable[Block], blocks: Mapping[str, TextBlock], linked: Collection[str]
) -> list[dict[str, object]]:
    """Return the headings of a text for the template, each with its id, words, name, language and level.

    Args:
        body: The body of the page; its first heading, which is the title, is left out.
        blocks: The blocks of the text, by id; a heading of the editors is none of them.
        linked: The words that are links in the text. A heading has a name if its words are among them, or another has
            them too.

    Returns:
        At least two headings, or none: one is no help.
    """
    headings = [heading for heading in _headings(body) if heading.level > 1]
    words = [str(blocks[heading.id].text if heading.id in blocks else heading.content[0]) for heading in headings]
    names = _names_apart(headings, words, blocks, linked)
    found: list[dict[str, object]] = [
        {
            "id": heading.id,
            "words": own,
            "name": name,
            "lang": (lang := heading.lang or (ENGLISH if isinstance(heading.content[0], EnglishWords) else "")),
            "dir": direction_on_page(lang) if lang else "",
            "level": heading.level - 1,
        }
        for heading, own, name in zip(headings, words, names, strict=True)
    ]
    return found if len(found) > 1 else []


def _names_apart(
    headings: Iterable[Heading], words: Sequence[str], blocks: Mapping[str, TextBlock], linked: Collection[str]
) -> Iterator[str]:
    """Yield a name for each heading whose words other links of the page have, and "" for the others."""
    numbers, seen = Counter(map(_on_one_line, words)), Counter[str]()
    for heading, own in zip(headings, map(_on_one_line, words), strict=True):
        seen[own] += 1
        if numbers[own] == 1 and own not in linked:
            yield ""
        else:
            yield (
                f"{own}, {text_names.place_name(blocks[heading.id])}" if heading.id in blocks else f"{own} {seen[own]}"
            )


def _on_one_line(words: str) -> str:
    return " ".join(words.split())


def _headings(blocks: Iterable[Block]) -> Iterator[Heading]:
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Division):
            yield from _headings(block.blocks)


def reasons(source: Source) -> list[list[str]]:
    """Return the reason for each field that the text does not state but the editors infer: its name, and why."""
    order = [*(name for name in FIELD_NAMES if name in source.inferred)]
    order += sorted(set(source.inferred) - set(FIELD_NAMES))
    return [[field_in_words(name), source.inferred[name]] for name in order]
