"""Graphs that the edition writes, read by libraries that had no part in writing them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pyld import jsonld
from pyshacl import validate
from rdflib import Graph

from build_tools.edition.publication.published_edition import PublishedEdition, publish
from build_tools.edition.reading import read_edition

SHAPES = Path("tests/data/graphs")


@cache
def published_edition(root: Path) -> PublishedEdition:
    """The edition of a folder as readers may see it."""
    return publish(read_edition(root))


def read_graph(data: bytes | str, form: str, at: str = "https://reader.example/data/file") -> Graph:
    """The graph of a file that is published at an address."""
    if form != "json-ld":
        return Graph().parse(data=data, format=form, publicID=at)
    statements = jsonld.to_rdf(json.loads(data), {"base": at, "format": "application/n-quads"})
    return Graph().parse(data=statements, format="nt")


def breaches(graph: Graph, shapes: str) -> str:
    """What a graph breaks of the shapes in a file of tests/data/graphs, in words; nothing if it conforms."""
    rules = Graph().parse(SHAPES / shapes)
    conforms, _, words = validate(graph, shacl_graph=rules, advanced=False, inference="none")
    return "" if conforms else words


def ids_of(graph: Graph) -> Mapping[str, int]:
    """How many statements each address is the subject of."""
    counts: dict[str, int] = {}
    for subject in graph.subjects():
        counts[str(subject)] = counts.get(str(subject), 0) + 1
    return counts
