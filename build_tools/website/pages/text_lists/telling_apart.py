"""What lists call each text, so that no two are called the same: the title, the first words, or the short name."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from build_tools.model import Document
from build_tools.model.remembering import remembered
from build_tools.text.folding import fold_label
from build_tools.website.markup.body_nodes import Inline, Phrase
from build_tools.website.naming import text_names
from build_tools.website.survey.lookups import Corpus

_LONGEST = 72  # characters of the first words
_FEWEST_WORDS = 4
"""A paragraph of fewer words is a place and a day, a greeting, a number."""


@dataclass(frozen=True, slots=True)
class ListedTitle:
    """What a list calls a text.

    Attributes:
        words: The words that lead to it, plain.
        shown: The same as they are shown.
        formal: The title, where the words are others; else "".
        begins: The first words, where the title tells it from another text by no more than a number.
        first_words: The same, plain.
    """

    words: str
    shown: Inline
    formal: str = ""
    begins: Inline = ""
    first_words: str = ""


def unlike_citation(identifier: str, corpus: Corpus) -> str:
    """Return a text as lists cite it, with its short name where they cite another alike."""
    cited = text_names.citation(corpus.by_id[identifier].source)
    return f"{cited} ({corpus.short_names[identifier]})" if cited in corpus.shared_citations else cited


def listed_titles(corpus: Corpus) -> dict[str, ListedTitle]:
    """Return what lists call each text, by its id."""
    folded = {document.source.id: _folded_title(document) for document in corpus.documents}
    unnumbered = {identifier: _without_numbers(title) for identifier, title in folded.items()}
    titles, alike = Counter(folded.values()), Counter(unnumbered.values())
    begins = {document.source.id: _first_words(document) for document in corpus.documents}
    begun = Counter(fold_label(words) for words, _ in begins.values() if words)
    listed: dict[str, ListedTitle] = {}
    for document in corpus.documents:
        source = document.source
        words, lang = begins[source.id]
        first = Phrase((f"“{words}”",), ("begins",), lang=corpus.language_of(lang)) if words else ""
        if titles[folded[source.id]] == 1:
            is_alike = alike[unnumbered[source.id]] > 1
            plain = f"“{words}”" if words and is_alike else ""
            shown = text_names.title_content(source)
            listed[source.id] = ListedTitle(source.title, shown, begins=first if is_alike else "", first_words=plain)
        elif words and begun[fold_label(words)] == 1:
            listed[source.id] = ListedTitle(words, first, formal=text_names.quoted_title(source))
        else:
            name = corpus.short_names[source.id]
            listed[source.id] = ListedTitle(name, name, formal=text_names.quoted_title(source))
    return listed


@remembered
def _folded_title(document: Document) -> str:
    return fold_label(document.source.title)


def _without_numbers(folded: str) -> str:
    return re.sub(r"[\W\d_]+", " ", folded)


@remembered
def _first_words(document: Document) -> tuple[str, str]:
    """Return the first words of a text that is published in full, and their language; none of any other."""
    if document.source.is_withheld:
        return "", ""
    for block in document.blocks:
        text = " ".join(block.text.split())
        if block.role == "paragraph" and (len(text.split()) >= _FEWEST_WORDS or len(text) >= _LONGEST):
            return text_names.first_words(text, _LONGEST), block.lang
    return "", ""
