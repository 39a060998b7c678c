"""A theme's style sheet without the rules for classes that no page of a site has: most of it is for what we do not use."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator

_CLASS_ATTRIBUTE = re.compile(r'\bclass="([^"]*)"')
_NAME = re.compile(r"[A-Za-z_][\w-]*")
_CLASS = re.compile(r"\.([A-Za-z_][\w-]*)")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\]]*\]")
_NESTING = ("@media", "@supports", "@layer", "@container")
_STRING_OR_BRACE = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'|[{}]')


def class_names(html: str) -> Iterator[str]:
    """Every class an element of a page has."""
    for value in _CLASS_ATTRIBUTE.findall(html):
        yield from value.split()


def names(code: Iterable[str]) -> set[str]:
    """Every word of some style sheets and scripts that may be a class."""
    return {name for text in code for name in _NAME.findall(text)}


def thin_out(sheet: str, known: Container[str]) -> str:
    """The sheet without the selectors that need a class outside `known`; rules without a class all stay.

    It is minified CSS, no comments. A class in brackets, as in `:not(.x)` or `:is(.x)`, is not needed by its rule.
    """
    kept = []
    for head, body in _rules(sheet):
        if body is None:
            kept.append(head)
        elif head.startswith(_NESTING):
            inner = thin_out(body, known)
            kept += [f"{head}{{{inner}}}"] if inner else []
        elif head.startswith("@"):
            kept.append(f"{head}{{{body}}}")
        else:
            selectors = [one for one in _selectors(head) if _is_needed(one, known)]
            kept += [f"{','.join(selectors)}{{{body}}}"] if selectors else []
    return "".join(kept)


def _rules(sheet: str) -> Iterator[tuple[str, str | None]]:
    """The rules of a sheet, each with its body; a statement such as `@charset "utf-8";` has none."""
    at = 0
    while at < len(sheet):
        opening, semicolon = sheet.find("{", at), sheet.find(";", at)
        if opening < 0:
            yield sheet[at:], None
            return
        if 0 <= semicolon < opening:
            yield sheet[at : semicolon + 1], None
            at = semicolon + 1
            continue
        end = _closing(sheet, opening)
        yield sheet[at:opening].strip(), sheet[opening + 1 : end]
        at = end + 1


def _closing(sheet: str, opening: int) -> int:
    """Where the brace that opens there closes; the end of the sheet where it never does."""
    depth = 0
    for found in _STRING_OR_BRACE.finditer(sheet, opening):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if not depth:
            return found.start()
    return len(sheet)


def _selectors(head: str) -> Iterator[str]:
    """The selectors of a list; a comma in brackets parts nothing."""
    depth, start = 0, 0
    for at, character in enumerate(head):
        depth += (character in "([") - (character in ")]")
        if character == "," and not depth:
            yield head[start:at]
            start = at + 1
    yield head[start:]


def _is_needed(selector: str, known: Container[str]) -> bool:
    while (bare := _BRACKETS.sub("", selector)) != selector:
        selector = bare
    return all(name in known for name in _CLASS.findall(selector))
