"""The tools that read what the editors write: entry and differences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from build_tools.editing.agent_answers.served_edition import ServedEdition, cut
from build_tools.editing.agent_answers.tool_values import Answered, RefusedCallError, refuse_unknown
from build_tools.model import Entry
from build_tools.model.registers import Discrepancy, Testimony
from build_tools.text.folding import fold_label
from build_tools.website.search.records import prose_in_words

MOST_NOTES = 4_000
"""Characters of an editor's notes that one answer has at most."""

_MOST_WORDS = 1_000  # of a quoted passage
_MOST_RELATED = 40

_Given = Mapping[str, str | int]


def answer_entry(edition: ServedEdition, given: _Given) -> Answered:
    """Return an entry of the glossary, and the first passages that name it."""
    entry = _entry(edition, str(given["entry"]))
    places, relations = _places(edition, entry), edition.relations
    return {
        "id": entry.id,
        "kind": entry.kind,
        "label": entry.pref_label,
        "labels": [{"text": label.text, "language": label.lang} for label in entry.alt_labels],
        "definition": prose_in_words(entry.definition),
        "evidence": [cut(text) for text in entry.evidence],
        "notes": cut(prose_in_words(entry.notes), MOST_NOTES),
        "related": sorted(relations.related[entry.id])[:_MOST_RELATED],
        "broader": list(relations.broader[entry.id][:_MOST_RELATED]),
        "narrower": list(relations.narrower[entry.id][:_MOST_RELATED]),
        "address": edition.address(f"glossary/{entry.id}"),
        "number_of_passages": len(places),
        "passages": [_place(edition, *place) for place in places[: int(given["limit"])]],
    }


def _places(edition: ServedEdition, entry: Entry) -> list[tuple[str, str]]:
    """Return the texts and blocks that name an entry, each once."""
    named = (
        (source, mention.block)
        for source, mentions in edition.published.mentions.items()
        for mention in mentions
        if mention.entry == entry.id
    )
    return list(dict.fromkeys(named))


def _place(edition: ServedEdition, source: str, name: str) -> Answered:
    document = edition.quotable.documents[source]
    block = next(block for block in document.blocks if block.id == name)
    return {**edition.passage(document, block), "words": cut(block.text)}


def _entry(edition: ServedEdition, name: str) -> Entry:
    entry = edition.entries.get(name)
    if entry is None:
        named = [entry for entry in edition.entries.values() if fold_label(name) in _names(entry)]
        if len(named) > 1:
            ids = ", ".join(entry.id for entry in named[:_MOST_RELATED])
            raise RefusedCallError(f'Several entries are called "{name[:80]}": {ids}. Give one of these ids.')
        if not named:
            raise refuse_unknown("entry", name, sorted(edition.entries))
        (entry,) = named
    return entry


def _names(entry: Entry) -> set[str]:
    labels = (*entry.alt_labels, *entry.short_labels, *entry.shared_labels)
    return {fold_label(name) for name in (entry.pref_label, entry.name, *(label.text for label in labels))}


def answer_differences(edition: ServedEdition, given: _Given) -> Answered:
    """Return the points on which texts differ, those about an entry or a text alone where it is named."""
    entry, text = str(given["entry"]), str(given["text"])
    about = _entry(edition, entry).id if entry else ""
    texts = {document.source.id for document in edition.published.documents}
    if text and text not in texts:
        raise refuse_unknown("text", text, sorted(texts))
    found = [
        item
        for item in edition.published.registers.discrepancies
        if (not about or about in item.about) and (not text or any(said.source == text for said in item.says))
    ]
    start, limit = int(given["start"]), int(given["limit"])
    return {
        "number_of_differences": len(found),
        "differences": [_difference(edition, item) for item in found[start : start + limit]],
        "next": start + limit if start + limit < len(found) else None,
    }


def _difference(edition: ServedEdition, item: Discrepancy) -> Answered:
    return {
        "id": item.id,
        "title": item.title,
        "kind": item.kind,
        "texts_differ": item.is_difference,
        "claim": cut(prose_in_words(item.claim), _MOST_WORDS),
        "about": list(item.about[:_MOST_RELATED]),
        "says": [said for testimony in item.says for said in _says(edition, testimony)][:_MOST_RELATED],
        "known": cut(prose_in_words(item.known), _MOST_WORDS),
        "reading": cut(prose_in_words(item.reading), _MOST_WORDS),
        "confidence": item.confidence,
        "address": edition.address(f"discrepancies/{item.id}"),
    }


def _says(edition: ServedEdition, said: Testimony) -> Iterator[Answered]:
    """Yield what a text says, with its words and their proof where they are published."""
    document = edition.quotable.documents.get(said.source)
    block = next((block for block in document.blocks if block.id == said.block), None) if document else None
    by = {"kind": said.by.kind, "name": said.by.name} if said.by else None
    if document is None or block is None or not said.quote:
        yield {"text": said.source, "paragraph": said.block, "words": None, "gloss": said.gloss, "by": by}
        return
    start = block.text.find(said.quote)
    passage = edition.passage(document, block)
    if start >= 0:
        passage["proof"] = edition.proof(document, block, start, start + len(said.quote))
    yield {**passage, "words": cut(said.quote, _MOST_WORDS), "gloss": said.gloss, "by": by}
