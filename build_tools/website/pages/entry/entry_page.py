"""The page of an entry: its definition, its names, the editors' notes, and every mention in context."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from build_tools.model import Entry
from build_tools.model.thesaurus.authorities import authority_record
from build_tools.text.prose.heading_ids import add_heading_ids
from build_tools.website.localisation import for_translation, keep_language, translate, translate_count
from build_tools.website.markup.as_data import runs
from build_tools.website.markup.body_nodes import (
    Block,
    Content,
    Division,
    EditorBlocks,
    EditorWords,
    Heading,
    Link,
    Paragraph,
    Slot,
)
from build_tools.website.markup.composed_page import ComposedPage, DeferredPage
from build_tools.website.naming import text_names
from build_tools.website.naming.addresses import entry_path, source_path
from build_tools.website.naming.counted_things import mentions_in_texts
from build_tools.website.naming.vocabulary import kind_in_plural
from build_tools.website.pages.entry.entry_lines import lines_of_text
from build_tools.website.pages.entry.entry_years import EntryYear, entry_years, is_folded
from build_tools.website.pages.entry.folded_lines import (
    bars_to_folds,
    fold_summaries,
    folded_years,
    ways_to_lines,
)
from build_tools.website.pages.entry.label_evidence import alternative_labels
from build_tools.website.pages.entry.surface_forms import lines_by_text, wordings
from build_tools.website.pages.metadata import entry_metadata
from build_tools.website.pages.parts.next_pages import next_pages
from build_tools.website.pages.parts.page_citing import page_citation_box
from build_tools.website.pages.parts.sidebar import entry_sidebar
from build_tools.website.pages.parts.signposts import entry_signposts
from build_tools.website.pages.registers import register_sections
from build_tools.website.pages.registers.register_sections import section_label
from build_tools.website.survey.lookups import Corpus, page_fields

_TEMPLATE = "entry.html"
_MOST_NOT_SHOWN = 20
_NOWHERE = for_translation("No text of this edition names this entry.")


def defer_entry_page(entry: Entry, corpus: Corpus, inputs: bytes) -> DeferredPage:
    """Return the page of one entry, to be composed when it is wanted.

    Args:
        entry: The entry.
        corpus: The edition.
        inputs: A digest of all that the page is composed from.
    """
    path = entry_path(entry.id)
    evidence = corpus.edition.definition_evidence.get(entry.id, ())
    is_written = any(isinstance(item, EditorWords) for item in evidence)
    written = None if corpus.body(path).strip() or entry.event or entry.roles or is_written else ()
    compose = keep_language(partial(entry_page, entry, corpus))
    return DeferredPage(path, _TEMPLATE, _fields(entry, corpus), compose, inputs, written, path)


def entry_page(entry: Entry, corpus: Corpus, fields: Mapping[str, str | tuple[str, ...]]) -> ComposedPage:
    """Compose the page of one entry, with this front matter."""
    path = entry_path(entry.id)
    years = entry_years(entry, corpus) if is_folded(entry.id, corpus) else ()
    around = {
        "id": entry.id,
        "metadata": entry_metadata(entry, corpus),
        "signposts": entry_signposts(entry, corpus),
        "kind": entry.kind,
        "labels": alternative_labels(entry, corpus),
        **({"same_as": runs(_same_as(entry))} if entry.same_as else {}),
        "share": register_sections.evidence_share(entry, corpus),
        "years": fold_summaries(years),
        "ways": ways_to_lines(entry, years, corpus),
        "wordings": wordings(entry, corpus),
        "cite": page_citation_box(path, corpus),
        "next": next_pages(path, corpus),
        "sidebar": entry_sidebar(entry, corpus),
    }
    return ComposedPage(path, _TEMPLATE, fields, around, tuple(_body(entry, years, corpus)), path)


def _same_as(entry: Entry) -> Content:
    """Return the same thing in authority files as links: "Wikidata Q159 · GND 118540238"."""
    records = filter(None, map(authority_record, entry.same_as))
    links = [Link((f"{record.authority} {record.identifier}",), record.page) for record in records]
    return tuple(part for link in links for part in (" · ", link))[1:]


def _fields(entry: Entry, corpus: Corpus) -> dict[str, str | tuple[str, ...]]:
    fields: dict[str, str | tuple[str, ...]] = {
        "title": entry.pref_label,
        "description": entry.definition,
        "kind": "entry",
        "entry_kind": entry.kind,
        "entry_kinds": kind_in_plural(entry.kind),
        **({"styles": ("assets/ways.css",)} if is_folded(entry.id, corpus) else {}),
    }
    return page_fields(entry_path(entry.id), corpus, fields)


def _body(entry: Entry, years: Sequence[EntryYear], corpus: Corpus) -> Iterator[Block]:
    """Yield head, notes, what the registers say, and the mentions, with the places of what is around them."""
    yield Heading(1, "label", (entry.pref_label,))
    evidence = corpus.edition.definition_evidence.get(entry.id, ())
    yield Paragraph((entry.definition, *((" ", *evidence) if evidence else ())), classes=("definition",))
    yield Slot("labels")
    yield from register_sections.event_facts(entry, corpus)
    yield Slot("end of head")
    if years:
        yield section_label(translate("Mentions by year"), "mentions-by-year")
        yield bars_to_folds(years)
    if (notes := corpus.body(entry_path(entry.id))).strip():
        yield section_label(translate("Notes"), "notes")
        yield EditorBlocks(add_heading_ids(notes, deeper=1))
    yield Slot("share")
    yield from register_sections.event_accounts(entry, corpus)
    yield from register_sections.roles_section(entry, corpus)
    yield from register_sections.differences_section(entry, corpus)
    yield from register_sections.quotations_section(entry, corpus)
    yield Slot("wordings")
    yield from _in_the_corpus(entry, years, corpus)


def _in_the_corpus(entry: Entry, years: Sequence[EntryYear], corpus: Corpus) -> Iterator[Block]:
    yield section_label(translate("In the corpus"), "in-the-corpus")
    if years:
        yield Slot("ways")
        shown: list[Block] = [Division(tuple(folded_years(entry, years, corpus)), ("by-year",))]
    else:
        shown = [block for _, lines in lines_by_text(entry, corpus) for block in lines_of_text(lines, entry, corpus)]
    shown += _not_shown(entry, corpus)
    if entry.id not in corpus.edition.concordance:
        nowhere = "" if shown else translate(_NOWHERE)
        words = f"{nowhere} {entry.unmentioned}".strip()
        yield from (Paragraph((words,)),) if words else ()
    yield from shown


def _not_shown(entry: Entry, corpus: Corpus) -> Iterator[Paragraph]:
    """Yield a sentence for each text that names the entry in words that are not published; one for all if many do."""
    numbers = {
        document.source.id: number
        for document in (corpus.documents if corpus.edition.publications else ())
        if (publication := corpus.publication(document.source.id))
        and (number := (publication.unshown or {}).get(entry.id))
    }
    if len(numbers) > _MOST_NOT_SHOWN:
        found = mentions_in_texts(sum(numbers.values()), len(numbers))
        yield Paragraph((translate("Not shown, as the texts are not published in full: {mentions}.", mentions=found),))
        return
    for text, number in numbers.items():
        link = Link((text_names.citation(corpus.by_id[text].source),), source_path(text))
        words = translate_count(
            number,
            "{number} mention is not shown, as the text is not published in full.",
            "{number} mentions are not shown, as the text is not published in full.",
        )
        yield Paragraph((link, ": ", words))
