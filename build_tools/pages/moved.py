"""What stands at a former address: a page that leads to the present one, so that old links and bookmarks hold.

The template sends browsers on by the field `moved`; the link is for those that do not go by themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools import markup
from build_tools.model import Page
from build_tools.pages import citing
from build_tools.pages.corpus import Corpus, front_matter


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
    link = markup.link(title, citing.relative(path, page))
    fields = {"title": name, "description": f"Now: {title}", "kind": "moved", "moved": path.removesuffix(".md")}
    parts = [
        front_matter(page, corpus, fields),
        markup.heading(markup.escape(name), 1, "title"),
        markup.paragraph(f"This page has a new address: {link}."),
    ]
    return Page(page, markup.blocks(parts) + "\n", path)
