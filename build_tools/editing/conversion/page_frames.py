"""The frame of a saved web page: what its markup says is navigation, a button or the foot of the whole page."""

from __future__ import annotations

from html.parser import HTMLParser

_EMPTY = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_IN_LINES = frozenset((
    *("a", "abbr", "b", "bdi", "cite", "code", "em", "i", "img", "label", "mark", "q", "s", "small", "span", "strong"),
    *("sub", "sup", "time", "u"),
))  # fmt: skip
_PARTS = frozenset(("article", "aside", "main", "section"))  # whose foot is not that of the page
_SILENT = frozenset(("script", "style", "template"))


def frame_lines(page: str) -> frozenset[str]:
    """Return the lines of the frame of a web page, each as `squeeze` writes it."""
    reader = _FrameReader()
    reader.feed(page)
    reader.close()
    reader.end_line()
    return frozenset(reader.lines)


def squeeze(line: str) -> str:
    """Return a line without white space and bullet, by which the same words are found in a converted text."""
    return "".join(line.split()).lstrip("-*•")


class _FrameReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: set[str] = set()
        self._open: list[tuple[str, bool]] = []  # the elements, each with whether it is of the frame
        self._line: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _IN_LINES:
            self.end_line()
        if tag not in _EMPTY:
            self._open.append((tag, self._is_of_frame(tag, dict(attrs).get("role"))))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _IN_LINES:
            self.end_line()
        if tag in {name for name, _ in self._open}:
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][1] and self._open[-1][0] not in _SILENT:
            self._line.append(data)

    def end_line(self) -> None:
        """Take what stands since the last line ended as a line."""
        if line := squeeze("".join(self._line)):
            self.lines.add(line)
        self._line.clear()

    def _is_of_frame(self, tag: str, role: str | None) -> bool:
        if self._open and self._open[-1][1]:
            return True
        is_foot = tag == "footer" and _PARTS.isdisjoint(name for name, _ in self._open)
        return tag in {"nav", "button"} or role == "navigation" or is_foot
