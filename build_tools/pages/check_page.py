"""The page on which readers check a quotation: hand-written words, a form that a script reveals, the texts it looks in."""

from __future__ import annotations

from build_tools import markup
from build_tools.findings import counted
from build_tools.model import Page
from build_tools.pages import citing
from build_tools.pages.corpus import Corpus, front_matter
from build_tools.quotable import is_quotable

CHECK = "check.md"

_WITHOUT = (
    "Checking needs JavaScript, and it is off here. Open a text below and look for some words of the quotation with"
    " your browser’s own search (Ctrl+F or ⌘F), a few at a time: a quotation mark of another shape hides the rest."
)
_LEGEND = "Underlined on a ground: words that the text has and the quotation lacks. Struck out: words that only the quotation has."


def check_page(corpus: Corpus) -> Page:
    """Compose the page; its script loads a text's words when a reader first asks."""
    texts = [document.source for document in corpus.documents if is_quotable(document.source)]
    title = corpus.edition.titles.get(CHECK, "Check a quotation")
    opening, rest = markup.split_at_heading(markup.hand_written(corpus.body(CHECK)))
    fields: dict[str, str | tuple[str, ...]] = {
        "title": title,
        "description": f"Whether a quotation stands in one of {counted(len(texts), 'text')}: exactly, altered, or not.",
        "kind": "check",
        "styles": ("assets/check.css",),
        "scripts": ("assets/check.js",),
    }
    parts = [
        front_matter(CHECK, corpus, fields),
        markup.heading(markup.escape(title), 1, "title"),
        opening,
        _form(),
        markup.raw_block("p", [], "check-answer", role="status"),
        markup.raw_block("ol", [], "check-found"),
        markup.paragraph(_LEGEND, "", "check-legend"),
        markup.paragraph(_WITHOUT, "", "check-without"),
        rest,
        markup.heading("Where it looks", 2, "texts"),
        markup.block("div", [markup.bullets(_text_links(corpus))], "check-texts"),
    ]
    return Page(CHECK, markup.blocks(parts) + "\n", CHECK)


def _form() -> str:
    lines = [
        markup.element("label", "The quotation", for_="quotation"),
        markup.element("textarea", "", id="quotation", rows="5", spellcheck="false", autocomplete="off"),
        markup.element("p", markup.element("button", "Check", type="submit") + " <kbd>Ctrl+Enter</kbd>"),
    ]
    return markup.raw_block("form", lines, "check", hidden="")


def _text_links(corpus: Corpus) -> list[str]:
    links = []
    for document in corpus.documents:
        source = document.source
        if is_quotable(source):
            target = citing.relative(citing.source_path(source.id), CHECK)
            links.append(markup.link(citing.citation(source), target, data_text=source.id))
    return links
