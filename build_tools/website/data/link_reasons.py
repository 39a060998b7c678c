"""Why each mention of a text is linked, as data that the text's page loads when a reader asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from build_tools.linking import Decision, Lexicon, explain_document
from build_tools.model import Data, Document, Entry, Mention
from build_tools.website.caching import NO_CACHE, digest
from build_tools.website.data.data_scripts import as_script
from build_tools.website.kept import Kept

_WITHHELD_REASON = "the reason is not published, since it could give away words of the text that are left out."
_MOST_REJECTED = 3  # rejected entries that a reader is shown


def why_data(documents: Iterable[Document], entries: Iterable[Entry], lexicon: Lexicon, kept: Kept) -> Iterator[Data]:
    """Yield the reasons for each text's links as a script.

    Args:
        documents: Texts that are published in full.
        entries: The entries as they are published.
        lexicon: The labels by which the texts were linked.
        kept: The texts as they were linked, and what keeps the script of each.
    """
    names = {entry.id: entry.pref_label for entry in entries}
    linked = lexicon.entries
    named = _bytes(repr(sorted((key, name) for key, name in names.items() if name != linked[key].pref_label)))
    for document in documents:
        version = kept.texts.versions.get(document.source.id)
        cache = kept.cache if version else NO_CACHE
        key = digest(version or b"", named, *_read_by_linking(document))
        script = cache.remember("reasons", key, partial(_script, document, names, lexicon))
        yield Data(_path(document.source.id), script.decode())


def _read_by_linking(document: Document) -> Iterator[bytes]:
    """Yield all that linking looks at in a text."""
    source = document.source
    yield from map(_bytes, (source.id, source.text, repr(source.rulings)))
    for block in document.blocks:
        yield _bytes(f"{block.id} {block.lang} {block.text}")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _script(document: Document, names: Mapping[str, str], lexicon: Lexicon) -> bytes:
    """Return a script with, for each block, the links in order, as indexes of sentences.

    A sentence is stored once, however many links it explains.
    """
    sentences: dict[str, int] = {}
    blocks: dict[str, list[int]] = {}
    for block, decisions in explain_document(document, lexicon).items():
        reasons = [_reason(decision, names) for decision in decisions if decision.entry is not None]
        if reasons:
            blocks[block] = [sentences.setdefault(reason, len(sentences)) for reason in reasons]
    data = {"sentences": list(sentences), "blocks": blocks}
    return _as_script(document.source.id, data).text.encode()


def withheld_why_data(source: str, mentions: Iterable[Mention]) -> Data:
    """Return the same script for a text that is not published in full: every link has the same sentence."""
    blocks: dict[str, list[int]] = {}
    for mention in mentions:
        blocks.setdefault(mention.block, []).append(0)
    return _as_script(source, {"sentences": [_WITHHELD_REASON], "blocks": blocks})


def _as_script(source: str, data: Mapping[str, object]) -> Data:
    return as_script(_path(source), "readerWhy", data, source)


def _path(source: str) -> str:
    return f"data/why/{source}.js"


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
