"""Received files of any kind as texts, with what they say of themselves and the program that converted them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from build_tools.corpus.front_matter import decode
from build_tools.editing.conversion.package_properties import read_properties
from build_tools.editing.conversion.page_frames import frame_lines
from build_tools.editing.conversion.pandoc_documents import UnreadableDocumentError, read_document
from build_tools.editing.conversion.pdf_documents import pdf_converter, read_pdf
from build_tools.editing.conversion.saved_pages import decode_page, read_head
from build_tools.editing.guesses.statements import Statement
from build_tools.model.findings import Finding
from build_tools.website.pandoc_program import pandoc_version

KINDS_OF_FILE = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".odt": "odt",
    ".epub": "epub",
    ".pdf": "pdf",
}
"""The kinds of files that become texts, by the ending of their names in small letters."""

_OTHER_FORMS = {
    **dict.fromkeys((".doc", ".rtf", ".pages", ".wpd"), "Save it as .docx or .odt, and add that."),
    **dict.fromkeys((".mobi", ".azw", ".azw3"), "Save it as .epub, and add that."),
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".djvu"), "Let a program for OCR read it, and add the text."
    ),
}
_NO_TEXT_IN_PICTURES = "Let a program for OCR read it, and add the PDF or the text that the program makes."
_ANOTHER = "Open it in the program that made it, save it anew, and add that; or copy its words into a .txt file."


@dataclass(frozen=True, slots=True)
class ReceivedText:
    """The text of a received file.

    Attributes:
        text: The text, with a byte order mark where the file is a text and has one.
        statements: What the file says of the text outside it.
        converter: The name of the program that converted it; "" for a file that is a text.
        version: The program's version.
        frame: The lines of a web page that its markup says are no part of the text; see `frame_lines`.
    """

    text: str
    statements: tuple[Statement, ...] = ()
    converter: str = ""
    version: str = ""
    frame: frozenset[str] = frozenset()


def kind_of_file(name: str) -> str:
    """Return the kind of a file by the ending of its name; "" for a kind that is not known."""
    return KINDS_OF_FILE.get(PurePosixPath(name).suffix.lower(), "")


def read_received(data: bytes, path: str) -> tuple[ReceivedText | None, list[Finding]]:
    """Read a received file.

    Args:
        data: The file.
        path: How findings name it; its ending says what it is, and one that is not known that it is a text.

    Returns:
        Its text, or None and a finding that says why there is none.
    """
    suffix = PurePosixPath(path).suffix.lower()
    if suffix in _OTHER_FORMS:
        message = f'files that end in "{suffix}" are not read'
        return None, [Finding(path, 1, "file-unreadable", message, _OTHER_FORMS[suffix])]
    kind = kind_of_file(path) or "text"
    try:
        received = _read(data, kind) if kind != "text" else None
    except UnreadableDocumentError as error:
        hint = _NO_TEXT_IN_PICTURES if "pictures" in str(error) else _ANOTHER
        return None, [Finding(path, 1, "file-unreadable", f"the file {error}", hint)]
    if received is None:
        _, findings = decode(data, path, "seed-not-utf8")
        if findings:
            return None, findings
        received = ReceivedText(data.decode("utf-8"))
    if not received.text.strip("\ufeff \t\r\n\f"):
        return None, [Finding(path, 1, "seed-empty", "the file has no text", "Name a file that has text in it.")]
    return received, []


def _read(data: bytes, kind: str) -> ReceivedText:
    if kind == "pdf":
        return ReceivedText(*read_pdf(data), *pdf_converter())
    if kind == "html":
        page = decode_page(data)
        text = read_document(page.encode(), kind)
        return ReceivedText(text, read_head(page), "pandoc", pandoc_version(), frame_lines(page))
    text = read_document(data, kind)
    return ReceivedText(text, read_properties(data, kind), "pandoc", pandoc_version())
