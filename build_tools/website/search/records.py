"""The records of the search index: one for each block of a text and for each entry, and a head for each page.

Records are numbered page by page, 256 to a page number; a longer text has several page numbers. Record 0 of a page
number is its head: the title, creators and publisher, whose words also count for the page's other records.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_tools.corpus.evidence import find_evidence, parse_evidence, replace_evidence
from build_tools.model import Block, Document, Entry, Mention, Source
from build_tools.model.registers import Discrepancy, Quotation, Registers
from build_tools.text.prose.links import drop_addresses
from build_tools.website.naming import text_names
from build_tools.website.naming.date_words import day_in_words, year_in_words

PAGE = 256
"""The number of records to a page number, its head included."""

# Weights of records, chosen by hand and held by the judged queries of tests/browser/test_search_judged.py.
_HEAD_WEIGHT, _ENTRY_WEIGHT, _REGISTER_WEIGHT = 0.5, 0.6, 0.4
_ROLE_WEIGHTS = {"paragraph": 1.0, "list-item": 1.0, "caption": 0.9, "author-note": 0.8, "rights": 0.3}
_OTHER_ROLE_WEIGHT = 0.6
NONE = Registers()

Span = tuple[int, int, str]
"""A mention within a record: start and end (UTF-16 code units, as browsers count; end exclusive), and entry id."""


@dataclass(frozen=True, slots=True)
class Record:
    """A search result that is possible: its address, the text shown, the words searched and their weight.

    Attributes:
        number: The page number times PAGE, plus the position in the page.
        block: The block's id, empty for the page itself.
        place: The block as it is cited, "¶4".
        lang: The language of the text (BCP 47), empty for an entry and for the head of a page.
        text: The text that is shown.
        weight: A factor of the record's score, 0 to 1.
        words: The fields that are searched, where they are not the text that is shown.
        spans: The mentions in the text.
        concepts: The entries named in the record, each as often as it is named, and those whose evidence it is.
    """

    number: int
    block: str
    place: str
    lang: str
    text: str
    weight: float
    words: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    concepts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageHead:
    """A page as results name it, with its facets.

    `kind` is "text", the kind of the entry, "difference" or "quotation"; `count` is how often an entry is named, and in
    how many texts.
    """

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
    """The pages and records of an edition: texts by id, entries by id, then the registers.

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
    """Return the pages and records of an edition, numbered.

    Args:
        documents: The texts, cut into blocks.
        entries: The glossary.
        mentions: The mentions of each text, by the text's id.
        registers: The differences between texts, and the quotations.
    """
    heads: list[PageHead] = []
    records: list[Record] = []
    number = 0
    cited = _cited(entries)
    for document in sorted(documents, key=lambda document: document.source.id):
        by_block: dict[str, list[Mention]] = {}
        for mention in mentions.get(document.source.id, ()):
            by_block.setdefault(mention.block, []).append(mention)
        numbers = []
        shown = [block for block in document.blocks if block.text]
        for first in range(0, max(len(shown), 1), PAGE - 1):
            numbers.append(number)
            records.append(_head_record(document.source, number))
            blocks = shown[first : first + PAGE - 1]
            records += _block_records(blocks, by_block, cited.get(document.source.id, {}), number)
            number += 1
        heads.append(_text_head(document, tuple(numbers)))
    first_entry, counts = number, _counts(mentions)
    for entry in sorted(entries, key=lambda entry: entry.id):
        heads.append(_entry_head(entry, number, counts.get(entry.id, (0, 0))))
        records.append(_entry_record(entry, number))
        number += 1
    for item in _registered(registers):
        heads.append(_register_head(item, number))
        records.append(_register_record(item, number))
        number += 1
    return Gathered(heads, records, first_entry)


def _head_record(source: Source, number: int) -> Record:
    names = [part for creator in source.creators for part in (creator.name, creator.affiliation or "")]
    words = (source.title, source.short_title or "", *names, source.publisher or "", source.issued or "")
    return Record(number * PAGE, "", "", "", source.title, _HEAD_WEIGHT, words)


def _cited(entries: Sequence[Entry]) -> Mapping[str, Mapping[str, set[str]]]:
    """Return the entries that cite a block as evidence, by text and block, whether they are named there or not."""
    cited: dict[str, dict[str, set[str]]] = {}
    for entry in entries:
        brackets = [bracket for text in entry.evidence for bracket, _ in find_evidence(text)]
        citations = [citation for bracket in brackets for citation in parse_evidence(bracket) or ()]
        blocks = [(citation.source, block) for citation in citations if citation.source for block in citation.blocks]
        blocks += [(account.source, account.block) for account in (entry.event.accounts if entry.event else ())]
        for source, block in blocks:
            cited.setdefault(source, {}).setdefault(block, set()).add(entry.id)
    return cited


def _block_records(
    blocks: Sequence[Block], by_block: Mapping[str, list[Mention]], cited: Mapping[str, set[str]], number: int
) -> Iterator[Record]:
    for position, block in enumerate(blocks, 1):
        named = by_block.get(block.id, [])
        concepts = [mention.entry for mention in named]
        yield Record(
            number=number * PAGE + position,
            block=block.id,
            place=text_names.place_name(block),
            lang=block.lang,
            text=block.text,
            weight=_ROLE_WEIGHTS.get(block.role, _OTHER_ROLE_WEIGHT),
            spans=tuple(_span(mention, block.text) for mention in named),
            concepts=(*concepts, *sorted(cited.get(block.id, set()) - {*concepts})),
        )


def _span(mention: Mention, text: str) -> Span:
    return _utf16_offset(text, mention.start), _utf16_offset(text, mention.end), mention.entry


def _utf16_offset(text: str, offset: int) -> int:
    """Convert an offset from code points to UTF-16 code units."""
    return offset if text.isascii() else len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def _entry_record(entry: Entry, number: int) -> Record:
    listed = (*entry.alt_labels, *entry.short_labels, *entry.shared_labels)
    labels = (*listed, *entry.hidden_labels, *entry.search_labels)
    words = (entry.pref_label, *(label.text for label in labels), entry.definition, _plain(entry.notes))
    # Number 1, without a head: the page of an entry is one record.
    return Record(number * PAGE + 1, "", "", "", entry.definition, _ENTRY_WEIGHT, words)


def _registered(registers: Registers) -> Iterator[Discrepancy | Quotation]:
    yield from registers.discrepancies
    yield from registers.quotations


def _register_head(item: Discrepancy | Quotation, number: int) -> PageHead:
    kind = "difference" if isinstance(item, Discrepancy) else "quotation"
    return PageHead(item.path.removeprefix("docs/").removesuffix(".md"), kind, item.title, "", numbers=(number,))


def _register_record(item: Discrepancy | Quotation, number: int) -> Record:
    """Return the record of what the editors say; the words they quote are found in the texts."""
    claim, reading = (item.claim, item.reading) if isinstance(item, Discrepancy) else (item.occasion, item.chain)
    shown = _plain(claim)
    named = {*item.about, *([item.speaker] if isinstance(item, Quotation) and item.speaker else [])}
    words = (item.title, shown, _plain(reading), _plain(item.notes))
    return Record(number * PAGE + 1, "", "", "", shown, _REGISTER_WEIGHT, words, concepts=tuple(sorted(named)))


def _plain(markdown: str) -> str:
    """Return an editor's Markdown as text, without links and evidence."""
    return " ".join(drop_addresses(replace_evidence(markdown, lambda _: " ")).split())


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
    """Return for each entry how often it is named, and in how many texts."""
    totals: Counter[str] = Counter()
    texts: Counter[str] = Counter()
    for mentions_of_text in mentions.values():
        counts = Counter(mention.entry for mention in mentions_of_text)
        totals.update(counts)
        texts.update(counts.keys())
    return {entry: (total, texts[entry]) for entry, total in totals.items()}
