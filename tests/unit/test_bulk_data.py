"""The data of an edition hold what they promise to programs: validators accept them, and places have their words."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path

import frictionless
import pytest
import stam

from build_tools.exports.bulk_data import data_pieces
from build_tools.exports.packaging.described_data import DataSettings
from build_tools.exports.tables.written_tables import TABLES
from build_tools.website.naming.data_files import ARCHIVE, DATA_TABLES, OTHER_FILES, TABLE_FORMATS
from tests.support.builds import ROOT
from tests.support.exported import (
    PAGE,
    as_cell,
    data_of,
    export,
    files_of,
    pages_of_annotations,
    published,
    raw_texts,
    rows,
)
from tests.support.scratch import corpus, write
from tests.support.withheld import files, texts


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of this edition, for a site whose address is not known."""
    return export(ROOT, tmp_path_factory.mktemp("data") / "data")


def test_frictionless_finds_no_error_in_any_table(folder: Path) -> None:
    report = frictionless.validate(str(folder / "datapackage.json"))
    errors = [(task.name, error.message) for task in report.tasks for error in task.errors]
    assert (report.errors, errors, report.stats["tasks"]) == ([], [], 2 * len(TABLES))


def test_frictionless_notices_a_row_that_names_what_is_not_there(folder: Path, tmp_path: Path) -> None:
    for path in folder.glob("*.*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    with (tmp_path / "relations.csv").open("a", encoding="utf-8") as file:
        file.write("nobody,related,nothing\r\n")
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert {"foreign-key", "hash-count"} <= {error.type for task in report.tasks for error in task.errors}


def test_every_mention_has_the_words_of_its_place_in_the_raw_file(folder: Path) -> None:
    raw, mentions = raw_texts(folder), rows(folder, "mentions")
    places = [(row["exact"], raw[row["text"]][int(row["start"]) : int(row["end"])]) for row in mentions]
    assert len(places) > 500
    assert [(exact, words) for exact, words in places if exact != words or not exact] == []


def test_every_mention_has_its_words_in_its_block_and_its_line_of_the_concordance(folder: Path) -> None:
    blocks = {(row["text"], row["id"]): row["words"] for row in rows(folder, "blocks")}
    mentions, lines = rows(folder, "mentions"), rows(folder, "concordance")
    assert len(mentions) == len(lines)
    for mention, line in zip(mentions, lines, strict=True):
        words = blocks[mention["text"], mention["block"]]
        shown = words[int(mention["block_start"]) : int(mention["block_end"])]
        assert (line["entry"], line["exact"]) == (mention["entry"], shown)
        assert f"{line['left'].lstrip('…')}{shown}{line['right'].rstrip('…')}" in words
        assert "".join(shown.split()) == "".join(mention["exact"].split())


def test_every_annotation_has_the_words_of_its_place_and_the_checksum_of_its_file(folder: Path) -> None:
    files = {f"data/{path}": (folder / path).read_bytes() for path in (row["raw"] for row in rows(folder, "texts"))}
    pages = list(pages_of_annotations(folder))
    annotations = [one for page in pages for one in page["items"]]
    assert len(annotations) == len(rows(folder, "mentions"))
    assert json.loads((folder / "annotations/collection.json").read_bytes())["total"] == len(annotations)
    assert [page["startIndex"] for page in pages] == [
        sum(len(page["items"]) for page in pages[:number]) for number in range(len(pages))
    ]
    for one in annotations:
        data, (position, quote) = files[one["target"]["source"]], one["target"]["selector"]
        text = data.decode()
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert text[: position["start"]].endswith(quote["prefix"])
        assert text[position["end"] :].startswith(quote["suffix"])
        assert one["target"]["sha256"] == hashlib.sha256(data).hexdigest()


def test_a_store_of_stam_selects_the_same_words(folder: Path) -> None:
    store = stam.AnnotationStore(file=str(folder / "edition.store.stam.json"))
    named = {
        (str(annotation.textselections()[0].resource().id()), str(one.value())): None
        for annotation in store
        for one in annotation.data()
        if one.key().id() == "entry"
    }
    selected = sorted(
        (annotation.textselections()[0].resource().id(), words.begin(), words.end(), str(words))
        for annotation in store
        if any(one.key().id() == "entry" for one in annotation.data())
        for words in annotation.textselections()
    )
    seeds = {row["id"]: row["raw"] for row in rows(folder, "texts")}
    mentions = rows(folder, "mentions")
    assert selected == sorted(
        (seeds[row["text"]], int(row["start"]), int(row["end"]), row["exact"]) for row in mentions
    )
    assert set(named) == {(seeds[row["text"]], row["entry"]) for row in mentions}
    blocks = [annotation for annotation in store if any(one.key().id() == "role" for one in annotation.data())]
    assert len(blocks) == len(rows(folder, "blocks"))


def test_the_raw_files_are_byte_for_byte_those_of_the_edition(folder: Path) -> None:
    for row in rows(folder, "texts"):
        data = (folder / row["raw"]).read_bytes()
        assert data == (ROOT / row["raw"]).read_bytes()
        assert (row["sha256"], int(row["characters"])) == (hashlib.sha256(data).hexdigest(), len(data.decode()))


def test_both_formats_of_a_table_have_the_same_rows(folder: Path) -> None:
    for table in TABLES:
        objects = json.loads((folder / f"{table.name}.json").read_bytes())
        cells = [{name: as_cell(value) for name, value in one.items()} for one in objects]
        assert cells == rows(folder, table.name), table.name
        assert all(tuple(one) == table.names for one in objects)


def test_the_metadata_of_the_crate_describe_every_file_as_it_is(folder: Path) -> None:
    graph = {one["@id"]: one for one in json.loads((folder / "ro-crate-metadata.json").read_bytes())["@graph"]}
    assert graph["ro-crate-metadata.json"]["about"] == {"@id": "./"}
    assert {"name", "description", "datePublished", "license"} <= graph["./"].keys()
    parts = {part["@id"] for part in graph["./"]["hasPart"]}
    for name in parts:
        if graph[name]["@type"] == "File":
            data = (folder / name).read_bytes()
            assert graph[name]["contentSize"] == str(len(data))
            assert graph[name]["sha256"] == hashlib.sha256(data).hexdigest()
        else:
            assert any((folder / name).iterdir())
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    described = {name for name in there if name in parts or f"{name.partition('/')[0]}/" in parts}
    assert there - described == {"ro-crate-metadata.json", ARCHIVE, ".written"}


def test_the_archive_has_every_file_and_neither_time_nor_owner(folder: Path) -> None:
    with zipfile.ZipFile(folder / ARCHIVE) as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}
        assert {(one.date_time, one.create_system) for one in archive.infolist()} == {((1980, 1, 1, 0, 0, 0), 3)}
    there = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert {f"edition/{name}": data for name, data in there.items() if name not in {ARCHIVE, ".written"}} == packed


def test_the_same_edition_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    again = export(ROOT, tmp_path / "again")
    files = [
        {path.relative_to(one).as_posix(): path.read_bytes() for path in one.rglob("*") if path.is_file()}
        for one in (folder, again)
    ]
    assert files[0] == files[1]


def test_an_edition_with_nothing_in_it_has_valid_data_too(tmp_path: Path) -> None:
    write(tmp_path / "empty", {"docs/index.md": b"---\ntitle: Home\n---\n", "seeds/SHA256SUMS": b""})
    made = export(tmp_path / "empty", tmp_path / "data")
    assert frictionless.validate(str(made / "datapackage.json")).valid
    assert [*stam.AnnotationStore(file=str(made / "edition.store.stam.json"))] == []
    assert json.loads((made / "annotations/collection.json").read_bytes())["total"] == 0


def test_no_piece_grows_with_the_number_of_texts(tmp_path: Path) -> None:
    sentence = "The harbour of Orvale is leased to the Blue Line, who pay in grain. " * 20
    write(tmp_path, corpus({f"text-{at}": f"The lease\n\n{sentence}\n" for at in range(240)}))
    pieces = list(data_pieces(published(tmp_path), DataSettings()))
    assert len(files_of(pieces)["mentions.json"]) > 1_000_000
    assert max(len(piece) for _, piece in pieces) < 300_000


def test_what_editors_wrote_is_in_the_tables_as_they_wrote_it(tmp_path: Path) -> None:
    write(tmp_path, corpus())
    made = data_of(tmp_path)
    (difference,) = json.loads(made["differences.json"])
    assert (difference["id"], difference["about"], difference["known"]) == ("price", "grain", None)
    first, second = json.loads(made["passages.json"])
    assert (first["words"], first["by_kind"], first["by"]) == ("the grain price", "agency", "harbour-office")
    assert (second["text"], second["block"], second["by"]) == ("letter", "p2", None)
    labels = {(one["entry"], one["label"], one["use"]) for one in json.loads(made["labels.json"])}
    assert {("ann-tarn", "Ann Tarn", "preferred"), ("ann-tarn", "Tarn", "short")} <= labels
    assert {"entry": "grain", "relation": "related", "other": "blue-line"} in json.loads(made["relations.json"])
    assert {"entry": "blue-line", "relation": "related", "other": "grain"} in json.loads(made["relations.json"])


def test_a_difference_lists_the_outside_sources_that_it_cites_by_their_ids(folder: Path) -> None:
    cited = {row["id"]: row["outside"].split() for row in rows(folder, "differences")}
    assert cited["sanctions-on-russia-joined"] == ["yonhap-2022-02-24", "mofa-kr-2022-02-28"]
    ids = {row["id"] for row in rows(folder, "outside")}
    assert {work for works in cited.values() for work in works} <= ids


def test_a_text_that_is_not_published_in_full_has_no_raw_file_and_only_the_words_of_its_page(tmp_path: Path) -> None:
    write(tmp_path / "edition", files())
    made = export(tmp_path / "edition", tmp_path / "data")
    assert frictionless.validate(str(made / "datapackage.json")).valid
    listed = {row["id"]: row for row in rows(made, "texts")}
    for text in texts():
        row, is_full = listed[text.id], text.mode == "full"
        assert (bool(row["raw"]), bool(row["sha256"]), bool(row["characters"])) == (is_full, is_full, is_full)
        for path in (f"seeds/{text.id}.txt", f"annotations/{text.id}.json", f"maps/{text.id}.json"):
            assert (made / path).exists() == is_full
    withheld = {identifier for identifier, row in listed.items() if row["published"] != "full"}
    placed = [row for table in ("blocks", "mentions") for row in rows(made, table) if row["text"] in withheld]
    assert len(placed) > 50
    assert {(row["start"], row["end"]) for row in placed} == {("", "")}
    shown = {row["text"] for row in rows(made, "mentions")}
    assert {"excerpt-en", "excerpt-zh"} <= shown
    assert not shown & {"citation-en", "citation-zh"}
    assert any(not row["words"] for row in rows(made, "passages") if row["text"] in withheld)


def test_the_page_names_every_table_and_links_only_to_files_that_are_made(folder: Path) -> None:
    assert tuple(table.name for table in TABLES) == DATA_TABLES
    page = PAGE.read_text(encoding="utf-8")
    assert [name for name in DATA_TABLES if f"`{name}`" not in page] == []
    linked = (ARCHIVE, *OTHER_FILES, *(f"{name}.{ending}" for name in DATA_TABLES for ending in TABLE_FORMATS))
    assert [name for name in linked if not (folder / name).is_file()] == []
