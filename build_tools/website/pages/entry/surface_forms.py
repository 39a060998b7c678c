"""The surface forms of an entry: its labels by language, and every wording by text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.model import Entry, KwicLine
from build_tools.model.findings import pluralise
from build_tools.website.markup.as_data import runs
from build_tools.website.markup.body_nodes import Inline, Link, Phrase
from build_tools.website.naming import text_names
from build_tools.website.naming.vocabulary import language_name, language_order
from build_tools.website.survey.lookups import Corpus

_QUOTATION_MARKS = re.compile(r"[\"“”„‟'‘’«»‹›]")


@dataclass(frozen=True, slots=True)
class SurfaceForm:
    """A wording that names an entry.

    Attributes:
        form: The most frequent spelling.
        lang: The language tag (BCP 47).
        counts: The number of mentions by source id.
    """

    form: str
    lang: str
    counts: Counter[str]


def alternative_labels(entry: Entry, corpus: Corpus) -> list[list[object]]:
    """Return the alternative labels by language for the template, and where texts in that language name the entry.

    Returns:
        The name of each language, its labels as a list of runs, and where they occur as a list of runs.
    """
    by_language: dict[str, list[str]] = {}
    for label in entry.alt_labels:
        by_language.setdefault(label.lang, []).append(label.text)
    rows: list[list[object]] = []
    for lang in sorted(by_language, key=lambda tag: language_order(tag, corpus.edition.language)):
        names = [Phrase((text,), lang=corpus.language_of(lang)) for text in by_language[lang]]
        content = tuple(part for name in names for part in (", ", name))[1:]
        where = runs((_occurrences(entry, lang, by_language[lang], corpus),))
        rows.append([language_name(lang), runs(content), where])
    return rows


def _occurrences(entry: Entry, lang: str, texts: list[str], corpus: Corpus) -> Inline:
    """Say that no text has the labels, or link to the only mention, or count the texts."""
    folded = {_fold(text) for text in texts}
    mentions = [
        line.mention
        for line in corpus.edition.concordance.get(entry.id, ())
        if corpus.block(line.mention).lang == lang or _fold(line.exact) in folded
    ]
    if not mentions:
        return "in no text"
    if len(mentions) > 1:
        return f"in {pluralise(len({mention.document for mention in mentions}), 'text')}"
    source, block = corpus.by_id[mentions[0].document].source, corpus.block(mentions[0])
    words = f"{text_names.short_name(source)}, {text_names.place_name(block)}"
    return Link((words,), f"{text_names.source_path(source.id)}#{block.id}", ("ev",))


def wordings(entry: Entry, corpus: Corpus) -> dict[str, object] | None:
    """Return the wordings by text for the template; None if there is only one wording in one text.

    Returns:
        The short names of the `texts`; and the `rows`: a wording as a list of runs, and its number in each text.
    """
    found = _wordings((line for _, lines in lines_by_text(entry, corpus) for line in lines), corpus)
    documents = corpus.in_order(corpus.named_by.get(entry.id, {}))
    if len(found) <= 1 and len(documents) <= 1:
        return None
    sources = [document.source for document in documents]
    rows = [
        {
            "form": runs((Phrase((wording.form,), ("form",), lang=corpus.language_of(wording.lang)),)),
            "numbers": [wording.counts[source.id] for source in sources],
        }
        for wording in found
    ]
    return {"texts": [text_names.short_name(source) for source in sources], "rows": rows}


def _wordings(lines: Iterable[KwicLine], corpus: Corpus) -> list[SurfaceForm]:
    """Return the wordings in order of first appearance; case, quotation marks and white space make no difference."""
    spellings: dict[str, Counter[str]] = {}
    counts: dict[str, Counter[str]] = {}
    languages: dict[str, str] = {}
    for line in lines:
        key = _fold(line.exact)
        spellings.setdefault(key, Counter())[" ".join(line.exact.split())] += 1
        counts.setdefault(key, Counter())[line.mention.document] += 1
        languages.setdefault(key, corpus.block(line.mention).lang)
    return [SurfaceForm(_most_frequent(spellings[key]), languages[key], counts[key]) for key in spellings]


def _most_frequent(spellings: Counter[str]) -> str:
    return spellings.most_common(1)[0][0]


def _fold(text: str) -> str:
    return " ".join(_QUOTATION_MARKS.sub("", text).casefold().split())


def lines_by_text(entry: Entry, corpus: Corpus) -> Iterator[tuple[str, tuple[KwicLine, ...]]]:
    """Yield the concordance lines of an entry by document id, in order of date."""
    grouped: dict[str, list[KwicLine]] = {identifier: [] for identifier in corpus.named_by.get(entry.id, {})}
    for line in corpus.edition.concordance.get(entry.id, ()):
        grouped.setdefault(line.mention.document, []).append(line)
    for identifier, lines in grouped.items():
        if lines:
            yield identifier, tuple(lines)
