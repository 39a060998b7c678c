"""An edition as readers may see it: the words of texts that are not published in full are gone from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeVar

from build_tools.corpus.evidence import mask_quoted_words
from build_tools.corpus.page_fields import CLAIMS, Question
from build_tools.corpus.written_pages import Prose
from build_tools.edition.event_passages import all_passages
from build_tools.edition.publication.absent_texts import empty_documents
from build_tools.edition.publication.excerpts import Excerpts, settle_limits
from build_tools.edition.publication.publications import Publication, decide_publications, withheld_words
from build_tools.edition.publication.published_documents import PublishedDocument, cut_to_excerpts
from build_tools.edition.publication.wanted_passages import anchored_quotes
from build_tools.edition.publication.withheld_words import SHORTEST_IN_REPORTS, WithheldWords, change_strings
from build_tools.edition.reading import Reading
from build_tools.edition.statistics import Statistics, count_statistics
from build_tools.linking import Ambiguous
from build_tools.model import Document, Entry, Mention, Source
from build_tools.model.findings import Finding
from build_tools.model.registers import OutsideWork, Registers, Testimony, Version

_Anchored = TypeVar("_Anchored", Testimony, Version)
_Place = TypeVar("_Place", Mention, Ambiguous)


@dataclass(frozen=True, slots=True)
class PublishedEdition:
    """An edition to make pages of.

    Attributes:
        documents: The texts, sorted by id, cut to what is shown of them.
        entries: The glossary, without withheld words.
        mentions: The mentions that are shown, by the id of the text.
        undecided: The undecided places that are shown.
        prose: The hand-written pages, without withheld words.
        registers: The registers; a quotation that is not shown has no words.
        publications: What is shown of each text that is not published in full, by its id.
        figures: The numbers of the whole edition, withheld texts included.
    """

    documents: tuple[Document, ...]
    entries: tuple[Entry, ...]
    mentions: Mapping[str, tuple[Mention, ...]]
    undecided: tuple[Ambiguous, ...]
    prose: tuple[Prose, ...]
    registers: Registers
    publications: Mapping[str, Publication]
    figures: Statistics

    @property
    def by_id(self) -> Mapping[str, Document]:
        """Return the texts by id."""
        return {document.source.id: document for document in self.documents}

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return the contested questions."""
        return tuple(question for page in self.prose if page.path == CLAIMS for question in page.questions)

    @property
    def works(self) -> Mapping[str, OutsideWork]:
        """Return the outside sources by id."""
        return {work.id: work for work in self.registers.outside_works}


def publish(reading: Reading) -> PublishedEdition:
    """Return the edition as it may be published."""
    publications = _decide(reading)
    cut = {
        document.source.id: cut_to_excerpts(document, publications[document.source.id].excerpts)
        for document in reading.documents
        if document.source.id in publications
    }
    words = withheld_words(reading.documents, publications, reading.entries)
    withheld = {source.id for source in reading.withheld}
    entries, registers, prose = _without_words(
        (reading.entries, reading.registers, reading.prose), words, cut, withheld
    )
    figures = count_statistics(reading.documents, reading.mentions, entries, registers, reading.undecided, prose)
    undecided = _shown_places(reading.undecided, cut)
    return PublishedEdition(
        documents=_documents(reading, cut, words),
        entries=entries,
        mentions={source: _shown_places(mentions, cut) for source, mentions in reading.mentions.items()},
        undecided=undecided,
        prose=prose,
        registers=registers,
        publications=_publications(reading, publications, cut),
        figures=replace(figures, undecided=undecided),
    )


def unpublished_words(reading: Reading, shortest: tuple[int, int]) -> WithheldWords:
    """Return the words of texts that are published nowhere.

    Args:
        reading: The edition.
        shortest: The length of a run of words, as `withheld_words.SHORTEST`.
    """
    return withheld_words(reading.documents, _decide(reading), reading.entries, shortest)


def publishable_findings(reading: Reading) -> tuple[Finding, ...]:
    """Return the findings of an edition without words that are published nowhere, for a report that is public."""
    if not reading.withheld:
        return reading.findings
    return change_strings(reading.findings, unpublished_words(reading, SHORTEST_IN_REPORTS).left_out_of)


def _decide(reading: Reading) -> dict[str, Publication]:
    return decide_publications(reading.documents, reading.entries, reading.registers, reading.mentions, reading.prose)


_Written = tuple[tuple[Entry, ...], Registers, tuple[Prose, ...]]


def _without_words(
    written: _Written, words: WithheldWords, cut: Mapping[str, PublishedDocument], withheld: set[str]
) -> _Written:
    """Return what people wrote without the words of withheld texts; untouched where there are none."""
    if not withheld:
        return written

    def published(text: str) -> str:
        return words.left_out_of(mask_quoted_words(text, withheld))

    return change_strings(_without_quotes(written, cut, withheld), published)


def _without_quotes(written: _Written, cut: Mapping[str, PublishedDocument], withheld: set[str]) -> _Written:
    """Return what people wrote with no words in the quotations that are not shown."""

    def shown(anchored: _Anchored) -> _Anchored:
        document = cut.get(anchored.source)
        is_shown = document.shows(anchored) if document else anchored.source not in withheld
        return anchored if is_shown else replace(anchored, quote="")

    entries, registers, prose = written
    return (
        tuple(
            replace(entry, event=replace(entry.event, accounts=tuple(map(shown, entry.event.accounts))))
            if entry.event
            else entry
            for entry in entries
        ),
        Registers(
            tuple(replace(item, says=tuple(map(shown, item.says))) for item in registers.discrepancies),
            tuple(replace(item, versions=tuple(map(shown, item.versions))) for item in registers.quotations),
            registers.outside_works,
        ),
        prose,
    )


def _documents(reading: Reading, cut: Mapping[str, PublishedDocument], words: WithheldWords) -> tuple[Document, ...]:
    """Return the texts as they may be shown, and those whose seeds are elsewhere, without any words."""
    shown = [cut[key].document if (key := document.source.id) in cut else document for document in reading.documents]
    quoted = [(anchored.source, anchored.block) for _, anchored in anchored_quotes(reading.registers, reading.entries)]
    written = (reading.entries, reading.registers, reading.prose, *(document.source.headnote for document in shown))
    shown += empty_documents(reading.absent, written, quoted, reading.lock)
    if cut:
        shown = [replace(document, source=_without_withheld(document.source, words)) for document in shown]
    return tuple(sorted(shown, key=lambda document: document.source.id)) if reading.absent else tuple(shown)


def _without_withheld(source: Source, words: WithheldWords) -> Source:
    headnote, inferred = change_strings((source.headnote, dict(source.inferred)), words.left_out_of)
    return replace(source, headnote=headnote, inferred=inferred)


def _shown_places(places: tuple[_Place, ...], cut: Mapping[str, PublishedDocument]) -> tuple[_Place, ...]:
    """Return the places of all texts that are shown, in their order; the same object where all of them are."""
    if all(place.document not in cut for place in places):
        return places
    shown: list[_Place] = []
    for source, group in groupby(places, key=lambda place: place.document):
        listed = tuple(group)
        shown += cut[source].move(listed) if source in cut else listed
    return tuple(shown)


def _publications(
    reading: Reading, publications: Mapping[str, Publication], cut: Mapping[str, PublishedDocument]
) -> Mapping[str, Publication]:
    """Return the publications with the numbers of mentions that are not shown, and those of texts that are not here."""
    counted = {}
    passages = all_passages(reading.documents, reading.mentions, reading.entries)
    for source, publication in publications.items():
        every = Counter(passage.entry for passage in passages[source])
        shown = Counter(passage.entry for passage in cut[source].move(passages[source]))
        counted[source] = replace(publication, unshown=dict(every - shown))
    absent = {source.id: Publication(settle_limits(source.rights.limits), Excerpts({})) for source in reading.absent}
    return {**counted, **absent}
