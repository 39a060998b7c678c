"""Names of an entry that a text has and that are not linked, since a longer name takes in their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_tools.model import Block, Document, Entry, Mention
from build_tools.text.folding import spaced_pattern
from build_tools.text.prose.code_spans import mask_spans
from build_tools.text.scripts import is_east_asian
from build_tools.website.naming.vocabulary import same_language
from build_tools.website.survey.lookups import Corpus

Name = tuple[str, Block]
"""The words of a name, and the block that has them."""


def unlinked_name(entry: Entry, document: Document, lang: str, corpus: Corpus) -> Name | None:
    """Return the first name of an entry that stands unlinked in one of a text's languages; None if there is none.

    Words that are linked to another entry as a whole are its name; words within a longer name are a name all the same.

    Args:
        entry: The entry.
        document: The text.
        lang: The language (BCP 47).
        corpus: The edition.
    """
    if document.source.id in entry.not_in_sources:
        return None
    labels = tuple(_labels(entry, lang, corpus.edition.language))
    others = _spans(corpus.edition.mentions.get(document.source.id, ()))
    names = (
        (match[0], block)
        for block in document.blocks
        if block.lang == lang
        for label in labels
        for match in _pattern(label).finditer(_without_longer_phrases(entry, block.text))
        if (block.id, *match.span()) not in others
    )
    return next(names, None)


def _spans(mentions: Iterable[Mention]) -> set[tuple[str, int, int]]:
    return {(mention.block, mention.start, mention.end) for mention in mentions}


def _labels(entry: Entry, lang: str, site: str) -> Iterator[str]:
    """Yield the names that are the entry's own in a language, the longest first."""
    names = [label.text for label in entry.alt_labels if same_language(label.lang, lang)]
    names += [entry.name] if same_language(lang, site) else []
    yield from sorted(names, key=lambda name: (-len(name), name))


def _without_longer_phrases(entry: Entry, text: str) -> str:
    for phrase in entry.not_within:
        text = mask_spans(text, [match.span() for match in _pattern(phrase.text).finditer(text)])
    return text


def _pattern(label: str) -> re.Pattern[str]:
    """Return what finds a label: between word boundaries where words have any, capitals as the label has them."""
    words = spaced_pattern(label)
    bounded = words if any(map(is_east_asian, label)) else rf"(?<!\w){words}(?!\w)"
    return re.compile(bounded, re.IGNORECASE if label.islower() else 0)
