"""What search can find: a record for each block of a text and for each entry, a head for each page.

Records are numbered page by page, 256 to a page number; a longer text takes several. Number 0 of a page
number is its head: the title, makers and publisher, which lend their words to the page's other records.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_tools.corpus.evidence import find_evidence, parse_evidence
from build_tools.model import Block, Document, Entry, Mention, Source
from build_tools.model.registers import Discrepancy, Quotation, Registers
from build_tools.website.naming import text_names
from build_tools.website.naming.date_words import day_in_words, year_in_words

PAGE = 256
"""How many record numbers a page number holds, its head included."""

# How much a word tells in each kind of record, against one in a paragraph (1). Chosen by hand: who searches wants the words
# of the texts before words about them.
_HEAD, _ENTRY, _REGISTER = 0.5, 0.6, 0.4
_ROLES = {"paragraph": 1.0, "list-item": 1.0, "caption": 0.9, "author-note": 0.8, "rights": 0.3}
_OTHER_ROLE = 0.6
_EVIDENCE = re.compile(r"\[@[^\]]*\]|\[outside:[^\]]*\]")
NONE = Registers()
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)(?:\{[^}]*\})?")

Span = tuple[int, int, str]
"""A mention within a record: start, end (UTF-16 units, as browsers count) and entry."""


@dataclass(frozen=True, slots=True)
class Record:
    """What can be found: where it stands, what is shown of it, what is searched in it and with what weight.

    `at` is the id of the block, nothing for the page itself; `words` is the searched text where it is not
    the shown one; `concepts` are the entries named in it, each as often as it is named, and those that cite it.
    """

    number: int
    at: str
    place: str
    lang: str
    text: str
    weight: float
    words: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    concepts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageHead:
    """A page as results name it, with its facets; `kind` is "text", the kind of the entry, "difference" or "quotation"."""

    path: str
    kind: str
    name: str
    title: str
    date: str = ""
    publisher: str = ""
    year: str = ""
    numbers: tuple[int, ...] = ()
    count: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Gathered:
    """The pages and records of an edition: texts by id, entries by id, then what the registers hold.

    `first_entry` is the page number of the first entry; each entry has one page number.
    """

    heads: list[PageHead]
    records: list[Record]
    first_entry: int


def gather(
    documents: Sequence[Document],
    entries: Sequence[Entry],
    mentions: Mapping[str, Sequence[Mention]],
    registers: Registers = NONE,
) -> Gathered:
    """Everything that search can find."""
    heads: list[PageHead] = []
    records: list[Record] = []
    number = 0
    cited = _cited(entries)
    for document in sorted(documents, key=lambda one: one.source.id):
        by_block: dict[str, list[Mention]] = {}
        for mention in mentions.get(document.source.id, ()):
            by_block.setdefault(mention.block, []).append(mention)
        numbers = []
        for first in range(0, max(len(document.blocks), 1), PAGE - 1):
            numbers.append(number)
            records.append(_head_record(document.source, number))
            blocks = document.blocks[first : first + PAGE - 1]
            records += _block_records(blocks, by_block, cited.get(document.source.id, {}), number)
            number += 1
        heads.append(_text_head(document, tuple(numbers)))
    first_entry, counts = number, _counts(mentions)
    for entry in sorted(entries, key=lambda one: one.id):
        heads.append(_entry_head(entry, number, counts.get(entry.id, (0, 0))))
        records.append(_entry_record(entry, number))
        number += 1
    for item in _registered(registers):
        heads.append(_register_head(item, number))
        records.append(_register_record(item, number))
        number += 1
    return Gathered(heads, records, first_entry)


def _head_record(source: Source, number: int) -> Record:
    names = [part for maker in source.creators for part in (maker.name, maker.affiliation or "")]
    words = (source.title, source.short_title or "", *names, source.publisher or "", source.issued or "")
    return Record(number * PAGE, "", "", "", source.title, _HEAD, words)


def _cited(entries: Sequence[Entry]) -> Mapping[str, Mapping[str, set[str]]]:
    """By text and block the entries whose definition or account of an event rests on it, named there or not."""
    found: dict[str, dict[str, set[str]]] = {}
    for entry in entries:
        brackets = [bracket for text in entry.evidence for bracket, _ in find_evidence(text)]
        places = [one for bracket in brackets for one in parse_evidence(bracket) or ()]
        told = [(one.source, block) for one in places if one.source for block in one.blocks]
        told += [(one.source, one.block) for one in (entry.event.accounts if entry.event else ())]
        for source, block in told:
            found.setdefault(source, {}).setdefault(block, set()).add(entry.id)
    return found


def _block_records(
    blocks: Sequence[Block], by_block: Mapping[str, list[Mention]], cited: Mapping[str, set[str]], number: int
) -> Iterator[Record]:
    for place, block in enumerate(blocks, 1):
        named = by_block.get(block.id, [])
        concepts = [mention.entry for mention in named]
        yield Record(
            number=number * PAGE + place,
            at=block.id,
            place=text_names.place_name(block),
            lang=block.lang,
            text=block.text,
            weight=_ROLES.get(block.role, _OTHER_ROLE),
            spans=tuple(_span(mention, block.text) for mention in named),
            concepts=(*concepts, *sorted(cited.get(block.id, set()) - {*concepts})),
        )


def _span(mention: Mention, text: str) -> Span:
    return _units(text, mention.start), _units(text, mention.end), mention.entry


def _units(text: str, offset: int) -> int:
    """An offset in code points counted in UTF-16 units."""
    return offset if text.isascii() else len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def _entry_record(entry: Entry, number: int) -> Record:
    listed = (*entry.alt_labels, *entry.short_labels, *entry.shared_labels)
    labels = (*listed, *entry.hidden_labels, *entry.search_labels)
    words = (entry.pref_label, *(label.text for label in labels), entry.definition, _plain(entry.notes))
    # Number 1: an entry has no head of its own, it is one record.
    return Record(number * PAGE + 1, "", "", "", entry.definition, _ENTRY, words)


def _registered(registers: Registers) -> Iterator[Discrepancy | Quotation]:
    yield from registers.discrepancies
    yield from registers.quotations


def _register_head(item: Discrepancy | Quotation, number: int) -> PageHead:
    kind = "difference" if isinstance(item, Discrepancy) else "quotation"
    return PageHead(item.path.removeprefix("docs/").removesuffix(".md"), kind, item.title, "", numbers=(number,))


def _register_record(item: Discrepancy | Quotation, number: int) -> Record:
    """A point or an utterance by what the editors say of it; the texts' own words are found in the texts."""
    claim, reading = (item.claim, item.reading) if isinstance(item, Discrepancy) else (item.occasion, item.chain)
    shown = _plain(claim)
    named = {*item.about, *([item.speaker] if isinstance(item, Quotation) and item.speaker else [])}
    words = (item.title, shown, _plain(reading), _plain(item.notes))
    return Record(number * PAGE + 1, "", "", "", shown, _REGISTER, words, concepts=tuple(sorted(named)))


def _plain(markdown: str) -> str:
    """An editor's words without links and evidence."""
    return " ".join(_LINK.sub(r"\1", _EVIDENCE.sub(" ", markdown)).split())


def _text_head(document: Document, numbers: tuple[int, ...]) -> PageHead:
    source = document.source
    return PageHead(
        path=f"sources/{source.id}",
        kind="text",
        name=text_names.short_name(source),
        title=text_names.quoted_title(source),
        date=day_in_words(source.issued) if source.issued else "",
        publisher=source.publisher or "",
        year=year_in_words(source.issued),
        numbers=numbers,
    )


def _entry_head(entry: Entry, number: int, count: tuple[int, int]) -> PageHead:
    return PageHead(f"glossary/{entry.id}", entry.kind, entry.pref_label, "", numbers=(number,), count=count)


def _counts(mentions: Mapping[str, Sequence[Mention]]) -> dict[str, tuple[int, int]]:
    """For each entry how often it is named, and in how many texts."""
    found: dict[str, tuple[int, int]] = {}
    for of_one in mentions.values():
        seen: dict[str, int] = {}
        for mention in of_one:
            seen[mention.entry] = seen.get(mention.entry, 0) + 1
        for entry, times in seen.items():
            before = found.get(entry, (0, 0))
            found[entry] = (before[0] + times, before[1] + 1)
    return found
