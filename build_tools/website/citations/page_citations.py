"""How a page of the editors is cited: an entry, a difference, a quotation. It is a page of the edition, with its title.

Its date is the day of its last change, which is what a reader of another day needs to know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from html import escape

from build_tools.text import escaping
from build_tools.website.caching import NO_CACHE, Cache
from build_tools.website.citations.csl import PERMALINK, Item, Site, csl_date
from build_tools.website.citations.styles import Rendered, begin_rendering
from build_tools.website.naming.addresses import site_base

_LABEL = "\ue003"
"""In the place of a label, which no style gives other capitals: a name or a term is cited as it stands."""


@dataclass(frozen=True, slots=True)
class CitedPage:
    """A page to cite.

    Attributes:
        path: Its path below docs/.
        title: Its title.
        changed: The day it last changed, in ISO 8601; empty if not known.
        is_label: Whether the title is the label of an entry.
    """

    path: str
    title: str
    changed: str = ""
    is_label: bool = False


def begin_citing_pages(
    pages: Iterable[CitedPage], site: Site, language: str = "en", cache: Cache = NO_CACHE
) -> Callable[[], Mapping[str, tuple[Rendered, ...]]]:
    """Have pandoc begin to cite pages, beside whatever this process does meanwhile.

    Args:
        pages: The pages.
        site: Where the edition is published.
        language: The language of the citations, a BCP 47 tag.
        cache: Keeps the citations of each page.

    Returns:
        What waits for pandoc and returns each page cited in each style, by its path; `PERMALINK` is a placeholder for
        its address.
    """
    cited = tuple(pages)
    # The entries of one day differ in their labels alone, so that they are rendered once.
    shown = list(dict.fromkeys((_LABEL if page.is_label else page.title, page.changed) for page in cited))
    styled = begin_rendering([_record(title, changed, site, language) for title, changed in shown], language, cache)

    def finish() -> Mapping[str, tuple[Rendered, ...]]:
        rendered = dict(zip(shown, styled(), strict=True))
        return {
            page.path: tuple(
                _with_label(style, page.title)
                for style in rendered[_LABEL if page.is_label else page.title, page.changed]
            )
            for page in cited
        }

    return finish


def page_permalink(path: str, site: Site) -> str:
    """Return the permanent address of a page, by its path below docs/: relative if the site's is not known."""
    base = site_base(site.url)
    return f"{base}{path.removesuffix('.md')}/"


def _record(title: str, changed: str, site: Site, language: str) -> Item:
    item: Item = {
        "id": "page",
        "type": "webpage",
        "title": " ".join(escaping.visible(title).split()),
        "container-title": " ".join(escaping.visible(site.name).split()),
        "issued": csl_date(changed),
        "language": language,
        "URL": PERMALINK,
    }
    return {key: value for key, value in item.items() if value}


def _with_label(style: Rendered, title: str) -> Rendered:
    label = escape(" ".join(escaping.visible(title).split()).replace("'", "’"), quote=False)
    return replace(style, reference=style.reference.replace(_LABEL, label), place=style.place.replace(_LABEL, label))
