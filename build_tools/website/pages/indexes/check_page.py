"""The page for checking a quotation: an introduction, a form that a script reveals, the texts it searches."""

from __future__ import annotations

from build_tools.model import Page
from build_tools.model.findings import pluralise
from build_tools.text import html, markdown
from build_tools.text.prose.heading_ids import add_heading_ids, split_at_heading
from build_tools.website.data.quotation_data import quotable_documents
from build_tools.website.naming import text_names
from build_tools.website.survey.lookups import Corpus, page_front_matter

CHECK = "check.md"

_WITHOUT_SCRIPTS = (
    "Checking needs JavaScript, which is off here. Open a text below and use your browser’s own search (Ctrl+F or ⌘F)"
    " to look for a few words of the quotation at a time: one quotation mark of a different shape hides a longer match."
)
_LEGEND = (
    "Underlined and shaded: words that are in the text but not in the quotation."
    " Struck out: words that are only in the quotation."
)


def check_page(corpus: Corpus) -> Page:
    """Compose the page; its script loads the words of a text at the first check."""
    number = pluralise(len(quotable_documents(corpus.documents)), "text")
    title = corpus.edition.titles.get(CHECK, "Check a quotation")
    opening, rest = split_at_heading(add_heading_ids(corpus.body(CHECK)))
    fields: dict[str, str | tuple[str, ...]] = {
        "title": title,
        "description": f"Check whether a quotation appears in one of {number}: word for word, altered, or not at all.",
        "kind": "check",
        "styles": ("assets/check.css",),
        "scripts": ("assets/check.js",),
    }
    parts = [
        page_front_matter(CHECK, corpus, fields),
        markdown.heading(markdown.escape(title), 1, "title"),
        opening,
        _form(),
        html.raw_block("p", [], "check-answer", role="status"),
        html.raw_block("ol", [], "check-found"),
        markdown.paragraph(_LEGEND, "", "check-legend"),
        markdown.paragraph(_WITHOUT_SCRIPTS, "", "check-without"),
        rest,
        markdown.heading("Texts searched", 2, "texts"),
        markdown.block("div", [markdown.bullets(_text_links(corpus))], "check-texts"),
    ]
    return Page(CHECK, markdown.blocks(parts) + "\n", CHECK)


def _form() -> str:
    lines = [
        html.element("label", "The quotation", for_="quotation"),
        html.element("textarea", "", id="quotation", rows="5", spellcheck="false", autocomplete="off"),
        html.element("p", html.element("button", "Check", type="submit") + " <kbd>Ctrl+Enter</kbd>"),
    ]
    return html.raw_block("form", lines, "check", hidden="")


def _text_links(corpus: Corpus) -> list[str]:
    links = []
    for document in quotable_documents(corpus.documents):
        source = document.source
        target = text_names.relative(text_names.source_path(source.id), CHECK)
        link = markdown.link(text_names.citation(source), target, data_text=source.id)
        links.append(f"{link} (only its excerpts)" if source.is_withheld else link)
    return links
