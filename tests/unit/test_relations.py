"""Relations between entries: both ways, and never to what is above or below; what entries are in authority files."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.edition.checks.entry_checks import check_circular_relations
from build_tools.edition.checks.material import Material
from build_tools.edition.circles import find_circles
from build_tools.model.thesaurus.authorities import authority_record, meant_authority_uri
from build_tools.model.thesaurus.relations import relate
from build_tools.website.survey.lookups import survey
from tests.support.composed import composed_page, whole_html
from tests.support.invented import HARBOUR, edition, entry

PORT = entry("port", "Port", "place", related=("lease",))
QUAY = entry("quay", "Quay", "place", broader=("port",), related=("lease", "town"))
TOWN = entry("town", "Town", "polity")
LEASE = entry("lease", "Lease", same_as=("http://www.wikidata.org/entity/Q159", "https://d-nb.info/gnd/4000001-2"))


def test_what_one_of_two_entries_says_is_related_is_related_to_it() -> None:
    related = relate([PORT, QUAY, TOWN, LEASE]).related
    assert related == {"port": {"lease"}, "lease": {"port", "quay"}, "quay": {"lease", "town"}, "town": {"quay"}}


def test_what_is_above_is_not_related_whichever_says_so_and_however_far_up() -> None:
    crane = entry("crane", "Crane", broader=("quay",), related=("port", "lease"))
    port = entry("port", "Port", "place", related=("quay", "lease"))
    relations = relate([port, QUAY, TOWN, LEASE, crane])
    assert relations.above["crane"] == {"quay", "port"}
    assert relations.related["port"] == {"lease"}
    assert relations.related["crane"] == {"lease"}
    assert {name: below for name, below in relations.narrower.items() if below} == {
        "port": ("quay",),
        "quay": ("crane",),
    }


def test_unknown_entries_and_the_entry_itself_are_no_relations() -> None:
    relations = relate([entry("a", "A", related=("a", "gone"), broader=("a", "gone"))])
    assert (relations.related, relations.broader, relations.narrower) == ({"a": frozenset()}, {"a": ()}, {"a": ()})


_NAMES = st.sampled_from("abcdef")


@given(st.dictionaries(_NAMES, st.tuples(st.lists(_NAMES), st.lists(_NAMES))))
def test_any_relations_are_symmetric_and_apart_from_the_hierarchy_circles_too(
    given_relations: dict[str, tuple[list[str], list[str]]],
) -> None:
    entries = [
        entry(name, name, related=tuple(related), broader=tuple(broader))
        for name, (related, broader) in given_relations.items()
    ]
    relations = relate(entries)
    for name, others in relations.related.items():
        assert name not in others
        for other in others:
            assert name in relations.related[other]
            assert other not in relations.above[name] and name not in relations.above[other]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Q159", "http://www.wikidata.org/entity/Q159"),
        ("https://www.wikidata.org/wiki/Q159#P31", "http://www.wikidata.org/entity/Q159"),
        ("m.wikidata.org/wiki/Special:EntityData/Q159", "http://www.wikidata.org/entity/Q159"),
        ("https://viaf.org/en/viaf/138724361/", "http://viaf.org/viaf/138724361"),
        ("GND 118540238", "https://d-nb.info/gnd/118540238"),
        ("http://d-nb.info/gnd/118540238", "https://d-nb.info/gnd/118540238"),
        ("138724361", None),
        ("https://example.org/Q159", None),
    ],
)
def test_another_address_of_a_thing_is_understood(typed: str, meant: str | None) -> None:
    assert meant_authority_uri(typed) == meant
    assert meant is None or authority_record(meant) is not None


def test_an_entry_shows_what_it_is_elsewhere_as_links_with_names() -> None:
    html = whole_html(composed_page(edition([HARBOUR], [LEASE, PORT, QUAY, TOWN]), "glossary/lease.md"))
    assert "<dt>Same as</dt>" in html
    assert '<a href="https://www.wikidata.org/wiki/Q159">Wikidata Q159</a>' in html
    assert '<a href="https://d-nb.info/gnd/4000001-2">GND 4000001-2</a>' in html
    assert survey(edition([HARBOUR], [LEASE, PORT, QUAY])).related["lease"] == ("port", "quay")


def test_a_circle_of_broader_entries_is_reported_once_on_its_first_by_id() -> None:
    broader = {"a": ("b",), "c": ("d", "a"), "d": ("e",), "e": ("c",), "f": ("f", "c"), "h": ("g",), "g": ("h", "gone")}
    entries = tuple(entry(name, name.upper(), broader=above) for name, above in broader.items())
    findings = sorted(check_circular_relations(Material(entries=entries)))
    assert [(finding.path, finding.message.rpartition(": ")[2]) for finding in findings] == [
        ("docs/glossary/c.md", "c → d → e → c"),
        ("docs/glossary/g.md", "g → h → g"),
    ]


def test_a_circle_of_fifty_thousand_entries_is_found_at_once() -> None:
    number = 50_000
    links = {f"{name:05}": (f"{(name + 1) % number:05}", f"{name // 2:05}") for name in range(number)}
    began = time.process_time()
    (circle,) = find_circles(links)
    assert time.process_time() - began < 5
    assert circle[0] == "00000"
