from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.corpus import front_matter, glossary, sources
from build_tools.corpus.entry_fields import ENTRY
from build_tools.corpus.front_matter import Listing, Scalar
from build_tools.corpus.front_matter.declarations import field_names
from build_tools.editing.guesses.date_guess import find_days
from build_tools.editing.guesses.description import describe
from build_tools.editing.guesses.language_guess import guess_language
from build_tools.editing.scaffolds import blank_entry, find_id, find_seed_name, new_entry, new_source
from build_tools.editing.scaffolds.yaml_scalars import quote_scalar, scalar
from build_tools.edition.checks.entry_checks import check_definitions
from build_tools.edition.checks.material import Material
from build_tools.model import KINDS, Entry, Source
from build_tools.model.findings import Finding

PORTSMOUTH = """\
The Treaty of Portsmouth

By John Example and Mary Sample

Published September 6, 1905, updated 7 September 1905

The Emperor of Japan on the one part, and the Emperor of all the Russias, on
the other part, animated by the desire to restore the blessings of peace to
their countries and peoples, have resolved to conclude a treaty of peace.

There shall henceforth be peace between their Majesties and between their

states and subjects, and this is where the sentence really ends.

Le gouvernement impérial de Russie, reconnaissant que le Japon possède dans
la Corée des intérêts politiques, militaires et économiques, ne doit pas
intervenir dans les mesures que le gouvernement prend.

Related stories

Subscribe to our newsletter
"""


def read_entry(text: str) -> tuple[Entry | None, list[Finding]]:
    page, findings = front_matter.parse_front_matter(text, "docs/glossary/new.md")
    assert page, findings
    return glossary.read_entry(page, "en")


def read_source(tmp_path: Path, text: str, seed: str = "new.txt") -> tuple[Source, list[str]]:
    for name in ("seeds", "docs/sources"):
        (tmp_path / name).mkdir(parents=True, exist_ok=True)
    (tmp_path / "seeds" / seed).write_bytes(text.encode())
    (tmp_path / "docs/sources/new.md").write_text(new_source(seed, describe(text)), encoding="utf-8")
    (source,), findings = sources.load_sources(tmp_path)
    return source, [one.code for one in findings if one.code != "seed-not-listed"]


def test_a_new_entry_lacks_nothing_but_what_it_asks_for() -> None:
    entry, findings = read_entry(new_entry("Port Lorn", "place"))
    assert findings == []
    assert entry
    assert (entry.pref_label, entry.kind, entry.notes) == ("Port Lorn", "place", "")
    assert [one.code for one in check_definitions(Material(entries=(entry,)))] == ["definition-missing"]


def test_a_new_entry_without_a_kind_is_told_so() -> None:
    _, findings = read_entry(new_entry("Port Lorn"))
    assert [(one.code, "kind" in one.message) for one in findings] == [("field-missing", True)]


def test_the_draft_for_web_editors_asks_for_name_and_kind() -> None:
    _, findings = read_entry(blank_entry())
    assert {one.message for one in findings} == {
        'the field "kind" is missing or empty',
        'the field "pref_label" is missing or empty',
    }


def test_the_draft_fits_into_an_address() -> None:
    assert len(quote(blank_entry())) < 6_000


def test_every_field_of_an_entry_that_editors_write_at_first_is_explained() -> None:
    lines = blank_entry().splitlines()
    fields = {line.lstrip("# ").partition(":")[0] for line in lines if ":" in line}
    assert set(field_names(ENTRY.fields)) - fields == {
        "former_ids",  # nothing has moved yet
        "not_in_sources",
        "notation",
        "review",  # its day is not known
        "same_as",  # looked up once the entry stands
        "unmentioned",
    }


@pytest.mark.parametrize(
    "label",
    [
        "No",
        "1990",
        "2024-05-13",
        "a: b",
        "[x]",
        "{}",
        "'",
        '"',
        "#x",
        "---",
        "@a",
        "~",
        "- x",
        "Kim Jong Un",
        "État",
        "null",
    ],
)
def test_a_label_is_read_back_as_it_was_given(label: str) -> None:
    entry, findings = read_entry(new_entry(label, "concept"))
    assert findings == []
    assert entry
    assert entry.pref_label == label


@given(st.text(min_size=1))
def test_any_text_survives_front_matter(text: str) -> None:
    flat = " ".join(text.split())
    for written in (quote_scalar(text), scalar(text) if flat else '""'):
        if any("\ud800" <= one <= "\udfff" for one in text):
            continue
        page, findings = front_matter.parse_front_matter(
            f"---\na: {written}\nb: [{quote_scalar(text)}]\n# {quote_scalar(text)}\n---\n", "x.md"
        )
        assert page, findings
        first, second = page.fields.nodes["a"], page.fields.nodes["b"]
        assert isinstance(first, Scalar)
        assert isinstance(second, Listing)
        assert (first.text, set(page.fields.nodes)) == (flat, {"a", "b"})
        assert second.items == (Scalar(flat, second.line),)


def test_a_new_text_lacks_nothing_but_its_genre_and_its_rights(tmp_path: Path) -> None:
    source, codes = read_source(tmp_path, PORTSMOUTH)
    assert codes == ["field-missing", "field-missing"]
    assert source.title == "The Treaty of Portsmouth"
    assert [one.name for one in source.creators] == ["John Example", "Mary Sample"]
    assert (source.issued, source.modified) == ("1905-09-06", "1905-09-07")
    assert source.languages == ("en", "fr")
    assert source.rulings == ()


def test_the_findings_of_a_new_text_name_the_fields_marked(tmp_path: Path) -> None:
    read_source(tmp_path, PORTSMOUTH)
    lines = (tmp_path / "docs/sources/new.md").read_text("utf-8").splitlines()
    _, findings = sources.load_sources(tmp_path)
    told = [lines[one.line - 1].strip() for one in findings if one.code == "field-missing"]
    assert [one.partition(":")[0] for one in told] == ["genre", "statement"]


def test_doubtful_rulings_are_comments_that_hold_when_uncommented(tmp_path: Path) -> None:
    read_source(tmp_path, PORTSMOUTH)
    page = tmp_path / "docs/sources/new.md"
    page.write_text(page.read_text("utf-8").replace("  # - {quote", "  - {quote"), encoding="utf-8")
    (source,), findings = sources.load_sources(tmp_path)
    assert [one.code for one in findings if one.code.startswith("ruling")] == []
    decided = [(one.role, one.lang, one.join) for one in source.rulings]
    assert decided == [
        (None, None, True),
        (None, "fr", False),
        ("navigation", None, False),
        ("boilerplate", None, False),
    ]
    assert all(source.text.count(one.quote) == 1 for one in source.rulings)


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + PORTSMOUTH,
        PORTSMOUTH.replace("\n", "\r\n"),
        "words without a title, and without an end",
        "…",
        "\x00\x1b[31m\u202e\u2028 Text \x85 --- \nrights: {}",
        "---\nseed: other.txt\n---\n",
        "a\n" * 3_000,
        "@" * 5_000,
        "한국과 러시아의 관계는 2024년 5월 13일에 논의되었다.\n",
    ],
)
def test_whatever_a_text_holds_its_page_can_be_read(tmp_path: Path, text: str) -> None:
    source, codes = read_source(tmp_path, text)
    assert set(codes) <= {"field-missing", "seed-control-character"}
    assert source.text == text


def test_a_line_of_five_megabytes_makes_a_short_page() -> None:
    assert len(new_source("big.txt", describe("the word of it and " * 270_000))) < 5_000


def test_a_text_without_a_title_is_asked_for_one(tmp_path: Path) -> None:
    _, codes = read_source(tmp_path, "only a sentence that goes nowhere and has no name, as it is.\n")
    assert codes.count("field-missing") == 3


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on May 13, 2024.", "2024-05-13"),
        ("13 May 2024", "2024-05-13"),
        ("le 13 mai 2024", "2024-05-13"),
        ("el 13 de mayo de 2024", "2024-05-13"),
        ("am 1. März 2024", "2024-03-01"),
        ("13 мая 2024 года", "2024-05-13"),
        ("2024年5月13日", "2024-05-13"),
        ("2024년 5월 13일", "2024-05-13"),
        ("Posted on : 2024-04-05 16:59 KST", "2024-04-05"),
    ],
)
def test_a_day_is_read_as_each_language_writes_it(text: str, day: str) -> None:
    assert [one.edtf for one in find_days(text)] == [day]


def test_what_is_no_day_of_the_calendar_is_no_date() -> None:
    assert find_days("February 30, 2024; 2024-13-01; 13 mayflowers 2024; 99 May 2024") == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ministers of the two states met in the capital to speak of the treaty.", "en"),
        ("Les ministres des deux pays se sont rencontrés dans la capitale pour parler du traité.", "fr"),
        ("Los ministros de los dos países se reunieron en la capital para hablar del tratado.", "es"),
        ("Die Minister der beiden Staaten trafen sich in der Hauptstadt, um über den Vertrag zu sprechen.", "de"),
        ("Xyz abc", "und"),
        ("Alpha beta gamma delta epsilon zeta eta theta", "und"),
    ],
)
def test_a_language_is_known_by_its_common_words_or_not_at_all(text: str, language: str) -> None:
    assert guess_language(text) == language


@pytest.mark.parametrize(
    ("words", "identifier"),
    [
        ("Kim Jong Un", "kim-jong-un"),
        ("Seoul (city)", "seoul-city"),
        ("État hostile", "etat-hostile"),
        ("Will Seoul's ties recover?", "will-seouls-ties-recover"),
        ("金正恩", ""),
        ("../../etc/passwd", "etc-passwd"),
        ("x" * 500, "x" * 60),
    ],
)
def test_an_id_is_made_of_the_latin_letters_of_a_name(words: str, identifier: str) -> None:
    assert find_id(words) == identifier


@pytest.mark.parametrize(
    "name", ["a\nb.txt", "../x.txt", "-x.txt", ".txt", "x.md", "한국.txt", "a b.txt", "x" * 200 + ".txt"]
)
def test_a_file_name_that_is_not_safe_gives_way_to_the_id(name: str) -> None:
    assert find_seed_name(name, "the-id") == "the-id.txt"


def test_a_file_name_that_is_safe_stays() -> None:
    assert find_seed_name("002_13eb9a0af3d40b0c.txt", "the-id") == "002_13eb9a0af3d40b0c.txt"


def test_every_kind_of_entry_can_be_begun() -> None:
    for kind in KINDS:
        entry, findings = read_entry(new_entry("Lease", kind))
        assert findings == []
        assert entry
        assert entry.kind == kind
