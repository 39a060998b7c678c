"""Hints answer the word that an editor typed: by what it means, then by its spelling."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_tools.corpus.entry_fields import ENTRY
from build_tools.corpus.front_matter import FieldReader, parse_front_matter
from build_tools.corpus.front_matter.declarations import Field, read_fields
from build_tools.corpus.registers.outside_fields import OUTSIDE_WORK
from build_tools.corpus.sources.source_fields import SOURCE

LINES = (Path(__file__).parents[1] / "data/typed_words.tsv").read_text(encoding="utf-8").splitlines()
WORDS = [line.split("\t")[1:] for line in LINES if not line.startswith("#")]
FIELDS = {field.name: field for kind in (ENTRY, OUTSIDE_WORK, SOURCE) for field in kind.fields}
FIELDS["kind"] = next(field for field in ENTRY.fields if field.name == "kind")


def hint_for(name: str, typed: str) -> str:
    """The hint of the first finding about a field that holds what somebody typed."""
    outer, _, inner = name.rpartition(".")
    value = f'"{typed}"' if name != "official" else typed
    if outer:
        value = f"{{name: X, {inner}: {value}}}" if outer == "creators" else f"{{{inner}: {value}}}"
    top: Field = FIELDS[outer or inner]
    parsed, _ = parse_front_matter(
        f"---\n{top.name}: {f'[{value}]' if top.name in {'languages', 'creators'} else value}\n---\n", "x.md"
    )
    assert parsed
    reader = FieldReader(parsed.fields, "x.md", [top.name])
    read_fields(reader, [top])
    hints = [finding.hint for finding in reader.findings if finding.code not in {"field-missing", "key-unknown"}]
    return hints[0] if hints else "nothing is wrong"


@pytest.mark.parametrize(("field", "typed", "offered"), WORDS, ids=[" ".join(word[:2]) for word in WORDS])
def test_a_hint_offers_what_the_word_means(field: str, typed: str, offered: str) -> None:
    hint = hint_for(field, typed)
    assert re.match(rf'Write (?:one of: )?"?{re.escape(offered)}"?(?:[.,]|$)', hint), hint


def test_the_list_is_long_and_half_of_it_was_written_before_the_tables() -> None:
    written = [line.partition("\t")[0] for line in LINES if not line.startswith("#")]
    assert len(WORDS) >= 60
    assert min(written.count("before"), written.count("after")) >= 25
