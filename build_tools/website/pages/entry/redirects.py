"""A page at each former address that leads to the present one, so that old links and bookmarks still work.

The template redirects browsers by the field `moved`; the link is for browsers that do not follow it.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.website.markup.body_nodes import Heading, Link, Paragraph
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.survey.lookups import Corpus, page_fields


def redirect_pages(corpus: Corpus) -> Iterator[ComposedPage]:
    """Yield a page for each former id of an entry, a discrepancy or a quotation."""
    items = [(entry.path, entry.pref_label, entry.former_ids) for entry in corpus.entries.values()]
    items += [(item.path, item.title, item.former_ids) for item in corpus.edition.registers.items]
    for path, title, former_ids in items:
        for former in former_ids:
            yield _redirect(path.removeprefix("docs/"), title, former, corpus)


def _redirect(path: str, title: str, former: str, corpus: Corpus) -> ComposedPage:
    page = f"{path.partition('/')[0]}/{former}.md"
    name = f"{former}: moved"
    fields = {"title": name, "description": f"Now: {title}", "kind": "moved", "moved": path.removesuffix(".md")}
    body = (
        Heading(1, "title", (name,)),
        Paragraph(("This page has a new address: ", Link((title,), path), ".")),
    )
    return ComposedPage(page, "main.html", page_fields(page, corpus, fields), body=body, edit_path=path)
