"""The metadata of an RO-Crate 1.1 (researchobject.org): the data as a whole, its files and folders, and their terms."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from build_tools.exports.packaging.data_package import FORMATS, PACKAGE, README
from build_tools.exports.packaging.described_data import DataSettings, Tally
from build_tools.exports.resource_names import PROGRAM_NAME, RAW
from build_tools.exports.standoff.annotation_pages import COLLECTION, CONTEXT_FILE
from build_tools.exports.standoff.annotation_pages import FOLDER as ANNOTATIONS
from build_tools.exports.standoff.source_maps import FOLDER as MAPS
from build_tools.exports.standoff.stam_store import STORE
from build_tools.exports.tables.written_tables import TABLES

METADATA = "ro-crate-metadata.json"
_CONTEXT = "https://w3id.org/ro/crate/1.1/context"
_SPECIFICATION = "https://w3id.org/ro/crate/1.1"
_LICENCE = "#terms"
_PROGRAM = "#program"
_JSON, _JSON_LD = "application/json", "application/ld+json"

_FILES: Mapping[str, tuple[str, str]] = {
    README: ("text/plain", "What there is, and under what terms."),
    PACKAGE: (_JSON, "The Data Package of the tables: what each column holds."),
    COLLECTION: (_JSON_LD, "The collection of all mentions as Web Annotations."),
    CONTEXT_FILE: (_JSON_LD, "The terms that annotations use beside those of the Web Annotation model."),
    STORE: (_JSON, "All blocks and mentions as a store of the Stand-off Text Annotation Model (STAM)."),
    "glossary.ttl": ("text/turtle", "The glossary as a thesaurus (SKOS)."),
    "glossary.jsonld": (_JSON_LD, "The same as JSON-LD."),
}
_FOLDERS: Mapping[str, str] = {
    RAW: "The raw files of the texts that are published in full, byte for byte.",
    ANNOTATIONS: "The mentions of each text as a page of Web Annotations.",
    MAPS: "For each text, where every character that is shown stands in the raw file.",
    "tei/": "Each text in TEI P5 with its mentions, and the schema of what is used of it.",
}


def research_object(settings: DataSettings, tally: Tally, folders: Iterable[str]) -> bytes:
    """Return the metadata as a file of JSON-LD.

    Args:
        settings: What the edition says of its data.
        tally: The files, counted.
        folders: The folders that have a file.
    """
    there = set(folders)
    files = [_file(path, media_type, description, tally) for path, (media_type, description) in _FILES.items()]
    files += [
        _file(f"{table.name}.{ending}", media_type, table.description, tally)
        for table in TABLES
        for ending, media_type in FORMATS.items()
    ]
    parts = [*files, *(_folder(path, description) for path, description in _FOLDERS.items() if path in there)]
    graph = [_metadata(), _root(settings, parts), *parts, _terms(settings), _program()]
    return f"{json.dumps({'@context': _CONTEXT, '@graph': graph}, ensure_ascii=False, indent=1)}\n".encode()


def _metadata() -> dict[str, object]:
    return {
        "@id": METADATA,
        "@type": "CreativeWork",
        "about": {"@id": "./"},
        "conformsTo": {"@id": _SPECIFICATION},
    }


def _root(settings: DataSettings, parts: Iterable[Mapping[str, object]]) -> dict[str, object]:
    site = settings.site
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": settings.title,
        "description": settings.description or "The texts of an edition, what they name, and what editors say of them.",
        "datePublished": settings.day,
        "inLanguage": settings.language,
        "license": {"@id": _LICENCE},
        **({"url": site.url} if site.url else {}),
        "hasPart": [{"@id": part["@id"]} for part in parts],
    }


def _file(path: str, media_type: str, description: str, tally: Tally) -> dict[str, object]:
    return {
        "@id": path,
        "@type": "File",
        "name": path,
        "description": description,
        "encodingFormat": media_type,
        "contentSize": str(tally.size(path)),
        "sha256": tally.checksum(path),
    }


def _folder(path: str, description: str) -> dict[str, object]:
    return {"@id": path, "@type": "Dataset", "name": path, "description": description}


def _terms(settings: DataSettings) -> dict[str, object]:
    return {
        "@id": _LICENCE,
        "@type": "CreativeWork",
        "name": settings.terms or "Terms of the edition",
        "description": "These are the terms of what the editors wrote. The rights in each text are its own: texts.csv "
        "has their statement and notice.",
    }


def _program() -> dict[str, object]:
    return {
        "@id": _PROGRAM,
        "@type": "SoftwareApplication",
        "name": PROGRAM_NAME,
        "description": "The program that divided the texts, found the mentions and made these files.",
    }
