"""Rewrite the front matter of a page, so that the site generator reads what was checked, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Collection

from build_tools.corpus.front_matter.nodes import Fields, Listing, Node, Scalar
from build_tools.text.markdown import metadata


def render_fields(fields: Fields, names: Collection[str]) -> str:
    """Return front matter with some of the fields of a file, each text in it safe where a template prints it.

    Args:
        fields: The fields.
        names: The names of those to write.
    """
    lines = [f"{_quoted(name)}: {_render(node)}" for name, node in fields.nodes.items() if name in names]
    return "\n".join(["---", *lines, "---", ""])


def plain_fields(fields: Fields, names: Collection[str]) -> tuple[tuple[str, str | tuple[str, ...]], ...]:
    """Return the texts and the lists of texts among some of the fields of a file, as they are written.

    Args:
        fields: The fields.
        names: The names of those to return.
    """
    found: list[tuple[str, str | tuple[str, ...]]] = []
    for name, node in fields.nodes.items():
        if name in names and isinstance(node, Scalar):
            found.append((name, node.text))
        elif name in names and isinstance(node, Listing):
            found.append((name, tuple(item.text for item in node.items if isinstance(item, Scalar))))
    return tuple(found)


def _render(node: Node) -> str:
    """Return a value in the flow style of YAML; a truth value, a number or a date stays one."""
    if isinstance(node, Scalar):
        return _quoted(node.text) if node.tag == "text" else node.text
    if isinstance(node, Listing):
        return f"[{', '.join(map(_render, node.items))}]"
    return f"{{{', '.join(f'{_quoted(name)}: {_render(value)}' for name, value in node.nodes.items())}}}"


def _quoted(text: str) -> str:
    return json.dumps(metadata(text), ensure_ascii=False)
