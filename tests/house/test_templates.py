"""Templates keep to what Jinja and MiniJinja, which Zensical runs, both do; the program makes what must be computed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from tests.support.builds import ROOT

TEMPLATES = ROOT / "build_tools/website/templates"

FILTERS = {
    *("abs", "batch", "capitalize", "d", "default", "dictsort", "e", "escape", "first", "groupby", "indent", "int"),
    *("items", "join", "last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "replace"),
    *("reverse", "round", "safe", "script_tag", "select", "selectattr", "slice", "sort", "string", "striptags", "sum"),
    *("title", "tojson", "trim", "unique", "upper", "url", "urlencode"),
}
"""The filters that both engines have, Zensical's and MkDocs' `url` and `script_tag` among them."""

TESTS = {"defined", "eq", "iterable", "mapping", "none", "number", "odd", "even", "sequence", "string", "undefined"}

OWN = {("page", "file"), ("page", "is_homepage"), ("page", "path"), ("page", "edit_url"), ("config", "edit_uri")}
"""What each engine makes in its own way."""


def unshared(source: str) -> list[str]:
    """What a template does that only one of the two can do."""
    tree = Environment(autoescape=True).parse(source)
    return [fault for node in walk(tree) for fault in faults_of(node, imported(tree))]


def walk(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from walk(child)


def imported(tree: nodes.Template) -> set[str]:
    return {"loop", "self", *(node.target for node in tree.find_all(nodes.Import))}


def faults_of(node: nodes.Node, modules: set[str]) -> Iterator[str]:
    if isinstance(node, nodes.Call) and not isinstance(node.node, nodes.Name):
        owner = getattr(node.node, "node", None)
        if not (isinstance(owner, nodes.Name) and owner.name in modules):
            yield f"line {node.lineno}: it calls a method"
    if isinstance(node, nodes.Filter) and node.name not in FILTERS:
        yield f"line {node.lineno}: not every engine has the filter {node.name}"
    if isinstance(node, nodes.Test) and node.name not in TESTS:
        yield f"line {node.lineno}: not every engine has the test {node.name}"
    if isinstance(node, nodes.For) and isinstance(node.iter, nodes.Name) and node.iter.name == "nav":
        yield f"line {node.lineno}: the pages of nav are nav.items"
    if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name) and (node.node.name, node.attr) in OWN:
        yield f"line {node.lineno}: {node.node.name}.{node.attr} is not the same in every engine"


@pytest.mark.parametrize(
    "path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.relative_to(TEMPLATES).as_posix()
)
def test_a_template_does_nothing_that_only_one_engine_can_do(path: Path) -> None:
    assert unshared(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        '{% for word in "a b".split(" ") %}{{ word }}{% endfor %}',
        '{{ (config.repo_url or "").rstrip("/") }}',
        "{{ page.meta.items() }}",
        "{% for item in nav %}{{ item.title }}{% endfor %}",
        "{{ page.file.src_uri }}",
        "{{ meta.title | xmlattr }}",
        "{% if number is divisibleby 2 %}even{% endif %}",
    ],
)
def test_what_only_one_engine_can_do_is_found(source: str) -> None:
    assert len(unshared(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        '{% import "parts.html" as parts %}{{ parts.card(item) }}{{ super() }}{{ loop.cycle("a", "b") }}',
        "{% for item in nav.items if item.title in config.extra.header %}{{ item.url | url }}{% endfor %}",
    ],
)
def test_what_both_can_do_is_left_alone(source: str) -> None:
    assert unshared(source) == []
