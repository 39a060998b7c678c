"""The pages of a router as HTML: lists of texts and entries that are read without a script, and a page for the search.

A page has at most 300,000 bytes; what does not fit goes on on the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from build_tools.text.html import html_text
from build_tools.website.localisation import between_commas, text_direction, translate, translate_count
from build_tools.website.router.index.built_index import PageRow
from build_tools.website.router.index.merged_names import MergedEntry
from build_tools.website.router.joined_sites import JoinedSite, JoinedSites
from build_tools.website.router.router_assets import SCRIPT

LARGEST_PAGE = 300_000
PAGE_AROUND = 20_000  # bytes of a page for what is around its list
_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "worker-src 'self'; base-uri 'none'; form-action 'none'; script-src 'self'"
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of a list: its number, and the words of its first and last item."""

    number: int
    first: str
    last: str


class RouterPages:
    """The pages of a router; each is the path of a file and what is in it."""

    def __init__(self, joined: JoinedSites, styles: Sequence[str]) -> None:
        """Take the collections, and the style sheets by path."""
        self._joined = joined
        self._styles = styles

    def home(self, counts: Sequence[tuple[int, int]]) -> tuple[str, bytes]:
        """Return the first page.

        Args:
            counts: How many texts and entries each collection has.
        """
        rows = [
            f"<li>{_link(site.address_of(''), site.name)} <span>{_counted(texts, entries)}</span></li>"
            for site, (texts, entries) in zip(self._joined.sites, counts, strict=True)
        ]
        return self._page("", self._joined.name, f"<ul>{''.join(rows)}</ul>")

    def search(self) -> tuple[str, bytes]:
        """Return the page of the search, with the searches of the collections."""
        rows = [
            f'<li><a href="../{escape(site.address_of("search"))}" data-collection="{place}" '
            f'data-search="../{escape(site.address_of("search"))}">{html_text(site.name)}</a></li>'
            for place, site in enumerate(self._joined.sites)
        ]
        body = f"<div data-router-search></div><ul>{''.join(rows)}</ul>"
        return self._page("search", translate("Search"), body, has_script=True)

    def texts_of(self, site: JoinedSite, texts: Iterable[PageRow]) -> Iterator[tuple[str, bytes]]:
        """Yield the pages of the texts of a collection, in the order of time."""
        ordered = sorted(texts, key=lambda text: (text.date, text.title, text.path))
        rows = (
            (text.title, f"<li>{_link(f'../../{site.address_of(text.path)}', text.title)} {html_text(text.date)}</li>")
            for text in ordered
        )
        title = translate("Texts: {name}", name=site.name)
        for listed, items in _in_pages(rows):
            place = f"texts/{site.id}" + (f"-{listed.number}" if listed.number > 1 else "")
            following = f"texts/{site.id}-{listed.number + 1}"
            more = _link(f"../../{following}/", "→") if not items.is_last else ""
            yield self._page(place, title, f"<ul>{items.html}</ul><p>{more}</p>")

    def list_of_texts(self) -> tuple[str, bytes]:
        """Return the page that leads to the texts of each collection."""
        rows = [f"<li>{_link(f'{site.id}/', site.name)}</li>" for site in self._joined.sites]
        return self._page("texts", translate("Texts"), _list(rows))

    def entries_on(self, number: int, entries: Sequence[MergedEntry], *, is_last: bool) -> tuple[str, bytes]:
        """Return a page of the glossary."""
        title = translate("Glossary: {name}", name=f"{entries[0].label} – {entries[-1].label}")
        ways = [
            _link(f"../{number - 1}/", "←") if number > 1 else "",
            "" if is_last else _link(f"../{number + 1}/", "→"),
        ]
        body = "".join(map(self.entry, entries))
        return self._page(f"glossary/{number}", title, f"{body}<p>{' '.join(ways)}</p>")

    def entry(self, entry: MergedEntry) -> str:
        """Return an entry: its names, and each collection whose texts name it, with how often."""
        labels = dict.fromkeys(zip(entry.labels[::2], entry.labels[1::2], strict=True))
        others = ", ".join(f'<span lang="{escape(lang)}">{html_text(label)}</span>' for label, lang in labels)
        naming = [holder for holder in entry.holders if holder.page.mentions] or entry.holders[:1]
        rows = [
            f"<li>{_link(f'../../{site.address_of(holder.page.path)}', site.name)} "
            f"{_mentions(holder.page.mentions, holder.page.texts)}</li>"
            for holder in naming
            for site in (self._joined.sites[holder.place],)
        ]
        names = f"<p>{others}</p>" if others else ""
        return f'<h2 id="{escape(entry.id)}">{html_text(entry.label)}</h2>{names}<ul>{"".join(rows)}</ul>'

    def glossary(self, pages: Iterable[Listed]) -> tuple[str, bytes]:
        """Return the page that leads to the pages of the glossary."""
        rows = [f"<li>{_link(f'{page.number}/', f'{page.first} – {page.last}')}</li>" for page in pages]
        return self._page("glossary", translate("Glossary"), _list(rows))

    def _page(self, place: str, title: str, body: str, *, has_script: bool = False) -> tuple[str, bytes]:
        base = "../" * (place.count("/") + 1) if place else ""
        ways = [("texts", translate("Texts")), ("glossary", translate("Glossary")), ("search", translate("Search"))]
        links = "".join(
            f'<a href="{base}{way}/"{" aria-current=page" if way == place else ""}>{html_text(words)}</a>'
            for way, words in ways
        )
        styles = "".join(f'<link rel="stylesheet" href="{base}{style}">' for style in self._styles)
        script = f'<script src="{base}{SCRIPT}" defer></script>' if has_script else ""
        head = title if title == self._joined.name else f"{title} - {self._joined.name}"
        skip, site_links = html_text(translate("Skip to content")), escape(translate("Site"))
        html = (
            f'<!doctype html>\n<html lang="{escape(self._joined.language)}" dir="{text_direction()}">\n'
            f'<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="content-security-policy" content="{_POLICY}">\n'
            f'<meta name="referrer" content="no-referrer">\n'
            f'<meta name="viewport" content="width=device-width,initial-scale=1">\n'
            f'<link rel="icon" href="{base}assets/favicon.svg">\n<title>{html_text(head)}</title>\n{styles}{script}\n'
            f'</head>\n<body>\n<a class="skip" href="#content">{skip}</a>\n'
            f'<header class="md-header top"><div class="top-inner">'
            f'<a class="wordmark" href="{base or "./"}">{html_text(self._joined.name)}</a>'
            f'<nav class="site-links" aria-label="{site_links}">{links}</nav></div></header>\n'
            f'<main class="md-main"><div class="md-main__inner md-grid"><div class="md-content">'
            f'<article class="page" id="content" tabindex="-1" data-page="prose"><h1>{html_text(title)}</h1>\n{body}\n'
            f"</article></div></div></main>\n</body>\n</html>\n"
        )
        path = f"{place}/index.html" if place else "index.html"
        return path, html.encode("utf-8", "surrogatepass")


@dataclass(frozen=True, slots=True)
class _Items:
    html: str
    is_last: bool


def _in_pages(rows: Iterable[tuple[str, str]]) -> Iterator[tuple[Listed, _Items]]:
    """Yield the items of each page of a list, given the words and the HTML of each."""
    number, words, items, filled = 1, [""], [""], 0
    for first, item in rows:
        size = len(item.encode("utf-8", "surrogatepass"))
        if filled and filled + size > LARGEST_PAGE - PAGE_AROUND:
            yield Listed(number, words[1], words[-1]), _Items("".join(items), is_last=False)
            number, words, items, filled = number + 1, [""], [""], 0
        words.append(first)
        items.append(item)
        filled += size
    yield Listed(number, words[min(1, len(words) - 1)], words[-1]), _Items("".join(items), is_last=True)


def _list(items: Iterable[str]) -> str:
    return f"<ul>{''.join(items)}</ul>"


def _link(address: str, words: str) -> str:
    return f'<a href="{escape(address)}">{html_text(words)}</a>'


def _counted(texts: int, entries: int) -> str:
    counted = (
        translate_count(texts, "{number} text", "{number} texts"),
        translate_count(entries, "{number} entry", "{number} entries"),
    )
    return html_text(between_commas(counted))


def _mentions(mentions: int, texts: int) -> str:
    if not mentions:
        return html_text(translate("in no text"))
    return html_text(
        translate(
            "{mentions} in {texts}",
            mentions=translate_count(mentions, "{number} mention", "{number} mentions"),
            texts=translate_count(texts, "{number} text", "{number} texts"),
        )
    )
