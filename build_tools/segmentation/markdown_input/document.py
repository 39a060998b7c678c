"""Read the blocks of a text in Markdown: which lines make one, what its marks say that it is, and what is no text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from build_tools.segmentation.lines import Line, width
from build_tools.segmentation.margins import Group
from build_tools.segmentation.markdown_input.inline_marks import Range, find_inline_marks
from build_tools.segmentation.markdown_input.markdown_reading import MarkdownReading
from build_tools.segmentation.markdown_input.signs_of_markdown import ATX, is_heading_line

_UNDERLINE = re.compile(r"=+|-+")
_QUOTE = re.compile(r"(?:>\s?)+")
_ITEM = re.compile(r"(?:[-*+](?=\s)|\d{1,9}[.)](?=\s|[^\W\d_])|\([a-z]{1,4}\)(?=\s?\S))\s*(?=\S)")
_RULED = re.compile(r"(?:[-*_]\s*){3,}")
_FENCE = re.compile(r"(```+|~~~+)")
_TABLE_RULE = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")
_PIPE = re.compile(r"(?<!\\)\|")
_NOTE = re.compile(r"\[(\^)[\w-]{1,40}\](:)\s*(?=\S)")
_DEFINITION = re.compile(r"\[([^\[\]^][^\[\]]*)\]:\s*\S+(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?")
_ONLY_TAGS = re.compile(r"(?:</?[a-z][^<>]*>\s*|<!--(?:[^<-]|-(?!->)|<(?!!--))*-->\s*)+", re.IGNORECASE)
_PICTURE = re.compile(r"!\[[^\[\]]*\]\([^()]*\)\s*")
_CONTINUES = 2  # columns by which what belongs to an item or a note is indented at least


def read_markdown(text: str, lines: Sequence[Line]) -> MarkdownReading:
    """Read the blocks of a text in Markdown.

    Args:
        text: The seed.
        lines: Its lines, without front matter.
    """
    reader = _Reader(text, lines)
    index = 0
    while index < len(lines):
        index = reader.read_block(index)
    reader.mark_inline()
    return reader.reading


class _Reader:
    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self._text = text
        self._lines = lines
        self._defined = frozenset(
            match[1].lower() for line in lines if (match := _DEFINITION.fullmatch(line.text)) is not None
        )
        self.reading = MarkdownReading()

    def read_block(self, index: int) -> int:
        """Read the block that begins with a line; return the index of the line behind it."""
        line = self._lines[index]
        if fence := _FENCE.match(line.text):
            return self._read_code(index, fence[1])
        if _DEFINITION.fullmatch(line.text) or _ONLY_TAGS.fullmatch(line.text):
            self.reading.aside.append((line.start, line.end))
            return index + 1
        if is_heading_line(line):
            self._add_heading(line)
            return index + 1
        if _RULED.fullmatch(line.text):
            self._add([line], None)
            return index + 1
        if "|" in line.text and self._is_table_rule(index + 1):
            return self._read_table(index)
        if quote := _QUOTE.match(line.text):
            return self._read_quote(index) if quote.end() < len(line.text) else self._skip(index)
        return self._read_lines(index)

    def _skip(self, index: int) -> int:
        self.reading.aside.append((self._lines[index].start, self._lines[index].end))
        return index + 1

    def _read_code(self, index: int, fence: str) -> int:
        """Read the lines between two fences, each a block as it stands."""
        self._skip(index)
        for later in range(index + 1, len(self._lines)):
            if self._lines[later].text.startswith(fence):
                return self._skip(later)
            self._add([self._lines[later]], "paragraph")
        return len(self._lines)

    def _add_heading(self, line: Line) -> None:
        hashes = ATX.match(line.text)
        start = line.start + (hashes.end() if hashes else 0)
        words = line.text.rstrip("#")
        is_closed = words != line.text and words[-1:].isspace()
        end = line.start + len(words.rstrip()) if is_closed else line.end
        if end <= start:
            end = line.end
        self.reading.aside += [
            stretch for stretch in ((line.start, start), (end, line.end)) if self._text[slice(*stretch)].strip()
        ]
        self._add([_trimmed(self._text, line, start, end)], "heading", len(hashes["hashes"]) if hashes else 1)

    def _is_table_rule(self, index: int) -> bool:
        if index >= len(self._lines) or self._lines[index].gap:
            return False
        text = self._lines[index].text
        return ("|" in text or ":" in text) and _TABLE_RULE.fullmatch(text) is not None

    def _read_table(self, index: int) -> int:
        first = index
        while (
            index < len(self._lines)
            and "|" in self._lines[index].text
            and (index == first or not self._lines[index].gap)
        ):
            line = self._lines[index]
            if index == first + 1:
                self._skip(index)
            else:
                self.reading.marks += [
                    (line.start + pipe.start(), line.start + pipe.end()) for pipe in _PIPE.finditer(line.text)
                ]
                self._add([line], "table")
            index += 1
        return index

    def _read_quote(self, index: int) -> int:
        quoted: list[Line] = []
        while index < len(self._lines) and (not quoted or not self._lines[index].gap):
            line = self._lines[index]
            mark = _QUOTE.match(line.text)
            if not mark and (not quoted or self._begins_block(index)):
                break
            if mark and mark.end() == len(line.text):
                break
            start = line.start + (mark.end() if mark else 0)
            if mark:
                self.reading.aside.append((line.start, line.start + len(mark[0].rstrip())))
            quoted.append(_trimmed(self._text, line, start, line.end))
            index += 1
        self._add(quoted, "quote")
        return index

    def _read_lines(self, index: int) -> int:
        """Read a paragraph, an item or a note: its lines up to a blank line or to the beginning of another block."""
        line = self._lines[index]
        note, item = _NOTE.match(line.text), _ITEM.match(line.text)
        lines = [line]
        while index + len(lines) < len(self._lines):
            following = self._lines[index + len(lines)]
            if following.gap or self._begins_block(index + len(lines)):
                break
            lines.append(following)
        end = index + len(lines)
        if note:
            self.reading.marks += [(line.start + note.start(group), line.start + note.end(group)) for group in (1, 2)]
            self._add(lines, "footnote")
        elif item:
            self._add(lines, "list-item")
        elif self._is_underlined(end, lines):
            self._skip(end)
            self._add(lines, "heading", 1 if self._lines[end].text[0] == "=" else 2)
            return end + 1
        elif all(_PICTURE.fullmatch(line.text) for line in lines):
            self._add(lines, "illustration")
        else:
            self._add(lines, "verse" if self._has_hard_breaks(lines) else None)
        return end

    def _is_underlined(self, end: int, lines: Sequence[Line]) -> bool:
        if end >= len(self._lines) or self._lines[end].gap or len(lines) > 2:  # noqa: PLR2004
            return False
        return _UNDERLINE.fullmatch(self._lines[end].text) is not None and len(self._lines[end].text) > 1

    def _has_hard_breaks(self, lines: Sequence[Line]) -> bool:
        ends = [self._text[line.end : line.end + 2] == "  " or line.text.endswith("\\") for line in lines[:-1]]
        if len(ends) < 2 or not all(ends):  # noqa: PLR2004
            return False
        self.reading.marks += [(line.end - 1, line.end) for line in lines if line.text.endswith("\\")]
        return True

    def _begins_block(self, index: int) -> bool:
        """Return whether a line begins a block of its own although no blank line is before it."""
        line = self._lines[index]
        before = self._lines[index - 1]
        if _FENCE.match(line.text) or is_heading_line(line) or _QUOTE.match(line.text) or _NOTE.match(line.text):
            return True
        if _ONLY_TAGS.fullmatch(line.text) or _UNDERLINE.fullmatch(line.text) or _RULED.fullmatch(line.text):
            return True
        if "|" in line.text and self._is_table_rule(index + 1):
            return True
        item = _ITEM.match(line.text)
        if not item:
            return False
        # A number within a paragraph opens an item only below another item, or as the first.
        return (
            not line.text[0].isdigit() or bool(_ITEM.match(before.text)) or line.text.startswith("1") or line.indent > 0
        )

    def _add(self, lines: list[Line], role: str | None, level: int = 0) -> None:
        start = lines[0].start
        self.reading.groups.append(tuple(lines))
        if role:
            self.reading.marked.roles[start] = role
        if level:
            self.reading.marked.levels[start] = level

    def mark_inline(self) -> None:
        """Find the marks within the lines of the blocks."""
        for group in self.reading.groups:
            first = group[0].start
            marks = find_inline_marks(self._text[first : group[-1].end], self._defined)
            self.reading.marks += _within(group, [(first + start, first + end) for start, end in marks])
        self.reading.marks = _merged(self.reading.marks)


def _merged(ranges: list[Range]) -> list[Range]:
    """Return ranges in order, those that overlap as one."""
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _within(group: Group, marks: Sequence[Range]) -> Iterator[Range]:
    """Yield the parts of marks, in order, that lie in the lines of a block; a break of lines is white space."""
    number = 0
    for line in group:
        while number < len(marks) and marks[number][1] <= line.start:
            number += 1
        later = number
        while later < len(marks) and marks[later][0] < line.end:
            yield max(marks[later][0], line.start), min(marks[later][1], line.end)
            later += 1


def _trimmed(text: str, line: Line, start: int, end: int) -> Line:
    content = text[start:end]
    start += len(content) - len(content.lstrip())
    end -= len(content) - len(content.rstrip())
    return line._replace(start=start, end=end, text=text[start:end], width=width(text[start:end]))
