"""What pages say in schema.org: one graph over all pages, whose things are the same where their addresses are."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, Namespace

from build_tools.model import Creator
from build_tools.model.registers import Event
from build_tools.website.citations import Site
from build_tools.website.composing import compose
from build_tools.website.markup.composed_page import ComposedPage, DeferredPage
from build_tools.website.naming.addresses import page_address
from build_tools.website.pages import compose_pages
from build_tools.website.survey.lookups import survey
from tests.support.composed import composed_page, head_html
from tests.support.graphs import breaches, graph_in_heads
from tests.support.invented import ENTRIES, SMALL, document, edition, entry

SCHEMA = Namespace("https://schema.org/")
PAGE = "sources/harbour.md"
HOME = "https://lorn.example/"


def at(place: str) -> URIRef:
    return URIRef(HOME + place)


def graph_of(pages: tuple[ComposedPage, ...]) -> Graph:
    with_things = [page for page in pages if page.around.get("metadata")]
    return graph_in_heads(
        {HOME + page_address(page.path, use_directories=True): head_html(page) for page in with_things}
    )


@cache
def small_graph() -> Graph:
    return graph_of(tuple(page.settle() for page in compose_pages(survey(SMALL))))


@cache
def whole_graph(root: Path) -> Graph:
    """The graph of this edition's own pages."""
    files, _ = compose(root, site=Site("Lorn Reader", HOME))
    return graph_of(tuple(page.settle() for page in files if isinstance(page, ComposedPage | DeferredPage)))


def test_the_things_of_all_pages_have_the_properties_of_their_types(root: Path) -> None:
    assert breaches(whole_graph(root), "schema-shapes.ttl") == ""
    assert breaches(small_graph(), "schema-shapes.ttl") == ""


def test_the_shapes_see_a_role_that_stands_as_an_organisation_and_a_misspelt_property() -> None:
    for subject, predicate, value in (
        (at("glossary/lorn-gazette/"), SCHEMA.jobTitle, Literal("fellow")),
        (at("sources/harbour/"), SCHEMA.autor, Literal("Ada Vane")),
        (at("glossary/lease/"), SCHEMA.sameAs, Literal("Q159")),
    ):
        changed = Graph()
        changed += small_graph()
        changed.add((subject, predicate, value))
        assert breaches(changed, "schema-shapes.ttl") != ""


def test_every_thing_with_an_address_of_the_site_is_described_on_its_page(root: Path) -> None:
    graph = whole_graph(root)
    named = {thing for thing in graph.objects() if str(thing).startswith(HOME)}
    described = set(graph.subjects(SCHEMA.name)) | set(graph.objects(None, SCHEMA.url))
    assert len(named) > 200
    assert named - described == set()


def test_every_difference_is_a_claim_with_the_places_where_it_appears(root: Path) -> None:
    graph = whole_graph(root)
    claims = set(graph.subjects(RDF.type, SCHEMA.Claim))
    files = {path.stem for path in (root / "docs/discrepancies").glob("*.md")} - {"index"}
    assert claims == {at(f"discrepancies/{stem}/") for stem in files}
    for appearance in (one for claim in claims for one in graph.objects(claim, SCHEMA.appearance)):
        (place,) = map(str, graph.objects(appearance, SCHEMA.url))
        assert place.startswith(f"{HOME}sources/") and "#" in place


def test_the_glossary_lists_its_terms_and_each_term_names_the_glossary(root: Path) -> None:
    graph = whole_graph(root)
    listed = set(graph.objects(at("glossary/"), SCHEMA.hasDefinedTerm))
    assert listed == set(graph.subjects(SCHEMA.inDefinedTermSet, at("glossary/")))
    assert len(listed) == len(list((root / "docs/glossary").glob("*.md"))) - 1


def test_words_around_an_organisation_of_the_glossary_are_an_office_and_not_its_name() -> None:
    quay = entry("quay-institute", "Quay Institute", "organisation")
    makers = (
        Creator("Ada Vane", "ada-vane", None, "Senior Fellow at the Quay Institute, Lorn"),
        Creator("Otto Brell", None, None, "Quay Institute"),
        Creator("Nora Hall", None, None, "professor of piers"),
    )
    text = document(("paragraph", "en", "The lease ends."), creators=makers)
    made = replace(edition([text], [*ENTRIES, quay]), site=SMALL.site, citations=SMALL.citations)
    graph = graph_of((composed_page(made, "sources/harbour.md"),))
    institute = at("glossary/quay-institute/")
    vane, brell, hall = at("glossary/ada-vane/"), at("sources/harbour/#maker-2"), at("sources/harbour/#maker-3")
    assert graph.value(vane, SCHEMA.jobTitle) == Literal("Senior Fellow at the Quay Institute, Lorn")
    assert (graph.value(vane, SCHEMA.affiliation), graph.value(brell, SCHEMA.affiliation)) == (institute, institute)
    assert graph.value(brell, SCHEMA.jobTitle) is None
    assert graph.value(hall, SCHEMA.description) == Literal("professor of piers")
    assert set(graph.subjects(RDF.type, SCHEMA.Organization)) == {institute}


def test_a_maker_who_is_no_author_is_not_said_to_be_one() -> None:
    makers = (
        Creator("Ada Vane", role="columnist"),
        Creator("Nora Hall", role="translator"),
        Creator("Otto Brell", role="editor"),
        Creator("Lorn, Moor and Sons", role="illustrator", kind="organisation"),
        Creator("Ministry of Ports, Lorn", kind="organisation"),
    )
    text = document(("paragraph", "en", "The lease ends."), creators=makers)
    page = composed_page(replace(edition([text], ENTRIES), site=SMALL.site, citations=SMALL.citations), PAGE)
    graph = graph_of((page,))
    assert breaches(graph, "schema-shapes.ttl") == ""
    (text_at,) = graph.subjects(SCHEMA.translator)
    names = {
        role: {str(graph.value(maker, SCHEMA.name)) for maker in graph.objects(text_at, SCHEMA[role])}
        for role in ("author", "translator", "editor", "contributor")
    }
    assert names == {
        "author": {"Ada Vane", "Ministry of Ports, Lorn"},
        "translator": {"Nora Hall"},
        "editor": {"Otto Brell"},
        "contributor": {"Lorn, Moor and Sons"},
    }
    metas = re.findall(r'<meta name="(citation_author|DC.c\w+)" content="([^"]*)"', head_html(page))
    authors = ["Vane, Ada", "Ministry of Ports\u201a Lorn"]
    others = ["Brell, Otto", "Hall, Nora", "Lorn\u201a Moor and Sons"]
    assert metas == [
        *(("citation_author", name) for name in authors),
        *(("DC.creator", name) for name in authors),
        *(("DC.contributor", name) for name in others),
    ]


@pytest.mark.parametrize(
    ("written", "begin", "end"),
    [
        ("1948-02/1949-03-01", "1948-02", "1949-03-01"),
        ("1948-21/1949", None, "1949"),
        ("194X/1950?", None, None),
        ("1948-06-XX/..", "1948-06", None),
        ("1948-05-03", "1948-05-03", None),
        ("1948~", None, None),
    ],
)
def test_an_event_has_only_days_months_and_years_that_are_sure(
    written: str, begin: str | None, end: str | None
) -> None:
    founding = entry("founding", "founding of Lorn", "event", event=Event(written))
    made = replace(edition([], [founding]), site=SMALL.site)
    graph = graph_of((composed_page(made, "glossary/founding.md"),))
    at_founding = at("glossary/founding/")
    dates = (graph.value(at_founding, SCHEMA.startDate), graph.value(at_founding, SCHEMA.endDate))
    assert dates == tuple(Literal(date) if date else None for date in (begin, end))


def test_an_entry_is_the_same_as_what_it_is_in_authority_files() -> None:
    same = "http://www.wikidata.org/entity/Q159"
    made = replace(edition([], [entry("lorn", "Lorn", "polity", same_as=(same,))]), site=SMALL.site)
    graph = graph_of((composed_page(made, "glossary/lorn.md"),))
    assert set(graph.objects(at("glossary/lorn/"), SCHEMA.sameAs)) == {URIRef(same)}


def test_without_an_address_things_have_names_alone() -> None:
    page = composed_page(replace(SMALL, site=Site()), "discrepancies/end-of-lease.md")
    assert '"@id"' not in head_html(page)
    assert '"Claim"' in head_html(page)
