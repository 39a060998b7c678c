"""Giving an item another id: everything that refers to it follows, nothing else changes a byte."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools.edition.reading import read_edition
from build_tools.interfaces.cli import main
from build_tools.model.findings import ERROR
from tests.support import scratch
from tests.support.referring import AS_RECEIVED, add_original, convert_letter, files_below, lay_out, referring_edition

RENAMED = {
    "orvale": "port-orvale",
    "letter": "lease",
    "ann-tarn": "a-tarn",
    "price": "grain-price",
    "denial": "it-was-denied",
}
_FORMER = re.compile(rb"^former_ids: \[.*\]\r?\n", re.MULTILINE)
_REFERENCE = r"[@/(]{0}(?=[.,/#)\s])(?!\.md\.png)|from-{0}|(?:[:,\[] *|- +)[\"']?{0}[\"']? *(?:[,\]}}#]|$)"
_CODE = ("how it is cited", "are code here")


def rename(root: Path, *words: str) -> Result:
    """Run the command in a folder."""
    return CliRunner().invoke(main, ["rename", "--root", str(root), *words], catch_exceptions=False)


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("old", RENAMED)
def test_renaming_there_and_back_leaves_every_byte_but_the_former_ids(old: str, seed: int, tmp_path: Path) -> None:
    root = lay_out(referring_edition(seed), tmp_path)
    before, reading = files_below(root), read_edition(root, "en")
    assert not [finding for finding in reading.findings if finding.severity == ERROR]
    assert rename(root, old, RENAMED[old]).exit_code == 0

    renamed = read_edition(root, "en")
    assert not [finding for finding in renamed.findings if finding.severity == ERROR]
    assert _mentions(renamed, {}) == _mentions(reading, {old: RENAMED[old]})
    for path, data in files_below(root).items():
        lines = _FORMER.sub(b"", data).decode().splitlines() if path.endswith(".md") else []
        assert not [
            line
            for line in lines
            if re.search(_REFERENCE.format(old), line) and not any(words in line for words in _CODE)
        ]

    assert rename(root, RENAMED[old], old).exit_code == 0
    assert {path: _FORMER.sub(b"", data) for path, data in files_below(root).items()} == before


def _mentions(reading: object, renamed: dict[str, str]) -> set[tuple[str, str, int, str]]:
    return {
        (renamed.get(source, source), mention.block, mention.start, renamed.get(mention.entry, mention.entry))
        for source, mentions in reading.mentions.items()  # type: ignore[attr-defined]
        for mention in mentions
    }


def test_an_id_that_yaml_takes_for_something_else_is_put_in_quotation_marks(tmp_path: Path) -> None:
    root = lay_out(scratch.corpus(), tmp_path)
    assert rename(root, "orvale", "2024").exit_code == 0
    assert 'related: ["2024"]' in (root / "docs/glossary/blue-line.md").read_text()
    assert rename(root, "grain", "no").exit_code == 0
    assert 'about: ["no"]' in (root / "docs/discrepancies/price.md").read_text()


def test_a_dry_run_prints_a_diff_and_writes_nothing(tmp_path: Path) -> None:
    root = lay_out(referring_edition(1), tmp_path)
    before = files_below(root)
    result = rename(root, "--dry-run", "orvale", "orvale-town")
    assert result.exit_code == 0
    assert "--- docs/glossary/orvale.md\n+++ docs/glossary/orvale-town.md\n" in result.output
    assert "+former_ids: [orvale]\n" in result.output
    assert files_below(root) == before


def test_each_change_is_printed_with_its_place(tmp_path: Path) -> None:
    root = lay_out(scratch.corpus(), tmp_path)
    lines = rename(root, "docs/glossary/orvale.md", "orvale-town").output.splitlines()
    assert lines == [
        "docs/glossary/blue-line.md:6: orvale → orvale-town",
        "docs/glossary/orvale.md:6: added former_ids: [orvale]",
        "docs/glossary/orvale.md: now docs/glossary/orvale-town.md",
        "2 files changed; 10 mentions, none of them changed.",
    ]


def test_code_is_left_as_it_is_and_named(tmp_path: Path) -> None:
    files = {**scratch.corpus(), "docs/help.md": b"---\ntitle: Help\n---\nWrite\n`[@letter, \xc2\xb61]`.\n"}
    root = lay_out(files, tmp_path)
    assert 'docs/help.md:5: "letter" is left as it is' in rename(root, "letter", "lease").output
    assert (root / "docs/help.md").read_bytes() == files["docs/help.md"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("orvale", "Orvale"), '"Orvale" cannot be an id'),
        (("orvale", "index"), '"index" cannot be an id'),
        (("orvale", "grain"), '"grain" is the id of another file: docs/glossary/grain.md'),
        (("orvale", "rent"), '"rent" was the id of docs/glossary/grain.md'),
        (("nowhere", "anywhere"), '"nowhere" is not the id of'),
        (("letter", "lease"), "write glossary/letter or sources/letter"),
    ],
)
def test_an_id_that_cannot_be_had_is_refused(words: tuple[str, str], message: str, tmp_path: Path) -> None:
    grain = scratch.entry("grain", more="related: [blue-line]\nformer_ids: [rent]\n").encode()
    missive = scratch.entry("grain", more="").replace("grain", "missive").replace('"[@letter, ¶2]"', "")
    letter = missive.encode()
    root = lay_out({**scratch.corpus(), "docs/glossary/grain.md": grain, "docs/glossary/letter.md": letter}, tmp_path)
    before = files_below(root)
    result = rename(root, *words)
    assert result.exit_code == 2
    assert message in result.output
    assert files_below(root) == before


WORK = b"""---
title: The lease of the harbour
publisher: The Gazette
url: https://gazette.example/lease
language: en
---
It says so.
"""
CITING = """
It is told elsewhere [outside: gazette; wire], and [in the list](../outside/index.md#gazette).
`[outside: gazette]` is code.
"""


def test_a_work_beyond_the_corpus_is_renamed_where_it_is_cited(tmp_path: Path) -> None:
    files = dict(scratch.corpus())
    wire = WORK.replace(b"language", b"via: gazette\nlanguage")
    files |= {"docs/outside/gazette.md": WORK, "docs/outside/wire.md": wire}
    entry = (
        scratch.entry("grain", notes=CITING).replace("grain", "newspaper").replace("@letter, ¶2", "outside: gazette")
    )
    files["docs/glossary/gazette.md"] = entry.encode()
    price = "docs/discrepancies/price.md"
    files[price] = files[price].replace(b"reading:", b'outside: ["[outside: gazette]"]\nreading:')
    root = lay_out(files, tmp_path)
    before = files_below(root)
    done = rename(root, "outside/gazette", "gazette-1924")
    assert done.exit_code == 0, done.output
    changed = {path: data for path, data in files_below(root).items() if before.get(path) != data}
    assert sorted(changed) == [
        "docs/discrepancies/price.md",
        "docs/glossary/gazette.md",
        "docs/outside/gazette-1924.md",
        "docs/outside/wire.md",
    ]
    assert changed["docs/outside/gazette-1924.md"] == WORK
    assert b"via: gazette-1924" in changed["docs/outside/wire.md"]
    assert b'outside: ["[outside: gazette-1924]"]' in changed[price]
    notes = changed["docs/glossary/gazette.md"].decode()
    assert "[outside: gazette-1924; wire], and [in the list](../outside/index.md#gazette-1924)" in notes
    assert "`[outside: gazette]`" in notes
    assert "none of them changed" in done.output
    assert rename(root, "outside/gazette-1924", "gazette").exit_code == 0
    assert files_below(root) == before


def test_the_files_of_a_converted_text_that_have_its_id_follow(tmp_path: Path) -> None:
    root = lay_out(scratch.corpus(), tmp_path)
    convert_letter(root)
    before = files_below(root)
    dry = rename(root, "--dry-run", "letter", "lease")
    assert "--- seeds/originals/letter.docx\n+++ seeds/originals/lease.docx\n" in dry.output
    done = rename(root, "letter", "lease")
    assert done.exit_code == 0, done.output
    assert "seeds/originals/letter.docx: now seeds/originals/lease.docx" in done.output
    assert (root / "seeds/originals/lease.docx").read_bytes() == AS_RECEIVED
    assert not (root / "seeds/originals/letter.docx").exists()
    assert (root / "seeds/lease.txt").read_bytes() == before["seeds/letter.txt"]
    assert not [finding for finding in read_edition(root, "en").findings if finding.severity == ERROR]
    assert rename(root, "lease", "letter").exit_code == 0
    assert {path: _FORMER.sub(b"", data) for path, data in files_below(root).items()} == before


def test_a_name_among_the_checksums_that_is_not_utf_8_stays_as_it_is(tmp_path: Path) -> None:
    root = lay_out(scratch.corpus(), tmp_path)
    convert_letter(root)
    other = b"0" * 64 + b"  scans/caf\xe9.tif\n"
    with (root / "seeds/SHA256SUMS").open("ab") as sums:
        sums.write(other)
    done = rename(root, "letter", "lease")
    assert done.exit_code == 0, done.output
    assert b"lease.docx\n" in (root / "seeds/SHA256SUMS").read_bytes()
    assert (root / "seeds/SHA256SUMS").read_bytes().endswith(other)


def test_they_keep_their_names_where_another_file_has_the_new_ones(tmp_path: Path) -> None:
    root = lay_out(scratch.corpus(), tmp_path)
    convert_letter(root)
    add_original(root, "Lease.docx")
    assert rename(root, "letter", "lease").exit_code == 0
    assert sorted(path.name for path in (root / "seeds/originals").iterdir()) == ["Lease.docx", "letter.docx"]
    assert (root / "seeds/lease.txt").is_file()


def test_an_edition_with_errors_is_left_alone(tmp_path: Path) -> None:
    root = lay_out(scratch.corpus(), tmp_path)
    broken = root / "docs/glossary/grain.md"
    broken.write_text(broken.read_text().replace("blue-line", "green-line"))
    result = rename(root, "orvale", "orvale-town")
    assert result.exit_code == 1
    assert "relation-unknown" in result.output
    assert (root / "docs/glossary/orvale.md").exists()
