"""The properties of documents that are packages of files: Word, OpenDocument and EPUB, all in Dublin Core."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace

from build_tools.editing.conversion.elements import Element, read_elements
from build_tools.editing.guesses.statements import Statement, state

_LARGEST = 1_000_000  # bytes of a file of properties
_OFFICE = {
    "docx": ("docProps/core.xml", "the properties of the Word file"),
    "odt": ("meta.xml", "the file’s properties"),
}
_OFFICE_FIELDS = {
    "dc:title": "title",
    "meta:initial-creator": "creators",
    "dc:creator": "creators",
    "dc:language": "languages",
    "dcterms:created": "made",
    "meta:creation-date": "made",
}
_EPUB = "the e-book’s metadata"
_EPUB_FIELDS = {
    "dc:title": "title",
    "dc:creator": "creators",
    "dc:contributor": "creators",
    "dc:language": "languages",
    "dc:publisher": "publisher",
    "dc:date": "made",
    "dc:source": "url",
}
_ROLES = {"aut": "", "edt": "editor", "trl": "translator", "ill": "illustrator", "com": "compiler"}
"""The roles of makers, by their codes in MARC, that a page names."""


def read_properties(data: bytes, kind: str) -> tuple[Statement, ...]:
    """Return what the properties of a document say of its text.

    Args:
        data: The document.
        kind: "docx", "odt" or "epub".
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if kind == "epub":
                return tuple(_read_epub(package))
            name, origin = _OFFICE[kind]
            elements = read_elements(_member(package, name), *_OFFICE_FIELDS)
    except (zipfile.BadZipFile, zlib.error, KeyError, NotImplementedError, RuntimeError, OSError):
        return ()
    return tuple(
        replace(statement, by_program=True)
        for name, field in _OFFICE_FIELDS.items()
        for element in elements
        if element.name == name
        for statement in state(field, element.text, origin)
    )


def _read_epub(package: zipfile.ZipFile) -> Iterator[Statement]:
    containers = read_elements(_member(package, "META-INF/container.xml"), "rootfile")
    path = next((element.attributes.get("full-path", "") for element in containers), "")
    package_file = _member(package, path)
    roles = dict(_refinements(package_file))
    elements = read_elements(package_file, *_EPUB_FIELDS)
    for element in elements:
        field = _EPUB_FIELDS.get(element.name)
        if field == "creators":
            code = element.attributes.get("opf:role") or roles.get(element.attributes.get("id", ""), "aut")
            if code in _ROLES:
                yield from state(field, element.text, _EPUB, _ROLES[code])
        elif field and not (field == "made" and _is_of_file(element)):
            yield from state(field, element.text, _EPUB)


def _is_of_file(element: Element) -> bool:
    return element.attributes.get("opf:event", "publication") != "publication"


def _refinements(package_file: str) -> Iterator[tuple[str, str]]:
    """Yield the id and the role of each maker, as EPUB 3 states it."""
    pattern = r"<meta\s+(?=[^>]*property=\"role\")[^>]*refines=\"#([^\"]+)\"[^>]*>([^<]*)<"
    yield from ((match[1], match[2].strip()) for match in re.finditer(pattern, package_file))


def _member(package: zipfile.ZipFile, name: str) -> str:
    with package.open(name) as file:
        return file.read(_LARGEST).decode("utf-8", "replace")
