"""A page in plain formats: Markdown that leads on to Markdown, and JSON that points into the raw file."""

from __future__ import annotations

import json
import posixpath
import re
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest

from build_tools.edition.publication.published_edition import publish
from build_tools.edition.reading import read_edition
from build_tools.exports.doors.page_alternates import json_copies, markdown_copy
from build_tools.exports.doors.published_site import PublishedSite
from build_tools.model import Page
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.pages import compose_pages
from build_tools.website.survey.lookups import survey
from tests.support.builds import ROOT
from tests.support.invented import SMALL

SITE = PublishedSite("Reader", home="https://reader.example/")
COPIES = dict(markdown_copy(page.settle()) for page in compose_pages(survey(SMALL)))


@pytest.fixture(scope="module")
def values() -> dict[str, Any]:
    """The JSON of this edition, by path."""
    return {path: json.loads(data) for path, data in json_copies(publish(read_edition(ROOT, "en")), SITE)}


def test_entries_are_related_in_both_directions_as_on_their_pages(values: dict[str, Any]) -> None:
    related = {
        (value["id"], other)
        for path, value in values.items()
        if "glossary/" in path
        for other in value.get("related", ())
    }
    assert len(related) > 100
    assert related == {(other, entry) for entry, other in related}


def test_the_markdown_of_a_page_has_its_words_and_nothing_of_its_layout() -> None:
    copy = COPIES["sources/harbour.md"].decode()
    assert copy.startswith('---\ntitle: "')
    assert re.findall(r"^(?:template|styles|scripts|hide):", copy, re.MULTILINE) == []
    assert [path for path, data in COPIES.items() if b"<!--" in data] == []
    assert 'id="p1"' in copy


def test_every_link_of_the_markdown_leads_to_markdown_that_there_is() -> None:
    number = 0
    for path, data in COPIES.items():
        for link in re.findall(r"\]\(([^)#\s]+\.md)", data.decode()):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), link))
            if "/" in target:  # the others are written by hand, and this small edition has none of them
                number += 1
                assert target in COPIES, (path, link)
    assert number > 50


def test_a_written_page_is_copied_as_it_is() -> None:
    assert markdown_copy(Page("about.md", "# About\n", "about.md")) == ("about.md", b"# About\n")


def test_half_of_a_surrogate_pair_does_no_harm() -> None:
    page = ComposedPage("x.md", "main.html", {"title": "A \ud800"})
    assert b"title:" in markdown_copy(page)[1]


def test_each_span_of_a_block_points_to_its_characters_in_the_raw_file(values: dict[str, Any]) -> None:
    spans = 0
    for document in publish(read_edition(ROOT, "en")).documents:
        value = values[f"sources/{document.source.id}.json"]
        raw = (ROOT / "seeds" / value["file"]).read_bytes()
        assert value["sha256"] == sha256(raw).hexdigest()
        for block in value["blocks"]:
            for at, start, end in block["spans"]:
                spans += 1
                assert raw.decode()[start:end] == block["text"][at : at + end - start]
    assert spans > 100


def test_mentions_are_told_alike_by_the_text_and_by_the_entry(values: dict[str, Any]) -> None:
    texts = {value["id"]: value for path, value in values.items() if path.startswith("sources/")}
    by_text = {
        (text, one["block"], one["start"], one["end"], one["exact"], one["entry"])
        for text, value in texts.items()
        for one in value["mentions"]
    }
    by_entry = {
        (one["text"], one["block"], one["start"], one["end"], one["exact"], value["id"])
        for path, value in values.items()
        if path.startswith("glossary/")
        for one in value.get("mentions", ())
    }
    assert by_text == by_entry
    assert len(by_text) > 500
    for text, block, start, end, exact, _ in by_text:
        words = next(one["text"] for one in texts[text]["blocks"] if one["id"] == block)
        assert words[start:end] == exact


def test_an_address_is_that_of_the_page(values: dict[str, Any]) -> None:
    assert values["sources/slippery-slope.json"]["url"] == "https://reader.example/sources/slippery-slope/"
    assert values["glossary/vladimir-putin.json"]["prefLabel"] == "Vladimir Putin"


def test_a_text_that_is_not_published_in_full_names_no_file_and_no_place_in_one() -> None:
    published = publish(read_edition(ROOT, "en"))
    document = published.documents[0]
    rights = replace(document.source.rights, publish="citation")
    blocks = tuple(replace(block, text="", spans=()) for block in document.blocks)
    source = replace(document.source, rights=rights, text="")
    cut = replace(published, documents=(replace(document, source=source, blocks=blocks),), mentions={})
    value = json.loads(dict(json_copies(cut, SITE))[f"sources/{source.id}.json"])
    assert {"file", "sha256", "mentions"} & set(value) == set()
    assert {tuple(block) for block in value["blocks"]} == {("id", "role", "lang", "text")}
