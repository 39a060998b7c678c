"""Hostile raw texts and hostile front matter, built strictly and read as a browser reads: all of it is text."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

import pytest

from build_tools.corpus import sources
from build_tools.corpus.file_kinds import FILE_KINDS
from build_tools.model.texts import MARKUP
from build_tools.segmentation import segment
from build_tools.text.escaping import visible
from tests.support.hostile_edition import HostileSite
from tests.support.hostile_text import ATTACKS, hostile_paragraphs
from tests.support.matrix import FULL
from tests.support.pages_as_trees import dangers, parse_page, squeeze, words_of

REWORDED = frozenset({"cite", "suggest"})
"""Where words are set as a style of citation or a message asks, by their class."""

IN_HEADS = str.maketrans("<>“”", "‹›‘’")
"""How a title is written where templates print it unescaped, and a quotation mark within a quotation."""

DATA = (
    r'readerSearchData\("[\w-]+",(?P<search>.*)\)\n'
    r'|(globalThis\.\w+|\(globalThis\.\w+ \?\?= \{\}\)\["[a-z0-9-]+"\]) = (?P<data>.*)\n'
)
"""What a file of data is: a name that is ours, and JSON."""


@pytest.fixture(scope="module")
def trees(hostile_site: HostileSite) -> Mapping[str, Element]:
    """Every page of the hostile site, by its address."""
    pages = sorted(hostile_site.folder.rglob("*.html"))
    return {page.relative_to(hostile_site.folder).as_posix(): parse_page(page) for page in pages}


def test_the_generators_make_as_much_as_is_promised(hostile_site: HostileSite) -> None:
    edition = hostile_site.edition
    assert edition.paragraphs >= (25_000 if FULL else 600)
    assert len(edition.payloads) >= (800 if FULL else 120)
    assert list(hostile_paragraphs(20, 1)) == list(hostile_paragraphs(20, 1)) != list(hostile_paragraphs(20, 2))


def test_every_kind_of_file_has_payloads(hostile_site: HostileSite) -> None:
    kinds = {payload.field.partition(".")[0] for payload in hostile_site.edition.payloads}
    assert kinds == {kind.name for kind in FILE_KINDS} | {"seeds"}


def test_nothing_of_a_text_or_a_field_is_active_on_any_page(trees: Mapping[str, Element]) -> None:
    faults = {name: found for name, tree in trees.items() if (found := [*dangers(tree, "__pwn", "e.example")])}
    assert faults == {}


def test_no_character_of_a_hostile_text_is_altered(hostile_site: HostileSite, trees: Mapping[str, Element]) -> None:
    texts = {source.id: source for source in sources.load_sources(hostile_site.edition.project)[0]}
    aside = 0
    for name, seed in hostile_site.edition.seeds.items():
        document, _ = segment(texts[name])
        by_id = {element.get("id"): element for element in trees[f"sources/{name}/index.html"].iter()}
        shown = "".join(words_of(by_id[block.id]) for block in document.blocks)
        kept, end = "", 0
        for stretch in sorted(document.set_aside, key=lambda stretch: stretch.start):
            kept, end = kept + seed[end : stretch.start], stretch.end
        assert squeeze(shown) == visible(squeeze(kept + seed[end:]))
        aside += sum(stretch.reason != MARKUP for stretch in document.set_aside)  # much of it reads as Markdown
    assert aside <= hostile_site.edition.paragraphs / 100


def test_a_field_is_shown_as_it_was_typed_or_not_at_all(
    hostile_site: HostileSite, trees: Mapping[str, Element]
) -> None:
    payloads = {payload.text.rpartition(" ")[2]: payload for payload in hostile_site.edition.payloads}
    altered, shown = [], set()
    for name, tree in trees.items():
        # The quality page lists sentences, and those without what would be a link in prose.
        words = "" if name == "quality/index.html" else squeeze(words_of(tree, REWORDED))
        for match in re.finditer(r"q\d+q", words):
            if payload := payloads.get(match[0]):
                wanted = visible(squeeze(payload.text)).translate(IN_HEADS)
                seen = re.sub("[␋␜-␟]", "", words[: match.end()]).translate(IN_HEADS)
                shown.add(payload)
                altered += [(name, payload, seen[-len(wanted) :])] if not seen.endswith(wanted) else []
    assert altered == []
    assert len(shown) >= len(payloads) / 3


def test_data_are_data_and_nothing_else(hostile_site: HostileSite) -> None:
    scripts = sorted((hostile_site.folder / "data").rglob("*.js"))
    assert scripts
    for script in scripts:
        match = re.fullmatch(DATA, script.read_text(encoding="utf-8"), re.DOTALL)
        assert match, script
        json.loads(match["search"] or match["data"])


def test_exports_of_citations_have_the_fields_that_we_wrote(hostile_site: HostileSite) -> None:
    files = sorted((hostile_site.folder / "cite").iterdir())
    for file in files:
        text = file.read_text(encoding="utf-8")
        if file.suffix == ".json":
            json.loads(text)
        elif file.suffix == ".ris":
            assert [line for line in text.split("\n") if line and not re.match("[A-Z][A-Z0-9]  -( |$)", line)] == []
        else:
            assert len(re.findall(r"^@", text, re.MULTILINE)) == 1
    assert {file.suffix for file in files} == {".json", ".ris", ".bib"}


def test_every_attack_takes_part() -> None:
    assert len(ATTACKS) >= 45
