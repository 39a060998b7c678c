"""The entries of a glossary as concepts of SKOS.

A concept has one preferred label in a language at most (S14), and no label is of two kinds (S13). Short and shared
labels, by which a concept is meant in some places only, are alternative labels of SKOS and have properties of our own,
so that whoever links texts can leave them out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from build_tools.corpus.evidence import find_evidence, parse_evidence
from build_tools.corpus.written_pages import complete_pages
from build_tools.edition.publication.published_edition import PublishedEdition
from build_tools.exports.skos.resources import OWN_NAMESPACE, Resource, Words
from build_tools.model import KINDS, Entry, Label
from build_tools.model.thesaurus.relations import Relations, relate
from build_tools.website.naming.addresses import entry_path, page_address, source_path
from build_tools.website.naming.outside_names import work_place
from build_tools.website.naming.vocabulary import kind_in_plural
from build_tools.website.search.records import prose_in_words

_INDEX = "glossary/index.md"

_Value = TypeVar("_Value", str, Words)

_OWN_PROPERTIES = (
    ("shortLabel", "skos:altLabel", "short label", "A name that means the concept only where a text makes that clear."),
    ("sharedLabel", "skos:altLabel", "shared label", "A name that means another concept unless a rule says otherwise."),
    (
        "searchLabel",
        "skos:hiddenLabel",
        "search label",
        "Words to find the concept by, which do not name it in a text.",
    ),
)


def concept_scheme(published: PublishedEdition, language: str) -> Iterator[Resource]:
    """Yield the scheme, the collection of each kind of entry, and the concepts sorted by id.

    Args:
        published: The edition as readers may see it.
        language: The language of the site (BCP 47).
    """
    entries = sorted(published.entries, key=lambda entry: entry.id)
    relations = relate(entries)
    top = tuple(_address(entry.id) for entry in entries if not relations.broader[entry.id])
    title = next((page.title for page in complete_pages(published.prose) if page.path == _INDEX), "")
    named = {"dct:title": ((title, language),)} if title else {}
    scheme = {"skos:hasTopConcept": top}
    yield Resource(_scheme(), "skos:ConceptScheme", scheme, {**named, "dct:language": ((language, ""),)})
    for kind in KINDS:
        if members := tuple(_address(entry.id) for entry in entries if entry.kind == kind):
            label = {"skos:prefLabel": ((kind_in_plural(kind), language),)}
            yield Resource(f"{_scheme()}#{kind}", "skos:Collection", {"skos:member": members}, label)
    for entry in entries:
        yield Resource(
            _address(entry.id), "skos:Concept", _given(_things(entry, relations)), _given(_words(entry, language))
        )


def own_properties() -> Iterator[Resource]:
    """Yield our own properties, each with what it means and the property of SKOS that it narrows."""
    for name, parent, label, comment in _OWN_PROPERTIES:
        explained = {"rdfs:label": ((label, "en"),), "rdfs:comment": ((comment, "en"),)}
        yield Resource(f"{OWN_NAMESPACE}{name}", "rdf:Property", {"rdfs:subPropertyOf": (parent,)}, explained)


def _things(entry: Entry, relations: Relations) -> Mapping[str, Iterable[str]]:
    broader = relations.broader[entry.id]
    return {
        "skos:inScheme": (_scheme(),),
        "skos:topConceptOf": () if broader else (_scheme(),),
        "skos:broader": map(_address, broader),
        "skos:narrower": map(_address, relations.narrower[entry.id]),
        "skos:related": map(_address, sorted(relations.related[entry.id])),
        "skos:exactMatch": entry.same_as,
        "dct:source": _cited(entry),
    }


def _words(entry: Entry, language: str) -> Mapping[str, Iterable[Words]]:
    preferred = {language: entry.pref_label}
    for label in entry.alt_labels:
        preferred.setdefault(label.lang, label.text)
    first = {(text, lang) for lang, text in preferred.items()}
    short, shared, search = map(_pairs, (entry.short_labels, entry.shared_labels, entry.search_labels))
    other = dict.fromkeys([(entry.name, language), *_pairs(entry.alt_labels), *short, *shared])
    hidden = dict.fromkeys([*_pairs(entry.hidden_labels), *search])
    return {
        "skos:prefLabel": [(text, lang) for lang, text in preferred.items()],
        "skos:altLabel": [pair for pair in other if pair not in first],
        "skos:hiddenLabel": [pair for pair in hidden if pair not in first and pair not in other],
        "reader:shortLabel": [pair for pair in short if pair not in first],
        "reader:sharedLabel": [pair for pair in shared if pair not in first],
        "reader:searchLabel": [pair for pair in search if pair not in first and pair not in other],
        "skos:notation": [(entry.notation, "")] if entry.notation else [],
        "skos:definition": [(entry.definition, language)] if entry.definition else [],
        "skos:note": [(note, language)] if (note := prose_in_words(entry.notes).strip()) else [],
        "skos:editorialNote": [(entry.unmentioned, language)] if entry.unmentioned else [],
    }


def _cited(entry: Entry) -> Iterator[str]:
    """Yield the addresses of the places that the definition rests on: paragraphs of texts, works from outside."""
    for bracket, _ in (found for text in entry.evidence for found in find_evidence(text)):
        for place in parse_evidence(bracket) or ():
            if place.source:
                page = page_address(source_path(place.source), use_directories=True)
                yield from (f"{page}#{block}" for block in place.blocks)
            elif place.outside:
                path, _, fragment = work_place(place.outside).partition("#")
                yield f"{page_address(path, use_directories=True)}#{fragment}"


def _given(values: Mapping[str, Iterable[_Value]]) -> dict[str, tuple[_Value, ...]]:
    """Return the properties that have values, each value once."""
    return {name: once for name, found in values.items() if (once := tuple(dict.fromkeys(found)))}


def _pairs(labels: Iterable[Label]) -> list[Words]:
    return list(dict.fromkeys((label.text, label.lang) for label in labels))


def _address(identifier: str) -> str:
    return page_address(entry_path(identifier), use_directories=True)


def _scheme() -> str:
    return page_address(_INDEX, use_directories=True)
