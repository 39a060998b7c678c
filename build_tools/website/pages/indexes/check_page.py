"""The page for checking a quotation: an introduction, a form that a script reveals, the texts it searches."""

from __future__ import annotations

from build_tools.model import Source
from build_tools.website.data.quotation_data import quotable_documents
from build_tools.website.localisation import for_translation, translate, translate_count
from build_tools.website.markup.body_nodes import Bullets, Content, Heading, Link, Paragraph, Slot
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.naming.addresses import source_path
from build_tools.website.pages.indexes.index_page import Index, compose_index
from build_tools.website.pages.text_lists.telling_apart import unlike_citation
from build_tools.website.survey.lookups import Corpus

CHECK = "check.md"

_MOST_NAMED = 100
"""Texts that the page names: those of a large edition have pages of their own, and a check loads only what it reads."""

_WITHOUT_SCRIPTS = for_translation(
    "Checking needs JavaScript, which is off here. Open a text below and use your browser’s own search (Ctrl+F or ⌘F)"
    " to look for a few words of the quotation at a time: one quotation mark of a different shape hides a longer match."
)


def check_page(corpus: Corpus) -> ComposedPage:
    """Compose the page; its script loads the words of a text at the first check."""
    documents = quotable_documents(corpus.documents)
    named = documents[:_MOST_NAMED]
    texts = [
        {
            "id": document.source.id,
            "name": unlike_citation(document.source.id, corpus),
            "is_withheld": document.source.is_withheld,
        }
        for document in named
    ]
    more = [(Link((translate("All texts"),), "sources/index.md"),)] if len(named) < len(documents) else []
    listed = Bullets((*(_text_link(document.source, corpus) for document in named), *more))
    index = Index(
        "check",
        translate_count(
            len(documents),
            "Check whether a quotation appears in one of {number} text: word for word, altered, or not at all.",
            "Check whether a quotation appears in one of {number} texts: word for word, altered, or not at all.",
        ),
        above=(Slot("form"), Paragraph((translate(_WITHOUT_SCRIPTS),), classes=("check-without",))),
        below=(Heading(2, "texts", (translate("Texts searched"),)), Slot("texts", (listed,))),
        template="check.html",
        around={"texts": texts, "has_more": bool(more)},
        styles=("assets/check.css",),
        scripts=("assets/check.js",),
    )
    return compose_index(CHECK, index, corpus)


def _text_link(source: Source, corpus: Corpus) -> Content:
    link = Link((unlike_citation(source.id, corpus),), source_path(source.id))
    return (link, " ", translate("(only its excerpts)")) if source.is_withheld else (link,)
