"""A theme's style sheet without the rules for classes that no page of a site has: most of it is for what we do not use.

The only module that knows tinycss2, which reads and writes CSS by its syntax.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from itertools import pairwise

import tinycss2
from tinycss2.ast import AtRule, IdentToken, LiteralToken, Node, QualifiedRule

_CLASS_ATTRIBUTE = re.compile(r'\bclass="([^"]*)"')
_NAME = re.compile(r"[A-Za-z_][\w-]*")
_NESTING = ("media", "supports", "layer", "container")


def class_names(html: str) -> Iterator[str]:
    """Yield every class an element of a page has."""
    for value in _CLASS_ATTRIBUTE.findall(html):
        yield from value.split()


def words_in_code(code: Iterable[str]) -> set[str]:
    """Return every word of some style sheets and scripts that may be a class."""
    return {name for text in code for name in _NAME.findall(text)}


def thin_out(sheet: str, used: Container[str]) -> str:
    """Return a style sheet without comments and without selectors that need a class outside `used`.

    Rules without a class stay. A class in brackets, as in `:not(.x)` or `:is(.x)`, is not needed by its rule. What is
    no CSS is left out, as a browser would.
    """
    return _written(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True), used)


def _written(rules: Iterable[Node], used: Container[str]) -> str:
    return "".join(_rule(rule, used) for rule in rules)


def _rule(rule: Node, used: Container[str]) -> str:
    if isinstance(rule, QualifiedRule):
        kept = [
            tinycss2.serialize(selector).strip() for selector in _selectors(rule.prelude) if _is_needed(selector, used)
        ]
        return f"{','.join(kept)}{{{tinycss2.serialize(rule.content)}}}" if kept else ""
    if isinstance(rule, AtRule) and rule.lower_at_keyword in _NESTING and rule.content is not None:
        inner = _written(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True), used)
        return f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}" if inner else ""
    return rule.serialize() if isinstance(rule, AtRule) else ""


def _selectors(prelude: Iterable[Node]) -> Iterator[list[Node]]:
    """Yield the selectors of a list; a comma in brackets separates nothing, since brackets are one node."""
    selector: list[Node] = []
    for node in prelude:
        if isinstance(node, LiteralToken) and node.value == ",":
            yield selector
            selector = []
        else:
            selector.append(node)
    yield selector


def _is_needed(selector: list[Node], used: Container[str]) -> bool:
    return all(
        name.value in used
        for dot, name in pairwise(selector)
        if isinstance(dot, LiteralToken) and dot.value == "." and isinstance(name, IdentToken)
    )
