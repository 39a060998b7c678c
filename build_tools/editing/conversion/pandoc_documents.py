"""Documents that pandoc reads, Word, OpenDocument, EPUB and web pages, as texts."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from typing import cast

from build_tools.editing.conversion.document_tree import Node, has_headings, simplify
from build_tools.website.pandoc_program import run_pandoc

_LONGEST_RUN = 300.0  # seconds: a document made to keep a program busy is given up
_MARKDOWN = "gfm+hard_line_breaks-raw_html-tex_math_dollars"
_READERS = {"html": "html-native_divs-native_spans"}
_FORMATS_WITH_TITLE_STYLES = ("docx", "odt")
_TITLE_STYLES = ("title", "subtitle", "author", "date", "abstract")
"""What pandoc takes out of a document whose paragraphs have a style of this name, in the order of a title page."""


class UnreadableDocumentError(Exception):
    """A document that cannot be read; the message is the predicate of a sentence."""


@dataclass(frozen=True, slots=True)
class DocumentTree:
    """A document as pandoc reads it: the version of its interface, its metadata, and its blocks."""

    version: object
    meta: Node
    blocks: list[Node]


def read_document(data: bytes, kind: str) -> str:
    """Return the text of a document.

    Where headings divide it, it is in Markdown, which marks them; else it is plain, as letters and verse are.

    Args:
        data: The document.
        kind: Its format, by pandoc's name: "docx", "odt", "epub" or "html".

    Raises:
        UnreadableDocumentError: If it is no such document.
    """
    tree = _read_tree(data, kind)
    page = _title_page(tree.meta) if kind in _FORMATS_WITH_TITLE_STYLES else []
    blocks = [*page, *(_below_title(tree.blocks) if page and page[0]["t"] == "Header" else tree.blocks)]
    simple = simplify(blocks, marks=True)
    marked = has_headings(simple)
    if not marked:
        simple = simplify(blocks, marks=False)
    document = {"pandoc-api-version": tree.version, "meta": {}, "blocks": simple}
    text = _run(json.dumps(document).encode(), "json", _MARKDOWN if marked else "plain")
    return text.decode()


def _read_tree(data: bytes, kind: str) -> DocumentTree:
    read = json.loads(_run(data, _READERS.get(kind, kind), "json"))
    return DocumentTree(read["pandoc-api-version"], read["meta"], read["blocks"])


def _run(data: bytes, reader: str, writer: str) -> bytes:
    try:
        return run_pandoc(
            data,
            "--sandbox",
            "-f",
            reader,
            "-t",
            writer,
            "--wrap=none",
            "--markdown-headings=atx",
            timeout=_LONGEST_RUN,
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableDocumentError(f"was not read within {_LONGEST_RUN:.0f} seconds") from error
    except subprocess.CalledProcessError as error:
        complaint = " ".join(error.stderr.decode(errors="replace").split())[:200]
        raise UnreadableDocumentError(f"cannot be read: {complaint or 'pandoc failed'}") from error


def _title_page(meta: Node) -> list[Node]:
    """Return as blocks what stood in paragraphs of a title page, which pandoc has taken for metadata."""
    page: list[Node] = []
    for name in _TITLE_STYLES:
        for words in _meta_inlines(meta.get(name)):
            heading: Node = {"t": "Header", "c": [1, ["", [], []], words]}
            page.append(heading if name == "title" else {"t": "Para", "c": words})
    return page


def _below_title(blocks: list[Node]) -> list[Node]:
    """Return blocks whose headings are a level below the title's."""
    return [
        {**block, "c": [cast("list[int]", block["c"])[0] + 1, *cast("list[object]", block["c"])[1:]]}
        if block["t"] == "Header"
        else block
        for block in blocks
    ]


def _meta_inlines(value: object) -> list[object]:
    """Return the words of a value of metadata, a list for each paragraph."""
    node = cast("Node | None", value)
    if node is None:
        return []
    if node["t"] == "MetaInlines":
        return [node["c"]]
    if node["t"] == "MetaBlocks":
        return [block["c"] for block in cast("list[Node]", node["c"]) if block["t"] in {"Para", "Plain"}]
    if node["t"] == "MetaList":
        return [words for item in cast("list[object]", node["c"]) for words in _meta_inlines(item)]
    return []
