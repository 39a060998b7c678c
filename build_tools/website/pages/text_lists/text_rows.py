"""Rows that present texts in a list: number, title, date, length, where it names entries, on how much texts differ."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from build_tools.edition.publication.words import measure
from build_tools.model import Document
from build_tools.website.localisation import translate, translate_count, write_number
from build_tools.website.markup.body_nodes import Bullets, Content, Division, Drawing, Inline, Link, Phrase
from build_tools.website.naming import text_names
from build_tools.website.naming.addresses import source_path
from build_tools.website.naming.counted_things import counted_mentions, counted_words
from build_tools.website.naming.date_words import day_in_words
from build_tools.website.pages.parts.charts import mention_bars
from build_tools.website.pages.text_lists.cards import about, plain_facts
from build_tools.website.pages.text_lists.telling_apart import listed_titles
from build_tools.website.survey.lookups import Corpus
from build_tools.website.survey.register_lookups import places


class TextRows:
    """The rows of all texts of an edition, each made once however many lists have it."""

    def __init__(self, corpus: Corpus) -> None:
        """Give each text its number and its title, and count on how many points it differs from others."""
        self.titles = listed_titles(corpus)
        self.differences = differences_of_texts(corpus)
        self._corpus = corpus
        self._numbers = {document.source.id: number for number, document in enumerate(corpus.documents, start=1)}
        self._made: dict[str, Content] = {}

    def listed(self, documents: Iterable[Document]) -> Division:
        """Return a list of texts."""
        return Division((Bullets(tuple(self._row(document) for document in documents)),), ("text-rows",))

    def as_data(self, document: Document) -> dict[str, object]:
        """Return what the row of a text says, for the filter: its words, and the numbers by which it is sorted."""
        source = document.source
        title, words = self.titles[source.id], self.words_of(document)
        left_out = self._corpus.shared_facts
        when = day_in_words(source.issued) if source.issued else translate("Date not stated")
        return {
            "id": source.id,
            "no": self._numbers[source.id],
            "title": title.words if title.formal or source.title_stated else f"[{title.words}]",
            "formal": " · ".join(filter(None, (title.formal, *plain_facts(source, left_out).values()))),
            "begins": title.first_words,
            "day": when,
            "words": words,
            "mentions": self.mentions_of(document),
            "differs": self.differences[source.id],
        }

    def words_of(self, document: Document) -> int | None:
        """Return how many words a text has, letters of scripts without spaces included; None if that is not known."""
        publication = self._corpus.publication(document.source.id)
        length = publication.length if publication else measure(document)
        return length.words + length.characters if length else None

    def mentions_of(self, document: Document) -> int:
        """Return how often a text speaks of entries."""
        named = self._corpus.named_in.get(document.source.id, {})
        return sum(sum(found.values()) for found in named.values())

    def _row(self, document: Document) -> Content:
        if document.source.id not in self._made:
            self._made[document.source.id] = tuple(self._content(document))
        return self._made[document.source.id]

    def _content(self, document: Document) -> Iterable[Inline]:
        source = document.source
        title, words = self.titles[source.id], self.words_of(document)
        yield Phrase((write_number(self._numbers[source.id]),), ("no",))
        yield " "
        yield Link((title.shown,), source_path(source.id), ("t",))
        facts = about(source, self._corpus.shared_facts)
        formal: Content = (*((title.formal,) if title.formal else ()), *((" · ",) if title.formal and facts else ()))
        yield from (" ", Phrase((*formal, *facts), ("formal",))) if formal or facts else ()
        yield from (" ", title.begins) if title.begins else ()
        yield from (" ", Phrase(text_names.date_content(source) or (translate("Date not stated"),), ("day",)))
        yield from (" ", Phrase((counted_words(words) if words is not None else "",), ("long",)))
        if mentions := self.mentions_of(document):
            yield from (" ", self._strip(document), Phrase((counted_mentions(mentions),), ("named",)))
        if differences := self.differences[source.id]:
            yield from (" ", Phrase((differences_in_words(differences),), ("differs",)))

    def _strip(self, document: Document) -> Drawing:
        """Return where in a text entries are named, from its beginning to its end."""
        counts: Counter[str] = Counter()
        for found in self._corpus.named_in.get(document.source.id, {}).values():
            counts.update(found)
        path = mention_bars(counts, self._corpus.paragraphs[document.source.id])
        line = ("path", (("class", "line"), ("d", "M0 9.5H100")))
        return Drawing("0 0 100 10", (line, ("path", (("d", path),))), ("strip",), height=10)


def differences_of_texts(corpus: Corpus) -> Counter[str]:
    """Return on how many points each text differs from others, by its id."""
    points: defaultdict[str, set[str]] = defaultdict(set)
    for item in corpus.registry.discrepancies:
        for source, _ in places(item):
            points[source].add(item.id)
    return Counter({source: len(items) for source, items in points.items()})


def differences_in_words(number: int) -> str:
    """Return on how many points a text differs from others, with the sign of such points."""
    return translate_count(number, "≠ {number} difference", "≠ {number} differences")
