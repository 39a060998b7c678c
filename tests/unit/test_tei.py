"""Texts in TEI: valid by our schema, with the very characters that pages show, whatever roles and words they have."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from build_tools.edition.publication.published_edition import PublishedEdition
from build_tools.exports.tei import FOLDER, SCHEMA_FILES, tei_files
from build_tools.model import KINDS, Block, Creator, Document, Mention, Rights, Span
from build_tools.model.texts import SHOWN_ROLES
from build_tools.text.escaping import visible
from build_tools.website.citations import Site
from tests.support.graphs import published_edition
from tests.support.invented import ENTRIES, HARBOUR, NAMES, TONGUES, document, entry, name, source

TEI = "{http://www.tei-c.org/ns/1.0}"
ID, LANG = "{http://www.w3.org/XML/1998/namespace}id", "{http://www.w3.org/XML/1998/namespace}lang"
SITE = Site("Lorn Reader", "https://lorn.example/")
IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def files_of(edition: PublishedEdition, site: Site = SITE) -> dict[str, bytes]:
    return dict(tei_files(edition, site, "en"))


def with_texts(root: Path, *documents: Document, names: dict[str, str] | None = None) -> PublishedEdition:
    """An edition of invented texts and entries."""
    mentions = {one.source.id: name(one, names or {}) for one in documents}
    return replace(published_edition(root), documents=documents, entries=ENTRIES, mentions=mentions)


@cache
def schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse("build_tools/exports/tei/schema/reader.rng"))


def read(data: bytes) -> etree._Element:
    """A file, valid by our schema."""
    tree = etree.fromstring(data)
    assert schema().validate(tree), schema().error_log
    return tree


def words_by_block(tree: etree._Element) -> dict[str, str]:
    body = tree.find(f"{TEI}text")
    assert body is not None
    return {one.get(ID): "".join(one.itertext()) for one in body.iter() if one.get(ID)}


def as_xml_holds_it(text: str) -> str:
    return IMPOSSIBLE.sub(lambda sign: visible(sign[0]), re.sub("[\x0b\x0c\x1c-\x1f]", as_page_shows_it, text))


def as_page_shows_it(sign: re.Match[str]) -> str:
    """White space that a page shows as such; any other control is made visible there."""
    return visible(sign[0]) if visible(sign[0]) != sign[0] else " "


def text_of(path: str, edition: PublishedEdition) -> Document:
    return next(one for one in edition.documents if path == f"{FOLDER}/{one.source.id}.xml")


def test_every_text_of_this_edition_is_valid_and_has_the_words_of_its_blocks(root: Path) -> None:
    edition = published_edition(root)
    files = {path: data for path, data in files_of(edition).items() if path.endswith(".xml")}
    assert len(files) == len(edition.documents)
    for path, data in files.items():
        assert words_by_block(read(data)) == {block.id: block.text for block in text_of(path, edition).blocks}


def test_nothing_but_line_ends_stands_between_the_blocks(root: Path) -> None:
    for path, data in files_of(published_edition(root)).items():
        if path.endswith(".xml"):
            shown = "".join(block.text for block in text_of(path, published_edition(root)).blocks)
            body = read(data).find(f"{TEI}text")
            assert body is not None
            assert "".join(body.itertext()).replace("\n", "") == shown.replace("\n", "")


def test_the_same_edition_gives_the_same_bytes_and_the_schema_comes_along(root: Path) -> None:
    files = files_of(published_edition(root))
    assert files == files_of(published_edition(root))
    assert list(files)[:2] == [f"{FOLDER}/{one}" for one in SCHEMA_FILES]
    assert all(b'<?xml-model href="reader.rng"' in data for path, data in files.items() if path.endswith(".xml"))


def test_the_documentation_lists_the_elements_of_the_schema_and_no_others() -> None:
    folder = Path("build_tools/exports/tei/schema")
    odd, rng = etree.parse(folder / "reader.odd"), etree.parse(folder / "reader.rng")
    listed = [one for module in odd.iter(f"{TEI}moduleRef") for one in (module.get("include") or "").split()]
    assert len(listed) == len(set(listed))
    assert set(listed) == {one.get("name") for one in rng.iter("{http://relaxng.org/ns/structure/1.0}element")}
    kinds = [one.get("ident") for one in odd.iter(f"{TEI}valItem")]
    assert set(kinds) == {*KINDS, "not-published"}


def test_every_mention_is_in_its_place_and_points_to_its_entry_in_the_same_file(root: Path) -> None:
    edition = published_edition(root)
    for path, data in files_of(edition).items():
        if not path.endswith(".xml"):
            continue
        tree = read(data)
        things = {one.get(ID) for one in tree.iter() if str(one.get(ID)).startswith("entry.")}
        found = [
            (block.get(ID), "".join(one.itertext()), one.get("ref"))
            for block in tree.iter()
            if block.get(ID)
            for one in block.iterchildren(f"{TEI}rs")
        ]
        mentions: tuple[Mention, ...] = edition.mentions[text_of(path, edition).source.id]
        assert found == [(one.block, one.exact, f"#entry.{one.entry}") for one in mentions]
        assert things == {f"entry.{one.entry}" for one in mentions}


def test_invented_texts_have_their_languages_dates_rights_and_makers(root: Path) -> None:
    files = files_of(with_texts(root, HARBOUR, TONGUES, names=NAMES))
    harbour, tongues = read(files[f"{FOLDER}/harbour.xml"]), read(files[f"{FOLDER}/two-tongues.xml"])
    assert harbour.findtext(f".//{TEI}author") == "Ada Vane"
    assert harbour.find(f".//{TEI}author").get("ref") == "https://lorn.example/glossary/ada-vane/"
    assert harbour.find(f".//{TEI}availability").get("status") == "restricted"
    assert harbour.find(f".//{TEI}date").get("when") == "2024-05-13T17:02:00+09:00"
    assert tongues.find(f".//{TEI}date").get("notBefore") == "2024-06-20"
    chinese = [one.get(ID) for one in tongues.iter() if one.get(LANG) == "zh" and one.get(ID)]
    assert chinese == ["title", "p2"]
    makers = (Creator("Nora Hall", None, "translator"), Creator("Otto Brell", None, "columnist"))
    translator = source("translated", "Words.", creators=makers)
    text = Document(translator, (Block("p1", "paragraph", "en", "Words.", (Span(0, 0, 6),)),), ())
    tree = read(files_of(with_texts(root, text))[f"{FOLDER}/translated.xml"])
    assert {one.text for one in tree.iter(f"{TEI}resp")} == {"translator"}
    assert {one.text for one in tree.iter(f"{TEI}author")} == {"Otto Brell"}


def test_a_byline_at_the_head_and_a_signature_at_the_end_have_their_own_elements_and_others_say_their_role(
    root: Path,
) -> None:
    roles = ("title", "byline", "salutation", "paragraph", "byline", "paragraph", "closing", "signature", "postscript")
    text = document(*((role, "en", f"Words of number {number}.") for number, role in enumerate(roles)))
    body = read(files_of(with_texts(root, text))[f"{FOLDER}/harbour.xml"]).find(f".//{TEI}body")
    assert body is not None
    names = [str(one.tag).removeprefix(TEI) for one in body.iter() if one.get(ID)]
    assert names == ["head", "byline", "salute", "p", "ab", "p", "closer", "signed", "p"]


_BLOCKS = st.lists(st.tuples(st.sampled_from(SHOWN_ROLES), st.text(max_size=20), st.integers(0, 2)), max_size=12)


@given(_BLOCKS)
def test_blocks_of_any_roles_in_any_order_are_valid_and_keep_their_words(
    root: Path, blocks: list[tuple[str, str, int]]
) -> None:
    made = tuple(
        Block(f"b{number}", role, "en" if level else "ko", words, (), level)
        for number, (role, words, level) in enumerate(blocks)
    )
    data = files_of(with_texts(root, Document(source(), made, ())))[f"{FOLDER}/harbour.xml"]
    assert words_by_block(read(data)) == {block.id: as_xml_holds_it(block.text) for block in made}


@pytest.mark.parametrize("publish", ["excerpt", "citation"])
def test_a_block_whose_words_are_not_published_is_a_gap_and_the_header_says_so(root: Path, publish: str) -> None:
    rights = Rights("http://rightsstatements.org/vocab/InC/1.0/", None, publish)
    text = Document(source(rights=rights), (Block("p1", "paragraph", "en", "", ()),), ())
    tree = read(files_of(with_texts(root, text))[f"{FOLDER}/harbour.xml"])
    gap = tree.find(f".//{TEI}p[@{ID}='p1']/{TEI}gap")
    assert gap is not None and gap.get("reason") == "not-published"
    said = "".join(tree.find(f".//{TEI}availability").itertext())
    assert "published" in said


def test_names_and_definitions_of_any_characters_are_read_back(root: Path) -> None:
    odd = entry("odd", 'A "<b>" & \r co.', "organisation", definition="It's > 1 & < 2.")
    text = document(("paragraph", "en", "Lorn & co."))
    edition = replace(with_texts(root, text, names={"Lorn": "odd"}), entries=(odd,))
    tree = read(files_of(edition, Site())[f"{FOLDER}/harbour.xml"])
    assert tree.findtext(f".//{TEI}orgName") == odd.pref_label
    assert tree.findtext(f".//{TEI}org/{TEI}note") == odd.definition
    assert tree.findtext(f".//{TEI}org/{TEI}idno") == "../../glossary/odd/"
