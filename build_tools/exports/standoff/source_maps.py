"""Source maps of texts: where each character that is shown stands in the raw file, and what is shown of a place there.

A block has runs, each of three numbers: where it begins in the block's text, where in the raw file, and its length. A
character between two runs is the one space that stands for the white space, or what is set aside, between them.
"""

from __future__ import annotations

import json
from hashlib import sha256

from build_tools.exports.resource_names import RAW
from build_tools.model import Document

FOLDER = "maps/"
"""The folder with the maps, below the data."""


def source_map(document: Document) -> dict[str, object]:
    """Return the map of a text, as values of JSON; offsets are in code points.

    Args:
        document: A text whose raw file is published.
    """
    source = document.source
    return {
        "text": source.id,
        "raw": f"{RAW}{source.seed}",
        "sha256": sha256(source.text.encode()).hexdigest(),
        "characters": len(source.text),
        "blocks": [
            {
                "id": block.id,
                "characters": len(block.text),
                "runs": [number for span in block.spans for number in (span.at, span.start, span.end - span.start)],
            }
            for block in document.blocks
        ],
        "set_aside": [[part.start, part.end, part.reason] for part in document.set_aside],
    }


def source_map_json(document: Document) -> bytes:
    """Return the map of a text as a file of JSON."""
    return f"{json.dumps(source_map(document), ensure_ascii=False, separators=(',', ':'))}\n".encode()
