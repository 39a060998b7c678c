"""Why each mention of a text is linked, as data that the text's page loads when a reader asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from build_tools.linking import Decision, Lexicon, explain_document
from build_tools.model import Data, Document, Entry, Mention
from build_tools.website.data.data_scripts import as_script

_UNTOLD = "the reason is not published, since it may tell words of the text that are left out."
_MOST_REJECTED = 3  # rejected entries that a reader is told of


def why_data(document: Document, entries: Iterable[Entry], lexicon: Lexicon) -> Data:
    """Return the reasons for a text's links as a script: for each block the links in order, as indexes of sentences.

    A sentence is stored once, however many links it explains.
    """
    names = {entry.id: entry.pref_label for entry in entries}
    sentences: dict[str, int] = {}
    blocks: dict[str, list[int]] = {}
    for block, decisions in explain_document(document, lexicon).items():
        reasons = [_reason(decision, names) for decision in decisions if decision.entry is not None]
        if reasons:
            blocks[block] = [sentences.setdefault(reason, len(sentences)) for reason in reasons]
    data = {"sentences": list(sentences), "blocks": blocks}
    return as_script(f"data/why/{document.source.id}.js", "readerWhy", data, document.source.id)


def withheld_why_data(source: str, mentions: Iterable[Mention]) -> Data:
    """Return the same script for a text that is not published in full: every link has the same sentence."""
    blocks: dict[str, list[int]] = {}
    for mention in mentions:
        blocks.setdefault(mention.block, []).append(0)
    return as_script(f"data/why/{source}.js", "readerWhy", {"sentences": [_UNTOLD], "blocks": blocks}, source)


def _reason(decision: Decision, names: Mapping[str, str]) -> str:
    """Return why a word is linked and which entries were rejected; the card that shows it names the entry itself."""
    parts = [_with_full_stop(decision.evidence)]
    parts += [
        _with_full_stop(f"Not {names.get(rejected.entry, rejected.entry)}: {rejected.reason}")
        for rejected in decision.rejected[:_MOST_REJECTED]
    ]
    return " ".join(parts)


def _with_full_stop(words: str) -> str:
    return words if words.endswith((".", ".”", "!”", "?”")) else f"{words}."
