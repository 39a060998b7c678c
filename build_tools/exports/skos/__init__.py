"""The glossary as a concept scheme of SKOS, for vocabulary servers, reasoners and whoever merges glossaries."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.edition.publication.published_edition import PublishedEdition
from build_tools.exports.skos.concept_scheme import concept_scheme, own_properties
from build_tools.exports.skos.linked_json import write_linked_json
from build_tools.exports.skos.resources import without_own
from build_tools.exports.skos.turtle import write_turtle
from build_tools.website.citations import Site
from build_tools.website.localisation import speak
from build_tools.website.naming.addresses import site_base

__all__ = ["JSON_PATH", "TURTLE_PATH", "vocabulary_files"]

TURTLE_PATH = "data/glossary.ttl"
JSON_PATH = "data/glossary.jsonld"
_TO_THE_ROOT = "../"


def vocabulary_files(published: PublishedEdition, site: Site, language: str) -> Iterator[tuple[str, bytes]]:
    """Yield the glossary in Turtle and in JSON-LD, which say the same; nothing where it has no entry.

    Its addresses are those of the site. Where the site has none, they are relative to its root, and properties of our
    own, which cannot have such an address in JSON-LD, are left out.

    Args:
        published: The edition as readers may see it.
        site: Where it is published.
        language: The language of the site (BCP 47).

    Yields:
        The path of a file below the root of the site, and its bytes.
    """
    with speak(language):
        resources = tuple(concept_scheme(published, language))
    if site.url:
        base, resources = site_base(site.url), (*resources, *own_properties())
    else:
        base, resources = _TO_THE_ROOT, tuple(map(without_own, resources))
    yield TURTLE_PATH, write_turtle(resources, base).encode()
    yield JSON_PATH, write_linked_json(resources, base).encode()
