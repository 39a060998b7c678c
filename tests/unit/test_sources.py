"""Sources: a page read, and what is said of pages and seeds that are not as they should be."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from build_tools.corpus import sources
from build_tools.model import Creator, Source
from build_tools.model.dates import is_edtf
from build_tools.model.findings import ADVICE, Finding

PAGE = """---
seed: a.txt
title: A text
genre: article
languages: [en]
rights: {statement: "http://rightsstatements.org/vocab/InC/1.0/", notice: null, publish: full}
---

A headnote.
"""
FIELD_LINE = 7
"""The line on which a field added by `with_field` stands."""


def with_field(field: str) -> str:
    return PAGE.replace("\n---\n", f"\n{field}\n---\n", 1)


def load(
    root: Path, pages: dict[str, str] | None = None, seeds: dict[str, bytes] | None = None, sums: str | None = None
) -> tuple[tuple[Source, ...], list[Finding]]:
    pages = {"a": PAGE} if pages is None else pages
    seeds = {"a.txt": b"A text.\n"} if seeds is None else seeds
    (root / "seeds").mkdir(exist_ok=True)
    (root / "docs" / "sources").mkdir(parents=True, exist_ok=True)
    for name, data in seeds.items():
        (root / "seeds" / name).write_bytes(data)
    listed = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in seeds.items())
    (root / "seeds" / "SHA256SUMS").write_text(listed if sums is None else sums, encoding="utf-8")
    for stem, text in pages.items():
        (root / "docs" / "sources" / f"{stem}.md").write_text(text, encoding="utf-8")
    return sources.load_sources(root)


def places(findings: list[Finding]) -> list[tuple[str, int, str]]:
    return [(finding.path, finding.line, finding.code) for finding in findings]


def only(found: tuple[tuple[Source, ...], list[Finding]]) -> tuple[str, int, str]:
    [place] = places(found[1])
    return place


def test_a_page_becomes_a_source(tmp_path: Path) -> None:
    more = (
        "creators:\n  - {name: Ann, entry: ann, role: author, affiliation: A house}\nshort_title: Ann\n"
        "issued: 2024-02/2024-06\nurl: https://example.org/a?b=1\ninferred: {title: lost, issued: guessed}\n"
        "rulings:\n"
        '  - {quote: "A text.", after: "A", role: language-label, lang: fr, reason: why}\n'
        '  - {quote: "text", split: here}\n'
        '  - {quote: "text", join: next}\n'
        '  - {quote: "A text", mention: text, entry: null}\n'
    )
    [source], findings = load(tmp_path, {"a": with_field(more.rstrip("\n"))})
    assert findings == []
    assert source.creators == (Creator("Ann", "ann", "author", "A house"),)
    assert (source.id, source.title, source.title_stated, source.short_title) == ("a", "A text", False, "Ann")
    assert (source.issued, source.url, source.path) == (
        "2024-02/2024-06",
        "https://example.org/a?b=1",
        "docs/sources/a.md",
    )
    assert (source.text, source.headnote) == ("A text.\n", "A headnote.")
    first, split, join, mention = source.rulings
    assert (first.role, first.lang, first.after, first.line) == ("language label", "fr", "A", 14)
    assert (split.split, join.join, mention.mention, mention.entry) == (True, True, "text", None)


def test_a_seed_is_kept_to_the_last_code_point(tmp_path: Path) -> None:
    text = "\ufeffA\r\nline\rand\x0bmore \u202eof\x00 it"
    [source], findings = load(tmp_path, seeds={"a.txt": text.encode()})
    assert source.text == text
    assert {finding.severity for finding in findings} == {ADVICE}
    assert places(findings) == [
        ("seeds/a.txt", 2, "seed-control-character"),
        ("seeds/a.txt", 2, "seed-control-character"),
    ]
    assert "U+202E" in findings[0].message
    assert "U+0000" in findings[1].message


def test_a_changed_an_unlisted_and_a_lost_seed_are_findings(tmp_path: Path) -> None:
    found = load(tmp_path, sums=f"{'0' * 64}  a.txt\n")
    assert only(found) == ("seeds/a.txt", 1, "seed-changed")
    assert "git checkout -- seeds/a.txt" in found[1][0].hint
    assert only(load(tmp_path, sums="")) == ("seeds/a.txt", 1, "seed-not-listed")
    listed = hashlib.sha256(b"A text.\n").hexdigest()
    lost = f"{listed}  a.txt\n{listed}  b.txt\n"
    assert only(load(tmp_path, sums=lost)) == ("seeds/SHA256SUMS", 2, "seed-missing")
    assert only(load(tmp_path, sums=f"{listed}  a.txt\nnonsense\n")) == ("seeds/SHA256SUMS", 2, "seed-sum-unreadable")


def test_a_seed_in_latin_1_is_a_finding_that_names_the_byte(tmp_path: Path) -> None:
    found, findings = load(tmp_path, seeds={"a.txt": "A\nCor\xe9e".encode("latin-1")})
    assert found == ()
    assert places(findings) == [("seeds/a.txt", 2, "seed-not-utf8")]
    assert "byte 5" in findings[0].message


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_a_seed_without_text_is_a_finding(tmp_path: Path, data: bytes) -> None:
    assert only(load(tmp_path, seeds={"a.txt": data})) == ("seeds/a.txt", 1, "seed-empty")


def test_every_seed_has_one_page_and_every_page_one_seed(tmp_path: Path) -> None:
    seeds = {"a.txt": b"A text.\n", "b.txt": b"Another.\n"}
    assert only(load(tmp_path, seeds=seeds)) == ("seeds/b.txt", 1, "seed-without-source-page")
    found, findings = load(tmp_path, {"a": PAGE, "b": PAGE}, seeds)
    assert [source.id for source in found] == ["a", "b"]
    assert ("docs/sources/b.md", 2, "seed-claimed-twice") in places(findings)
    wrong = {"a": PAGE, "b": PAGE.replace("a.txt", "bb.txt")}
    found, findings = load(tmp_path, wrong, seeds)
    assert [source.id for source in found] == ["a"]
    assert places(findings) == [
        ("docs/sources/b.md", 2, "seed-missing"),
        ("seeds/b.txt", 1, "seed-without-source-page"),
    ]
    assert '"b.txt"' in findings[0].hint


def test_a_seed_outside_the_folder_cannot_be_named(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    found, findings = load(tmp_path, {"a": PAGE, "b": PAGE.replace("a.txt", "../secret.txt")})
    assert [source.id for source in found] == ["a"]
    assert places(findings) == [("docs/sources/b.md", 2, "seed-missing")]


def test_the_name_of_a_page_must_serve_as_an_id(tmp_path: Path) -> None:
    assert only(load(tmp_path, {"A_b": PAGE})) == ("docs/sources/A_b.md", 1, "source-id-invalid")


def test_the_index_is_no_source(tmp_path: Path) -> None:
    found, findings = load(tmp_path, {"a": PAGE, "index": "An introduction."})
    assert ([source.id for source in found], findings) == (["a"], [])


@pytest.mark.parametrize("field", ["seed", "title", "genre", "languages", "rights"])
def test_a_field_that_is_missing_is_a_finding(tmp_path: Path, field: str) -> None:
    page = "".join(line for line in PAGE.splitlines(keepends=True) if not line.startswith(f"{field}:"))
    _, findings = load(tmp_path, {"a": page})
    assert ("docs/sources/a.md", 2, "field-missing") in places(findings)
    assert all(finding.hint for finding in findings)


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("issued: May 2024", "date-not-edtf"),
        ("modified: 2024-13-01", "date-not-edtf"),
        ("url: javascript:alert(1)", "url-not-web"),
        ("url: www.example.org", "url-not-web"),
        ("creators: [{entry: ann}]", "field-missing"),
        ("creators: [Ann]", "field-not-map"),
        ("inferred: {publisher: guessed}", "inferred-without-value"),
        ("inferred: {author: guessed}", "key-unknown"),
        ("inferred: guessed", "field-not-map"),
        ("editor: Ann", "key-unknown"),
        ("rulings: [{role: title}]", "ruling-without-quote"),
        ("rulings: [{quote: text}]", "ruling-decides-nothing"),
        ("rulings: [{quote: text, split: there}]", "ruling-decides-nothing"),
        ("rulings: [{quote: text, role: headline}]", "ruling-role-unknown"),
        ("rulings: [{quote: text, lang: French}]", "language-tag"),
        ("rulings: [{quote: text, role: title, entry: ann}]", "ruling-entry-without-mention"),
        ("rulings: [{quote: text, mention: text}]", "ruling-mention-without-entry"),
        ("rulings: [{quote: text, mention: other, entry: null}]", "ruling-mention-not-quoted"),
        ("rulings: [{quote: text, roll: title}]", "key-unknown"),
        ("rulings: [a quotation]", "field-not-map"),
    ],
)
def test_a_fault_in_a_field_is_a_finding_at_its_line(tmp_path: Path, field: str, code: str) -> None:
    _, findings = load(tmp_path, {"a": with_field(field)})
    assert ("docs/sources/a.md", FIELD_LINE, code) in places(findings)
    assert all(finding.hint for finding in findings)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("genre: article", "genre: blog", (4, "genre-unknown")),
        ("[en]", "[en, English]", (5, "language-tag")),
        ("[en]", "[no]", (5, "label-not-text")),
        ("http://rightsstatements.org/vocab/InC/1.0/", "in copyright", (6, "rights-statement-unknown")),
        ("publish: full", "publish: none", (6, "rights-publish-unknown")),
        ("title: A text", "title: 1984", (3, "label-not-text")),
    ],
)
def test_a_value_that_cannot_be_is_a_finding_at_its_line(
    tmp_path: Path, old: str, new: str, place: tuple[int, str]
) -> None:
    _, findings = load(tmp_path, {"a": PAGE.replace(old, new)})
    assert ("docs/sources/a.md", *place) in places(findings)


def test_front_matter_that_cannot_be_read_leaves_the_other_sources_alone(tmp_path: Path) -> None:
    seeds = {"a.txt": b"A text.\n", "b.txt": b"Another.\n"}
    found, findings = load(tmp_path, {"a": PAGE, "b": "---\nseed: b.txt\n"}, seeds)
    assert [source.id for source in found] == ["a"]
    assert [code for _, _, code in places(findings)] == ["front-matter-unclosed"]


def test_a_project_without_sources_has_none(tmp_path: Path) -> None:
    assert sources.load_sources(tmp_path) == ((), [])


@pytest.mark.parametrize(
    "text",
    [
        *("2024", "2024-05", "2024-05-13", "2024-02-29", "2024-05-13T17:02:00+09:00", "2024-05-13T17:02:00Z"),
        *("2024-02/2024-06", "2024-06-20/", "/2024-06-20", "2024-06-20/..", "2024/2024-06", "2024-06/2024"),
        *("2024?", "2024-05~", "202X", "2024-XX", "2024-21", "1999-12-31/2000"),
    ],
)
def test_edtf_dates_are_taken(text: str) -> None:
    assert is_edtf(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "/", "../..", "24", "2024-5", "2024-13", "2023-02-29", "2024-05-13T17:02", "2024-05-13 17:02:00"),
        *("2024-06/2024-02", "2024-05-13T25:00:00Z", "May 2024", "2024-21-01", "2024-00", "２０２４"),
    ],
)
def test_what_is_no_edtf_date_is_refused(text: str) -> None:
    assert not is_edtf(text)


def test_a_seed_may_end_in_capitals_and_the_command_for_the_checksums_names_such_seeds(tmp_path: Path) -> None:
    page = PAGE.replace("a.txt", "A.TXT")
    (source,), findings = load(tmp_path, {"a": page}, {"A.TXT": b"A text.\n"})
    assert (source.seed, source.text, findings) == ("A.TXT", "A text.\n", [])
    (tmp_path / "seeds/SHA256SUMS").write_text("", encoding="utf-8")
    _, (finding,) = sources.load_sources(tmp_path)
    assert finding.hint.endswith("cd seeds && sha256sum *.txt *.TXT > SHA256SUMS")
