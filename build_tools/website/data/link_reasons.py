"""The reasons of the links of a text, as data that its page loads on demand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from build_tools.linking import Decision, Lexicon, explain_document
from build_tools.model import Data, Document, Entry
from build_tools.website.data.data_scripts import as_script

_MOST_REJECTED = 3


def why_data(document: Document, entries: Iterable[Entry], lexicon: Lexicon) -> Data:
    """Return a script with the reasons of a text's links: for each block, a sentence number for each link, in order.

    A sentence is listed once, however many links it explains.
    """
    names = {entry.id: entry.pref_label for entry in entries}
    sentences: dict[str, int] = {}
    blocks: dict[str, list[int]] = {}
    for block, decisions in explain_document(document, lexicon).items():
        reasons = [_sentence(decision, names) for decision in decisions if decision.entry is not None]
        if reasons:
            blocks[block] = [sentences.setdefault(reason, len(sentences)) for reason in reasons]
    data = {"sentences": list(sentences), "blocks": blocks}
    return as_script(f"data/why/{document.source.id}.js", "readerWhy", data, document.source.id)


def _sentence(decision: Decision, names: Mapping[str, str]) -> str:
    """Say why a word is linked and why not to other entries; the linked entry is named by the card that shows this."""
    rejected = decision.rejected[:_MOST_REJECTED]
    parts = [decision.evidence, *(f"Not {names.get(item.entry, item.entry)}: {item.reason}" for item in rejected)]
    return " ".join(map(_with_full_stop, parts))


def _with_full_stop(words: str) -> str:
    return words if words.endswith((".", ".”", "!”", "?”")) else f"{words}."
