"""The pages of a discrepancy between the texts, and of a quotation with all its versions."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.findings import pluralise
from build_tools.model.registers import Anchored, Discrepancy, Quotation, Testimony, Version
from build_tools.text.prose.heading_ids import add_heading_ids
from build_tools.website.markup.body_nodes import (
    Block,
    Content,
    Definitions,
    Division,
    EditorBlocks,
    Heading,
    Paragraph,
    Phrase,
    Slot,
)
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.naming import text_names
from build_tools.website.naming.date_words import date_in_words
from build_tools.website.naming.vocabulary import DIFFERENCES, language_name
from build_tools.website.pages.registers import linked_passages
from build_tools.website.pages.registers.register_sections import section_label
from build_tools.website.survey.lookups import Corpus, page_fields

CONFIDENCE = {
    "high": "The editors are confident of this reading.",
    "medium": "The editors consider this reading likely.",
    "low": "The editors are not sure of this reading.",
    "open": "The editors leave this open.",
}


_TEMPLATE = "register.html"


def discrepancy_page(item: Discrepancy, corpus: Corpus) -> ComposedPage:
    """Compose the page of a discrepancy: the claim, what each text says, outside evidence, the editors' reading."""
    path = linked_passages.register_path(item)
    kicker = " · ".join(part for part in ("Where the texts differ", DIFFERENCES.get(item.kind, "")) if part)
    around = {
        "kicker": kicker,
        "colophon": CONFIDENCE.get(item.confidence, ""),
        "concerns": _entries_concerned(item.about, corpus),
    }
    fields = {"title": item.title, "description": item.claim, "kind": "discrepancy"}
    body = tuple(_discrepancy(item, path, corpus))
    return ComposedPage(path, _TEMPLATE, page_fields(path, corpus, fields), around, body, path)


def _discrepancy(item: Discrepancy, path: str, corpus: Corpus) -> Iterator[Block]:
    yield Heading(1, "label", (item.title,))
    yield Paragraph((item.claim,), classes=("definition",))
    yield Slot("end of head")
    yield section_label("What each text says", "what-each-text-says")
    yield Division(tuple(_testimony(testimony, corpus) for testimony in item.says), ("testimonies",))
    if item.known:
        yield section_label("Outside the texts", "outside-the-texts")
        yield Division((Paragraph(linked_passages.written(item.known, path, corpus)),), ("known",))
    yield Slot("reading")
    yield Paragraph(("Our reading",), "our-reading", ("label",))
    yield Paragraph((item.reading,))
    yield Slot("colophon")
    yield from _notes(path, corpus)


def quotation_page(item: Quotation, corpus: Corpus) -> ComposedPage:
    """Compose the page of a quotation: who said it, when, how it reached the texts, and every version side by side."""
    path = linked_passages.register_path(item)
    texts = pluralise(len({version.source for version in item.versions}), "text")
    number = pluralise(len(item.versions), "version")
    fields = {"title": item.title, "description": f"{item.title}: {number} in {texts}.", "kind": "quotation"}
    around = {"kicker": "Who said what", "concerns": _entries_concerned(item.about, corpus)}
    body = tuple(_quotation(item, path, corpus))
    return ComposedPage(path, _TEMPLATE, page_fields(path, corpus, fields), around, body, path)


def _quotation(item: Quotation, path: str, corpus: Corpus) -> Iterator[Block]:
    yield Heading(1, "label", (item.title,))
    yield Division((Definitions(tuple(_quotation_facts(item, path, corpus))),), ("facts",))
    yield Slot("end of head")
    yield section_label("In the words of the texts", "in-the-words-of-the-texts")
    side_by_side = "beside" if len({version.lang for version in item.versions}) > 1 else ""
    yield Division(tuple(_version(version, corpus) for version in item.versions), ("testimonies", side_by_side))
    yield from _notes(path, corpus)


def _testimony(testimony: Testimony, corpus: Corpus) -> Division:
    parts = [*_words(testimony, corpus)]
    if testimony.gloss:
        parts.append(Paragraph((testimony.gloss,), classes=("gloss",)))
    if testimony.by:
        parts.append(Paragraph(("Asserted by ", *linked_passages.asserter(testimony.by, corpus), "."), classes=("by",)))
    return Division(tuple(parts), ("testimony",))


def _version(version: Version, corpus: Corpus) -> Division:
    details = [language_name(version.lang)] if corpus.language_of(version.lang) else []
    details += [version.via] if version.via else []
    gloss = (Paragraph((" · ".join(details),), classes=("gloss",)),) if details else ()
    return Division((*_words(version, corpus), *gloss), ("testimony",))


def _words(anchored: Anchored, corpus: Corpus) -> Iterator[Paragraph]:
    """Yield the source of a passage with its date, and the passage itself."""
    document = corpus.by_id.get(anchored.source)
    when: Content = (" ", Phrase(text_names.date_content(document.source), ("when",))) if document else ()
    yield Paragraph((linked_passages.source_link(anchored, corpus), *when), classes=("whence",))
    yield Paragraph((linked_passages.quoted_passage(anchored, corpus),), classes=("words",))


def _notes(path: str, corpus: Corpus) -> Iterator[Block]:
    if (notes := corpus.edition.bodies.get(path, "")).strip():
        yield section_label("Notes", "notes")
        yield EditorBlocks(add_heading_ids(notes, deeper=1))


def _entries_concerned(about: tuple[str, ...], corpus: Corpus) -> list[dict[str, str]]:
    """Return the entries that an item is about, for the template: label, page and kind; unknown ids are left out."""
    entries = [corpus.entries[identifier] for identifier in about if identifier in corpus.entries]
    return [{"label": entry.pref_label, "to": f"glossary/{entry.id}", "kind": entry.kind} for entry in entries]


def _quotation_facts(item: Quotation, page: str, corpus: Corpus) -> Iterator[tuple[Content, Content]]:
    yield ("Speaker",), (linked_passages.speaker(item, corpus),)
    if item.occasion:
        yield ("Occasion",), (item.occasion,)
    yield ("Date",), (date_in_words(item.date) if item.date else "not stated",)
    if item.derivation:
        yield ("How it was dated",), linked_passages.written(item.derivation, page, corpus)
    if item.chain:
        yield ("How it reached the texts",), (item.chain,)
