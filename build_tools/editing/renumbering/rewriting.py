"""Rewrite what editors wrote where places of a text have moved: evidence, fields, links; and note the former places."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

_BRACKET = re.compile(r"\[@(?:\\?\"[^\"]*\"|[^\[\]\"])*\]")
_PLACE = re.compile(
    r"(?P<source>@[a-z0-9-]+)?(?P<comma>\s*,\s*|(?<=;)\s*)"
    r"(?:¶(?P<space>\s*)(?P<first>\d{1,6})(?:(?P<dash>\s*[–-]\s*)(?P<last>\d{1,6}))?|(?P<role>[a-z][a-z-]*\d*))(?=\s*[:;\]])"
)
_FIELD = r"(source:\s*[\"']?{source}[\"']?\s*(?:,\s*|\n\s+))(block:\s*[\"']?)([a-z][a-z0-9-]*)"
_FIELD_FIRST = r"()(block:\s*[\"']?)([a-z][a-z0-9-]*)(?=[\"']?\s*(?:,\s*|\n\s+)source:\s*[\"']?{source}\b)"
_LINK = r"((?<![a-z0-9-]){source}(?:\.md|/))(#)([a-z][a-z0-9-]*)"
_PARALLEL = re.compile(r"^parallel:.*(?:\n[ \t]+.*)*", re.MULTILINE)
_FORMER = re.compile(r"^former_places:.*(?:\n(?:[ \t]|- ).*)*\n?", re.MULTILINE)
_ROW = re.compile(r"\{was:\s*\"?([^,\"}]+?)\"?\s*,\s*is:\s*\"?([^,\"}]+?)\"?\s*\}")
_HEAD = re.compile(r"\A---\n.*?\n(?=---\s*$)", re.DOTALL | re.MULTILINE)


def rewrite_citations(text: str, source: str, moved: Mapping[str, str], *, is_its_page: bool = False) -> str:
    """Return the text of a file below docs/ with every place of a source as it is numbered now.

    Args:
        text: The file.
        source: The id of the source.
        moved: The new id of each block that has moved, by the old one.
        is_its_page: Whether the file is the page of the source itself.
    """
    text = _BRACKET.sub(lambda bracket: _in_bracket(bracket[0], source, moved), text)
    for pattern in (_FIELD, _FIELD_FIRST, _LINK):
        text = re.sub(
            pattern.format(source=re.escape(source)),
            lambda match: f"{match[1]}{match[2]}{moved.get(match[3], match[3])}",
            text,
        )
    if is_its_page:
        numbers = re.compile(r"\bp\d+\b|(?<=¶)\d+")
        text = _PARALLEL.sub(lambda rows: numbers.sub(lambda number: _number(number[0], moved), rows[0]), text)
    return text


def write_former_places(page: str, moved: Mapping[str, str], order: Sequence[str]) -> str:
    """Return the page of a source with its former places in the front matter; earlier ones lead on further.

    Args:
        page: The file.
        moved: The new id of each block that has moved, by the old one.
        order: The ids of the blocks of the text as it is cut now.
    """
    places: dict[str, str] = {}
    if earlier := _FORMER.search(page):
        for was, now in _ROW.findall(earlier[0]):
            places.update(dict.fromkeys(_ids(was), moved.get(_ids(now)[0], _ids(now)[0])))
    places = {old: new for old, new in {**places, **moved}.items() if old != new}
    rows = "".join(f"  - {{was: {was}, is: {now}}}\n" for was, now in _rows(places, order))
    page = _FORMER.sub("", page)
    head = _HEAD.match(page)
    if not head or not rows:
        return page
    return f"{head[0]}former_places:\n{rows}{page[head.end() :]}"


def _in_bracket(bracket: str, source: str, moved: Mapping[str, str]) -> str:
    current = ""

    def place(match: re.Match[str]) -> str:
        nonlocal current
        current = match["source"][1:] if match["source"] else current
        if current != source:
            return match[0]
        start = f"{match['source'] or ''}{match['comma']}"
        if match["role"]:
            return f"{start}{_cited(moved.get(match['role'], match['role']), '')}"
        first = moved.get(f"p{match['first']}", f"p{match['first']}")
        last = moved.get(f"p{match['last']}", f"p{match['last']}") if match["last"] else first
        if first == last or not (_is_number(first) and _is_number(last)):
            return f"{start}{_cited(first, match['space'])}"
        return f"{start}{_cited(first, match['space'])}{match['dash']}{last[1:]}"

    return _outside_quotes(bracket, lambda part: _PLACE.sub(place, part))


def _outside_quotes(bracket: str, change: Callable[[str], str]) -> str:
    """Change what a bracket says outside its quoted words, whose marks may be escaped as YAML escapes them."""
    parts = re.split(r"(:\s*\\?\"[^\"\\]*(?:\\(?!\")[^\"\\]*)*\\?\")", bracket)
    last = len(parts) - 1
    changed = [
        part if number % 2 else change(part) if number == last else change(f"{part}:")[:-1]
        for number, part in enumerate(parts)
    ]
    return "".join(changed)


def _cited(block: str, space: str) -> str:
    return f"¶{space}{block[1:]}" if _is_number(block) else block


def _is_number(block: str) -> bool:
    return block[:1] == "p" and block[1:].isdecimal()


def _number(number: str, moved: Mapping[str, str]) -> str:
    new = moved.get(number if number.startswith("p") else f"p{number}", "")
    return (new if number.startswith("p") else new[1:]) if _is_number(new) else number


def _ids(place: str) -> list[str]:
    """Return the ids of a place as it is written: "¶4–6" is p4, p5 and p6."""
    match = re.fullmatch(r"¶\s?(\d+)(?:[–-](\d+))?", place)
    if not match:
        return [place]
    return [f"p{number}" for number in range(int(match[1]), int(match[2] or match[1]) + 1)]


def _rows(places: Mapping[str, str], order: Sequence[str]) -> list[tuple[str, str]]:
    """Return the former places, runs of paragraphs that lead to one block as one row."""
    rows: list[tuple[str, str]] = []
    numbers = sorted((int(old[1:]), new) for old, new in places.items() if _is_number(old))
    index = 0
    while index < len(numbers):
        first, new = numbers[index]
        last = first
        while index + 1 < len(numbers) and numbers[index + 1] == (last + 1, new):
            index += 1
            last += 1
        rows.append((f"¶{first}" if first == last else f"¶{first}–{last}", _cited(new, "")))
        index += 1
    position = {block: number for number, block in enumerate(order)}
    others = [(old, new) for old, new in places.items() if not _is_number(old)]
    rows += [
        (old, _cited(new, "")) for old, new in sorted(others, key=lambda item: (position.get(item[1], 0), item[0]))
    ]
    return rows
