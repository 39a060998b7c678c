"""Compare two sites of one tree, page by page: their words, links and ids, as two site generators made them.

    python -m benchmarks.engines SITE OTHER [ADDRESS]

Compared is what is ours: the title, the bar at the top, the article and the foot. The rest of a page is the theme's.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

ADDRESS = "http://127.0.0.1/reader/"
"""Where the sites are published, unless it is said."""

_VOID = frozenset(["br", "circle", "hr", "img", "input", "line", "link", "meta", "path", "rect", "source", "wbr"])
_UNREAD = ("script", "style", "template")
_NUMBER = "n"
"""The class of the empty link before a paragraph, which our adapter adds."""

_LAID_OUT = "doc-signature"
"""The class of what is laid out by a formatter of Python, if one is installed where the site is built."""

_OURS = {("article", "page"), ("header", "top"), ("footer", "bottom"), ("title", "")}
"""The elements that are ours, each with a class of it that tells it from others of its name."""

_OF_OTHERS = ("/assets/javascripts/", "/assets/stylesheets/", "/assets/_")
"""Where scripts and style sheets of themes and plugins are."""

_SHOWN = 3
"""How many differences of a kind are shown of a page."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is ours on a page: words, where links lead, ids, and the scripts and sheets that it loads from the site."""

    words: tuple[str, ...]
    links: tuple[str, ...]
    ids: tuple[str, ...]
    loaded: tuple[str, ...]


@dataclass
class _PageReader(HTMLParser):
    address: str
    text: str = ""
    links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    opened: list[tuple[str, bool]] = field(default_factory=list)
    """The open elements, each with whether it is ours and is read."""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        classes = {"", *values.get("class", "").split()}
        ours = self._is_ours() or any((tag, name) in _OURS for name in classes)
        read = ours and tag not in _UNREAD and _LAID_OUT not in classes
        if tag in ("script", "link") and (loaded := values.get("src") or values.get("href")):
            self._load(urljoin(self.address, loaded), is_code="stylesheet" in values.get("rel", "stylesheet"))
        if ours and "id" in values:
            self.ids.append(values["id"])
        if ours and tag == "a" and "href" in values and _NUMBER not in classes:
            self.links.append(urljoin(self.address, values["href"]))
        if tag not in _VOID:
            self.opened.append((tag, read))

    def handle_endtag(self, tag: str) -> None:
        if any(name == tag for name, _ in self.opened):
            while self.opened.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._is_ours():
            self.text += data

    def _is_ours(self) -> bool:
        return bool(self.opened) and self.opened[-1][1]

    def _load(self, address: str, *, is_code: bool) -> None:
        """Note a script or a style sheet that is neither the theme's own nor a plugin's."""
        if is_code and not any(part in address for part in _OF_OTHERS):
            self.loaded.append(address)


def read_site(folder: Path, address: str = ADDRESS) -> Mapping[str, Seen]:
    """Return what is on each page of a site, by its path.

    Args:
        folder: The site.
        address: Where it is published.
    """
    seen = {}
    for file in sorted(folder.rglob("*.html")):
        path = file.relative_to(folder).as_posix()
        reader = _PageReader(urljoin(address, path.removesuffix("index.html")))
        reader.feed(file.read_text(encoding="utf-8"))
        seen[path] = Seen(*(tuple(part) for part in (reader.text.split(), reader.links, reader.ids, reader.loaded)))
    return seen


def differences(first: Mapping[str, Seen], second: Mapping[str, Seen]) -> Iterator[tuple[str, str, str]]:
    """Yield each difference between two sites: the page, in what, and how, "-" before what only the first has."""
    for path in sorted(first.keys() | second.keys()):
        if path not in first or path not in second:
            yield path, "pages", f"{'-' if path in first else '+'} the page"
            continue
        for kind in Seen.__slots__:
            here, there = (getattr(site[path], kind) for site in (first, second))
            if here != there:
                yield path, kind, _describe(here, there)


def _describe(here: tuple[str, ...], there: tuple[str, ...]) -> str:
    lost, gained = Counter(here) - Counter(there), Counter(there) - Counter(here)
    parts = [f"{sign} {name}" for sign, names in (("-", lost), ("+", gained)) for name in [*names][:_SHOWN]]
    more = sum(max(len(names) - _SHOWN, 0) for names in (lost, gained))
    return "; ".join(parts) + (f"; and {more} more" if more else "") if parts else "another order"


def main() -> None:
    """Print each difference and how many pages are equal; exit with 1 if there is a difference."""
    folders = [Path(word) for word in sys.argv[1:3]]
    first, second = (read_site(folder, *sys.argv[3:4]) for folder in folders)
    found = list(differences(first, second))
    for path, kind, how in found:
        print(f"{path}: {kind}: {how}")
    pages = len(first.keys() | second.keys())
    for kind in ("pages", *Seen.__slots__):
        print(f"{kind} equal on {pages - len({path for path, other, _ in found if other == kind})} of {pages} pages")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
