"""The page of an entry: its definition, its names, the editors' notes, and every mention in context."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from build_tools.model import PLURALS, Entry, KwicLine, Source
from build_tools.model.findings import pluralise
from build_tools.text.prose.heading_ids import add_heading_ids
from build_tools.website.markup.body_nodes import (
    Block,
    Bullets,
    Content,
    Division,
    EditorBlocks,
    EditorWords,
    Heading,
    Link,
    Paragraph,
    Phrase,
    Slot,
)
from build_tools.website.markup.composed_page import ComposedPage, DeferredPage
from build_tools.website.naming import text_names
from build_tools.website.pages.entry.surface_forms import alternative_labels, lines_by_text, wordings
from build_tools.website.pages.parts.page_metadata import entry_metadata
from build_tools.website.pages.parts.sidebar import entry_sidebar
from build_tools.website.pages.registers import register_sections
from build_tools.website.pages.registers.register_sections import section_label
from build_tools.website.survey.lookups import Corpus, page_fields

_TEMPLATE = "entry.html"
_NOWHERE = "No text of this edition names this entry."


def defer_entry_page(entry: Entry, corpus: Corpus, inputs: bytes) -> DeferredPage:
    """Return the page of one entry, to be composed when it is wanted.

    Args:
        entry: The entry.
        corpus: The edition.
        inputs: A digest of all that the page is composed from.
    """
    path = text_names.entry_path(entry.id)
    evidence = corpus.edition.definition_evidence.get(entry.id, ())
    is_written = any(isinstance(item, EditorWords) for item in evidence)
    written = None if corpus.body(path).strip() or entry.event or entry.roles or is_written else ()
    compose = partial(entry_page, entry, corpus)
    return DeferredPage(path, _TEMPLATE, _fields(entry, corpus), compose, inputs, written, path)


def entry_page(entry: Entry, corpus: Corpus, fields: Mapping[str, str | tuple[str, ...]]) -> ComposedPage:
    """Compose the page of one entry, with this front matter."""
    path = text_names.entry_path(entry.id)
    around = {
        "metadata": entry_metadata(entry, corpus),
        "kind": entry.kind,
        "labels": alternative_labels(entry, corpus),
        "share": register_sections.evidence_share(entry, corpus),
        "wordings": wordings(entry, corpus),
        "sidebar": entry_sidebar(entry, corpus),
    }
    return ComposedPage(path, _TEMPLATE, fields, around, tuple(_body(entry, corpus)), path)


def _fields(entry: Entry, corpus: Corpus) -> dict[str, str | tuple[str, ...]]:
    fields: dict[str, str | tuple[str, ...]] = {
        "title": entry.pref_label,
        "description": entry.definition,
        "kind": "entry",
        "entry_kind": entry.kind,
        "entry_kinds": PLURALS[entry.kind],
    }
    return page_fields(text_names.entry_path(entry.id), corpus, fields)


def _body(entry: Entry, corpus: Corpus) -> Iterator[Block]:
    """Yield head, notes, what the registers tell, and the mentions, with the places of what stands around them."""
    yield Heading(1, "label", (entry.pref_label,))
    evidence = corpus.edition.definition_evidence.get(entry.id, ())
    yield Paragraph((entry.definition, *((" ", *evidence) if evidence else ())), classes=("definition",))
    yield Slot("labels")
    yield from register_sections.event_facts(entry, corpus)
    yield Slot("end of head")
    if (notes := corpus.body(text_names.entry_path(entry.id))).strip():
        yield section_label("Notes", "notes")
        yield EditorBlocks(add_heading_ids(notes, deeper=1))
    yield Slot("share")
    yield from register_sections.event_accounts(entry, corpus)
    yield from register_sections.roles_section(entry, corpus)
    yield from register_sections.differences_section(entry, corpus)
    yield from register_sections.quotations_section(entry, corpus)
    yield Slot("wordings")
    yield from _in_the_corpus(entry, corpus)


def _in_the_corpus(entry: Entry, corpus: Corpus) -> Iterator[Block]:
    yield section_label("In the corpus", "in-the-corpus")
    shown = [
        block
        for identifier, lines in lines_by_text(entry, corpus)
        for block in _from_one_text(corpus.by_id[identifier].source, lines, entry, corpus)
    ]
    shown += _not_shown(entry, corpus)
    yield from shown or (Paragraph((f"{_NOWHERE} {entry.unmentioned}".strip(),)),)


def _not_shown(entry: Entry, corpus: Corpus) -> Iterator[Paragraph]:
    """Yield a sentence for each text that names the entry in words that are not published."""
    for document in corpus.documents:
        publication = corpus.publication(document.source.id)
        if publication and (number := (publication.unshown or {}).get(entry.id)):
            link = Link((text_names.citation(document.source),), text_names.source_path(document.source.id))
            words = pluralise(number, "mention is", "mentions are")
            yield Paragraph((link, f": {words} not shown, as the text is not published in full."))


def _from_one_text(source: Source, lines: tuple[KwicLine, ...], entry: Entry, corpus: Corpus) -> Iterator[Block]:
    path = text_names.source_path(source.id)
    title: Content = (Link((text_names.citation(source),), path),)
    if source.issued:
        title += (" ", Phrase(text_names.date_content(source), ("when",)))
    yield Heading(3, f"from-{source.id}", title, ("from",))
    yield Division((Bullets(tuple(_line(line, path, entry.kind, corpus) for line in lines)),), ("kwic",))


def _line(line: KwicLine, path: str, kind: str, corpus: Corpus) -> Content:
    block = corpus.block(line.mention)
    lang = corpus.language_of(block.lang)
    return (
        Link((text_names.place_name(block),), f"{path}#{block.id}", ("at",)),
        " ",
        Phrase((line.left,), ("l",), lang=lang),
        Phrase((line.exact,), (kind,), "b", lang),
        Phrase((line.right,), ("r",), lang=lang),
    )
