"""Give the headings of an editor's Markdown their ids, and find the first of them, which may be a title."""

from __future__ import annotations

import re
from collections import Counter

from build_tools.text.markdown import slug
from build_tools.text.prose.code_spans import find_fenced_blocks, mask_spans
from build_tools.text.prose.links import drop_addresses

_DEEPEST = 6
_BLANKS = " \t"
_UNDERLINE = re.compile(r"(=+|-+)[ \t]*$")
_MARKS = re.compile(r"[*`]|(?<!\w)_|_(?!\w)")
_FIRST_HEADING = re.compile(r"^#{1,6} [^\n]*\{ #n-", re.MULTILINE)


class _UniqueIds:
    """The ids of the headings of one text, each given once."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._counts: Counter[str] = Counter()

    def give(self, stem: str) -> str:
        """Return the stem, or the stem with the next number that makes it an id not yet given."""
        identifier = stem
        while not self._counts[stem] or identifier in self._given:
            self._counts[stem] += 1
            identifier = stem if self._counts[stem] == 1 else f"{stem}-{self._counts[stem]}"
        self._given.add(identifier)
        return identifier


def add_heading_ids(content: str, deeper: int = 0) -> str:
    """Return an editor's Markdown with an explicit id, prefixed `n-`, at each heading.

    Args:
        content: The Markdown.
        deeper: How many levels to lower each heading, at most to level 6.
    """
    parts, position, ids = [], 0, _UniqueIds()
    for start, end in find_fenced_blocks(content):
        parts += [_with_ids(content[position:start], deeper, ids), content[start:end]]
        position = end
    return "".join([*parts, _with_ids(content[position:], deeper, ids)]).strip("\n")


def _with_ids(content: str, deeper: int, ids: _UniqueIds) -> str:
    """Return a text without fenced blocks with an id at each heading."""
    lines = content.split("\n")
    for number, line in enumerate(lines):
        below = lines[number + 1] if number + 1 < len(lines) else ""
        if line.startswith("#"):
            level = min(len(line) - len(line.lstrip("#")), _DEEPEST)
            words = line[level:].strip(_BLANKS).rstrip("#").rstrip(_BLANKS)
            lines[number] = _heading_with_id(words, min(level + deeper, _DEEPEST), ids)
        elif _is_underlined(line, below, lines[number - 1] if number else ""):
            level = 1 if below.startswith("=") else 2
            lines[number : number + 2] = [_heading_with_id(line.strip(), min(level + deeper, _DEEPEST), ids), ""]
    return "\n".join(lines)


def _is_underlined(line: str, below: str, above: str) -> bool:
    plain = line.strip() and not line.startswith(("    ", "<", "- ", "|"))
    return bool(plain and not above.strip() and _UNDERLINE.match(below))


def _heading_with_id(content: str, level: int, ids: _UniqueIds) -> str:
    words, listed = _split_attributes(content)
    given = next((part[1:] for part in listed if part.startswith("#")), "")
    identifier = ids.give("n-" + (given.removeprefix("n-") or slug(drop_addresses(words)) or "section"))
    rest = [part for part in listed if not part.startswith("#")]
    return f"{'#' * level} {words} {{ {' '.join([f'#{identifier}', *rest])} }}"


def _split_attributes(content: str) -> tuple[str, list[str]]:
    """Return the words of a heading, and the parts of the attribute list at its end."""
    start = content.rfind("{") if content.endswith("}") else -1
    if start < 0 or "}" in content[start:-1]:
        return content, []
    return content[:start].rstrip(_BLANKS), content[start + 1 : -1].removeprefix(":").split()


def first_heading(content: str) -> str:
    """Return the words of the first heading of the first level, which generators take for the title; "" for none."""
    lines = mask_spans(content, find_fenced_blocks(content)).split("\n")
    for number, line in enumerate(lines):
        below = lines[number + 1] if number + 1 < len(lines) else ""
        if line.startswith("# "):
            words = line[2:].strip(_BLANKS).rstrip("#").rstrip(_BLANKS)
        elif below.startswith("=") and _is_underlined(line, below, lines[number - 1] if number else ""):
            words = line.strip()
        else:
            continue
        return " ".join(_MARKS.sub("", drop_addresses(_split_attributes(words)[0])).split())
    return ""


def split_at_heading(content: str) -> tuple[str, str]:
    """Split what `add_heading_ids` returns into what comes before the first heading, and the rest."""
    match = _FIRST_HEADING.search(content)
    position = match.start() if match else len(content)
    return content[:position], content[position:]
