"""The page of an entry: its definition, its names, the editors' notes, and every mention in context."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model import PLURALS, Entry, KwicLine, Page, Source
from build_tools.model.findings import pluralise
from build_tools.text import html, markdown
from build_tools.text.prose.heading_ids import add_heading_ids
from build_tools.website.naming import text_names
from build_tools.website.pages.entry.surface_forms import alternative_labels, in_language, lines_by_text, wordings_table
from build_tools.website.pages.parts.charts import swatch
from build_tools.website.pages.parts.page_metadata import entry_metadata
from build_tools.website.pages.parts.sidebar import entry_sidebar
from build_tools.website.pages.registers.register_sections import (
    differences_section,
    event_accounts,
    event_facts,
    evidence_share,
    quotations_section,
    roles_section,
)
from build_tools.website.survey.lookups import Corpus, page_front_matter

_NOWHERE = "No text of this edition names this entry."


def entry_page(entry: Entry, corpus: Corpus) -> Page:
    """Compose the page of one entry."""
    path = text_names.entry_path(entry.id)
    fields = {
        "title": entry.pref_label,
        "description": entry.definition,
        "kind": "entry",
        "entry_kind": entry.kind,
        "entry_kinds": PLURALS[entry.kind],
        "head": entry_metadata(entry, corpus),
    }
    parts = [
        page_front_matter(path, corpus, fields),
        _head(entry, corpus),
        _notes(corpus.body(path)),
        evidence_share(entry, corpus),
        event_accounts(entry, corpus),
        roles_section(entry, corpus),
        differences_section(entry, corpus),
        quotations_section(entry, corpus),
        wordings_table(entry, corpus),
        _in_the_corpus(entry, corpus),
        entry_sidebar(entry, corpus),
    ]
    return Page(path, markdown.blocks(parts) + "\n", path)


def _head(entry: Entry, corpus: Corpus) -> str:
    evidence = corpus.edition.definition_evidence.get(entry.id, "")
    definition = " ".join(part for part in (markdown.escape(entry.definition), evidence) if part)
    parts = [
        markdown.paragraph(f"{swatch(entry.kind)} {entry.kind}", "", "kicker"),
        markdown.heading(markdown.escape(entry.pref_label), 1, "label"),
        markdown.paragraph(definition, "", "definition"),
        alternative_labels(entry, corpus),
        event_facts(entry, corpus),
    ]
    return markdown.block("header", parts, "head")


def _notes(body: str) -> str:
    if not body.strip():
        return ""
    return markdown.blocks([markdown.heading("Notes", 2, "notes", "label"), add_heading_ids(body, deeper=1)])


def _in_the_corpus(entry: Entry, corpus: Corpus) -> str:
    parts = [markdown.heading("In the corpus", 2, "in-the-corpus", "label")]
    for identifier, lines in lines_by_text(entry, corpus):
        parts += _from_one_text(corpus.by_id[identifier].source, lines, entry, corpus)
    parts += _not_shown(entry, corpus)
    return markdown.blocks(parts if len(parts) > 1 else [*parts, f"{_NOWHERE} {markdown.escape(entry.unmentioned)}"])


def _not_shown(entry: Entry, corpus: Corpus) -> Iterator[str]:
    """Yield a sentence for each text that names the entry in words that are not published."""
    for document in corpus.documents:
        publication = corpus.publication(document.source.id)
        if publication and (number := (publication.unshown or {}).get(entry.id)):
            target = text_names.relative(text_names.source_path(document.source.id), text_names.entry_path(entry.id))
            link = markdown.link(text_names.citation(document.source), target)
            words = pluralise(number, "mention is", "mentions are")
            yield markdown.paragraph(f"{link}: {words} not shown, as the text is not published in full.")


def _from_one_text(source: Source, lines: tuple[KwicLine, ...], entry: Entry, corpus: Corpus) -> list[str]:
    target = text_names.relative(text_names.source_path(source.id), text_names.entry_path(entry.id))
    title = markdown.link(text_names.citation(source), target)
    if source.issued:
        title += f" {html.element('span', text_names.dated(source), 'when')}"
    items = (_line(line, target, entry.kind, corpus) for line in lines)
    return [
        markdown.heading(title, 3, f"from-{source.id}", "from"),
        markdown.block("div", [markdown.bullets(items)], "kwic"),
    ]


def _line(line: KwicLine, target: str, kind: str, corpus: Corpus) -> str:
    block = corpus.block(line.mention)
    place = markdown.link(text_names.place_name(block), f"{target}#{block.id}", "at")
    left = in_language(markdown.escape(line.left), block.lang, corpus, "l")
    exact = html.element("b", markdown.escape(line.exact), kind, lang=corpus.language_of(block.lang))
    right = in_language(markdown.escape(line.right), block.lang, corpus, "r")
    return f"{place} {left}{exact}{right}"
