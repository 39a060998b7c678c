"""Joining an entry to another: names, evidence and relations go over, and nothing refers to the one that is gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools.corpus.front_matter import parse_front_matter
from build_tools.corpus.glossary import read_entry
from build_tools.edition.reading import read_edition
from build_tools.interfaces.cli import main
from build_tools.model import Entry
from build_tools.model.findings import ERROR
from tests.support import scratch
from tests.support.referring import files_below, lay_out, referring_edition

OFFICE = "alt_labels: {en: [Office], fr: [Bureau]}\nshared_labels: [the Line]\nrelated: [orvale, blue-line]\n"
FORMS = {
    "nothing": "",
    "a row": "alt_labels: [Blue Company]  # old\nrelated: [harbour-office]\nshared_labels: [Office, Company]\n",
    "lines": "alt_labels:\n- Blue Company\nrelated:\n- orvale\n- harbour-office\nshared_labels:\n- Office\n",
    "a map": 'alt_labels: {fr: [Ligne bleue]}\nshared_labels: {en: [Office, Company], ko: ["회사"]}\n',
    "a map in lines": "alt_labels:\n  en:\n    - Blue Company\n  fr: [Ligne bleue]\nshared_labels:\n  en: [Office]\n",
}


def merge(root: Path, *words: str) -> Result:
    """Run the command in a folder."""
    return CliRunner().invoke(main, ["merge", "--root", str(root), *words], catch_exceptions=False)


def _edition(root: Path, line: str = "", office: str = OFFICE, seed: int = 1) -> Path:
    files = dict(referring_edition(seed))
    notes = "It is [blue](blue-line.md), [itself](harbour-office.md#notes) and in [Orvale](orvale.md) [@report, ¶1]."
    files["docs/glossary/harbour-office.md"] = scratch.entry("harbour-office", notes, office).encode()
    files["docs/glossary/blue-line.md"] = scratch.entry("blue-line", "See [it](harbour-office.md).", line).encode()
    return lay_out(files, root)


def _entry(root: Path) -> Entry:
    parsed, _ = parse_front_matter((root / "docs/glossary/blue-line.md").read_text(), "docs/glossary/blue-line.md")
    entry = read_entry(parsed, "en")[0] if parsed else None
    assert entry
    return entry


@pytest.mark.parametrize("form", FORMS)
def test_an_entry_takes_over_what_another_has(form: str, tmp_path: Path) -> None:
    root = _edition(tmp_path, FORMS[form])
    linked = {mention.exact for mentions in read_edition(root, "en").mentions.values() for mention in mentions}
    result = merge(root, "harbour-office", "blue-line")
    assert result.exit_code == 0, result.output
    reading = read_edition(root, "en")
    assert not [finding for finding in reading.findings if finding.severity == ERROR]
    assert {mention.exact for mentions in reading.mentions.values() for mention in mentions} >= linked
    entry = _entry(root)
    assert {("Harbour Office", "en"), ("Office", "en"), ("Bureau", "fr")} <= {
        (label.text, label.lang) for label in entry.alt_labels
    }
    assert "Office" not in [label.text for label in entry.shared_labels]
    assert "the Line" in [label.text for label in entry.shared_labels]
    assert entry.evidence == ("[@letter, ¶2]", "[@report, ¶1]")
    assert entry.related == ("orvale",)
    assert entry.former_ids == ("harbour-office",)


def test_definition_and_notes_are_kept_under_a_heading_without_links_of_the_entry_to_itself(tmp_path: Path) -> None:
    root = _edition(tmp_path)
    assert "work them into the others" in merge(root, "harbour-office", "blue-line").output
    assert _entry(root).notes == (
        "See it.\n\n## From “Harbour Office”\n\nBody that reports. [@report, ¶1]\n\n"
        "It is blue, itself and in [Orvale](orvale.md) [@report, ¶1]."
    )


def test_nothing_refers_to_the_entry_that_is_gone(tmp_path: Path) -> None:
    root = _edition(tmp_path)
    merge(root, "harbour-office", "blue-line")
    found = [path for path, data in files_below(root).items() if b"harbour-office" in data]
    assert found == ["docs/glossary/blue-line.md"]
    assert "name: blue-line" in (root / "docs/discrepancies/price.md").read_text()


def test_a_list_that_has_both_keeps_one(tmp_path: Path) -> None:
    root = _edition(tmp_path)
    page = root / "docs/glossary/lease-signed.md"
    page.write_text(page.read_text().replace("ann-tarn", "harbour-office"))
    grain = root / "docs/glossary/grain.md"
    grain.write_text(grain.read_text().replace("[blue-line]", "[harbour-office, blue-line, harbour-office]"))
    merge(root, "harbour-office", "blue-line")
    assert "related: [blue-line]\n" in grain.read_text()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("notation: Q1\n", 'docs/glossary/harbour-office.md:6: both have another "notation"'),
        ("", '"letter" is in docs/sources, and this command cannot change what is there'),
    ],
)
def test_what_only_a_person_can_join_is_refused(line: str, words: str, tmp_path: Path) -> None:
    root = _edition(tmp_path, line, office="notation: Q2\n")
    before = files_below(root)
    result = merge(root, "harbour-office" if line else "letter", "blue-line")
    assert result.exit_code == 2
    assert words in result.output
    assert files_below(root) == before
