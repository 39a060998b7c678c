"""The pages of a discrepancy between the texts, and of a quotation with all its versions."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model import Page
from build_tools.model.findings import pluralise
from build_tools.model.registers import Anchored, Discrepancy, Quotation, Testimony, Version
from build_tools.text import html, markdown
from build_tools.text.prose.heading_ids import add_heading_ids
from build_tools.website.naming import text_names
from build_tools.website.naming.date_words import date_in_words
from build_tools.website.naming.vocabulary import DIFFERENCES, language_name
from build_tools.website.pages.registers import quoting
from build_tools.website.survey.lookups import Corpus, page_front_matter

CONFIDENCE = {
    "high": "The editors are confident of this reading.",
    "medium": "The editors consider this reading likely.",
    "low": "The editors are not sure of this reading.",
    "open": "The editors leave this open.",
}


def discrepancy_page(item: Discrepancy, corpus: Corpus) -> Page:
    """Compose the page of a discrepancy: the claim, what each text says, outside evidence, the editors' reading."""
    path = quoting.register_path(item)
    fields = {"title": item.title, "description": item.claim, "kind": "discrepancy"}
    testimonies = [_testimony(testimony, path, corpus) for testimony in item.says]
    parts = [
        page_front_matter(path, corpus, fields),
        _head("Where the texts differ", DIFFERENCES.get(item.kind, ""), item.title, item.claim),
        _label("What each text says", "what-each-text-says"),
        markdown.block("div", testimonies, "testimonies"),
        _outside(item, path, corpus),
        _reading(item),
        _notes(path, corpus),
        _entries_concerned(item.about, path, corpus),
    ]
    return Page(path, markdown.blocks(parts) + "\n", path)


def quotation_page(item: Quotation, corpus: Corpus) -> Page:
    """Compose the page of a quotation: who said it, when, how it reached the texts, and every version side by side."""
    path = quoting.register_path(item)
    texts = pluralise(len({version.source for version in item.versions}), "text")
    number = pluralise(len(item.versions), "version")
    fields = {"title": item.title, "description": f"{item.title}: {number} in {texts}.", "kind": "quotation"}
    side_by_side = "beside" if len({version.lang for version in item.versions}) > 1 else ""
    versions = [_version(version, path, corpus) for version in item.versions]
    facts = markdown.block("div", [markdown.definitions(_quotation_facts(item, path, corpus))], "facts")
    parts = [
        page_front_matter(path, corpus, fields),
        _head("Who said what", "", item.title, "", facts),
        _label("In the words of the texts", "in-the-words-of-the-texts"),
        markdown.block("div", versions, "testimonies", side_by_side),
        _notes(path, corpus),
        _entries_concerned(item.about, path, corpus),
    ]
    return Page(path, markdown.blocks(parts) + "\n", path)


def _head(register: str, kind: str, title: str, claim: str, *more: str) -> str:
    kicker = " · ".join(part for part in (register, kind) if part)
    parts = [
        markdown.paragraph(markdown.escape(kicker), "", "kicker"),
        markdown.heading(markdown.escape(title), 1, "label"),
        markdown.paragraph(markdown.escape(claim), "", "definition") if claim else "",
        *more,
    ]
    return markdown.block("header", parts, "head")


def _label(words: str, identifier: str) -> str:
    return markdown.heading(words, 2, identifier, "label")


def _testimony(testimony: Testimony, page: str, corpus: Corpus) -> str:
    by = f"Asserted by {quoting.asserter(testimony.by, page, corpus)}." if testimony.by else ""
    parts = [
        *_words(testimony, page, corpus),
        markdown.paragraph(markdown.escape(testimony.gloss), "", "gloss") if testimony.gloss else "",
        markdown.paragraph(by, "", "by") if by else "",
    ]
    return markdown.block("div", parts, "testimony")


def _version(version: Version, page: str, corpus: Corpus) -> str:
    details = [language_name(version.lang)] if corpus.language_of(version.lang) else []
    details += [version.via] if version.via else []
    gloss = markdown.paragraph(markdown.escape(" · ".join(details)), "", "gloss") if details else ""
    return markdown.block("div", [*_words(version, page, corpus), gloss], "testimony")


def _words(anchored: Anchored, page: str, corpus: Corpus) -> Iterator[str]:
    """Yield the source of a passage with its date, and the passage itself."""
    document = corpus.by_id.get(anchored.source)
    when = html.element("span", text_names.dated(document.source), "when") if document else ""
    yield markdown.paragraph(f"{quoting.source_link(anchored, page, corpus)} {when}", "", "whence")
    yield markdown.paragraph(quoting.quoted_passage(anchored, page, corpus), "", "words")


def _outside(item: Discrepancy, page: str, corpus: Corpus) -> str:
    if not item.known:
        return ""
    label = _label("Outside the texts", "outside-the-texts")
    return markdown.blocks([label, markdown.block("div", [quoting.link_evidence(item.known, page, corpus)], "known")])


def _reading(item: Discrepancy) -> str:
    parts = [
        markdown.paragraph("Our reading", "our-reading", "label"),
        markdown.escape(item.reading),
        markdown.paragraph(CONFIDENCE.get(item.confidence, ""), "", "colophon"),
    ]
    return markdown.block("section", parts, "headnote", aria_labelledby="our-reading")


def _notes(path: str, corpus: Corpus) -> str:
    body = corpus.edition.bodies.get(path, "")
    if not body.strip():
        return ""
    return markdown.blocks([_label("Notes", "notes"), add_heading_ids(body, deeper=1)])


def _entries_concerned(about: tuple[str, ...], page: str, corpus: Corpus) -> str:
    entries = quoting.entry_list(about, page, corpus)
    parts = [markdown.heading("What it concerns", 2, "what-it-concerns"), entries]
    return markdown.block("nav", parts, "rail", aria_labelledby="what-it-concerns") if entries else ""


def speaker(item: Quotation, page: str, corpus: Corpus) -> str:
    """Return the speaker of a quotation: a link to an entry, or a name."""
    if item.speaker:
        return quoting.entry_link(item.speaker, page, corpus)
    return markdown.escape(item.speaker_name)


def _quotation_facts(item: Quotation, page: str, corpus: Corpus) -> Iterator[tuple[str, str]]:
    yield "Speaker", speaker(item, page, corpus)
    if item.occasion:
        yield "Occasion", markdown.escape(item.occasion)
    yield "Date", markdown.escape(date_in_words(item.date)) if item.date else "not stated"
    if item.derivation:
        yield "How it was dated", quoting.link_evidence(item.derivation, page, corpus)
    if item.chain:
        yield "How it reached the texts", markdown.escape(item.chain)
