"""The pages of a point on which texts differ, and of a quotation with all its versions."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools import markup
from build_tools.findings import counted
from build_tools.model import Page
from build_tools.pages import citing, quoting
from build_tools.pages.corpus import Corpus, front_matter
from build_tools.pages.dates import date_in_words
from build_tools.pages.vocabulary import DIFFERENCES, language_name
from build_tools.testimony import Anchored, Discrepancy, Quotation, Testimony, Version

CONFIDENCE = {
    "high": "The editors are confident of this reading.",
    "medium": "The editors hold this reading for likely.",
    "low": "The editors are not sure of this reading.",
    "open": "The editors leave this open.",
}


def discrepancy_page(item: Discrepancy, corpus: Corpus) -> Page:
    """Compose the page of one point: the claim, what each text says, what is known, how the editors read it."""
    path = quoting.register_path(item)
    fields = {"title": item.title, "description": item.claim, "kind": "discrepancy"}
    says = [_testimony(one, path, corpus) for one in item.says]
    parts = [
        front_matter(path, corpus, fields),
        _head("Where the texts differ", DIFFERENCES.get(item.kind, ""), item.title, item.claim),
        _label("What each text says", "what-each-text-says"),
        markup.block("div", says, "testimonies"),
        _outside(item, path, corpus),
        _reading(item),
        _notes(path, corpus),
        _concerned(item.about, path, corpus),
    ]
    return Page(path, markup.blocks(parts) + "\n", path)


def quotation_page(item: Quotation, corpus: Corpus) -> Page:
    """Compose the page of one quotation: who said it, when, through whom, and every version side by side."""
    path = quoting.register_path(item)
    texts = counted(len({one.source for one in item.versions}), "text")
    number = counted(len(item.versions), "version")
    fields = {"title": item.title, "description": f"{item.title}: {number} in {texts}.", "kind": "quotation"}
    side_by_side = "beside" if len({one.lang for one in item.versions}) > 1 else ""
    versions = [_version(one, path, corpus) for one in item.versions]
    facts = markup.block("div", [markup.definitions(_quotation_facts(item, path, corpus))], "facts")
    parts = [
        front_matter(path, corpus, fields),
        _head("Who said what", "", item.title, "", facts),
        _label("In the words of the texts", "in-the-words-of-the-texts"),
        markup.block("div", versions, "testimonies", side_by_side),
        _notes(path, corpus),
        _concerned(item.about, path, corpus),
    ]
    return Page(path, markup.blocks(parts) + "\n", path)


def _head(register: str, kind: str, title: str, claim: str, *more: str) -> str:
    kicker = " · ".join(part for part in (register, kind) if part)
    parts = [
        markup.paragraph(markup.escape(kicker), "", "kicker"),
        markup.heading(markup.escape(title), 1, "label"),
        markup.paragraph(markup.escape(claim), "", "definition") if claim else "",
        *more,
    ]
    return markup.block("header", parts, "head")


def _label(words: str, identifier: str) -> str:
    return markup.heading(words, 2, identifier, "label")


def _testimony(one: Testimony, page: str, corpus: Corpus) -> str:
    by = f"Asserted by {quoting.asserter(one.by, page, corpus)}." if one.by else ""
    parts = [
        *_words(one, page, corpus),
        markup.paragraph(markup.escape(one.gloss), "", "gloss") if one.gloss else "",
        markup.paragraph(by, "", "by") if by else "",
    ]
    return markup.block("div", parts, "testimony")


def _version(one: Version, page: str, corpus: Corpus) -> str:
    details = [language_name(one.lang)] if corpus.language_of(one.lang) else []
    details += [one.via] if one.via else []
    gloss = markup.paragraph(markup.escape(" · ".join(details)), "", "gloss") if details else ""
    return markup.block("div", [*_words(one, page, corpus), gloss], "testimony")


def _words(one: Anchored, page: str, corpus: Corpus) -> Iterator[str]:
    """Whence the words are and when that was written; the words themselves."""
    document = corpus.by_id.get(one.source)
    when = markup.element("span", citing.dated(document.source), "when") if document else ""
    yield markup.paragraph(f"{quoting.whence(one, page, corpus)} {when}", "", "whence")
    yield markup.paragraph(quoting.quoted(one, page, corpus), "", "words")


def _outside(item: Discrepancy, page: str, corpus: Corpus) -> str:
    if not item.known:
        return ""
    label = _label("Outside the texts", "outside-the-texts")
    return markup.blocks([label, markup.block("div", [quoting.cited(item.known, page, corpus)], "known")])


def _reading(item: Discrepancy) -> str:
    parts = [
        markup.paragraph("Our reading", "our-reading", "label"),
        markup.escape(item.reading),
        markup.paragraph(CONFIDENCE.get(item.confidence, ""), "", "colophon"),
    ]
    return markup.block("section", parts, "headnote", aria_labelledby="our-reading")


def _notes(path: str, corpus: Corpus) -> str:
    body = corpus.edition.bodies.get(path, "")
    if not body.strip():
        return ""
    return markup.blocks([_label("Notes", "notes"), markup.hand_written(body, deeper=1)])


def _concerned(about: tuple[str, ...], page: str, corpus: Corpus) -> str:
    entries = quoting.entry_list(about, page, corpus)
    parts = [markup.heading("What it concerns", 2, "what-it-concerns"), entries]
    return markup.block("nav", parts, "rail", aria_labelledby="what-it-concerns") if entries else ""


def speaker(item: Quotation, page: str, corpus: Corpus) -> str:
    """Whose words they are: an entry, or a name."""
    if item.speaker:
        return quoting.entry_link(item.speaker, page, corpus)
    return markup.escape(item.speaker_name)


def _quotation_facts(item: Quotation, page: str, corpus: Corpus) -> Iterator[tuple[str, str]]:
    yield "Speaker", speaker(item, page, corpus)
    if item.occasion:
        yield "Occasion", markup.escape(item.occasion)
    yield "Date", markup.escape(date_in_words(item.date)) if item.date else "not stated"
    if item.derivation:
        yield "How dated", quoting.cited(item.derivation, page, corpus)
    if item.chain:
        yield "Through whom", markup.escape(item.chain)
