"""What a reader can ask: a link to the search and a few examples from the edition's own names, phrases and dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from build_tools.model import Entry
from build_tools.model.dates import read_date
from build_tools.website.localisation import translate
from build_tools.website.markup.body_nodes import Block, Inline, Link, Paragraph
from build_tools.website.naming.date_words import day_in_words
from build_tools.website.survey.lookups import Corpus

_SEARCH = "search.md"
_BUTTON = "data-search-open"
"""By what the introduction of an editor has a search field of its own."""

_WORDS_OF_A_PHRASE = (2, 4)
_LAST_LATIN = "\u024f"


def ask(corpus: Corpus) -> tuple[Block, ...]:
    """Return a link to the search, unless the introduction has a field, and examples of what can be asked."""
    blocks: list[Block] = []
    if _BUTTON not in corpus.body("index.md"):
        field = Link((translate("Search texts and entries"),), _SEARCH, ("search-field",))
        blocks.append(Paragraph((field,), classes=("ask",)))
    content: list[Inline] = []
    for words, lang in dict(_examples(corpus)).items():
        label = translate("{words}: search", words=words)
        content += [" ", Link((words,), f"{_SEARCH}?q={quote(words, safe='')}", (), label, lang)]
    if content:
        blocks.append(Paragraph((translate("Try"), *content), classes=("try",)))
    return tuple(blocks)


def most_mentioned(corpus: Corpus) -> list[Entry]:
    """Return the entries that are named, the most mentioned first."""
    named = [entry for entry in corpus.entries.values() if entry.id in corpus.named_by]
    return sorted(named, key=lambda entry: -corpus.count(entry.id))


def _examples(corpus: Corpus) -> Iterator[tuple[str, str | None]]:
    """Yield a name, a phrase, a date and a name in another script, each with its language if it is not the site's."""
    named = most_mentioned(corpus)
    persons = [entry for entry in named if entry.kind == "person"]
    for entry in (persons or named)[:1]:
        yield entry.name, None
    if phrase := next(_phrases(named), None):
        yield f"“{phrase}”", None
    dates = (entry.event.date for entry in named if entry.event)
    issued = [document.source.issued for document in corpus.documents]
    if day := next(_days((*dates, *issued)), None) or next(filter(None, issued), None):
        yield day_in_words(day), None
    if foreign := next(_in_another_script(named), None):
        yield foreign


def _phrases(entries: Iterable[Entry]) -> Iterator[str]:
    least, most = _WORDS_OF_A_PHRASE
    for entry in entries:
        if entry.kind == "concept" and least <= len(entry.name.split()) <= most:
            yield entry.name


def _days(dates: Iterable[str | None]) -> Iterator[str]:
    for edtf in dates:
        date = read_date(edtf)
        if edtf and date and date.single and date.single.precision == "day" and not date.is_doubtful:
            yield edtf


def _in_another_script(entries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        for label in entry.alt_labels:
            if label.lang and all(letter > _LAST_LATIN for letter in label.text if letter.isalpha()):
                yield label.text, label.lang
