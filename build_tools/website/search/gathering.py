"""The pages and records of an edition gathered and numbered: texts, entries, registers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from build_tools.corpus.evidence import find_evidence, parse_evidence
from build_tools.corpus.page_fields import Question
from build_tools.edition.event_passages import all_passages
from build_tools.model import NUMBERED_ROLES, Block, Document, Entry, Mention, Source
from build_tools.model.registers import Registers
from build_tools.website.kept_parts import NO_PARTS, Parts
from build_tools.website.localisation import spoken_language
from build_tools.website.naming import text_names
from build_tools.website.naming.date_words import day_in_words, year_in_words
from build_tools.website.naming.short_names import short_names
from build_tools.website.naming.vocabulary import genre_in_words
from build_tools.website.search.records import PAGE, Gathered, PageHead, Record, Span, prose_in_words
from build_tools.website.search.register_records import register_records

# Weights of records, chosen by hand and held by the judged queries of tests/browser/test_search_judged.py.
_HEAD_WEIGHT, _ENTRY_WEIGHT = 0.5, 0.6
_ROLE_WEIGHTS = {**dict.fromkeys(NUMBERED_ROLES, 1.0), "caption": 0.9, "author-note": 0.8, "rights": 0.3}
_OTHER_ROLE_WEIGHT = 0.6
NO_REGISTERS = Registers()


def gather(  # noqa: PLR0913, PLR0917 - all that it is made of and kept by
    documents: Sequence[Document],
    entries: Sequence[Entry],
    mentions: Mapping[str, Sequence[Mention]],
    registers: Registers = NO_REGISTERS,
    questions: Sequence[Question] = (),
    parts: Parts = NO_PARTS,
    names: Mapping[str, str] | None = None,
) -> Gathered:
    """Return the pages and records of an edition, numbered.

    Args:
        documents: The texts, cut into blocks.
        entries: The glossary.
        mentions: The mentions of each text, by the text's id.
        registers: The differences between texts, the quotations, and the outside sources.
        questions: The contested questions.
        parts: Keeps the records of each text and entry.
        names: The short name of each text, by its id; None where they are still to be found.
    """
    heads: list[PageHead] = []
    records: list[Record] = []
    number = 0
    cited, language = cited_blocks(entries), spoken_language()
    names = names or short_names((document.source for document in documents), entries)
    for document in sorted(documents, key=lambda document: document.source.id):
        source = document.source.id
        inputs = (document, mentions.get(source, ()), cited.get(source, {}), names[source], number)
        head, of_text = parts.make(("text", source), (*inputs, language), partial(text_records, *inputs))
        heads.append(head)
        records += of_text
        number += len(head.numbers)
    first_entry, counts = number, _counts(all_passages(documents, mentions, entries))
    for entry in sorted(entries, key=lambda entry: entry.id):
        of_entry = (entry, number, counts.get(entry.id, (0, 0)))
        head, record = parts.make(("entry", entry.id), (*of_entry, language), partial(_entry, *of_entry))
        heads.append(head)
        records.append(record)
        number += 1
    for head, record in register_records(registers, questions, number):
        heads.append(head)
        records.append(record)
    return Gathered(heads, records, first_entry)


def text_records(
    document: Document, mentions: Iterable[Mention], cited: Mapping[str, set[str]], name: str, number: int
) -> tuple[PageHead, list[Record]]:
    """Return the head and the records of a text, with as many page numbers as they need.

    Args:
        document: The text.
        mentions: The mentions in it.
        cited: The entries that cite it as evidence, by block.
        name: Its short name.
        number: Its first page number.
    """
    by_block: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_block.setdefault(mention.block, []).append(mention)
    shown = [block for block in document.blocks if block.text]
    numbers, records = [], []
    for page, first in enumerate(range(0, max(len(shown), 1), PAGE - 1), number):
        numbers.append(page)
        records.append(_head_record(document.source, page))
        records += _block_records(shown[first : first + PAGE - 1], by_block, cited, page)
    return _text_head(document, name, tuple(numbers)), records


def _entry(entry: Entry, number: int, count: tuple[int, int]) -> tuple[PageHead, Record]:
    return _entry_head(entry, number, count), _entry_record(entry, number)


def _head_record(source: Source, number: int) -> Record:
    names = [part for creator in source.creators for part in (creator.name, creator.affiliation or "")]
    words = (source.title, source.short_title or "", *names, source.publisher or "", source.issued or "")
    return Record(number * PAGE, "", "", "", source.title, _HEAD_WEIGHT, words)


def cited_blocks(entries: Sequence[Entry]) -> Mapping[str, Mapping[str, set[str]]]:
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
    words = (entry.pref_label, *(label.text for label in labels), entry.definition, prose_in_words(entry.notes))
    # Number 1, without a head: the page of an entry is one record.
    return Record(number * PAGE + 1, "", "", "", entry.definition, _ENTRY_WEIGHT, words)


def _text_head(document: Document, name: str, numbers: tuple[int, ...]) -> PageHead:
    source = document.source
    return PageHead(
        path=f"sources/{source.id}",
        kind="text",
        name=name,
        title=text_names.quoted_title(source),
        date=day_in_words(source.issued) if source.issued else "",
        maker=text_names.makers(source),
        publisher=source.publisher or "",
        genre=genre_in_words(source.genre),
        year=year_in_words(source.issued),
        numbers=numbers,
        issued=source.issued or "",
    )


def _entry_head(entry: Entry, number: int, count: tuple[int, int]) -> PageHead:
    return PageHead(f"glossary/{entry.id}", entry.kind, entry.pref_label, "", numbers=(number,), count=count)


def _counts(mentions: Mapping[str, Sequence[Mention]]) -> dict[str, tuple[int, int]]:
    """Return for each entry how often texts speak of it, and in how many texts."""
    totals: Counter[str] = Counter()
    texts: Counter[str] = Counter()
    for mentions_of_text in mentions.values():
        counts = Counter(mention.entry for mention in mentions_of_text)
        totals.update(counts)
        texts.update(counts.keys())
    return {entry: (total, texts[entry]) for entry, total in totals.items()}
