"""Write resources as Turtle (RDF 1.1 Turtle): a resource a paragraph, a property a line, always the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_tools.exports.skos.resources import NAMESPACES, RANGES, Resource, ValueKind, Words, own_namespace

_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_IN_STRINGS = re.compile(r'[\\"\x00-\x1f\x7f]')
_NOT_IN_ADDRESSES = re.compile(r'[\x00-\x20<>"{}|^`\\]')


def write_turtle(resources: Iterable[Resource], base: str) -> str:
    """Return the resources in Turtle.

    Args:
        resources: The resources, in the order in which they are written.
        base: The address of the root of the site, or the way to it from the file.
    """
    spaces = {**NAMESPACES, **own_namespace(base)}
    head = [f"@base {_reference(base)} .", *(f"@prefix {name}: <{space}> ." for name, space in sorted(spaces.items()))]
    return "\n".join(head) + "\n" + "".join(f"\n{_paragraph(resource)}\n" for resource in resources)


def _paragraph(resource: Resource) -> str:
    return f"{_reference(resource.address)}\n    " + " ;\n    ".join(_lines(resource)) + " ."


def _lines(resource: Resource) -> Iterator[str]:
    yield f"a {resource.type}"
    for name, kind in RANGES.items():
        if kind is ValueKind.THINGS:
            values = map(_thing, resource.things.get(name, ()))
        else:
            values = map(_literal, resource.words.get(name, ()))
        if written := ", ".join(values):
            yield f"{name} {written}"


def _thing(address: str) -> str:
    """Return the reference to a thing; a property of another vocabulary by its prefix."""
    return address if address.partition(":")[0] in NAMESPACES else _reference(address)


def _reference(address: str) -> str:
    return f"<{_NOT_IN_ADDRESSES.sub(lambda sign: f'%{ord(sign[0]):02X}', address)}>"


def _literal(words: Words) -> str:
    text, lang = words
    escaped = _IN_STRINGS.sub(lambda sign: _ESCAPED.get(sign[0], f"\\u{ord(sign[0]):04X}"), text)
    return f'"{escaped}"@{lang}' if lang else f'"{escaped}"'
