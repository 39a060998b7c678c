"""Check that what editors quote stands in the texts: each quotation of a register once in its block; dates of events.

White space in a quotation matches any white space. Nothing is guessed: a quotation that is absent or appears twice is a
finding. A source with errors of its own is not judged before they are fixed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from build_tools.edition.checks.material import Check, Material
from build_tools.edition.citation_index import CitationIndex
from build_tools.edition.publication.wanted_passages import anchored_quotes
from build_tools.model import Block
from build_tools.model.dates import read_date
from build_tools.model.findings import Finding
from build_tools.model.hints import list_words
from build_tools.model.registers import Anchored, Event
from build_tools.text.folding import fold, spaced_pattern


def check_quotations(material: Material) -> Iterator[Finding]:
    """Report quotations that their block does not have exactly once."""
    for path, anchored in anchored_quotes(material.registers, material.entries):
        yield from _check_anchor(anchored, path, material.citations)


def check_event_times(material: Material) -> Iterator[Finding]:
    """Advise of events that a text reports before they can have happened."""
    for entry in material.entries:
        if entry.event:
            yield from _check_time(entry.event, entry.path, material.citations)


def check_omissions(material: Material) -> Iterator[Finding]:
    """Advise of words left without an entry, and of words before a name, that no text has."""
    if not material.documents or material.absent:  # a text that is not here may have them
        return
    texts = [document.source.text for document in material.documents]
    for page in material.pages:
        for omission in page.omitted:
            for words in filter(None, (omission.words, omission.after)):
                if not _stand_in_one(words, texts):
                    message = f'no text has the words "{_shortened(words)}", which "omitted" lists'
                    hint = "Delete the line, or write the words as a text has them."
                    yield Finding(f"docs/{page.path}", omission.line, "omitted-absent", message, hint)


def _stand_in_one(words: str, texts: Sequence[str]) -> bool:
    """Return whether a text has the words; texts are folded, which takes long, only where none has them as written."""
    wanted = _folded_words(words)
    return any(words in text for text in texts) or any(wanted in _folded_words(text) for text in texts)


def _folded_words(text: str) -> str:
    return " ".join(fold(text).split())


def occurrences(quote: str, text: str) -> int:
    """Return how often a text has a quotation, overlapping ones included; white space matches any white space."""
    words = spaced_pattern(quote)
    return len(re.findall(f"(?={words})", text)) if words else 0


def _check_anchor(anchored: Anchored, path: str, citations: CitationIndex) -> Iterator[Finding]:
    if anchored.source in citations.faulty:
        return
    document = citations.documents.get(anchored.source)
    if document is None:
        hint = citations.suggest_source(anchored.source)
        message = f'no text has the id "{anchored.source}"'
        yield Finding(path, anchored.line, "quote-source-unknown", message, hint)
        return
    block = citations.blocks_of(anchored.source).get(anchored.block)
    if block is None:
        message = f'"{anchored.source}" has no block "{anchored.block}"'
        hint = f"Its blocks: {list_words([block.id for block in document.blocks])}."
        yield Finding(path, anchored.line, "quote-block-unknown", message, hint)
        return
    times = occurrences(anchored.quote, block.text)
    where = f'{block.id} of "{anchored.source}"'
    if not times:
        hint = _elsewhere(anchored, document.blocks)
        message = f'{where} does not have the words "{_shortened(anchored.quote)}"'
        yield Finding(path, anchored.line, "quote-absent", message, hint)
    elif times > 1:
        message = f'{where} has the words "{_shortened(anchored.quote)}" {times} times'
        hint = "Quote more of the sentence, so that the words appear there once."
        yield Finding(path, anchored.line, "quote-doubled", message, hint)


def _elsewhere(anchored: Anchored, blocks: Iterable[Block]) -> str:
    block_ids = [block.id for block in blocks if occurrences(anchored.quote, block.text)]
    if block_ids:
        return f"They are in: {', '.join(block_ids)}."
    return "Copy the words from the page, with their quotation marks and apostrophes."


def _shortened(quote: str, most: int = 60) -> str:
    return quote if len(quote) <= most else f"{quote[:most].rstrip()}…"


def _check_time(event: Event, path: str, citations: CitationIndex) -> Iterator[Finding]:
    """Advice where an event begins after the last day on which a text with an account of it can be written."""
    event_date = read_date(event.date)
    if not event_date or not event_date.begin:
        return
    for account in event.accounts:
        document = citations.documents.get(account.source)
        text_date = read_date(document.source.issued) if document else None
        last_day = text_date.latest if text_date else None
        if document and last_day and event_date.begin.first > last_day and not account.expected:
            message = (
                f"the event begins no earlier than {event_date.begin.text}, "
                f'but "{account.source}" of {document.source.issued} has an account of it'
            )
            hint = 'Check the date; if the text speaks of the future, add "mode: expected" to the account.'
            yield Finding(path, event.lines.get("date", 1), "event-after-text", message, hint)


CHECKS = (
    Check(("quote-absent", "quote-block-unknown", "quote-doubled", "quote-source-unknown"), check_quotations),
    Check(("event-after-text",), check_event_times),
    Check(("omitted-absent",), check_omissions),
)
