"""The declarations of fields hold together: their examples can be read, and are valid by the schemas made of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

import pytest
import yaml
from jsonschema import Draft7Validator

from build_tools.corpus.file_kinds import FILE_KINDS
from build_tools.corpus.front_matter import FieldReader, parse_front_matter
from build_tools.corpus.front_matter.declarations import Field, FileKind, field_names, object_schema, read_fields
from build_tools.corpus.front_matter.list_types import Labels, Name
from build_tools.corpus.front_matter.text_types import Choice, Text
from build_tools.editing.scaffolds.field_lines import field_lines
from build_tools.website.markup.as_html import write_html
from build_tools.website.pages.indexes.fields_table import fields_section
from tests.support.composed import tree_of

ALL = [pytest.param(field, id=f"{kind.name}.{field.name}") for kind in FILE_KINDS for field in kind.fields]


def read(fields: Sequence[Field], text: str) -> tuple[dict[str, object], list[tuple[int, str, str]]]:
    parsed, faults = parse_front_matter(f"---\n{text}\n---\n", "x.md")
    assert parsed, faults
    reader = FieldReader(parsed.fields, "x.md", field_names(fields))
    values = read_fields(reader, fields)
    return values, [(fault.line, fault.code, fault.hint) for fault in reader.findings]


def nested(fields: Sequence[Field]) -> Iterator[Sequence[Field]]:
    yield fields
    for field in fields:
        if field.type.subfields:
            yield from nested(field.type.subfields)


MAPS = [
    pytest.param(fields, id=f"{kind.name}-{number}")
    for kind in FILE_KINDS
    for number, fields in enumerate(nested(kind.fields))
]


@pytest.mark.parametrize("fields", MAPS)
def test_every_example_of_a_field_is_read_without_a_finding(fields: Sequence[Field]) -> None:
    sound = [field for field in fields if field.name != "inferred"]  # its example needs the field that it explains
    for field in sound:
        assert field.example, field.name
        values, faults = read([field], f"{field.name}: {field.example}")
        assert faults == [], field.name
        assert list(values) == [field.attribute or field.name]


@pytest.mark.parametrize("fields", MAPS)
def test_every_example_of_a_field_is_valid_by_its_schema(fields: Sequence[Field]) -> None:
    for field in fields:
        value = yaml.load(field.example, Loader=yaml.BaseLoader)  # noqa: S506 - reads every scalar as text
        errors = list(Draft7Validator(dict(field.type.schema(filled=True))).iter_errors(value or None))
        assert value == "null" or errors == [], field.name


@pytest.mark.parametrize("fields", MAPS)
def test_a_field_is_explained_in_whole_sentences_and_declared_once(fields: Sequence[Field]) -> None:
    assert len({field.name for field in fields}) == len(fields)
    for field in fields:
        assert re.match(r"\S.*\.$", field.description), field.name


@pytest.mark.parametrize("kind", FILE_KINDS, ids=lambda kind: kind.name)
def test_the_schema_of_a_kind_names_its_fields_and_says_whether_there_may_be_others(kind: FileKind) -> None:
    schema = json.loads(json.dumps(kind.schema()))
    Draft7Validator.check_schema(schema)
    assert list(schema["properties"]) == list(field_names(kind.fields))
    assert schema["additionalProperties"] is kind.allows_others
    assert all(stated["description"] for stated in schema["properties"].values())


def test_a_new_field_is_read_stated_drafted_and_listed_by_its_declaration_alone() -> None:
    depth = Field("depth", Choice(("shallow", "deep"), "word-unknown"), "How deep it is.", "deep", required=True)
    assert read([depth], "depth: deep") == ({"depth": "deep"}, [])
    assert read([depth], "\ndepth: dep")[1] == [(3, "word-unknown", "Write one of: deep.")]
    assert read([depth], "dept: deep")[1] == [
        (2, "key-unknown", 'Did you mean "depth"?'),
        (2, "field-missing", 'Add a line "depth: …".'),
    ]
    assert object_schema([depth])["required"] == ["depth"]
    assert field_lines(depth) == ["# FILL IN. How deep it is: shallow or deep.", "depth:"]


def test_labels_in_a_plain_list_have_the_language_of_the_site() -> None:
    parsed, _ = parse_front_matter("---\nnames: [Séoul]\n---\n", "x.md")
    kind = FileKind("thing", "docs/things", "A thing", (Field("names", Labels("name"), "Its names.", "[Seoul]"),))
    assert parsed
    (label,) = kind.read(parsed, "fr")[1]["names"]
    assert (label.text, label.lang, label.line) == ("Séoul", "fr", 2)


def test_a_field_of_one_page_is_unknown_on_the_others() -> None:
    kind = FileKind("thing", "docs", "A thing", (Field("note", Text(), "A note.", "words", only_on="docs/a.md"),))
    for path, codes in (("docs/a.md", []), ("docs/b.md", ["key-unknown"])):
        parsed, _ = parse_front_matter("---\nnote: words\n---\n", path)
        assert parsed
        reader, _ = kind.read(parsed)
        assert [fault.code for fault in reader.findings] == codes


@pytest.mark.parametrize("field", ALL)
def test_the_table_for_editors_has_a_row_for_every_field(field: Field) -> None:
    row = next(row for row in rows_of_tables() if row[0] == field.name)
    assert len(row) == 4


def test_the_table_says_which_fields_are_required_and_names_those_of_maps() -> None:
    rows = rows_of_tables()
    required = {name for name, *_, needed in rows if needed == "yes"}
    assert {"pref_label", "rights.statement", "says.quote"} <= required
    assert "related" not in required
    assert any(name.startswith("event.accounts.source") for name, *_ in rows)


def rows_of_tables() -> list[list[str]]:
    """Return the words of the cells of each row, the heads left out."""
    html = "".join(write_html(fields_section(), str).parts)
    return [["".join(cell.itertext()).strip() for cell in row] for row in tree_of(html).iterfind(".//tbody/tr")]


def test_a_name_has_three_hundred_characters_at_most_and_a_longer_one_is_left_out() -> None:
    parsed, _ = parse_front_matter(f"---\nname: {'a' * 301}\nnames: [b, {'c' * 300}, {'d' * 20_000}]\n---\n", "x.md")
    fields = (
        Field("name", Name(), "Its name.", "Seoul", required=True),
        Field("names", Labels("alternative label"), "Its names.", "[Seoul]"),
    )
    assert parsed
    reader, values = FileKind("thing", "docs/things", "A thing", fields).read(parsed)
    assert (values["name"], [len(label.text) for label in values["names"]]) == ("", [1, 300])
    assert [(finding.code, finding.message) for finding in reader.findings] == [
        ("label-too-long", 'the field "name" has 301 characters'),
        ("label-too-long", "alternative label 3 has 20,000 characters"),
    ]
    assert {finding.hint for finding in reader.findings} == {
        "Write the name alone, and put what explains it into the definition."
    }


def test_a_field_that_is_there_and_empty_is_filled_in_where_it_is() -> None:
    hints = []
    for text in ("genre:", "title: Letters"):
        parsed, _ = parse_front_matter(f"---\n{text}\n---\n", "x.md")
        assert parsed
        reader = FieldReader(parsed.fields, "x.md", ("genre", "title"))
        reader.text("genre", required=True)
        hints += [finding.hint for finding in reader.findings]
    assert hints == ['Write a value behind "genre:" on this line.', 'Add a line "genre: …".']
