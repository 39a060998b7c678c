"""What a vocabulary says, before it is written in one of the formats of RDF: resources, and their properties in order.

Sources: RDF 1.1 Concepts, SKOS Reference, DCMI Metadata Terms.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

NAMESPACES: Mapping[str, str] = {
    "dct": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
"""The namespaces of the properties and types, by prefix."""

OWN = "reader"
"""The prefix of our own properties."""

OWN_NAMESPACE = "data/glossary.ttl#"
"""Their namespace, below the root of the site: the file that explains them."""


class ValueKind(Enum):
    """What the values of a property are."""

    THINGS = "things"
    WORDS = "words in a language"
    TEXT = "text in no language"


RANGES: Mapping[str, ValueKind] = {
    "skos:inScheme": ValueKind.THINGS,
    "skos:topConceptOf": ValueKind.THINGS,
    "skos:hasTopConcept": ValueKind.THINGS,
    "skos:prefLabel": ValueKind.WORDS,
    "skos:altLabel": ValueKind.WORDS,
    "skos:hiddenLabel": ValueKind.WORDS,
    "reader:shortLabel": ValueKind.WORDS,
    "reader:sharedLabel": ValueKind.WORDS,
    "reader:searchLabel": ValueKind.WORDS,
    "skos:notation": ValueKind.TEXT,
    "skos:definition": ValueKind.WORDS,
    "skos:note": ValueKind.WORDS,
    "skos:editorialNote": ValueKind.WORDS,
    "skos:broader": ValueKind.THINGS,
    "skos:narrower": ValueKind.THINGS,
    "skos:related": ValueKind.THINGS,
    "skos:exactMatch": ValueKind.THINGS,
    "skos:member": ValueKind.THINGS,
    "dct:title": ValueKind.WORDS,
    "dct:language": ValueKind.TEXT,
    "dct:source": ValueKind.THINGS,
    "rdfs:label": ValueKind.WORDS,
    "rdfs:comment": ValueKind.WORDS,
    "rdfs:subPropertyOf": ValueKind.THINGS,
}
"""The properties, and what the values of each are."""

Words = tuple[str, str]
"""Words and their language (BCP 47), which is empty for text in no language."""


@dataclass(frozen=True, slots=True)
class Resource:
    """Something of which properties are stated.

    Attributes:
        address: Its address below the root of the site.
        type: Its type, with a prefix.
        things: The addresses of other things, absolute or below the root of the site, by property.
        words: The words that are the values of other properties, by property.
    """

    address: str
    type: str
    things: Mapping[str, tuple[str, ...]]
    words: Mapping[str, tuple[Words, ...]]


def without_own(resource: Resource) -> Resource:
    """Return a resource without the properties of our own."""
    words = {name: values for name, values in resource.words.items() if not name.startswith(f"{OWN}:")}
    return replace(resource, words=words)


def own_namespace(base: str) -> dict[str, str]:
    """Return our own namespace by its prefix, below the address of a site; none where a site has no address."""
    return {OWN: f"{base}{OWN_NAMESPACE}"} if "://" in base else {}
