"""What of each text is shown: decided from its rights, the limits of the edition, and what is worth quoting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from build_tools.corpus.written_pages import Prose
from build_tools.edition.publication.excerpts import Excerpts, choose_excerpts, facts_alone, settle_limits
from build_tools.edition.publication.wanted_passages import anchored_quotes, cited_evidence, passages_by_text
from build_tools.edition.publication.withheld_words import SHORTEST, WithheldWords
from build_tools.edition.publication.words import TextLength, measure
from build_tools.model import EXCERPT, Document, Entry, ExcerptLimits, Mention
from build_tools.model.registers import Registers


@dataclass(frozen=True, slots=True)
class Publication:
    """What is shown of a text that is not published in full.

    Attributes:
        limits: The limits of its excerpts, all of them set.
        excerpts: The spans that are shown.
        length: The length of the whole text; None where its seed is kept elsewhere.
        unshown: How many mentions of each entry are not shown, by entry id.
    """

    limits: ExcerptLimits
    excerpts: Excerpts
    length: TextLength | None = None
    unshown: Mapping[str, int] | None = None


def decide_publications(
    documents: Iterable[Document],
    entries: Sequence[Entry],
    registers: Registers,
    mentions: Mapping[str, tuple[Mention, ...]],
    pages: Iterable[Prose] = (),
) -> dict[str, Publication]:
    """Return what is shown of each text that is not published in full, by its id; the same input gives the same.

    Args:
        documents: The texts whose seeds are here.
        entries: The glossary.
        registers: The registers, whose quotations are shown first.
        mentions: The mentions of each text, by its id.
        pages: The hand-written pages, of which one may set limits for the edition.
    """
    withheld = [document for document in documents if document.source.is_withheld]
    if not withheld:
        return {}
    usual = next((page.excerpts for page in pages if page.path == "sources/index.md"), ExcerptLimits())
    wanted = passages_by_text(withheld, anchored_quotes(registers, entries), cited_evidence(entries), mentions)
    publications = {}
    for document in withheld:
        rights = document.source.rights
        limits = settle_limits(rights.limits, usual)
        if rights.publish == EXCERPT:
            excerpts = choose_excerpts(document, wanted[document.source.id], limits)
        else:
            excerpts = facts_alone(document, limits)
        publications[document.source.id] = Publication(limits, excerpts, measure(document))
    return publications


def withheld_words(
    documents: Iterable[Document],
    publications: Mapping[str, Publication],
    entries: Iterable[Entry],
    shortest: tuple[int, int] = SHORTEST,
) -> WithheldWords:
    """Return the words that are published nowhere: those of withheld texts, without excerpts, facts and names.

    Args:
        documents: The texts whose seeds are here.
        publications: What is shown of those that are not published in full.
        entries: The glossary, whose names are no text's alone.
        shortest: The length of a run of words, as `withheld_words.SHORTEST`.
    """
    if not publications:
        return WithheldWords((), ())
    withheld: list[str] = []
    published = [name for entry in entries for name in _names(entry)]
    for document in documents:
        source, publication = document.source, publications.get(document.source.id)
        published += [source.title, source.short_title or "", source.publisher or "", source.rights.notice or ""]
        published += [part for maker in source.creators for part in (maker.name, maker.affiliation or "")]
        if publication is None:
            published += [block.text for block in document.blocks]
            continue
        withheld.append(source.text)
        withheld += [block.text for block in document.blocks]
        for block in document.blocks:
            published += [block.text[start:end] for start, end in publication.excerpts.spans.get(block.id, ())]
    return WithheldWords(withheld, published, shortest)


def _names(entry: Entry) -> list[str]:
    labels = (*entry.alt_labels, *entry.short_labels, *entry.shared_labels, *entry.hidden_labels, *entry.search_labels)
    return [entry.pref_label, *(label.text for label in labels), *(role.title for role in entry.roles)]
