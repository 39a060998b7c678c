"""A page at each former address that leads to the present one, so that old links and bookmarks still work.

The template redirects browsers by the field `moved`; the link is for browsers that do not follow it.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.website.localisation import translate
from build_tools.website.markup.body_nodes import Heading, Link, Paragraph
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.survey.lookups import Corpus, page_fields


def redirect_pages(corpus: Corpus) -> Iterator[ComposedPage]:
    """Yield a page for each former id of an entry, a text, a discrepancy or a quotation."""
    items = [(entry.path, entry.pref_label, entry.former_ids) for entry in corpus.entries.values()]
    texts = [document.source for document in corpus.documents]
    items += [(source.path, source.title, source.former_ids) for source in texts]
    items += [(item.path, item.title, item.former_ids) for item in corpus.edition.registers.items]
    for path, title, former_ids in items:
        for former in former_ids:
            yield _redirect(path.removeprefix("docs/"), title, former, corpus)


def _redirect(path: str, title: str, former: str, corpus: Corpus) -> ComposedPage:
    page = f"{path.partition('/')[0]}/{former}.md"
    name = translate("{name}: moved", name=former)
    fields = {
        "title": name,
        "description": translate("Now: {title}", title=title),
        "kind": "moved",
        "moved": path.removesuffix(".md"),
    }
    body = (
        Heading(1, "title", (name,)),
        Paragraph((translate("This page has a new address:"), " ", Link((title,), path), ".")),
    )
    return ComposedPage(page, "main.html", page_fields(page, corpus, fields), body=body, edit_path=path)
