"""The page of an entry: what it is, what it is called, the editors' notes, and every mention in its words."""

from __future__ import annotations

from build_tools import markup
from build_tools.model import Entry, KwicLine, Page, Source
from build_tools.pages import citing
from build_tools.pages.corpus import Corpus, front_matter
from build_tools.pages.pictures import swatch
from build_tools.pages.rail import where_it_stands
from build_tools.pages.register_sections import accounts, differences, event_facts, evidence_share, quotations, roles
from build_tools.pages.structured import entry_head
from build_tools.pages.wordings import in_language, labels, lines_by_text, wordings

_NOWHERE = "No text of this edition names this entry."


def entry_page(entry: Entry, corpus: Corpus) -> Page:
    """Compose the page of one entry."""
    path = citing.entry_path(entry.id)
    fields = {
        "title": entry.pref_label,
        "description": entry.definition,
        "kind": "entry",
        "entry_kind": entry.kind,
        "head": entry_head(entry, corpus),
    }
    parts = [
        front_matter(path, corpus, fields),
        _head(entry, corpus),
        _notes(corpus.body(path)),
        evidence_share(entry, corpus),
        accounts(entry, corpus),
        roles(entry, corpus),
        differences(entry, corpus),
        quotations(entry, corpus),
        wordings(entry, corpus),
        _in_the_corpus(entry, corpus),
        where_it_stands(entry, corpus),
    ]
    return Page(path, markup.blocks(parts) + "\n", path)


def _head(entry: Entry, corpus: Corpus) -> str:
    evidence = corpus.edition.definition_evidence.get(entry.id, "")
    definition = " ".join(part for part in (markup.escape(entry.definition), evidence) if part)
    parts = [
        markup.paragraph(f"{swatch(entry.kind)} {entry.kind}", "", "kicker"),
        markup.heading(markup.escape(entry.pref_label), 1, "label"),
        markup.paragraph(definition, "", "definition"),
        labels(entry, corpus),
        event_facts(entry, corpus),
    ]
    return markup.block("header", parts, "head")


def _notes(body: str) -> str:
    if not body.strip():
        return ""
    return markup.blocks([markup.heading("Notes", 2, "notes", "label"), markup.hand_written(body, deeper=1)])


def _in_the_corpus(entry: Entry, corpus: Corpus) -> str:
    parts = [markup.heading("In the corpus", 2, "in-the-corpus", "label")]
    for identifier, lines in lines_by_text(entry, corpus):
        parts += _from_one_text(corpus.by_id[identifier].source, lines, entry, corpus)
    return markup.blocks(parts if len(parts) > 1 else [*parts, f"{_NOWHERE} {markup.escape(entry.unmentioned)}"])


def _from_one_text(source: Source, lines: tuple[KwicLine, ...], entry: Entry, corpus: Corpus) -> list[str]:
    target = citing.relative(citing.source_path(source.id), citing.entry_path(entry.id))
    title = markup.link(citing.citation(source), target)
    if source.issued:
        title += f" {markup.element('span', citing.dated(source), 'when')}"
    items = (_line(line, target, entry.kind, corpus) for line in lines)
    return [
        markup.heading(title, 3, f"from-{source.id}", "from"),
        markup.block("div", [markup.bullets(items)], "kwic"),
    ]


def _line(line: KwicLine, target: str, kind: str, corpus: Corpus) -> str:
    block = corpus.block(line.mention)
    at = markup.link(citing.place_name(block), f"{target}#{block.id}", "at")
    left = in_language(markup.escape(line.left), block.lang, corpus, "l")
    exact = markup.element("b", markup.escape(line.exact), kind, lang=corpus.language_of(block.lang))
    right = in_language(markup.escape(line.right), block.lang, corpus, "r")
    return f"{at} {left}{exact}{right}"
