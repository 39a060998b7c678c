"""What stands at a former address: a page that leads to the present one, so that old links and bookmarks hold.

The template sends browsers on by the field `moved`; the link is for those that do not go by themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model import Page
from build_tools.text import markdown
from build_tools.website.naming import text_names
from build_tools.website.survey.lookups import Corpus, page_front_matter


def moved_pages(corpus: Corpus) -> Iterator[Page]:
    """A page for each former id of an entry, a point or a quotation."""
    items = [(one.path, one.pref_label, one.former_ids) for one in corpus.entries.values()]
    items += [(one.path, one.title, one.former_ids) for one in corpus.edition.registers.items]
    for path, title, former_ids in items:
        for former in former_ids:
            yield _moved(path.removeprefix("docs/"), title, former, corpus)


def _moved(path: str, title: str, former: str, corpus: Corpus) -> Page:
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
