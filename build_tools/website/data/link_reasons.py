"""Why each place of a text is linked, as data that the text's page loads when a reader asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from build_tools.linking import Decision, Lexicon, explain_document
from build_tools.model import Data, Document, Entry
from build_tools.website.data.data_scripts import as_script


def why_data(document: Document, entries: Iterable[Entry], lexicon: Lexicon) -> Data:
    """The reasons of a text's links as a script: for each block the links in order, as numbers of sentences.

    A sentence is kept once, however many links it explains.
    """
    names = {entry.id: entry.pref_label for entry in entries}
    sentences: dict[str, int] = {}
    blocks: dict[str, list[int]] = {}
    for block, decisions in explain_document(document, lexicon).items():
        linked = [_sentence(one, names) for one in decisions if one.entry is not None]
        if linked:
            blocks[block] = [sentences.setdefault(one, len(sentences)) for one in linked]
    data = {"sentences": list(sentences), "blocks": blocks}
    return as_script(f"data/why/{document.source.id}.js", "readerWhy", data, document.source.id)


def _sentence(one: Decision, names: Mapping[str, str]) -> str:
    """Why a word is linked and who was turned down; the entry itself is named by the card that shows it."""
    parts = [_closed(one.evidence)]
    parts += [_closed(f"Not {names.get(other.entry, other.entry)}: {other.reason}") for other in one.rejected[:3]]
    return " ".join(parts)


def _closed(words: str) -> str:
    return words if words.endswith((".", ".”", "!”", "?”")) else f"{words}."
