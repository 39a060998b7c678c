"""Find the marks of Markdown within a paragraph: of emphasis, links, pictures, code, notes, escapes and tags."""

from __future__ import annotations

import re
from collections.abc import Iterator

Range = tuple[int, int]
"""A range in code points: start, end (exclusive)."""

_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)([^`\n](?:[^`]|(?<!`)`(?!`))*?)(?<!`)\1(?!`)")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_WORDS = r"(?:[^\[\]\\]|\\.|\[[^\[\]]*\])"
_TARGET = r"\(\s*<?[^()\s<>]*(?:\([^()\s]*\)[^()\s]*)*>?(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
_LINK = re.compile(rf"(!?\[)({_WORDS}*)(\]{_TARGET})")
_REFERENCE = re.compile(rf"(!?\[)({_WORDS}+)(\]\s?\[([^\[\]\n]*)\])")
_CALL = re.compile(r"\[(\^)[\w-]+\]")
_ADDRESS = re.compile(r"(<)(?:https?://|mailto:)[^\s<>]+(>)|(<)[\w.+-]+@[\w-]+\.[\w.-]+(>)")
_TAG = re.compile(
    r"</?(?:a|abbr|b|br|center|cite|del|div|em|font|hr|i|img|ins|kbd|mark|p|q|s|small|span|strong|sub|sup|u)"
    r"(?:\s[^<>]*)?/?>|<!--(?:[^<-]|-(?!->)|<(?!!--))*-->",
    re.IGNORECASE,
)
_MAY_MARK = re.compile(r"[`\\\[<*_~]")
_EMPHASIS = (
    ("**", re.compile(r"(?<![\\*])(\*\*\*|\*\*)(?=[^\s*])([^*]+(?:\*[^*\s][^*]*\*[^*]*)*)(?<=[^\s*])(\1)(?!\*)")),
    ("__", re.compile(r"(?<![\\\w])(__)(?=[^\s_])([^_]+(?:_[^_]+)*?)(?<=[^\s_])(__)(?!\w)")),
    ("*", re.compile(r"(?<![\\*])(\*)(?=[^\s*])([^*]+)(?<=[^\s*])(\*)(?!\*)")),
    ("_", re.compile(r"(?<![\\\w])(_)(?=[^\s_])([^_]+)(?<=[^\s_])(_)(?!\w)")),
    ("~~", re.compile(r"(~~)(?=\S)([^~\n]+)(?<=\S)(~~)")),
)


def find_inline_marks(text: str, defined: frozenset[str] = frozenset()) -> list[Range]:
    """Return the marks within a text, in order.

    Args:
        text: The text of a paragraph, its lines with their breaks.
        defined: The labels, in small letters, of the links that are defined elsewhere in the document.
    """
    if not _MAY_MARK.search(text):
        return []
    found = _Found(text)
    for code in _CODE.finditer(text):
        found.take(code.span(1), (code.end(2), code.end()))
        found.hide(*code.span())
    for escape in _ESCAPE.finditer(text):
        found.take(escape.span())
        found.hide(escape.end(), escape.end() + 1)
    for mark in _links(text, defined):
        found.take(mark)
    for sign, pattern in _EMPHASIS:
        if sign in text:
            found.take_emphasis(pattern)
    return sorted(found.marks)


class _Found:
    """The marks found in a text so far, and what of it is hidden: these marks, and what is no markup, such as code."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._hidden = bytearray(len(text))  # 1 for what is hidden
        self.marks: list[Range] = []

    def take(self, *ranges: Range) -> None:
        """Take ranges as marks where nothing in them is hidden."""
        for start, end in ranges:
            if start < end and not any(self._hidden[start:end]):
                self.marks.append((start, end))
                self.hide(start, end)

    def hide(self, start: int, end: int) -> None:
        """Hide a range."""
        self._hidden[start:end] = b"\x01" * (end - start)

    def take_emphasis(self, pattern: re.Pattern[str]) -> None:
        """Take the marks of emphasis of one kind."""
        for match in pattern.finditer(self._shown()):
            if not self._hidden[match.start(1)] and not self._hidden[match.start(3)]:
                self.take(match.span(1), match.span(3))

    def _shown(self) -> str:
        """Return the text with spaces for what is hidden."""
        if 1 not in self._hidden:
            return self._text
        return "".join([" " if gone else sign for sign, gone in zip(self._text, self._hidden, strict=True)])


def _links(text: str, defined: frozenset[str]) -> Iterator[Range]:
    for link in _LINK.finditer(text):
        yield link.span(1)
        yield link.span(3)
    for reference in _REFERENCE.finditer(text):
        if (reference[4] or reference[2]).lower() in defined:
            yield reference.span(1)
            yield reference.span(3)
    for call in _CALL.finditer(text):
        yield call.span(1)
    for address in _ADDRESS.finditer(text):
        yield address.span(1 if address[1] else 3)
        yield address.span(2 if address[2] else 4)
    for tag in _TAG.finditer(text):
        yield tag.span()
