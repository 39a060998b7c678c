"""All blocks and mentions as a store of STAM, the Stand-off Text Annotation Model, in its JSON.

The store includes the raw files by their paths; every annotation selects characters of one. Its keys are `role` and
`language` for blocks, `entry` and `rule` for mentions.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from build_tools.exports.resource_names import RAW
from build_tools.exports.standoff.raw_places import PlacedMention
from build_tools.model import Document, Mention

STORE = "edition.store.stam.json"

_SET = "reader"
_KEYS = ("entry", "language", "role", "rule")
_quote = json.encoder.encode_basestring
_DATA = '{"@type":"AnnotationData","@id":%s,"set":"' + _SET + '"}'
_ANNOTATION = (
    '{"@type":"Annotation","@id":%s,"target":{"@type":"TextSelector","resource":%s,"offset":{"@type":"Offset",'
    '"begin":{"@type":"BeginAlignedCursor","value":%d},"end":{"@type":"BeginAlignedCursor","value":%d}}},'
    f'"data":[{_DATA},{_DATA}]}}'
)


def stam_head(documents: Iterable[Document], mentions: Mapping[str, Iterable[Mention]]) -> str:
    """Return the beginning of the store, up to the annotations.

    Args:
        documents: The texts whose raw files are published.
        mentions: The mentions of each text, by its id.
    """
    texts = tuple(documents)
    return (
        f'{{"@type":"AnnotationStore","@id":"edition",\n"resources":[\n{_resources(texts)}\n],\n'
        f'"annotationsets":[{_annotation_set(texts, mentions)}],\n"annotations":[\n'
    )


STAM_END = "\n]}\n"
"""The end of the store."""


def _resources(texts: Iterable[Document]) -> str:
    paths = (_quote(RAW + document.source.seed) for document in texts)
    return ",\n".join(f'{{"@type":"TextResource","@id":{path},"@include":{path}}}' for path in paths)


def _annotation_set(texts: Sequence[Document], mentions: Mapping[str, Iterable[Mention]]) -> str:
    """Return the set of all values that occur, each with an id by which annotations refer to it."""
    blocks = [block for document in texts for block in document.blocks if block.spans]
    named = [mention for document in texts for mention in mentions.get(document.source.id, ())]
    values = {
        "entry": {mention.entry for mention in named},
        "language": {block.lang for block in blocks},
        "role": {block.role for block in blocks},
        "rule": {mention.rule for mention in named},
    }
    data = [
        {"@type": "AnnotationData", "@id": f"{key}:{value}", "key": key, "value": {"@type": "String", "value": value}}
        for key in _KEYS
        for value in sorted(values[key])
    ]
    keys = [{"@type": "DataKey", "@id": key} for key in _KEYS]
    return json.dumps({"@type": "AnnotationDataSet", "@id": _SET, "keys": keys, "data": data}, ensure_ascii=False)


def stam_annotations(document: Document, placed: Iterable[PlacedMention]) -> str:
    """Return the annotations of a text, with commas between them.

    Args:
        document: A text whose raw file is published.
        placed: Its mentions.
    """
    text, resource = document.source.id, _quote(RAW + document.source.seed)
    blocks = [
        _ANNOTATION
        % (
            *(_quote(f"{text}#{block.id}"), resource, block.start, block.end),
            *(_quote(f"role:{block.role}"), _quote(f"language:{block.lang}")),
        )
        for block in document.blocks
        if block.spans
    ]
    mentions = [
        _ANNOTATION
        % (
            *(_quote(f"{text}#char={start},{end}"), resource, start, end),
            *(_quote(f"entry:{mention.entry}"), _quote(f"rule:{mention.rule}")),
        )
        for mention, _, start, end in placed
        if start is not None
    ]
    return ",\n".join((*blocks, *mentions))
