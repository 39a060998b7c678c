"""The annotate command as people type it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools.interfaces.cli import main


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    entries = {
        "atlantis": "pref_label: Atlantis\nkind: polity\nnot_within: [Atlantis Times]\n",
        "roe": "pref_label: Edward Roe\nkind: person\nshort_labels: [Roe]\nroles: [{title: Ambassador, from: 1960}]\n",
        "mint": "pref_label: The Mint\nkind: organisation\nalt_labels: [Coin Office]\n",
        "office": "pref_label: Coin Court\nkind: place\nalt_labels: [Coin Office]\nnotation: x1\n",
    }
    for name, fields in entries.items():
        (tmp_path / f"{name}.md").write_text(f"---\n{fields}---\n", encoding="utf-8")
    return tmp_path


def annotate(folder: Path, *texts: str) -> Result:
    return CliRunner().invoke(main, ["annotate", "--glossary", str(folder), *texts])


def test_any_text_is_annotated_one_json_object_a_line(folder: Path, tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("Ambassador Edward\nRoe of Atlantis\n\nreads the Atlantis Times.", encoding="utf-8")
    done = annotate(folder, str(text))
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.exit_code == 0
    assert [(one["body"]["id"], one["target"]["selector"][1]["exact"]) for one in lines] == [
        ("roe", "Edward\nRoe"), ("atlantis", "Atlantis"),
    ]  # fmt: skip
    assert {one["target"]["source"] for one in lines} == {str(text)}


def test_what_stays_undecided_is_advice_on_standard_error_and_no_failure(folder: Path, tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("One.\n\nThe Coin Office closed.", encoding="utf-8")
    done = annotate(folder, str(text))
    assert (done.exit_code, done.stdout) == (0, "")
    assert f'{text}:3: advice: "Coin Office" stays unlinked: several owners (mint, office)' in done.stderr


def test_a_byte_order_mark_counts_as_the_character_it_is(folder: Path, tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_bytes(b"\xef\xbb\xbfAtlantis")
    position = json.loads(annotate(folder, str(text)).stdout)["target"]["selector"][0]
    assert (position["start"], position["end"]) == (1, 9)


def test_a_text_that_is_not_utf8_and_an_entry_that_cannot_be_read_are_findings(folder: Path, tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_bytes(b"Atlantis \xff")
    (folder / "broken.md").write_text('---\npref_label: "x\n---\n', encoding="utf-8")
    (folder / "blank.md").write_text('---\npref_label: X\nkind: place\nalt_labels: ["…"]\n---\n', encoding="utf-8")
    done = annotate(folder, str(text))
    assert done.exit_code == 1
    assert "Traceback" not in done.stderr
    assert {"[file-not-utf8]", "[front-matter-broken]", "[label-empty]"} <= set(done.stderr.split())


def test_an_empty_text_has_no_annotations(folder: Path, tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_bytes(b"")
    done = annotate(folder, str(text))
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")


def brells(tmp_path: Path) -> tuple[Path, list[str]]:
    """A folder with two persons of one surname, and texts, of which the last has only the surname."""
    folder = tmp_path / "people"
    folder.mkdir()
    for name in ("otto", "anna"):
        fields = f"pref_label: {name.title()} Brell\nkind: person\nshort_labels: [Brell]\n"
        (folder / f"{name}.md").write_text(f"---\n{fields}---\n", encoding="utf-8")
    texts = {"one": "Otto Brell. Otto Brell.", "two": "Otto Brell. Otto Brell.", "three": "Anna? Brell!"}
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder, [str(tmp_path / f"{name}.txt") for name in texts]


def test_the_texts_of_one_call_are_read_together(tmp_path: Path) -> None:
    folder, texts = brells(tmp_path)
    last = json.loads(annotate(folder, *texts).stdout.splitlines()[-1])
    assert (last["body"]["id"], last["rule"]) == ("otto", "short_label: commonest in the corpus")
    alone = annotate(folder, texts[-1])
    assert alone.stdout == ""
    assert 'Keep it under "short_labels" in the one it names by default' in alone.stderr


def test_the_counts_of_parts_of_a_corpus_annotate_one_text_as_the_whole_does(tmp_path: Path) -> None:
    folder, texts = brells(tmp_path)
    options = []
    for number, part in enumerate((texts[:1], texts[1:])):
        counted = CliRunner().invoke(main, ["count", "--glossary", str(folder), *part])
        assert counted.exit_code == 0
        file = tmp_path / f"{number}.json"
        file.write_text(counted.stdout, encoding="utf-8")
        options += ["--counts", str(file)]
    whole = annotate(folder, *texts).stdout.splitlines()[-1:]
    assert annotate(folder, *options, texts[-1]).stdout.splitlines() == whole


def test_a_file_that_is_no_counts_is_refused(tmp_path: Path) -> None:
    folder, texts = brells(tmp_path)
    done = annotate(folder, "--counts", texts[0], texts[-1])
    assert done.exit_code == 2
    assert "is no file of counts: make one with the command count." in done.stderr


@pytest.mark.parametrize("command", ["annotate", "count"])
def test_a_folder_without_entries_is_refused(tmp_path: Path, command: str) -> None:
    text, folder = tmp_path / "a.txt", tmp_path / "folder"
    text.write_text("Atlantis", encoding="utf-8")
    folder.mkdir()
    (folder / "index.md").write_text("---\ntitle: Entries\n---\n", encoding="utf-8")
    done = CliRunner().invoke(main, [command, "--glossary", str(folder), str(text)])
    assert (done.exit_code, done.stdout) == (2, "")
    assert f'"{folder}" has no entry: name the folder that holds the entries, such as docs/glossary.' in done.stderr


@pytest.mark.parametrize("base", ["example.org", "ftp://example.org/", "https://example.org/a b", "https://"])
def test_a_base_that_is_no_web_address_is_refused(folder: Path, tmp_path: Path, base: str) -> None:
    text = tmp_path / "a.txt"
    text.write_text("Atlantis", encoding="utf-8")
    done = annotate(folder, "--base", base, str(text))
    assert (done.exit_code, done.stdout) == (2, "")
    assert f'--base: "{base}" is not a web address.' in done.stderr
