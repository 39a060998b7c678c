from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.corpus.front_matter import FieldReader, Listing, Scalar, decode, parse_front_matter


def test_a_value_is_the_text_as_written_with_its_line() -> None:
    parsed, findings = parse_front_matter("---\na: 1990\nb:\n  - No\n  - 'No'\n---\nBody\n", "x.md")
    assert parsed is not None and findings == []
    assert parsed.fields.nodes["a"] == Scalar("1990", 2, "number")
    assert parsed.fields.nodes["b"] == Listing((Scalar("No", 4, "truth value"), Scalar("No", 5)), 4)
    assert (parsed.body, parsed.body_line) == ("Body\n", 7)


def test_empty_front_matter_has_no_fields_and_keeps_the_body() -> None:
    parsed, _ = parse_front_matter("---\n---\nBody", "x.md")
    assert parsed is not None
    assert (dict(parsed.fields.nodes), parsed.body, parsed.body_line) == ({}, "Body", 3)


def test_a_line_of_dashes_in_the_body_belongs_to_the_body() -> None:
    parsed, _ = parse_front_matter("---\na: b\n---\nOne\n\n---\n\nTwo\n", "x.md")
    assert parsed is not None
    assert parsed.body == "One\n\n---\n\nTwo\n"


def test_every_wrong_value_is_found_at_once() -> None:
    parsed, _ = parse_front_matter("---\ntitle: [a]\ntags: one\nmore: {a: b}\n---\n", "x.md")
    assert parsed is not None
    reader = FieldReader(parsed.fields, "x.md", ("title", "tags", "kind"))
    reader.text("title")
    reader.scalars("tags", "tag")
    reader.text("kind", required=True)
    assert sorted(finding.code for finding in reader.findings) == [
        "field-missing",
        "field-not-list",
        "field-not-text",
        "key-unknown",
    ]


@given(st.text(max_size=200), st.text(max_size=60))
def test_nothing_an_editor_can_type_is_an_exception(block: str, body: str) -> None:
    for text in (block, f"---\n{block}\n---\n{body}", f"---\n{block}"):
        parsed, findings = parse_front_matter(text, "x.md")
        assert parsed is not None or findings


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_file_in_utf_16_is_not_taken_for_latin_1(encoding: str) -> None:
    text, (finding,) = decode("\ufeffNordia".encode(encoding), "docs/a.md", "file-not-utf8")
    assert text is None
    assert finding.hint == "Save the file as UTF-8, for it is UTF-16: iconv -f UTF-16 -t UTF-8 docs/a.md > new.txt"


def test_the_command_that_converts_a_file_can_be_typed_whatever_its_name() -> None:
    _, (finding,) = decode("é".encode("latin-1"), "seeds/a letter.txt", "file-not-utf8")
    assert finding.hint.endswith("iconv -f LATIN1 -t UTF-8 'seeds/a letter.txt' > new.txt")
