"""Citations in the styles of the CSL project: all texts are rendered at once, each as if it were alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_tools.website.caching import NO_CACHE, Cache, digest
from build_tools.website.citations import pandoc
from build_tools.website.citations.csl import Item

STYLES = (
    ("chicago", "Chicago", "chicago-notes-bibliography"),
    ("mla", "MLA", "modern-language-association"),
    ("apa", "APA", "apa"),
)
"""Each style's id, its name, and its file in the CSL project."""

PARAGRAPH_PLACEHOLDER = "98765"
"""A placeholder for the number of a paragraph in a rendered citation: no style writes another number like it."""

_UNDATED = "n.d."
_LESS_THAN = "\ue000"  # in the place of "<": pandoc would read <i> in a title as italics
_PARAGRAPH = (",", "para.", PARAGRAPH_PLACEHOLDER)
_ENTRY = re.compile(r'<div id="ref-(\w+)" class="csl-entry"[^>]*>\n(.*?)\n</div>', re.DOTALL)
_NOTE = re.compile(r'<li id="fn(\d+)"><p>(.*?)<a href="#fnref\1"', re.DOTALL)
_IN_TEXT = re.compile(r'<p><span class="citation" data-cites="(\w+)">(.*?)</span></p>', re.DOTALL)
_PLAIN = re.compile(r"</?span[^>]*>")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text cited in one style, as HTML with no elements but `em`, `strong`, `sup` and `sub`.

    Attributes:
        style: The id of the style.
        name: The name of the style.
        reference: The entry of a bibliography.
        place: A citation of a paragraph, numbered PARAGRAPH_PLACEHOLDER, as a note or in brackets.
        is_note: Whether `place` is a note, which needs no reference beside it.
    """

    style: str
    name: str
    reference: str
    place: str
    is_note: bool


def render(items: Sequence[Item], language: str, cache: Cache = NO_CACHE) -> tuple[tuple[Rendered, ...], ...]:
    """Return each record in each style, in the order of STYLES; the other records change no word of it.

    Args:
        items: The records of texts.
        language: The language of the citations, a BCP 47 tag.
        cache: Keeps each record's citations, so that pandoc renders new ones alone.

    Raises:
        RuntimeError: If the output of pandoc has another form than expected.
        subprocess.CalledProcessError: If pandoc fails.
    """
    records = [json.dumps(_shown(item), sort_keys=True).replace("<", json.dumps(_LESS_THAN)[1:-1]) for item in items]
    keys = [digest(language.encode(), record.encode()) for record in records]
    known = {key: kept for key in keys if (kept := cache.recall("citation", key)) is not None}
    unknown = {key: record for key, record in zip(keys, records, strict=True) if key not in known}
    for key, styles in zip(unknown, _render(list(unknown.values()), language), strict=True):
        known[key] = json.dumps(styles).encode()
        cache.keep("citation", key, known[key])
    return tuple(tuple(Rendered(*parts) for parts in json.loads(known[key])) for key in keys)


def _shown(item: Item) -> Item:
    shown = {key: value for key, value in item.items() if key != "note"}
    # Styles print the status in the place of the date, since only some have an "n.d." of their own.
    return shown if "issued" in item else {**shown, "status": _UNDATED}


def _render(records: Sequence[str], language: str) -> Iterable[tuple[tuple[str, str, str, str, bool], ...]]:
    """Return the fields of `Rendered` for each record in each style."""
    if not records:
        return ()
    items: list[Item] = [json.loads(record) for record in records]
    references = pandoc.read_references(items)
    by_style = []
    for style, name, file in STYLES:
        html = pandoc.cite_each(references, language, _PARAGRAPH, file)
        by_style.append([(style, name, *parts) for parts in _read_parts(html, len(items))])
    return zip(*by_style, strict=True)


def _read_parts(html: str, number: int) -> Iterator[tuple[str, str, bool]]:
    """Yield the reference of each work, its citation, and whether that is a note."""
    entries = {match[1]: match[2] for match in _ENTRY.finditer(html)}
    notes = {pandoc.work_id(int(match[1]) - 1): match[2] for match in _NOTE.finditer(html)}
    places = notes or {match[1]: match[2] for match in _IN_TEXT.finditer(html)}
    works = [pandoc.work_id(place) for place in range(number)]
    if not entries.keys() == places.keys() == set(works):
        raise RuntimeError(f"pandoc's output has another form than expected: {html[:400]}")
    for work in works:
        yield _clean(entries[work]), _clean(places[work]), bool(notes)


def _clean(html: str) -> str:
    return _PLAIN.sub("", html).replace(_LESS_THAN, "&lt;").strip()
