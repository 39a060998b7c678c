"""The tree that pandoc makes of a document, brought down to what a text has: words, headings, lists, tables, notes.

Pictures, code of other formats and wrappers around words are left out; no word that a reader of the document sees is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias, cast

Node: TypeAlias = "dict[str, object]"
"""A block or an inline: its type under "t", its content under "c"."""

_WRAPPED_AT = {
    "Underline": 0,
    "SmallCaps": 0,
    "Superscript": 0,
    "Subscript": 0,
    "Span": 1,
    "Cite": 1,
    "Quoted": 1,
    "Div": 1,
    "Link": 1,
}
"""Nodes that give way to what they hold, and where in their content that is; 0 for all of it. Targets of links stay in
the file that was received."""

_MARKING = {"Emph": 0, "Strong": 0, "Strikeout": 0}
"""Nodes that give way to what they hold in a text without marks."""

_SPACE: Node = {"t": "Space"}
_WITHOUT_WORDS = frozenset({"Image", "RawInline", "RawBlock"})

_QUOTES = {"SingleQuote": "‘’", "DoubleQuote": "“”"}
_FEWEST_HEADINGS = 2


def has_headings(blocks: Sequence[Node]) -> bool:
    """Return whether headings divide a document, so that it is best kept in Markdown, which can mark them."""
    headings = [index for index, block in enumerate(blocks) if block["t"] == "Header"]
    return len(headings) >= _FEWEST_HEADINGS or headings[:1] == [0]


def simplify(nodes: object, *, marks: bool) -> list[Node]:
    """Return the blocks or inlines of a text.

    Args:
        nodes: Those of the document.
        marks: Whether emphasis stays.
    """
    simple: list[Node] = []
    for node in cast("list[Node]", nodes):
        simple += _simple(node, marks=marks)
    return simple


def _simple(node: Node, *, marks: bool) -> Iterator[Node]:
    kind, content = str(node["t"]), node.get("c")
    place = _WRAPPED_AT.get(kind, None if marks else _MARKING.get(kind))
    if kind == "Quoted":
        quotes = _QUOTES[cast("list[Node]", content)[0]["t"]]  # type: ignore[index]
        yield {"t": "Str", "c": quotes[0]}
        yield from simplify(cast("list[object]", content)[1], marks=marks)
        yield {"t": "Str", "c": quotes[1]}
    elif place is not None:
        yield from simplify(cast("list[object]", content)[place] if place else content, marks=marks)
    elif kind == "Figure":
        yield from simplify(_caption(cast("list[object]", content)[1]), marks=marks)
    elif kind == "Table":
        yield _simple_table(cast("list[object]", content), marks=marks)
    elif kind == "SoftBreak":
        yield _SPACE
    elif kind not in _WITHOUT_WORDS:
        yield _INSIDE[kind](node, marks) if kind in _INSIDE else node


def _caption(caption: object) -> object:
    return cast("list[object]", caption)[1]


def _all_of(node: Node, marks: bool) -> Node:  # noqa: FBT001 - one of a table of functions
    return {**node, "c": simplify(node["c"], marks=marks)}


def _header(node: Node, marks: bool) -> Node:  # noqa: FBT001
    level, _, words = cast("list[object]", node["c"])
    # A heading may not be bold throughout: it is a heading already.
    return {**node, "c": [level, _NO_ATTRIBUTES, simplify(words, marks=marks and not _is_all_strong(words))]}


def _is_all_strong(words: object) -> bool:
    return all(word["t"] in {"Strong", "Emph", "Space"} for word in cast("list[Node]", words))


def _items(node: Node, marks: bool) -> Node:  # noqa: FBT001
    return {**node, "c": [simplify(item, marks=marks) for item in cast("list[object]", node["c"])]}


def _counted_items(node: Node, marks: bool) -> Node:  # noqa: FBT001
    attributes, items = cast("list[list[object]]", node["c"])
    return {**node, "c": [attributes, [simplify(item, marks=marks) for item in items]]}


def _definitions(node: Node, marks: bool) -> Node:  # noqa: FBT001
    """Return a list of terms as what it reads like: a paragraph a term, and what is said of each below it."""
    blocks: list[object] = []
    for term, meanings in cast("list[tuple[object, list[list[object]]]]", node["c"]):
        blocks.append({"t": "Para", "c": term})
        blocks += [block for meaning in meanings for block in meaning]
    return {"t": "BlockQuote", "c": simplify(blocks, marks=marks)}


_NO_ATTRIBUTES: Sequence[object] = ("", (), ())
_INSIDE: Mapping[str, Callable[[Node, bool], Node]] = {
    **dict.fromkeys(("Para", "Plain", "BlockQuote", "Note", "Emph", "Strong", "Strikeout"), _all_of),
    "Header": _header,
    "BulletList": _items,
    "LineBlock": _items,
    "OrderedList": _counted_items,
    "DefinitionList": _definitions,
}


def _simple_table(content: list[object], *, marks: bool) -> Node:
    """Return a table whose cells have one line each and span one row and column, as Markdown can write it."""
    _, caption, columns, head, bodies, foot = content
    head_rows = cast("list[list[object]]", head)[1]
    body_rows = [row for body in cast("list[list[list[object]]]", bodies) for row in (*body[2], *body[3])]
    rows = [*head_rows, *body_rows, *cast("list[list[object]]", foot)[1]]
    width = len(cast("list[object]", columns))
    simple_rows = [_simple_row(cast("list[object]", row), width, marks=marks) for row in rows]
    top = simple_rows[:1] if head_rows else []
    body = [_NO_ATTRIBUTES, 0, [], simple_rows[len(top) :]]
    plain_columns = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}]] * width
    simple_caption = [None, simplify(_caption(caption), marks=marks)]
    parts = [_NO_ATTRIBUTES, simple_caption, plain_columns, [_NO_ATTRIBUTES, top], [body], [_NO_ATTRIBUTES, []]]
    return {"t": "Table", "c": parts}


def _simple_row(row: list[object], width: int, *, marks: bool) -> list[object]:
    cells: list[object] = []
    for cell in cast("list[list[object]]", row[1]):
        words = list(_inlines(simplify(cell[4], marks=marks)))
        content = [{"t": "Plain", "c": words}] if words else []
        cells.append([_NO_ATTRIBUTES, {"t": "AlignDefault"}, 1, 1, content])
        cells += [_EMPTY_CELL] * (cast("int", cell[3]) - 1)
    return [_NO_ATTRIBUTES, [*cells, *[_EMPTY_CELL] * width][:width]]


_EMPTY_CELL: Sequence[object] = (_NO_ATTRIBUTES, {"t": "AlignDefault"}, 1, 1, [])


def _inlines(blocks: object) -> Iterator[Node]:
    """Yield the words of blocks as those of one line."""
    for node in cast("list[object]", blocks):
        if isinstance(node, list):
            yield from _inlines(node)
        elif isinstance(node, dict) and node["t"] in _HOLD_INLINES:
            content = node["c"][-1] if node["t"] == "Header" else node["c"]
            yield _SPACE
            yield from (_SPACE if word["t"] == "LineBreak" else word for word in content)
        elif isinstance(node, dict) and isinstance(node.get("c"), list):
            yield from _inlines(node["c"])


_HOLD_INLINES = frozenset({"Para", "Plain", "Header"})
