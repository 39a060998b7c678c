"""The pages of a discrepancy between the texts, and of a quotation with all its versions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_tools.model.registers import Anchored, Attribution, Discrepancy, Original, Quotation, Testimony, Version
from build_tools.text.prose.heading_ids import add_heading_ids
from build_tools.website.localisation import as_said, for_translation, translate, translate_count
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
from build_tools.website.naming.counted_things import counted_texts
from build_tools.website.naming.date_words import date_in_words
from build_tools.website.naming.outside_names import work_mark
from build_tools.website.naming.vocabulary import ONLY_PRECISION, difference_in_words, language_name
from build_tools.website.pages.metadata import register_metadata
from build_tools.website.pages.parts.next_pages import next_pages
from build_tools.website.pages.parts.page_citing import page_citation_box
from build_tools.website.pages.registers import linked_passages
from build_tools.website.pages.registers.quoted_citations import quoted_citations
from build_tools.website.pages.registers.register_sections import section_label
from build_tools.website.survey.lookups import Corpus, page_fields

CONFIDENCE = {
    "high": for_translation("The editors are confident of this reading."),
    "medium": for_translation("The editors consider this reading likely."),
    "low": for_translation("The editors are not sure of this reading."),
    "open": for_translation("The editors leave this open."),
}


_TEMPLATE = "register.html"


def discrepancy_page(item: Discrepancy, corpus: Corpus) -> ComposedPage:
    """Compose the page of a discrepancy: the claim, what each text says, outside evidence, the editors' reading."""
    path = linked_passages.register_path(item)
    kicker = translate(ONLY_PRECISION)
    if item.is_difference:
        kicker = " · ".join(filter(None, (translate("Where the texts differ"), difference_in_words(item.kind))))
    around = {
        "kicker": kicker,
        "colophon": translate(CONFIDENCE[item.confidence]) if item.confidence in CONFIDENCE else "",
        "cite": page_citation_box(path, corpus),
        "next": next_pages(path, corpus),
        "concerns": _entries_concerned(item.about, corpus),
        "metadata": register_metadata(item, corpus),
    }
    fields = {"title": item.title, "description": item.claim, "kind": "discrepancy"}
    body = tuple(_discrepancy(item, path, corpus))
    return ComposedPage(path, _TEMPLATE, page_fields(path, corpus, fields), around, body, path)


def _discrepancy(item: Discrepancy, path: str, corpus: Corpus) -> Iterator[Block]:
    yield Heading(1, "label", (item.title,))
    yield Paragraph((item.claim,), classes=("definition",))
    yield Slot("end of head")
    yield section_label(translate("What each text says"), "what-each-text-says")
    yield Division(tuple(_testimony(testimony, item, corpus) for testimony in item.says), ("testimonies",))
    if item.known:
        yield section_label(translate("Outside evidence"), "outside-the-texts")
        yield Division((Paragraph(linked_passages.written(item.known, path, corpus)),), ("known",))
    yield Slot("reading")
    yield Paragraph((translate("Our reading"),), "our-reading", ("label",))
    yield Paragraph((item.reading,))
    yield Slot("colophon")
    yield from _notes(path, corpus)


def quotation_page(item: Quotation, corpus: Corpus) -> ComposedPage:
    """Compose the page of a quotation: who said it, when, how it reached the texts, and every version side by side."""
    path = linked_passages.register_path(item)
    versions = translate(
        "{title}: {versions} in {texts}.",
        title=item.title,
        versions=translate_count(len(item.versions), "{number} version", "{number} versions"),
        texts=counted_texts(len({version.source for version in item.versions})),
    )
    fields = {"title": item.title, "description": versions, "kind": "quotation"}
    concerns = _entries_concerned(item.about, corpus)
    around = {
        "kicker": translate("Who said what"),
        "concerns": concerns,
        "quoted": quoted_citations(item, corpus),
        "cite": page_citation_box(path, corpus),
        "next": next_pages(path, corpus),
        "metadata": register_metadata(item, corpus),
    }
    body = tuple(_quotation(item, path, corpus))
    return ComposedPage(path, _TEMPLATE, page_fields(path, corpus, fields), around, body, path)


def _quotation(item: Quotation, path: str, corpus: Corpus) -> Iterator[Block]:
    yield Heading(1, "label", (item.title,))
    yield Division((Definitions(tuple(_quotation_facts(item, path, corpus))),), ("facts",))
    yield Slot("end of head")
    if originals := [_original(original, corpus) for original in item.originals]:
        yield section_label(translate("First said"), "first-said")
        yield from originals
    yield section_label(translate("In the words of the texts"), "in-the-words-of-the-texts")
    side_by_side = "beside" if len({version.lang for version in item.versions}) > 1 else ""
    yield Division(tuple(_version(version, item, corpus) for version in item.versions), ("testimonies", side_by_side))
    yield from _notes(path, corpus)


def _testimony(testimony: Testimony, item: Discrepancy, corpus: Corpus) -> Division:
    parts = [*_words(testimony, item.says, corpus)]
    if testimony.gloss:
        parts.append(Paragraph((testimony.gloss,), classes=("gloss",)))
    if testimony.by:
        parts.append(Paragraph(_asserted(testimony.by, corpus), classes=("by",)))
    return Division(tuple(parts), ("testimony",))


def _asserted(by: Attribution, corpus: Corpus) -> Content:
    before, _, after = translate("Asserted by {asserter}.").partition("{asserter}")
    return tuple(part for part in (as_said(before), *linked_passages.asserter(by, corpus), as_said(after)) if part)


def _version(version: Version, item: Quotation, corpus: Corpus) -> Division:
    details = [language_name(version.lang)] if corpus.language_of(version.lang) else []
    details += [" · "] if details and version.via else []
    details += [version.via] if version.via else []
    gloss = (Paragraph(tuple(details), classes=("gloss",)),) if details else ()
    return Division((*_words(version, item.versions, corpus), *gloss), ("testimony",))


def _original(original: Original, corpus: Corpus) -> Division:
    """Return the first utterance of a statement: its words, and beside them what they mean."""
    work = corpus.registry.works.get(original.work)
    cited: Content = (work_mark(work, corpus.registry.works.values()),) if work else (original.work,)
    when: Content = (" ", Phrase((original.note,), ("when",))) if original.note else ()
    said = Phrase((linked_passages.in_quotation_marks(original.quote),), ("q",), lang=corpus.language_of(original.lang))
    shown: list[Block] = [
        Division(
            (Paragraph((*cited, *when), classes=("origin",)), Paragraph((said,), classes=("words",))), ("testimony",)
        )
    ]
    if original.translation:
        meant = Paragraph((linked_passages.in_quotation_marks(original.translation),), classes=("words",))
        ours = Paragraph(
            (translate("{language}, in our translation", language=language_name(original.lang)),), classes=("origin",)
        )
        shown.append(Division((ours, meant), ("testimony",)))
    return Division(tuple(shown), ("testimonies", "beside" if original.translation else ""))


def _words(anchored: Anchored, among: Sequence[Anchored], corpus: Corpus) -> Iterator[Paragraph]:
    """Yield the source of a passage with its date, and the passage itself."""
    document = corpus.by_id.get(anchored.source)
    when: Content = (" ", Phrase(text_names.date_content(document.source), ("when",))) if document else ()
    yield Paragraph((linked_passages.source_link(anchored, corpus), *when), classes=("origin",))
    yield Paragraph((linked_passages.quoted_passage(anchored, corpus, among),), classes=("words",))


def _notes(path: str, corpus: Corpus) -> Iterator[Block]:
    if (notes := corpus.body(path)).strip():
        yield section_label(translate("Notes"), "notes")
        yield EditorBlocks(add_heading_ids(notes, deeper=1))


def _entries_concerned(about: tuple[str, ...], corpus: Corpus) -> list[dict[str, str]]:
    """Return the entries that an item is about, for the template: label, page and kind; unknown ids are left out."""
    entries = [corpus.entries[identifier] for identifier in about if identifier in corpus.entries]
    return [{"label": entry.pref_label, "to": f"glossary/{entry.id}", "kind": entry.kind} for entry in entries]


def _quotation_facts(item: Quotation, page: str, corpus: Corpus) -> Iterator[tuple[Content, Content]]:
    yield (translate("Speaker"),), (linked_passages.speaker(item, corpus),)
    if item.occasion:
        yield (translate("Occasion"),), (item.occasion,)
    yield (translate("Date"),), (date_in_words(item.date) if item.date else translate("not stated"),)
    if item.derivation:
        yield (translate("How it was dated"),), linked_passages.written(item.derivation, page, corpus)
    yield (translate("Quoted in"),), _quoting_texts(item, corpus)
    if item.chain:
        yield (translate("How it reached the texts"),), (item.chain,)


def _quoting_texts(item: Quotation, corpus: Corpus) -> Content:
    """Return each place that has the quotation, as a link."""
    firsts = {(version.source, version.block): version for version in reversed(item.versions)}
    links = [linked_passages.source_link(version, corpus) for version in reversed(firsts.values())]
    return tuple(part for link in links for part in ("; ", link))[1:]
