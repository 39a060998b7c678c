"""Graphs that the edition writes, read by libraries that had no part in writing them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import extruct
from pyld import jsonld
from pyshacl import validate
from rdflib import Graph

from build_tools.edition.publication.published_edition import PublishedEdition, publish
from build_tools.edition.reading import read_edition

SHAPES = Path("tests/data/graphs")


@cache
def published_edition(root: Path) -> PublishedEdition:
    """The edition of a folder as readers may see it."""
    return publish(read_edition(root, "en"))


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


def graph_in_heads(heads: Mapping[str, str]) -> Graph:
    """The graph of the JSON-LD in the heads of pages, by their addresses, with our context for schema.org."""
    context = json.loads((SHAPES / "schema-org.jsonld").read_text(encoding="utf-8"))

    def load(address: str, _: object) -> dict[str, object]:
        assert address.rstrip("/") == "https://schema.org"
        return {"contextUrl": None, "documentUrl": address, "document": context}

    graph = Graph()
    for address, head in heads.items():
        for thing in extruct.extract(f"<html><head>{head}</head></html>", base_url=address, syntaxes=["json-ld"])[
            "json-ld"
        ]:
            options = {"base": address, "format": "application/n-quads", "documentLoader": load}
            graph.parse(data=jsonld.to_rdf(thing, options), format="nt")
    return graph
