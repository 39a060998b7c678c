"""Advise editors of the places of the texts that may have been read wrongly, and of those where no link was decided.

A title that its page gives and no block of the text states is such a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from build_tools.edition.checks.material import Check, Material
from build_tools.linking import Ambiguous
from build_tools.model import Block, Document, Doubt
from build_tools.model.findings import Finding, pluralise
from build_tools.model.remembering import remembered
from build_tools.segmentation.roles.stated_title import letters_of, rulings_for_title, state_same_title
from build_tools.text.folding import fold_label

_MOST_NAMED = 3
# The words beside an undecided place, unchanged, for an editor to copy into a ruling.
_WORDS_BEFORE = re.compile(r"(?:\S+\s+){0,3}\S*$")
_WORDS_AFTER = re.compile(r"\S*(?:\s+\S+){0,2}")
_HEAD = 5  # blocks
_LONGEST_TITLE = 250  # characters
_CONTEXT = 60  # characters of the block on either side, at most


def check_undecided_mentions(material: Material) -> Iterator[Finding]:
    """Advise of each undecided place, at its line of the seed, with the ruling that would decide it."""
    for place in material.ambiguous:
        yield _of_place(place, material.citations.documents[place.document])


@remembered
def _of_place(place: Ambiguous, document: Document) -> Finding:
    source = document.source
    block = next(block for block in document.blocks if block.id == place.block)
    ruling = f'{{quote: "{_words_around(place, block)}", mention: "{place.exact}", entry: …}}'
    return Finding(
        f"seeds/{source.seed}",
        _line_of(place, block, document),
        "mention-undecided",
        f'"{place.exact}" stays unlinked: {place.reason} ({", ".join(place.entries)})',
        f"If it should link, add it to the rulings of {source.path}: {ruling}",
    )


def _line_of(place: Ambiguous, block: Block, document: Document) -> int:
    """Return the line of the seed on which a place of a block begins."""
    offsets = (span.start + place.start - span.at for span in block.spans if span.at <= place.start)
    return document.source.text.count("\n", 0, max(offsets, default=block.start)) + 1


def _words_around(place: Ambiguous, block: Block) -> str:
    before = _WORDS_BEFORE.search(block.text[max(0, place.start - _CONTEXT) : place.start])
    after = _WORDS_AFTER.match(block.text[place.end : place.end + _CONTEXT])
    return " ".join(f"{before[0] if before else ''}{place.exact}{after[0] if after else ''}".split())


def describe_doubts(kind: str, doubts: tuple[Doubt, ...]) -> str:
    """Say what is doubtful about one or several places of one kind."""
    count = len(doubts)
    several = count > 1
    return {
        "hyphen": f"{pluralise(count, 'hyphen')} at line ends may be part of a word or only divide it",
        "sentence": f"{pluralise(count, 'paragraph')} {'break' if several else 'breaks'} off within a sentence",
        "head": f"{pluralise(count, 'line')} may be the head{'s' if several else ''} of pages, back with other numbers",
        "lines": "many paragraphs break off within a sentence, as if each line had become one",
        "columns": "many lines have a wide gap, as if two columns had been mixed",
        "unbroken": "most of the text is one paragraph",
    }[kind]


def hint_for(kind: str, doubts: tuple[Doubt, ...], path: str) -> str:
    """Say what an editor can do."""
    rulings = [doubt.ruling for doubt in doubts if doubt.ruling][:_MOST_NAMED]
    if rulings:
        return f"Where that is right, add it to the rulings of {path}: {' '.join(rulings)}"
    return {
        "lines": "Look at the file: the program that made the text may keep paragraphs together in another mode.",
        "columns": "Take the text from its file again, in the order of reading, one column after the other.",
    }.get(kind, f'Write where a paragraph begins in the rulings of {path}: {{quote: "…", split: here}}')


def check_doubts(material: Material) -> Iterator[Finding]:
    """Advise of what is doubtful in each text, one finding for each kind, at the first line of the seed it concerns."""
    for document in material.documents:
        yield from _of_cut(document)


@remembered
def _of_cut(document: Document) -> tuple[Finding, ...]:
    return tuple(_doubts_of(document))


def _doubts_of(document: Document) -> Iterator[Finding]:
    source = document.source
    for kind, group in groupby(sorted(document.doubts, key=lambda doubt: doubt.kind), key=lambda doubt: doubt.kind):
        doubts = tuple(group)
        line = source.text.count("\n", 0, doubts[0].start) + 1
        message = describe_doubts(kind, doubts)
        yield Finding(f"seeds/{source.seed}", line, "cut-doubtful", message, hint_for(kind, doubts, source.path))


def check_titles(material: Material) -> Iterator[Finding]:
    """Advise of each text whose title is not what its page says, with the ruling or the reason to write."""
    for document in material.documents:
        finding = _of_title(document)
        if finding is not None:
            yield finding


@remembered
def _of_title(document: Document) -> Finding | None:
    source = document.source
    title = next((block for block in document.blocks if block.role == "title"), None)
    if title and source.title_stated and not state_same_title(title.text, source.title):
        message = f'the page gives the title "{source.title}", and a ruling makes another line the title'
        hint = f'Write title: "{title.text}" in {source.path}, or delete the ruling.'
        return _title_finding(document, title.start, message, hint)
    if not title and document.blocks and source.title_stated and not _stands_in_frame(document):
        message = f'no block of the text is its title "{source.title}"'
        return _title_finding(document, 0, message, _hint_for_title(document))
    return None


def _title_finding(document: Document, start: int, message: str, hint: str) -> Finding:
    source = document.source
    line = source.text.count("\n", 0, start) + 1
    return Finding(f"seeds/{source.seed}", line, "title-not-in-text", message, hint)


def _stands_in_frame(document: Document) -> bool:
    """Return whether the title stands in what is set aside, as in the line "Title: …" of a library."""
    text, title = document.source.text, _words_of(document.source.title)
    return any(title in _words_of(text[span.start : span.end]) for span in document.set_aside)


def _words_of(text: str) -> str:
    words = (letters_of(word) for word in fold_label(text).replace("-", " ").split())
    return f" {' '.join(filter(None, words))} "


def _hint_for_title(document: Document) -> str:
    source = document.source
    texts = [block.text for block in document.blocks]
    rulings = rulings_for_title(texts, source.title)
    if whole := next((text for text in texts[:_HEAD] if _goes_on(text, source.title)), ""):
        otherwise = f", or, if the title ends where it does now, rule: {rulings[0]}" if rulings else ""
        return f'Write title: "{whole}" in {source.path}{otherwise}.'
    if rulings:
        return f"Add it to the rulings of {source.path}: {' '.join(rulings)}"
    return f'If it is the editors\' own, write inferred: {{title: "the reason"}} in {source.path}.'


def _goes_on(text: str, title: str) -> bool:
    return len(text) <= _LONGEST_TITLE and letters_of(text).startswith(letters_of(title))


CHECKS = (
    Check(("mention-undecided",), check_undecided_mentions),
    Check(("cut-doubtful",), check_doubts),
    Check(("title-not-in-text",), check_titles),
)
