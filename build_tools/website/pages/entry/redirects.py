"""A page at each former address that leads to the present one, so that old links and bookmarks still work.

The template redirects browsers by the field `moved`; the link is for browsers that do not follow it.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model import Page
from build_tools.text import markdown
from build_tools.website.naming import text_names
from build_tools.website.survey.lookups import Corpus, page_front_matter


def redirect_pages(corpus: Corpus) -> Iterator[Page]:
    """Yield a page for each former id of an entry, a discrepancy or a quotation."""
    items = [(entry.path, entry.pref_label, entry.former_ids) for entry in corpus.entries.values()]
    items += [(item.path, item.title, item.former_ids) for item in corpus.edition.registers.items]
    for path, title, former_ids in items:
        for former in former_ids:
            yield _redirect(path.removeprefix("docs/"), title, former, corpus)


def _redirect(path: str, title: str, former: str, corpus: Corpus) -> Page:
    folder = path.partition("/")[0]
    page = f"{folder}/{former}.md"
    name = f"{former}: moved"
    link = markdown.link(title, text_names.relative(path, page))
    fields = {"title": name, "description": f"Now: {title}", "kind": "moved", "moved": path.removesuffix(".md")}
    parts = [
        page_front_matter(page, corpus, fields),
        markdown.heading(markdown.escape(name), 1, "title"),
        markdown.paragraph(f"This page has a new address: {link}."),
    ]
    return Page(page, markdown.blocks(parts) + "\n", path)
