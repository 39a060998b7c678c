"""A compiled glossary that was kept is the one that would be compiled anew, and anything else is none."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.corpus import glossary
from build_tools.editing.annotation import annotate, read_lexicon
from build_tools.editing.kept_lexicons import CACHE_VARIABLE
from build_tools.linking.affected_texts import linked_by
from build_tools.linking.compiled.lexicon_bytes import lexicon_as_bytes, lexicon_of_bytes
from build_tools.linking.compiled.part_automaton import PartAutomaton
from build_tools.linking.lexicon.automaton import Automaton
from build_tools.model import Entry
from build_tools.model.findings import Finding

ENOUGH = 240
ROLES = "roles: [{title: president}]\n"
PIECES = (
    *("K", "U.S.", "UN", "Kim", "Kimberley", "Größe", "朝鲜", "朝鲜半岛", "Hill 7", "fee", "fees", "a", "Mari 3n"),
    *("ß", "K:"),
)
GIVEN = ("Anna", "Otto", "Ida", "Karl")
TEXT = (
    "Anna Mari 3n met Otto Mari 3n; Mari 5n left Hill 7 of the Mint 12. K said: fees 9, Größe 21, “kind” fee 9.\n"
    "K: So be it, president Mari 4n. Visited Land 8. U.S. Land 18’s Foreign Office 2."
)


def fields_of(number: int) -> str:
    name = f"Mari {number % 30}n"
    kinds = (
        f"pref_label: {GIVEN[number % 4]} {name}\nkind: person\nshort_labels: [{name}]\n{ROLES}",
        f"pref_label: Hill {number}\nkind: place\nalt_labels: {{de: [Größe {number}]}}\nshared_labels: [Land {number}]",
        f"pref_label: Land {number} (state)\nkind: polity\nnot_within: [U.S. Land {number}]\nnot_in_sources: [b]\n",
        f"pref_label: fee {number}\nkind: concept\nalt_labels: [K, kind fee {number}]\nrelated: [e1]\n",
        f"pref_label: The Mint {number}\nkind: organisation\nalt_labels: [Foreign Office {number % 5}]\n",
    )
    return f"---\n{kinds[number % len(kinds)].rstrip()}\ndefinition: Number {number}.\n---\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "cache"))
    entries = tmp_path / "entries"
    entries.mkdir()
    for number in range(ENOUGH):
        (entries / f"e{number}.md").write_text(fields_of(number), encoding="utf-8")
    (entries / "odd.md").write_text("---\nkind: place\n---\n", encoding="utf-8")
    return entries


def kept(folder: Path) -> list[Path]:
    return sorted((folder.parent / "cache").glob("*.lexicon"))


def test_a_lexicon_comes_back_from_bytes_as_it_was(folder: Path) -> None:
    lexicon, _ = read_lexicon(folder)
    restored = lexicon_of_bytes(memoryview(lexicon_as_bytes(lexicon)))
    assert dict(restored.senses) == lexicon.senses
    assert dict(restored.persons) == lexicon.persons
    assert dict(restored.entries) == {key: linked_by(entry) for key, entry in lexicon.entries.items()}
    assert {key: restored.spellings.of_key(key) for key in restored.senses} == {
        key: lexicon.spellings.of_key(key) for key in lexicon.senses
    }
    for name in ("keys", "default_links"):
        assert [*getattr(restored, name)] == [*getattr(lexicon, name)]
    for name in ("pattern_types", "is_single_word", "quoted_patterns", "spelled_patterns", "restricted", "rules_off"):
        assert getattr(restored, name) == getattr(lexicon, name)
    assert dict(restored.full_names) == lexicon.full_names
    assert restored.namesakes == lexicon.namesakes
    assert vars(lexicon).keys() <= vars(restored).keys()


def test_the_second_time_it_is_read_as_it_was_kept(folder: Path) -> None:
    first, findings = read_lexicon(folder)
    (file,) = kept(folder)
    written = file.stat().st_mtime_ns
    second, again = read_lexicon(folder)
    assert again == findings != []
    assert annotate(TEXT, "a.txt", second) == annotate(TEXT, "a.txt", first)
    assert annotate(TEXT, "b.txt", second) == annotate(TEXT, "b.txt", first) != annotate(TEXT, "a.txt", first)
    assert kept(folder) == [file] and file.stat().st_size > 0 and written


@pytest.mark.parametrize(
    "edit",
    [
        lambda folder: (folder / "e1.md").write_text(fields_of(1).replace("Hill", "Hall"), encoding="utf-8"),
        lambda folder: (folder / "e1.md").unlink(),
        lambda folder: (folder / "e1.md").rename(folder / "f1.md"),
        lambda folder: (folder / "new.md").write_text("---\npref_label: New\nkind: place\n---\n", encoding="utf-8"),
        lambda folder: (folder / "index.md").write_text("---\nrules_off: [initials]\n---\n", encoding="utf-8"),
    ],
)
def test_another_content_is_another_glossary(folder: Path, edit: object) -> None:
    read_lexicon(folder)
    assert callable(edit)
    edit(folder)
    read_lexicon(folder)
    assert len(kept(folder)) == 2


def test_a_glossary_that_is_edited_while_it_is_compiled_is_not_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = glossary.load_glossary

    def load_and_edit(entries: Path, root: Path, language: str) -> tuple[tuple[Entry, ...], list[Finding]]:
        loaded = load(entries, root, language)
        (folder / "e1.md").write_text(fields_of(1).replace("Hill", "Hall"), encoding="utf-8")
        return loaded

    with monkeypatch.context() as patched:
        patched.setattr(glossary, "load_glossary", load_and_edit)
        assert annotate("Hill 1", "a.txt", read_lexicon(folder)[0])[0]
    lexicon, _ = read_lexicon(folder)
    assert annotate("Hall 1", "a.txt", lexicon)[0]
    assert not annotate("Hill 1", "a.txt", lexicon)[0]


@pytest.mark.parametrize("damage", [b"", b"no lexicon", None])
def test_what_is_damaged_is_compiled_anew(folder: Path, damage: bytes | None) -> None:
    first, _ = read_lexicon(folder)
    (file,) = kept(folder)
    data = bytearray(file.read_bytes())
    data[random.Random(17).randrange(len(data))] ^= 0xFF  # noqa: S311 - any place will do
    file.write_bytes(bytes(data) if damage is None else damage)
    assert annotate(TEXT, "a.txt", read_lexicon(folder)[0]) == annotate(TEXT, "a.txt", first)


def test_a_small_glossary_and_one_with_a_link_in_it_are_not_kept(folder: Path) -> None:
    (folder / "link.md").symlink_to(folder / "e1.md")
    read_lexicon(folder)
    assert kept(folder) == []
    (folder / "link.md").unlink()
    for number in range(100):
        (folder / f"e{number}.md").unlink()
    read_lexicon(folder)
    assert kept(folder) == []


def test_it_is_kept_nowhere_if_the_variable_is_empty_or_the_disk_refuses(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CACHE_VARIABLE, "")
    read_lexicon(folder)
    assert kept(folder) == []
    (folder.parent / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv(CACHE_VARIABLE, str(folder.parent / "file" / "cache"))
    assert read_lexicon(folder)[0].senses


def test_of_many_glossaries_the_ones_used_last_are_kept(folder: Path) -> None:
    for number in range(15):
        (folder / "new.md").write_text(f"---\npref_label: New {number}\nkind: place\n---\n", encoding="utf-8")
        read_lexicon(folder)
    assert len(kept(folder)) == 12


def test_to_annotate_a_text_only_what_it_takes_is_imported(tmp_path: Path) -> None:
    fields = "pref_label: Otto Brell\nkind: person\nshort_labels: [Brell]\n"
    (tmp_path / "one.md").write_text(f"---\n{fields}---\n", encoding="utf-8")
    text = "Otto Brell wrote. Then Cordula Brell met Brell on Monday Brell. M. Brell und Frau Brell. Тогда Brell."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    script = (
        "import sys\nfrom build_tools.interfaces.cli import main\nmain(sys.argv[1:], standalone_mode=False)\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    command = [sys.executable, "-c", script, "annotate", "--glossary", str(tmp_path), str(tmp_path / "a.txt")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, CACHE_VARIABLE: ""})
    imported = done.stderr.split()
    others = ("mkdocs", "babel", "edtf", "jinja2", "markdown", "citeproc", "build_tools.segmentation")
    assert '"id": "one"' in done.stdout
    assert {name for name in imported if name in others} == set()


@given(texts=st.lists(st.lists(st.sampled_from(PIECES)).map(" ".join), max_size=6))
def test_a_part_of_the_patterns_finds_what_all_of_them_find(texts: list[str]) -> None:
    keys = sorted({*PIECES, *(f"{one} {other}" for one in PIECES for other in PIECES[::3])})
    whole = Automaton.of_keys(keys, with_speakers=True)
    encoded = [pattern.encode() for pattern in whole.patterns]
    order = sorted(range(len(encoded)), key=encoded.__getitem__)
    part = PartAutomaton(encoded, order, whole.patterns, whole.keys, whole.key_pattern_count)
    part.fewest = 0
    for text in texts:
        assert part.look_up(f"{text}\n") == whole.look_up(f"{text}\n")
