"""The pages of a router as HTML: lists of texts and entries that are read without a script, and a page for the search.

A page has at most 300,000 bytes; what does not fit goes on on the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from build_tools.text.escaping import visible
from build_tools.website.content_policy import POLICY_WITH_FORMS
from build_tools.website.localisation import between_commas, text_direction, translate, translate_count
from build_tools.website.router.index.built_index import PageRow
from build_tools.website.router.index.merged_names import Holder, MergedEntry
from build_tools.website.router.index.row_blocks import cut_rows
from build_tools.website.router.joined_sites import JoinedSite, JoinedSites
from build_tools.website.router.router_assets import SCRIPT
from build_tools.website.survey.page_order import time_order

_LARGEST_PAGE = 300_000
_PAGE_AROUND = 20_000  # bytes of a page for what is around its list
ROWS_OF_PAGE = _LARGEST_PAGE - _PAGE_AROUND
"""The bytes of a page that its rows may take."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How many texts and entries a collection has."""

    texts: int
    entries: int


@dataclass(frozen=True, slots=True)
class GlossaryPart:
    """A page of the glossary: its number, and the labels of its first and last entry."""

    number: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a list of collections."""

    address: str
    name: str
    extent: str


class RouterPages:
    """The pages of a router; each is the path of a file and what is in it."""

    def __init__(self, joined: JoinedSites, styles: Sequence[str]) -> None:
        """Take the collections, and the style sheets by path."""
        self._joined = joined
        self._templates = Environment(
            loader=PackageLoader("build_tools.website.router"),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            finalize=lambda value: (
                visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
            ),
        )
        self._templates.globals.update(
            _=translate,
            name=joined.name,
            language=joined.language,
            direction=text_direction(),
            policy=POLICY_WITH_FORMS,
            styles=styles,
        )

    def home(self, extents: Sequence[Extent], entries: int) -> tuple[str, bytes]:
        """Return the first page.

        Args:
            extents: How much each collection has.
            entries: How many entries all have, each counted once.
        """
        in_all = _counted(Extent(sum(extent.texts for extent in extents), entries))
        sites = translate_count(len(extents), "{number} collection", "{number} collections")
        rows = [
            _Row(site.address_of(""), site.name, _counted(extent))
            for site, extent in zip(self._joined.sites, extents, strict=True)
        ]
        return self._page("home", "", self._joined.name, rows=rows, extent=between_commas((in_all, sites)))

    def search(self) -> tuple[str, bytes]:
        """Return the page of the search, with the searches of the collections."""
        rows = [_Row(site.address_of("search"), site.name, "") for site in self._joined.sites]
        return self._page("search", "search/", translate("Search"), rows=rows, script=SCRIPT)

    def list_of_texts(self, extents: Sequence[Extent]) -> tuple[str, bytes]:
        """Return the page that leads to the texts of each collection.

        Args:
            extents: How much each collection has.
        """
        rows = [
            _Row(f"{site.id}/", site.name, translate_count(extent.texts, "{number} text", "{number} texts"))
            for site, extent in zip(self._joined.sites, extents, strict=True)
        ]
        return self._page("texts", "texts/", translate("Texts"), rows=rows)

    def texts_of(self, site: JoinedSite, texts: Iterable[PageRow]) -> Iterator[tuple[str, bytes]]:
        """Yield the pages of the texts of a collection, in the order of time."""
        ordered = sorted(texts, key=lambda text: time_order(text.issued or None, PurePosixPath(text.path).name))
        pages = [*cut_rows((self._text(site, text) for text in ordered), ROWS_OF_PAGE, html_size)] or [[]]
        places = [
            f"texts/{site.id}" + (f".{number}" if number > 1 else "") + "/" for number in range(1, len(pages) + 1)
        ]
        title = translate("Texts: {name}", name=site.name)
        for place, rows, before, after in zip(places, pages, ["", *places], [*places[1:], ""], strict=False):
            yield self._page("collection", place, title, rows=Markup("").join(rows), before=before, after=after)

    def glossary(self, pages: Iterable[GlossaryPart]) -> tuple[str, bytes]:
        """Return the page that leads to the pages of the glossary."""
        return self._page("glossary", "glossary/", translate("Glossary"), pages=list(pages))

    def entries_on(self, page: GlossaryPart, rows: Sequence[str], *, is_last: bool) -> tuple[str, bytes]:
        """Return a page of the glossary.

        Args:
            page: Its number, and its first and last entry.
            rows: Its entries, as `entry` returns them.
            is_last: Whether no page follows.
        """
        title = translate("Glossary: {name}", name=f"{page.first} – {page.last}")
        before = f"glossary/{page.number - 1}/" if page.number > 1 else ""
        after = "" if is_last else f"glossary/{page.number + 1}/"
        place = f"glossary/{page.number}/"
        return self._page("entries", place, title, rows=Markup("").join(rows), before=before, after=after)

    def entry(self, entry: MergedEntry) -> Markup:
        """Return an entry: its names, and each collection whose texts name it, with how often."""
        labels = list(dict.fromkeys(zip(entry.labels[::2], entry.labels[1::2], strict=True)))
        holders = [holder for holder in entry.holders if holder.page.mentions] or entry.holders[:1]
        rows = list(map(self._holder, holders))
        return Markup(self._templates.get_template("entry.html").render(entry=entry, labels=labels, rows=rows))  # noqa: S704 - a template escapes

    def _holder(self, holder: Holder) -> _Row:
        site = self._joined.sites[holder.place]
        return _Row(site.address_of(holder.page.path), site.name, _mentions(holder.page.mentions, holder.page.texts))

    def _text(self, site: JoinedSite, text: PageRow) -> Markup:
        address = f"../../{site.address_of(text.path)}"
        return Markup(self._templates.get_template("text.html").render(text=text, address=address))  # noqa: S704 - a template escapes

    def _page(self, template: str, place: str, title: str, **values: object) -> tuple[str, bytes]:
        html = self._templates.get_template(f"{template}.html").render(
            place=place, base="../" * place.count("/"), title=title, **values
        )
        return f"{place}index.html", html.encode("utf-8", "surrogatepass")


def html_size(html: str) -> int:
    """Return how many bytes of a page some HTML takes."""
    return len(html.encode("utf-8", "surrogatepass"))


def _counted(extent: Extent) -> str:
    return between_commas(
        (
            translate_count(extent.texts, "{number} text", "{number} texts"),
            translate_count(extent.entries, "{number} entry", "{number} entries"),
        )
    )


def _mentions(mentions: int, texts: int) -> str:
    if not mentions:
        return translate("in no text")
    return translate(
        "{mentions} in {texts}",
        mentions=translate_count(mentions, "{number} mention", "{number} mentions"),
        texts=translate_count(texts, "{number} text", "{number} texts"),
    )
