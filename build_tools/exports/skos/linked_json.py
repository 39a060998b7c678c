"""Write resources as JSON-LD 1.1, with a context of its own: plain JSON to who does not know RDF."""

from __future__ import annotations

import json
from collections.abc import Iterable

from build_tools.exports.skos.resources import NAMESPACES, RANGES, Resource, ValueKind, Words, own_namespace

_Values = str | list[str]
_Fields = dict[str, _Values | dict[str, _Values]]


def write_linked_json(resources: Iterable[Resource], base: str) -> str:
    """Return the resources in JSON-LD: labels and notes by language, in lists only where there are several.

    Args:
        resources: The resources, in the order in which they are written.
        base: The address of the root of the site, or the way to it from the file.
    """
    document = {"@context": _context(base), "@graph": [_fields(resource) for resource in resources]}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _context(base: str) -> dict[str, str | dict[str, str]]:
    spaces = {**NAMESPACES, **own_namespace(base)}
    terms = {_key(name): _term(name, kind) for name, kind in RANGES.items() if name.partition(":")[0] in spaces}
    return {"@base": base, **spaces, **terms}


def _term(name: str, kind: ValueKind) -> dict[str, str]:
    match kind:
        case ValueKind.THINGS:
            return {"@id": name, "@type": "@id"}
        case ValueKind.WORDS:
            return {"@id": name, "@container": "@language"}
        case ValueKind.TEXT:
            return {"@id": name}


def _fields(resource: Resource) -> _Fields:
    fields: _Fields = {"@id": resource.address, "@type": resource.type}
    for name, kind in RANGES.items():
        if kind is ValueKind.THINGS and name in resource.things:
            fields[_key(name)] = _one_or_all(resource.things[name])
        elif kind is ValueKind.WORDS and name in resource.words:
            fields[_key(name)] = _by_language(resource.words[name])
        elif name in resource.words:
            fields[_key(name)] = _one_or_all(text for text, _ in resource.words[name])
    return fields


def _by_language(words: Iterable[Words]) -> dict[str, _Values]:
    by_language: dict[str, list[str]] = {}
    for text, lang in words:
        by_language.setdefault(lang, []).append(text)
    return {lang: _one_or_all(texts) for lang, texts in by_language.items()}


def _one_or_all(values: Iterable[str]) -> _Values:
    listed = list(values)
    return listed[0] if len(listed) == 1 else listed


def _key(name: str) -> str:
    return name.partition(":")[2]
