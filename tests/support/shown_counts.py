"""Every number that a built site shows of how often its texts speak of an entry, by who shows it."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

from tests.support.composed import tree_of
from tests.support.pages_as_trees import words_of

_MENTIONS = re.compile(r"([\d,]+) mentions? in ([\d,]+) texts?")
_NUMBER = re.compile(r"[\d,]+")


@dataclass
class ShownCounts:
    """What a site says of each entry.

    Attributes:
        in_all: For each entry, the mentions in all texts, by where the site shows the number.
        texts: For each entry, the number of texts that have it, likewise.
        in_text: For each entry and text, the mentions in that text, likewise.
        stray: What is said to stand in a place where the site does not show it.
    """

    in_all: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    texts: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    in_text: dict[tuple[str, str], dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    stray: list[str] = field(default_factory=list)

    def disagreements(self) -> dict[str, dict[str, int]]:
        """Return each thing of which different numbers are shown, with the numbers."""
        listed: dict[str, Mapping[str, int]] = {f"mentions of {entry}": shown for entry, shown in self.in_all.items()}
        listed |= {f"texts with {entry}": shown for entry, shown in self.texts.items()}
        listed |= {f"{entry} in {text}": shown for (entry, text), shown in self.in_text.items()}
        return {what: dict(shown) for what, shown in listed.items() if len(set(shown.values())) > 1}


def read_counts(site: Path) -> ShownCounts:
    """Return every such number of a site that is built with a folder for each page."""
    found = ShownCounts()
    withdrawn = _withdrawn(site / "data/withdrawn.json")
    for page in sorted(set(site.glob("glossary/*/index.html")) - withdrawn):
        entry = page.parent.name
        years = [file for file in page.parent.rglob("index.html") if file != page]
        pages = {f"/{file.parent.relative_to(site).as_posix()}/": _body(file) for file in (page, *sorted(years))}
        _read_entry(entry, pages, found)
    for page in sorted(set(site.glob("sources/*/index.html")) - withdrawn):
        _read_text(page.parent.name, _body(page), found)
    _read_glossary(_body(site / "glossary/index.html"), found)
    _read_home(_body(site / "index.html"), found)
    _read_previews((site / "data/entries.js").read_text("utf-8"), found)
    for file in sorted((site / "data/search").glob("b-*.js")):
        _read_passages(file.read_text("utf-8"), found)
    return found


def _withdrawn(file: Path) -> set[Path]:
    """The pages at whose addresses a site only says that something was withdrawn."""
    rows = json.loads(file.read_text("utf-8")) if file.is_file() else []
    pages = {file.parent.parent / row["page"] for row in rows}
    pages |= {file.parent.parent / row["page"] / ".." / name for row in rows for name in row["former_ids"]}
    return {page.resolve() / "index.html" for page in pages}


def _body(page: Path) -> Element:
    return tree_of(page.read_text("utf-8"))


def _number(words: str) -> int:
    return int(words.replace(",", ""))


def _words(element: Element) -> str:
    return " ".join(words_of(element).split())


def _target(link: Element) -> str:
    """The last part of the address of a link to a text or an entry."""
    return urlsplit(link.get("href", "")).path.rstrip("/").rpartition("/")[2]


def _of_class(element: Element, name: str, tag: str | None = None) -> list[Element]:
    return [inner for inner in element.iter(tag) if name in (inner.get("class") or "").split()]


def _first_link(element: Element) -> Element:
    return next(element.iter("a"))


def _labelled_by(page: Element, identifier: str) -> list[Element]:
    return [nav for nav in page.iter("nav") if nav.get("aria-labelledby") == identifier]


def _lists_behind(page: Element, is_head: Callable[[Element], bool]) -> Iterator[tuple[Element, Element]]:
    """Yield each element that is a head with the one behind it."""
    for parent in page.iter():
        for head, behind in pairwise(parent):
            if is_head(head):
                yield head, behind


def _lines(page: Element) -> Counter[str]:
    """Count the lines of each text on a page of an entry or of a year."""
    return Counter(
        {
            heading.get("id", "").removeprefix("from-"): len(list(behind.iter("li")))
            for heading, behind in _lists_behind(page, _heads_lines)
        }
    )


def _heads_lines(element: Element) -> bool:
    return element.tag in {"h3", "h4"} and (element.get("id") or "").startswith("from-")


def _read_entry(entry: str, pages: Mapping[str, Element], found: ShownCounts) -> None:
    """Read the page of an entry, the first of these, and those of its years, by address."""
    page, *years = pages.values()
    here, on_years = _lines(page), sum(map(_lines, years), Counter[str]())
    lines = {**here, **on_years}
    for text, number in lines.items():
        found.in_text[entry, text]["lines of the entry"] = number
    found.in_all[entry]["lines of the entry"] = sum(lines.values())
    found.texts[entry]["lines of the entry"] = len(lines)
    _read_years(entry, page, here, lines, found)
    for rail in _labelled_by(page, "where-it-stands"):
        match = _MENTIONS.search(_words(rail))
        assert match, f"the rail of {entry} says nothing of mentions"
        found.in_all[entry]["rail of the entry"], found.texts[entry]["rail of the entry"] = map(_number, match.groups())
        items = list(next(rail.iter("ul")).iter("li"))
        for item in items:
            count = _number(_words(_of_class(item, "count")[0]))
            found.in_text[entry, _target(_first_link(item))]["rail of the entry"] = count
        rest = re.search(r"and ([\d,]+) more texts?", _words(rail))
        found.texts[entry]["rail and what is more"] = len(items) + (_number(rest[1]) if rest else 0)
    if lines and not _labelled_by(page, "where-it-stands"):
        found.stray.append(f"{entry} has lines and no rail")
    _read_wordings(entry, pages.values(), here, on_years, found)
    _read_labels(entry, pages, found)


def _read_years(
    entry: str, page: Element, here: Mapping[str, int], lines: Mapping[str, int], found: ShownCounts
) -> None:
    """A fold says how many mentions and texts its year has, and a text in it how many more lines there are."""
    folds = _of_class(page, "year-fold", "details")
    for fold in folds:
        match = re.search(r"([\d,]+) mentions? ([\d,]+) texts?", _words(next(fold.iter("summary"))))
        assert match, f"a fold of {entry} says nothing of mentions"
        ids = [element.get("id", "") for element in fold.iter()]
        texts = {name.removeprefix("from-") for name in ids if name.startswith("from-")}
        if (sum(lines[text] for text in texts), len(texts)) != tuple(map(_number, match.groups())):
            found.stray.append(f"{entry} has a fold of {match[0]} with {len(texts)} texts")
        for behind, more in _lists_behind(fold, lambda head: head.get("class") == "kwic"):
            text = _target(next(link for link in behind.iter("a")))
            rest = re.match(r"[\d,]+", _words(more)) if more.get("class") == "more-lines" else None
            number = here[text] + (_number(rest[0]) if rest else 0)
            found.in_text[entry, text]["lines and what is more"] = number
    bars = [
        _number(_words(count)) for years in _of_class(page, "year-bars", "nav") for count in _of_class(years, "count")
    ]
    if folds:
        found.in_all[entry]["bars of the years"] = sum(bars)


def _read_wordings(
    entry: str, pages: Iterable[Element], here: Mapping[str, int], on_years: Mapping[str, int], found: ShownCounts
) -> None:
    """Every mention has a wording; only passages without a name have none."""
    page, *years = pages
    cells = [
        _words(cell)
        for table in _of_class(page, "forms", "table")
        for cell in table.iter("td")
        if cell.get("class") != "span"
    ]
    numbers = [_number(words) for words in cells if _NUMBER.fullmatch(words)]
    unnamed = sum(1 for one in years for lines in _of_class(one, "kwic") for _ in _of_class(lines, "said"))
    unnamed += sum(
        1 for lines in _of_class(page, "kwic") for said in _of_class(lines, "said") if _text_of(lines) not in on_years
    )
    named = sum({**here, **on_years}.values()) - unnamed
    if cells and sum(numbers) != named:
        found.stray.append(f"{entry} has {sum(numbers)} wordings in {named} lines")


def _text_of(lines: Element) -> str:
    return _target(_first_link(lines))


def _read_labels(entry: str, pages: Mapping[str, Element], found: ShownCounts) -> None:
    """Where a label is said to stand is among the lines of its entry."""
    places = {
        urljoin(address, link.get("href", ""))
        for address, page in pages.items()
        for lines in _of_class(page, "kwic")
        for link in _of_class(lines, "at", "a")
    }
    places |= {
        f"{address}#{element.get('id')}"
        for address, page in pages.items()
        for element in page.iter()
        if element.get("id")
    }
    address, page = next(iter(pages.items()))
    links = [link for labels in _of_class(page, "labels") for link in _of_class(labels, "ev", "a")]
    for link in links:
        if urljoin(address, link.get("href", "")) not in places:
            found.stray.append(f"{entry} is said to stand at {link.get('href')}")
        match = re.fullmatch(r"in ([\d,]+) texts?", _words(link))
        if match and _number(match[1]) > found.texts[entry]["lines of the entry"]:
            found.stray.append(f"a label of {entry} is said to stand {_words(link)}")


def _read_text(text: str, page: Element, found: ShownCounts) -> None:
    rows = [row for rail in _labelled_by(page, "in-this-text") for row in rail.iter("li")]
    linked = Counter(_target(link) for link in _of_class(page, "m", "a"))
    for row in rows:
        entry, count = _target(_first_link(row)), _of_class(row, "count", "a")[0]
        shown = found.in_text[entry, text]
        shown["rail of the text"] = _number(_words(count))
        label = re.search(r": ([\d,]+) mentions?, go to the first$", count.get("aria-label", ""))
        assert label, f"the count of {entry} in {text} has no name"
        shown["name of the count"] = _number(label[1])
        if "data-told" not in count.attrib:
            shown["links of the text"] = linked[entry]
    listed = {_target(_first_link(row)) for row in rows}
    found.stray.extend(f"{text} links {entry}, which its rail does not list" for entry in sorted({*linked} - listed))


def _read_glossary(page: Element, found: ShownCounts) -> None:
    for item in page.iter("li"):
        for words in map(_words, _of_class(item, "count")):
            entry = _target(_first_link(item))
            if match := _MENTIONS.fullmatch(words):
                found.in_all[entry]["glossary"], found.texts[entry]["glossary"] = map(_number, match.groups())
            elif words == "in no text":
                found.in_all[entry]["glossary"] = found.texts[entry]["glossary"] = 0
            else:
                found.in_all[entry]["glossary by kind"] = _number(words)


def _read_home(page: Element, found: ShownCounts) -> None:
    for _, listed in _lists_behind(page, lambda head: head.get("id") == "most-mentioned"):
        for item in listed.iter("li"):
            found.in_all[_target(_first_link(item))]["home"] = _number(_words(_of_class(item, "count")[0]))
    for point in _of_class(page, "point", "article"):
        entry = next(point.iter("h3")).get("id", "").removeprefix("point-")
        for words in map(_words, _of_class(point, "more")):
            if match := re.match(r"([\d,]+) texts?\b", words):
                found.texts[entry]["turning points"] = _number(match[1])


def _payload(script: str) -> dict[str, Any]:
    payload: dict[str, Any] = json.loads(script[script.index("{") : script.rindex("}") + 1])
    return payload


def _read_previews(script: str, found: ShownCounts) -> None:
    for entry, preview in _payload(script).items():
        found.in_all[entry]["preview"] = preview.get("mentions", 0)
        found.texts[entry]["preview"] = preview.get("texts", 0)


def _read_passages(script: str, found: ShownCounts) -> None:
    for _, path, *_, mentions, texts, _ in _payload(script)["pages"]:
        folder, _, entry = path.partition("/")
        if folder == "glossary":
            found.in_all[entry]["search"], found.texts[entry]["search"] = mentions, texts
