"""The mentions of an edition as linked data: a collection, and a page of annotations for each text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256

from build_tools.exports.resource_names import ResourceNames
from build_tools.exports.standoff.raw_places import PlacedMention
from build_tools.exports.standoff.web_annotations import (
    CREATOR,
    MODEL_CONTEXT,
    Annotation,
    annotation_json,
    words_around,
)
from build_tools.model import Document

FOLDER = "annotations/"
"""The folder with the annotations, below the data."""

COLLECTION = f"{FOLDER}collection.json"
CONTEXT_FILE = "context.jsonld"
_TO_DATA = "../"
_TO_SITE = "../../"


def annotations_of(document: Document, placed: Iterable[PlacedMention], names: ResourceNames) -> list[Annotation]:
    """Return the mentions of a text as annotations of its raw file, in order.

    Args:
        document: A text whose raw file is published.
        placed: Its mentions.
        names: How things are named.
    """
    source, text = document.source, document.source.text
    raw, checksum, page = names.raw(source.seed), sha256(text.encode()).hexdigest(), names.text(source.id)
    return [
        Annotation(
            *(raw, start, end, exact, *words_around(text, start, end), names.entry(mention.entry), mention.rule),
            *(checksum, f"{page}#{mention.block}"),
        )
        for mention, exact, start, end in placed
        if start is not None and end is not None
    ]


class AnnotationPages:
    """The pages of a collection, made one by one in the order of the texts; each leads to the next.

    Attributes:
        total: How many annotations the pages that were made have.
    """

    def __init__(self, texts: Sequence[str], label: str, names: ResourceNames) -> None:
        """Take the ids of the texts that have a page, in order, and what the collection is called."""
        self._texts, self._label, self._names = texts, label, names
        self._made = 0
        self.total = 0

    def page(self, document: Document, annotations: Sequence[Annotation]) -> bytes:
        """Return the page of the next text as a file of JSON-LD, an annotation on each line."""
        source, number = document.source, self._made
        following = self._texts[number + 1 : number + 2]
        head: dict[str, object] = {
            **self._context(),
            "id": self._name(source.id),
            "type": "AnnotationPage",
            "partOf": self._names.data(COLLECTION),
            "startIndex": self.total,
            **({"prev": self._name(self._texts[number - 1])} if number else {}),
            **({"next": self._name(following[0])} if following else {}),
            "items": [],
        }
        self._made += 1
        self.total += len(annotations)
        items = ",\n".join(map(annotation_json, annotations))
        return f"{json.dumps(head, ensure_ascii=False)[:-2]}\n{items}\n]}}\n".encode()

    def collection(self) -> bytes:
        """Return the collection of all pages that were made, as a file of JSON-LD."""
        ends = {"first": self._name(self._texts[0]), "last": self._name(self._texts[-1])} if self._texts else {}
        value = {
            **self._context(),
            "id": self._names.data(COLLECTION),
            "type": "AnnotationCollection",
            "label": self._label,
            "creator": dict(CREATOR),
            "total": self.total,
            **ends,
        }
        return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()

    def _name(self, text: str) -> str:
        return self._names.data(f"{FOLDER}{text}.json")

    def _context(self) -> dict[str, object]:
        """Return the contexts of a document; names that are relative begin at the root of the site."""
        if self._names.base:
            return {"@context": [MODEL_CONTEXT, self._names.data(CONTEXT_FILE)]}
        return {"@context": [MODEL_CONTEXT, f"{_TO_DATA}{CONTEXT_FILE}", {"@base": _TO_SITE}]}
