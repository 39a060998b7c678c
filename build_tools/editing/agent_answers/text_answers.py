"""The tools that read the texts: search, read, quote and explain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from build_tools.editing.agent_answers.served_edition import LONGEST_SHOWN, ServedEdition, cut
from build_tools.editing.agent_answers.tool_values import Answered, RefusedCallError, refuse_unknown
from build_tools.editing.explanations import (
    block_names,
    explain_block,
    explain_words,
    explanation_as_json,
    find_block,
)
from build_tools.editing.quotation_proofs import proof_as_json
from build_tools.model import Block, Document
from build_tools.text.folding import fold
from build_tools.website.search.records import PAGE
from build_tools.website.search.tokens import tokenize

MOST_READ = 12_000
"""Characters of a text that one answer has at most."""

MOST_MATCHES = 3
"""Matches of a quotation that one answer has at most."""

_BEFORE = 200  # characters of a passage before the first word of the query
_WORD = re.compile(r"\w+")

_Given = Mapping[str, str | int]


def answer_search(edition: ServedEdition, given: _Given) -> Answered:
    """Return the passages, entries and register items that match a query."""
    query, limit, within = str(given["query"]), int(given["limit"]), str(given["text"])
    if within:
        _document(edition, within)
    found = edition.search.search(query)
    pages = edition.terms.heads
    if within:
        found = [record for record in found if pages[record.number // PAGE].path == f"sources/{within}"]
    named = [edition.entries[entry] for entry in edition.search.entries_named(query)[:limit]]
    return {
        "query": query,
        "entries": [
            {"id": entry.id, "label": entry.pref_label, "address": edition.address(f"glossary/{entry.id}")}
            for entry in named
        ],
        "number_of_results": len(found),
        "results": [_result(edition, record.number, query) for record in found[:limit]],
    }


def _result(edition: ServedEdition, number: int, query: str) -> Answered:
    head, record = edition.terms.heads[number // PAGE], edition.terms.records[number]
    identifier = head.path.rpartition("/")[2]
    document = edition.quotable.documents.get(identifier) if head.kind == "text" else None
    if document is None or not record.block:  # the head of a text, which is found by its maker or publisher
        address = edition.address(head.path, record.block)
        return {"kind": head.kind, "id": identifier, "title": head.title or head.name, "address": address,
                "words": cut(record.text)}  # fmt: skip
    block = next(block for block in document.blocks if block.id == record.block)
    return {"kind": "passage", **edition.passage(document, block), "words": _excerpt(record.text, query)}


def _excerpt(text: str, query: str) -> str:
    """Return a passage, or what is around the first word of the query in a long one."""
    if len(text) <= LONGEST_SHOWN:
        return text
    wanted = {token[:2] if len(token) < len("word") else token for token in tokenize(query)}
    places = (match.start() for match in _WORD.finditer(text) if any(token in fold(match[0]) for token in wanted))
    start = max(0, next(places, 0) - _BEFORE)
    start = text.find(" ", start) + 1 if start and " " in text[start : start + _BEFORE] else start
    return f"{'[…] ' if start else ''}{cut(text[start:])}"


def answer_read(edition: ServedEdition, given: _Given) -> Answered:
    """Return paragraphs of a text in their words, from one on."""
    document = _document(edition, str(given["text"]))
    blocks = [block for block in document.blocks if block.text]
    start = blocks.index(_block(document, str(given["paragraph"]))) if given["paragraph"] else 0
    offset = int(given["offset"])
    if offset and offset >= len(blocks[start].text):
        raise RefusedCallError(
            f'"{blocks[start].id}" has {len(blocks[start].text):,} characters: give a lesser offset.'
        )
    passages = list(_passages(edition, document, blocks[start : start + int(given["count"])], offset))
    last = start + len(passages) - 1
    end = int(str(passages[-1]["end"]))
    following: Answered | None = None
    if end < len(blocks[last].text):
        following = {"paragraph": blocks[last].id, "offset": end}
    elif last + 1 < len(blocks):
        following = {"paragraph": blocks[last + 1].id, "offset": 0}
    source = document.source
    return {
        "text": source.id,
        "title": source.title,
        "address": edition.address(f"sources/{source.id}"),
        "makers": [creator.name for creator in source.creators],
        "publisher": source.publisher,
        "issued": source.issued,
        "rights": {"publish": source.rights.publish, "statement": source.rights.statement},
        "paragraphs": passages,
        "next": following,
    }


def _passages(
    edition: ServedEdition, document: Document, blocks: Sequence[Block], offset: int
) -> Iterator[Mapping[str, object]]:
    """Yield blocks as long as the answer has room, the last cut where only a part of it has."""
    room = MOST_READ
    for block in blocks:
        words = block.text[offset : offset + room]
        end = offset + len(words)
        passage = edition.passage(document, block)
        proof = edition.proof(document, block, offset, end)
        yield {**passage, "proof": proof, "start": offset, "end": end, "words": words}
        room -= len(words)
        if end < len(block.text) or not room:
            return
        offset = 0


def answer_quote(edition: ServedEdition, given: _Given) -> Answered:
    """Return whether the texts have a quotation exactly, with the proof."""
    quotation = str(given["quotation"])
    return proof_as_json(quotation, edition.quotable.check(quotation), edition.quotable, MOST_MATCHES)


def answer_explain(edition: ServedEdition, given: _Given) -> Answered:
    """Return why words of a paragraph are linked or not."""
    document = _document(edition, str(given["text"]))
    if document.source.is_withheld:
        raise RefusedCallError(f'"{document.source.id}" is not published in full, so its links are not explained.')
    block = _block(document, str(given["paragraph"]))
    explanation = explain_block(document, block, edition.lexicon)
    words = str(given["words"])
    if words:
        about = explain_words(explanation, words, edition.lexicon)
        if about is None:
            raise RefusedCallError(f'{document.source.id}, {block.id}, does not have the words "{words[:80]}".')
        explanation = about
    shown = dict(explanation_as_json(explanation))
    decisions = list(explanation.decisions)
    return {**shown, "decisions": shown["decisions"][: int(given["limit"])], "number_of_decisions": len(decisions)}  # type: ignore[index]


def _document(edition: ServedEdition, name: str) -> Document:
    documents = edition.quotable.documents
    if name not in documents:
        if any(document.source.id == name for document in edition.published.documents):
            raise RefusedCallError(f'No words of "{name}" are published: only its description is.')
        raise refuse_unknown("text", name, sorted(documents))
    return documents[name]


def _block(document: Document, name: str) -> Block:
    block = find_block(document, name)
    if block is None or not block.text:
        raise RefusedCallError(f'{document.source.id} has no "{name[:80]}". It has {cut(block_names(document))}.')
    return block
