"""What was withdrawn: a page at each address that says when and why, a list of all, and the same as data.

A text keeps a page of its own, without its words; of everything else only this is left.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from build_tools.corpus.withdrawals import WITHDRAWN, Withdrawal
from build_tools.model import Data
from build_tools.website.localisation import translate, translate_count
from build_tools.website.markup.body_nodes import Bullets, Content, Heading, Link, Paragraph
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.naming.date_words import day_in_words
from build_tools.website.naming.text_names import citation
from build_tools.website.pages.indexes.index_page import Index, compose_index
from build_tools.website.survey.lookups import Corpus, page_fields

JSON_FILE = "data/withdrawn.json"


def withdrawn_pages(corpus: Corpus) -> Iterator[ComposedPage]:
    """Yield the list, and a page for each thing withdrawn that is no text; nothing where nothing was withdrawn."""
    withdrawals = sorted(
        corpus.edition.withdrawals, key=lambda withdrawal: (withdrawal.on, withdrawal.page), reverse=True
    )
    if not withdrawals:
        return
    items: tuple[Content, ...] = tuple(
        (*_named(item, corpus), ". ", *withdrawal_words(item, corpus)) for item in withdrawals
    )
    description = translate_count(
        len(withdrawals),
        "{number} page was withdrawn; why, and when.",
        "{number} pages were withdrawn; why, and when.",
    )
    yield compose_index(WITHDRAWN, Index("prose", description, below=(Bullets(items),)), corpus)
    for withdrawal in withdrawals:
        for former in withdrawal.former_ids if withdrawal.is_text else (withdrawal.id, *withdrawal.former_ids):
            yield _tombstone(f"{withdrawal.folder}/{former}", withdrawal, corpus)


def withdrawn_data(corpus: Corpus) -> tuple[Data, ...]:
    """Return the list as JSON; nothing where nothing was withdrawn."""
    rows = [
        {"page": item.page, "on": item.on, "reason": item.reason, "to": item.to, "former_ids": item.former_ids}
        for item in corpus.edition.withdrawals
    ]
    return (Data(JSON_FILE, json.dumps(rows, ensure_ascii=False, indent=1) + "\n"),) if rows else ()


def withdrawal_words(withdrawal: Withdrawal, corpus: Corpus) -> Content:
    """Return when and why something was withdrawn, and what to read instead."""
    stop = "." if withdrawal.reason[-1:].isalnum() else ""
    words = (translate("Withdrawn on {date}:", date=day_in_words(withdrawal.on)), f" {withdrawal.reason}{stop}")
    if not withdrawal.to:
        return words
    return (*words, " ", translate("Instead:"), " ", Link((_title(withdrawal.to, corpus),), f"{withdrawal.to}.md"), ".")


def _named(withdrawal: Withdrawal, corpus: Corpus) -> Content:
    name = _title(withdrawal.page, corpus) if withdrawal.is_text else withdrawal.id
    return (Link((name,), f"{withdrawal.page}.md"),)


def _title(page: str, corpus: Corpus) -> str:
    folder, _, identifier = page.partition("/")
    if folder == "glossary" and identifier in corpus.entries:
        return corpus.entries[identifier].pref_label
    if folder == "sources" and identifier in corpus.by_id:
        return citation(corpus.by_id[identifier].source)
    titles = {item.path: item.title for item in corpus.edition.registers.items}
    return titles.get(f"docs/{page}.md", identifier)


def _tombstone(page: str, withdrawal: Withdrawal, corpus: Corpus) -> ComposedPage:
    path, name = f"{page}.md", translate("{id}: withdrawn", id=page.partition("/")[2])
    fields = {"title": name, "description": withdrawal.reason, "kind": "withdrawn"}
    everything = Link((translate("All that was withdrawn"),), WITHDRAWN)
    body = (
        Heading(1, "title", (name,)),
        Paragraph(withdrawal_words(withdrawal, corpus)),
        Paragraph((translate("What was here is not published any more."), " ", everything, ".")),
    )
    return ComposedPage(path, "main.html", page_fields(path, corpus, fields), body=body, edit_path=WITHDRAWN)
