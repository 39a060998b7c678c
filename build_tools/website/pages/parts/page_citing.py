"""The section on citing a page of the editors: an entry, a difference between the texts, a quotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from build_tools.model import Entry
from build_tools.model.registers import Registers
from build_tools.text import html
from build_tools.website.citations import PERMALINK
from build_tools.website.citations.page_citations import CitedPage, page_permalink
from build_tools.website.naming.addresses import entry_path
from build_tools.website.survey.lookups import Corpus


def cited_pages(entries: Iterable[Entry], registers: Registers, changed: Mapping[str, str]) -> Iterator[CitedPage]:
    """Yield the pages of an edition that its editors wrote and that can be cited.

    Args:
        entries: Its glossary.
        registers: Its differences and quotations.
        changed: The day each file last changed, by path below docs/.
    """
    for entry in entries:
        path = entry_path(entry.id)
        yield CitedPage(path, entry.pref_label, changed.get(path, ""), is_label=True)
    for item in registers.items:
        path = item.path.removeprefix("docs/")
        yield CitedPage(path, item.title, changed.get(path, ""))


def page_citation_box(path: str, corpus: Corpus) -> dict[str, object] | None:
    """Return how to cite a page of the editors, for the template; None if the edition has no citations for it.

    Args:
        path: The path of the page, below docs/.
        corpus: The edition.
    """
    address = html.element("span", escape(page_permalink(path, corpus.edition.site)), "permalink")
    styles = [
        {"id": style.style, "name": style.name, "reference": style.reference.replace(PERMALINK, address)}
        for style in corpus.edition.page_citations.get(path, ())
    ]
    return {"styles": styles} if styles else None
