"""The suggest command: what was planted comes first, and what is left out with a reason does not come."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_tools.interfaces.cli import main
from tests.support.builds import STOCK


def suggest(root: Path, *words: str) -> list[dict[str, object]]:
    result = CliRunner().invoke(main, ["suggest", "--root", str(root), "--format", "json", *words])
    assert result.exit_code == 0, result.output
    found: list[dict[str, object]] = json.loads(result.stdout)
    return found


def seed(project: Path, text: str) -> None:
    file = next((project / "seeds").glob("*.txt"))
    file.write_text(text, encoding="utf-8")
    listed = (project / "seeds" / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    kept = [line for line in listed if not line.endswith(file.name)]
    kept.append(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}")
    (project / "seeds" / "SHA256SUMS").write_text("\n".join(kept) + "\n", encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(STOCK, tmp_path / "project"))


def test_a_name_that_editors_must_not_write_is_left_out_by_the_words_before_it(project: Path) -> None:
    seed(project, "A short text\n\nSouth Vesland wrote to a clerk surnamed Ambrose. Nordia did not answer.")
    assert "Ambrose" in [one["words"] for one in suggest(project)]
    index = project / "docs/glossary/index.md"
    head = 'omitted:\n  - {after: clerk surnamed, reason: "A private person."}\n'
    index.write_text(index.read_text(encoding="utf-8").replace("---\n", f"---\n{head}", 1), encoding="utf-8")
    assert "Ambrose" not in [one["words"] for one in suggest(project)]


def test_another_romanisation_of_a_name_is_told(project: Path) -> None:
    text = "A short text\n\nSouth Vesland opened the Toksugung Office. Nordia did not answer the Toksugung Office."
    seed(project, text)
    office = "---\npref_label: Deoksugung Office\nkind: organisation\ndefinition: A seat.\n---\n"
    (project / "docs/glossary/office.md").write_text(office, encoding="utf-8")
    first = suggest(project)[0]
    assert (first["kind"], first["words"], first["entry"]) == ("near-miss", "Toksugung Office", "office")


def test_names_are_counted_and_what_is_only_capitalised_is_no_name(project: Path) -> None:
    text = (
        "A short text\n\nSouth Vesland wrote to the Zorblatt Institute. Nordia did not answer. "
        "Yesterday the Zorblatt Institute spoke to President Quill on Monday, May 3. "
        "Moreover, Nordian ships left.\n\nQuill saw the ships of Vell and Arn."
    )
    seed(project, text)
    names = [(one["words"], one["count"]) for one in suggest(project) if one["kind"] == "name without an entry"]
    assert names == [("Quill", 2), ("Zorblatt Institute", 2), ("Arn", 1), ("Vell", 1)]


def test_a_term_that_recurs_three_times_is_suggested_whole(project: Path) -> None:
    seed(
        project, "A short text\n\n" + "\n\n".join(f"South Vesland wants {n} deep water ports." for n in ("a", "b", "c"))
    )
    found = [(one["words"], one["count"]) for one in suggest(project) if str(one["kind"]).startswith("recurring")]
    assert found == [("deep water ports", 3)]


def test_a_han_string_that_recurs_three_times_is_suggested_whole(project: Path) -> None:
    seed(
        project,
        "A short text\n\nSouth Vesland wrote to Nordia.\n\n他们在深水港，没有回答。\n\n深水港的船。\n\n这是深水港。\n",
    )
    found = [(one["words"], one["count"]) for one in suggest(project) if str(one["kind"]).startswith("recurring")]
    assert ("深水港", 3) in found


def test_what_editors_leave_out_with_a_reason_is_not_suggested(project: Path) -> None:
    seed(
        project,
        "A short text\n\nSouth Vesland wrote to the Zorblatt Institute. Nordia did not answer the Quell Society.",
    )
    index = project / "docs/glossary/index.md"
    omitted = 'omitted: [{words: Zorblatt Institute, reason: "Invented."}]\n'
    index.write_text(index.read_text(encoding="utf-8").replace("title:", omitted + "title:", 1), encoding="utf-8")
    assert [one["words"] for one in suggest(project) if "name" in str(one["kind"])] == ["Quell Society"]


def test_labels_that_no_text_has_come_last_and_foreign_ones_are_no_complaint(project: Path) -> None:
    nordia = project / "docs/glossary/nordia.md"
    labels = "alt_labels: {en: [Nordbyland], ru: [Россия], fr: [Russie]}\n"
    nordia.write_text(nordia.read_text(encoding="utf-8").replace("kind:", labels + "kind:", 1), encoding="utf-8")
    found = suggest(project)
    assert [(row["words"], row["kind"]) for row in found] == [("Nordbyland", "label never found")]


def test_people_read_suggestions_below_a_heading_with_their_contexts(project: Path) -> None:
    seed(project, "A short text\n\nSouth Vesland wrote to the Zorblatt Institute. Nordia did not answer.")
    printed = CliRunner().invoke(main, ["suggest", "--root", str(project)]).stdout
    assert re.match(
        r"name without an entry\n  1 × “Zorblatt Institute”\n      letter, ¶1: .*Institute\. Nordia", printed
    )
    seed(project, "A short text\n\nSouth Vesland wrote to Nordia. Nordia did not answer.")
    assert CliRunner().invoke(main, ["suggest", "--root", str(project)]).stdout == "Nothing to suggest.\n"
