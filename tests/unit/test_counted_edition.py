"""Names counted over an edition: an edit of one text reaches the links of another, and undoes nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.editing.changes import compare
from build_tools.edition.edition_files import EditionFiles, read_edition_files
from build_tools.edition.kept_texts import KeptTexts
from build_tools.edition.reading import Reading, link_edition
from tests.support import scratch

OTTO = "---\npref_label: Otto Brell\nkind: person\ndefinition: The keeper.\nevidence: []\nshort_labels: [Brell]\n---\n"
PEOPLE = {
    "docs/glossary/otto.md": OTTO,
    "docs/glossary/anna.md": OTTO.replace("Otto", "Anna"),
}
FULL = "Report\n\nOtto Brell came. Otto Brell went. Otto Brell slept.\n"
TEXTS = {"alpha": FULL, "beta": "Notice\n\nThen Brell spoke of the weather.\n", "gamma": "Other\n\nNobody came.\n"}


def files_of(root: Path, texts: Mapping[str, str], more: Mapping[str, str] | None = None) -> EditionFiles:
    files = {**scratch.corpus(texts), **{path: text.encode() for path, text in {**PEOPLE, **(more or {})}.items()}}
    scratch.write(root, files)
    return read_edition_files(root, "en")


def linked(reading: Reading, text: str) -> list[tuple[str, str]]:
    return [(one.exact, one.entry) for one in reading.mentions[text]]


def test_a_text_is_linked_by_the_full_names_of_the_others(tmp_path: Path) -> None:
    reading = link_edition(files_of(tmp_path, TEXTS))
    assert linked(reading, "beta") == [("Brell", "otto")]
    assert reading.lexicon.statistics.names == {"otto": 3}


def test_a_part_of_the_texts_is_linked_as_in_the_whole(tmp_path: Path) -> None:
    files = files_of(tmp_path, TEXTS)
    assert linked(link_edition(files, ["beta"]), "beta") == linked(link_edition(files), "beta")


def test_what_is_kept_of_a_text_yields_to_an_edit_of_another_and_only_where_it_must(tmp_path: Path) -> None:
    kept = KeptTexts()
    files = files_of(tmp_path, TEXTS)

    def read(texts: Mapping[str, str]) -> Reading:
        sources = tuple(replace(source, text=texts[source.id]) for source in files.sources)
        edited = replace(files, sources=sources)
        reading = link_edition(edited, stages=kept.stages(edited.entries))
        assert reading.mentions == link_edition(edited).mentions
        return reading

    read(TEXTS)
    first = dict(kept.versions)
    assert linked(read({**TEXTS, "gamma": "Other\n\nNobody came at all.\n"}), "beta") == [("Brell", "otto")]
    assert kept.versions["beta"] == first["beta"]
    assert linked(read({**TEXTS, "alpha": "Report\n\nNothing.\n"}), "beta") == []
    assert kept.versions["beta"] != first["beta"]
    assert linked(read(TEXTS), "beta") == [("Brell", "otto")]
    assert kept.versions["beta"] == first["beta"]


@pytest.mark.parametrize("small", [0, 300_000])
def test_changes_tells_what_an_edit_of_one_text_does_to_another(small: int) -> None:
    people = {path: text.encode() for path, text in PEOPLE.items()}
    before = {**scratch.corpus(TEXTS), **people}
    after = {**scratch.corpus({**TEXTS, "alpha": "Report\n\nNothing of them.\n"}), **people}
    changes = compare(scratch.tree(before), scratch.tree(after), "en", small=small)
    of_beta = [(change.kind, change.exact) for change in changes.mentions if change.source == "beta"]
    assert of_beta == [("now undecided", "Brell")]


@pytest.mark.parametrize("small", [0, 300_000])
def test_a_rule_switched_off_in_the_introduction_of_the_glossary_changes_every_text(small: int) -> None:
    people = {path: text.encode() for path, text in PEOPLE.items()}
    before = {**scratch.corpus(TEXTS), **people}
    index = b"---\ntitle: Glossary\nrules_off: [commonest in the corpus]\n---\nNames.\n"
    after = {**before, "docs/glossary/index.md": index}
    changes = compare(scratch.tree(before), scratch.tree(after), "en", small=small)
    assert [(change.source, change.kind) for change in changes.mentions] == [("beta", "now undecided")]


def test_a_rule_that_there_is_not_is_a_finding(tmp_path: Path) -> None:
    index = {"docs/glossary/index.md": "---\ntitle: Glossary\nrules_off: [comonest]\n---\nNames.\n"}
    files = files_of(tmp_path, TEXTS, index)
    assert [(finding.code, finding.line) for finding in files.findings if finding.path.endswith("index.md")] == [
        ("word-unknown", 3)
    ]
    assert files.rules_off == ()
