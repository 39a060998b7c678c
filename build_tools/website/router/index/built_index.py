"""The search index of a built site, read file by file: memory never holds more than one of each sort."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import Any, NamedTuple

from build_tools.website.router.index.packed_numbers import unpack_numbers
from build_tools.website.search.postings import Term
from build_tools.website.search.records import PAGE

_PARTS = frozenset({"records", "entryPage", "blocks", "shards", "labels", "entries"})

ReadFile = Callable[[str], str]
"""Returns the text of a file of the index by its name, without the ending."""

NameRow = list[Any]
"""An entry: id, kind, label, other labels each with its language, the number of records that name it, these."""


class PageRow(NamedTuple):
    """A page as results name it.

    Attributes:
        number: Its number, or the first of those of a long text.
        path: Its path below the site, without an ending.
        kind: What it is of, as in `PageHead`.
        name: Its short name.
        title: Its title.
        date: The date of a text in words.
        mentions: How often texts name an entry.
        texts: In how many texts.
        issued: The date of a text (EDTF), or empty.
    """

    number: int
    path: str
    kind: str
    name: str
    title: str
    date: str
    mentions: int
    texts: int
    issued: str


class BuiltIndex:
    """The index of a collection."""

    def __init__(self, read: ReadFile) -> None:
        """Take what reads the files of the index.

        Raises:
            OSError: If one of them is not there.
            ValueError: If one of them is no file of an index.
        """
        self._read = read
        self._manifest: dict[str, Any] = self._load("manifest")
        if not isinstance(self._manifest, dict) or not self._manifest.keys() >= _PARTS:
            raise ValueError("the manifest is none of an index")
        self.records: int = self._manifest["records"]
        self.first_entry: int = self._manifest["entryPage"]
        self.blocks: list[tuple[int, str, str]] = self._manifest["blocks"]

    def terms(self) -> Iterator[Term]:
        """Yield the terms in the order of the index."""
        for _, digest in self._manifest["shards"]:
            lines, positions = self._load(f"t-{digest}"), self._load(f"w-{digest}")
            for line, places in zip(lines.split("\n"), positions.split("\n"), strict=True):
                text, frequency, postings = line.split(" ")
                yield Term(text, int(frequency), postings, places)

    def labels(self) -> Iterator[tuple[str, str]]:
        """Yield the units of each label, and the positions of its entries, in the order of the index."""
        for _, name in self._manifest["labels"]:
            for line in self._load(name).split("\n"):
                key, _, entries = line.partition("\t")
                yield key, entries

    def entries(self) -> Iterator[NameRow]:
        """Yield the entries by id."""
        for _, name in self._manifest["entries"]:
            yield from self._load(name)

    def pages(self, first: int = 0, end: int | None = None) -> Iterator[PageRow]:
        """Yield the pages from a page number on, up to another; a long text has several numbers, and is one page."""
        before = ("", -1)
        for name in self._passages_between(first, end):
            for row in self._load(name)["pages"]:
                if len(row) != len(PageRow._fields):
                    raise ValueError("another version of the program made the index")
                page = PageRow(*row)
                is_new = page.path != before[0] and page.number > before[1]
                if is_new and page.number >= first and (end is None or page.number < end):
                    yield page
                before = (page.path, page.number)

    def passages_of_texts(self) -> Iterator[tuple[int, str]]:
        """Yield the record number and the text of each passage of a text."""
        for name in self._passages_between(0, self.first_entry):
            for number, _, _, _, text, *_ in self._load(name)["records"]:
                if number % PAGE and number < self.first_entry * PAGE:
                    yield number, text

    def _passages_between(self, first: int, end: int | None) -> Iterator[str]:
        names = [
            (record, f"b-{digest}-{number}")
            for start, digest, steps in self.blocks
            for number, record in enumerate(accumulate(unpack_numbers(steps), initial=start))
        ]
        for place, (record, name) in enumerate(names):
            behind = names[place + 1][0] if place + 1 < len(names) else None
            if (behind is None or behind > first * PAGE) and (end is None or record < end * PAGE):
                yield name

    def _load(self, name: str) -> Any:  # noqa: ANN401 - each sort of file has data of its own
        text = self._read(name)
        return json.loads(text[text.index(",") + 1 : text.rindex(")")])
