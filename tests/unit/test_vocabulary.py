"""The glossary in SKOS: two formats of one graph, which keeps the conditions and says all that entries say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import skosify
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS

from build_tools.edition.publication.published_edition import PublishedEdition
from build_tools.exports.skos import JSON_PATH, TURTLE_PATH, vocabulary_files
from build_tools.model import Label
from build_tools.website.citations import Site
from tests.support.graphs import breaches, published_edition, read_graph
from tests.support.invented import entry

SITE = Site("Lorn Reader", "https://lorn.example/reader")
HOME = "https://lorn.example/reader/"
HOSTILE = 'A "quoted" \\ name\twith\nlines & <tags> \x7f 俄乌 𝒜'


def graph_of(edition: PublishedEdition, site: Site = SITE) -> Graph:
    files = dict(vocabulary_files(edition, site, "en"))
    return read_graph(files[TURTLE_PATH], "turtle")


def with_entries(root: Path, *entries: object) -> PublishedEdition:
    return replace(published_edition(root), entries=entries)  # type: ignore[arg-type]


def concept(identifier: str) -> URIRef:
    return URIRef(f"{HOME}glossary/{identifier}/")


def test_turtle_and_json_ld_are_the_same_graph_with_and_without_an_address(root: Path) -> None:
    for site in (SITE, Site()):
        files = dict(vocabulary_files(published_edition(root), site, "en"))
        turtle, linked = read_graph(files[TURTLE_PATH], "turtle"), read_graph(files[JSON_PATH], "json-ld")
        assert set(turtle) == set(linked)
        assert len(turtle) > 20 * len(published_edition(root).entries)


def test_the_same_glossary_gives_the_same_bytes(root: Path) -> None:
    edition = published_edition(root)
    assert dict(vocabulary_files(edition, SITE, "en")) == dict(vocabulary_files(edition, SITE, "en"))


def test_the_glossary_keeps_the_integrity_conditions_of_skos(root: Path) -> None:
    assert breaches(graph_of(published_edition(root)), "skos-shapes.ttl") == ""


def test_the_shapes_see_what_breaks_the_conditions(root: Path) -> None:
    quay = entry("quay", "Quay", broader=("port",))
    graph = graph_of(with_entries(root, entry("port", "Port", related=("town",)), quay, entry("town", "Town")))
    assert breaches(graph, "skos-shapes.ttl") == ""
    for subject, predicate, value in (
        ("town", SKOS.related, concept("nowhere")),
        ("port", SKOS.related, concept("quay")),
        ("quay", SKOS.prefLabel, Literal("Another", "en")),
        ("quay", SKOS.altLabel, Literal("Quay", "en")),
    ):
        changed = Graph()
        changed += graph
        changed.add((concept(subject), predicate, value))
        assert breaches(changed, "skos-shapes.ttl") != ""


def test_skosify_finds_nothing_to_mend(root: Path) -> None:
    graph = graph_of(published_edition(root))
    before = set(graph)
    # It adds what follows from the statements: types of properties, a date, the broader concepts of broader ones.
    mended = skosify.skosify(
        graph, mark_top_concepts=False, aggregates=False, narrower=True, eliminate_redundancy=False
    )
    assert before - set(mended) == set()


def test_every_entry_is_a_concept_with_its_labels_and_what_it_rests_on(root: Path) -> None:
    edition = published_edition(root)
    graph = graph_of(edition)
    assert set(graph.subjects(RDF.type, SKOS.Concept)) == {concept(one.id) for one in edition.entries}
    for one in edition.entries:
        found = {
            (str(label), label.language)
            for kind in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
            for label in graph.objects(concept(one.id), kind)
            if isinstance(label, Literal)
        }
        labels = (*one.alt_labels, *one.short_labels, *one.shared_labels, *one.hidden_labels, *one.search_labels)
        assert found == {(one.pref_label, "en"), (one.name, "en"), *((label.text, label.lang) for label in labels)}
        assert {str(match) for match in graph.objects(concept(one.id), SKOS.exactMatch)} == set(one.same_as)
        assert bool(set(graph.objects(concept(one.id), DCTERMS.source))) == bool(one.evidence)


def test_another_language_prefers_its_first_label_and_no_label_is_of_two_kinds(root: Path) -> None:
    labels = (Label("洛恩港", "zh"), Label("洛恩", "zh"), Label("Port Lorn", "en"))
    port = entry("port", "Port Lorn (harbour)", "place", alt_labels=labels, search_labels=(Label("洛恩港", "zh"),))
    graph = graph_of(with_entries(root, port))
    assert set(graph.objects(concept("port"), SKOS.prefLabel)) == {
        Literal("Port Lorn (harbour)", "en"),
        Literal("洛恩港", "zh"),
    }
    assert set(graph.objects(concept("port"), SKOS.altLabel)) == {Literal("Port Lorn", "en"), Literal("洛恩", "zh")}
    assert set(graph.objects(concept("port"), SKOS.hiddenLabel)) == set()


def test_a_hostile_name_is_read_back_as_it_was(root: Path) -> None:
    graph = graph_of(with_entries(root, entry("odd", "Odd", definition=HOSTILE, notation=HOSTILE)))
    assert graph.value(concept("odd"), SKOS.definition) == Literal(HOSTILE, "en")
    assert graph.value(concept("odd"), SKOS.notation) == Literal(HOSTILE)


def test_an_edition_without_entries_has_a_vocabulary_without_concepts(root: Path) -> None:
    graph = graph_of(with_entries(root))
    assert len(list(graph.subjects(RDF.type, SKOS.ConceptScheme))) == 1
    assert list(graph.subjects(RDF.type, SKOS.Concept)) == []
