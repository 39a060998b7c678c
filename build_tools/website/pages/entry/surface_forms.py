"""The surface forms of an entry: its labels by language, and every wording by text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.model import Entry, KwicLine
from build_tools.model.findings import pluralise
from build_tools.text import html, markdown
from build_tools.website.naming import text_names
from build_tools.website.naming.vocabulary import direction, language_name, language_order
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


def alternative_labels(entry: Entry, corpus: Corpus) -> str:
    """List the alternative labels by language, and where texts in that language name the entry."""
    by_language: dict[str, list[str]] = {}
    for label in entry.alt_labels:
        by_language.setdefault(label.lang, []).append(label.text)
    if not by_language:
        return ""
    site = corpus.edition.language
    pairs = []
    for lang in sorted(by_language, key=lambda tag: language_order(tag, site)):
        names = ", ".join(in_language(markdown.escape(text), lang, corpus) for text in by_language[lang])
        where = _occurrences(entry, lang, by_language[lang], corpus)
        pairs.append((markdown.escape(language_name(lang)), f"{names} {html.element('span', where, 'where')}"))
    return markdown.block("div", [markdown.definitions(pairs)], "labels")


def in_language(content: str, lang: str, corpus: Corpus, *classes: str) -> str:
    """Wrap content in a span with its language and classes; return it bare if it needs neither."""
    tag = corpus.language_of(lang)
    if tag is None and not classes:
        return content
    return html.element("span", content, *classes, lang=tag, dir=direction(tag) if tag else None)


def _occurrences(entry: Entry, lang: str, texts: list[str], corpus: Corpus) -> str:
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
    target = text_names.relative(text_names.source_path(source.id), text_names.entry_path(entry.id))
    return markdown.link(
        f"{text_names.short_name(source)}, {text_names.place_name(block)}", f"{target}#{block.id}", "ev"
    )


def wordings_table(entry: Entry, corpus: Corpus) -> str:
    """Return a table of wordings by text; "" if there is only one wording in one text."""
    wordings = _wordings((line for _, lines in lines_by_text(entry, corpus) for line in lines), corpus)
    documents = corpus.in_order(corpus.named_by.get(entry.id, {}))
    if len(wordings) <= 1 and len(documents) <= 1:
        return ""
    sources = [document.source for document in documents]
    head = ["Wording", *(markdown.escape(text_names.short_name(source)) for source in sources)]
    rows = []
    for wording in wordings:
        form = in_language(markdown.escape(wording.form), wording.lang, corpus, "form")
        rows.append([form, *(str(wording.counts[source.id] or "·") for source in sources)])
    # The table may be wider than the page: it then scrolls, by keyboard too.
    table = html.raw_block(
        "div",
        [markdown.table(head, rows, "forms")],
        "wordings",
        role="region",
        tabindex="0",
        aria_labelledby="wordings",
    )
    return markdown.blocks([markdown.heading("Wordings", 2, "wordings", "label"), table])


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
