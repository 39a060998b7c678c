"""Annotations are linked data: a processor of JSON-LD knows every term in them, and every name is absolute.

No context is fetched. For that of the W3C a list of the terms that we use stands in, written here after its model.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from pyld import jsonld

from build_tools.editing.annotation import annotate, as_lines
from build_tools.exports.packaging.described_data import DataSettings
from build_tools.exports.resource_names import VOCABULARY
from build_tools.exports.standoff.web_annotations import MODEL_CONTEXT
from build_tools.linking import Lexicon
from build_tools.website.citations import Site
from tests.support.builds import ROOT
from tests.support.exported import data_of
from tests.support.invented import entry
from tests.support.scratch import corpus, write

SITE = "https://edition.example/reader/"
MODEL = json.loads((ROOT / "tests/data/annotation-terms.jsonld").read_bytes())
OA = "http://www.w3.org/ns/oa#"


def expand(document: object, address: str, files: dict[str, bytes]) -> list[Any]:
    """Expand a document that is at an address, where terms that no context knows are an error."""

    def load(url: str, _options: object) -> dict[str, object]:
        context = MODEL if url == MODEL_CONTEXT else json.loads(files[url.removeprefix(f"{SITE}data/")])
        return {"contextUrl": None, "documentUrl": url, "document": context, "contentType": "application/ld+json"}

    return list(jsonld.expand(document, {"documentLoader": load, "base": address, "expandContext": None}))


def keys(value: object) -> Iterator[str]:
    """Yield the keys of every object in a value of JSON."""
    if isinstance(value, dict):
        yield from (key for key in value if key != "@context")
        yield from (key for name, item in value.items() if name != "@context" for key in keys(item))
    elif isinstance(value, list):
        yield from (key for item in value for key in keys(item))


def names(value: object) -> Iterator[str]:
    """Yield every name in expanded linked data."""
    if isinstance(value, dict):
        yield from (item for key, item in value.items() if key == "@id")
        yield from (name for item in value.values() for name in names(item))
    elif isinstance(value, list):
        yield from (name for item in value for name in names(item))


@pytest.mark.parametrize("address", [SITE, ""], ids=["address known", "address not known"])
def test_every_term_is_known_and_every_name_is_absolute(tmp_path: Path, address: str) -> None:
    write(tmp_path, corpus())
    files = data_of(tmp_path, DataSettings(Site("Lease", address)))
    known = {*MODEL["@context"], *json.loads(files["context.jsonld"])["@context"]}
    paths = [path for path in files if path.startswith("annotations/")]
    assert len(paths) == 4
    for path in paths:
        document = json.loads(files[path])
        assert set(keys(document)) <= known
        (expanded,) = expand(document, f"{SITE}data/{path}", files)
        assert expanded["@id"] == f"{SITE}data/{path}"
        assert all(":" in key or key.startswith("@") for key in keys(expanded))
        assert [name for name in names(expanded) if not name.startswith((SITE, OA, VOCABULARY))] == []


@pytest.mark.parametrize("address", [SITE, ""], ids=["address known", "address not known"])
def test_an_annotation_leads_to_the_entry_the_raw_file_and_the_block(tmp_path: Path, address: str) -> None:
    write(tmp_path, corpus())
    files = data_of(tmp_path, DataSettings(Site("Lease", address)))
    (page,) = expand(json.loads(files["annotations/letter.json"]), f"{SITE}data/annotations/letter.json", files)
    first = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"][0]
    assert first[f"{OA}hasBody"] == [{"@id": f"{SITE}glossary/orvale/"}]
    (target,) = first[f"{OA}hasTarget"]
    assert target[f"{OA}hasSource"] == [{"@id": f"{SITE}data/seeds/letter.txt"}]
    assert first[f"{VOCABULARY}block"] == [{"@id": f"{SITE}sources/letter/#p1"}]
    assert first[f"{VOCABULARY}rule"] == [{"@value": "pref_label"}]
    assert first["@id"] == f"{SITE}data/seeds/letter.txt#char=26,32"


def test_what_annotate_prints_below_an_address_is_linked_data_of_the_same_terms() -> None:
    found, _ = annotate("In Orvale,", "notes.txt", Lexicon([entry("orvale", "Orvale", "place")]))
    document = json.loads(as_lines(found, SITE))
    (expanded,) = expand(document, "about:blank", {})
    assert expanded[f"{VOCABULARY}rule"] == [{"@value": "pref_label"}]
    assert [name for name in names(expanded) if not name.startswith((SITE, OA, VOCABULARY))] == []
    assert urljoin(SITE, "notes.txt#char=3,9") == expanded["@id"]
