"""An edition divided into collections: each is an edition of its own, linked as the whole is."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from build_tools.editing.splitting.shares import divide_texts
from build_tools.edition.reading import read_edition
from build_tools.interfaces.cli import main
from build_tools.model.findings import ERROR
from tests.support.builds import ROOT
from tests.support.invented import source
from tests.support.many_texts import lay_out_many_texts


def split(edition: Path, out: Path, *words: str) -> Result:
    result = CliRunner().invoke(main, ["collections", "split", str(edition), str(out), *words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def editions(out: Path) -> list[Path]:
    return sorted(settings.parent for settings in out.glob("*/mkdocs.yml"))


@pytest.fixture(scope="module")
def divided(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition of this repository, two texts to a collection at most."""
    out = tmp_path_factory.mktemp("divided") / "out"
    assert split(ROOT, out, "--texts", "2", "--address", "https://texts.example/r/").exit_code == 0
    return out


def test_links_are_those_of_the_whole_edition(divided: Path) -> None:
    whole = read_edition(ROOT, "en")
    parts = [read_edition(folder, "en") for folder in editions(divided)]
    mentions = {text: found for part in parts for text, found in part.mentions.items()}
    assert mentions == dict(whole.mentions)
    assert len(parts) > 1 and sum(len(part.documents) for part in parts) == len(whole.documents)
    undecided = sorted(place for part in parts for place in map(repr, part.undecided))
    assert undecided == sorted(map(repr, whole.undecided))


def test_every_collection_is_an_edition_without_errors(divided: Path) -> None:
    for folder in editions(divided):
        faults = [finding for finding in read_edition(folder, "en").findings if finding.severity == ERROR]
        assert faults == []


@pytest.mark.parametrize(
    ("extra", "others"),
    [
        ("", {}),
        ("extra: {generator: false}\n", {"generator": False}),
        ("extra: # ours\n    generator: false\n    social: []\n", {"generator": False, "social": []}),
        ("extra:\n\n# ours\n  generator: false\n", {"generator": False}),
    ],
)
def test_the_settings_of_a_collection_lead_up_to_the_whole_beside_what_they_have(
    tmp_path: Path, extra: str, others: dict[str, object]
) -> None:
    edition = lay_out_many_texts(tmp_path / "whole", 4, 1)
    with (edition / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(extra)
    assert split(edition, tmp_path / "out", "--texts", "2").exit_code == 0
    for folder in editions(tmp_path / "out"):
        found = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))
        assert found["extra"] == {"part_of": {"name": "The Tide Reader", "address": "../"}, **others}


def test_what_no_collection_has_is_named_with_the_reason(divided: Path) -> None:
    rows = [line.split("\t") for line in (divided / "left-out.tsv").read_text(encoding="utf-8").splitlines()]
    written = {file.relative_to(folder).as_posix() for folder in editions(divided) for file in folder.rglob("*.md")}
    there = {file.relative_to(ROOT).as_posix() for file in (ROOT / "docs").rglob("*.md")}
    assert {path for path, _ in rows[1:]} == (there - written) | {"docs/index.md"}  # each has a first page of its own
    assert all(reason for _, reason in rows)


def test_a_register_is_where_all_its_texts_are_or_a_page_refers_to_it(divided: Path) -> None:
    for folder in editions(divided):
        reading = read_edition(folder, "en")
        own = {document.source.id for document in reading.documents}
        pages = {file.stem: file.read_text(encoding="utf-8") for file in (folder / "docs").rglob("*.md")}
        for item in reading.registers.discrepancies:
            is_named = any(f"{item.id}.md" in text for stem, text in pages.items() if stem != item.id)
            assert {passage.source for passage in item.says} <= own or is_named


def test_the_same_edition_gives_the_same_bytes(divided: Path, tmp_path: Path) -> None:
    split(ROOT, tmp_path / "again", "--texts", "2", "--address", "https://texts.example/r/")
    first, again = (
        {file.relative_to(out): file.read_bytes() for file in out.rglob("*") if file.is_file()}
        for out in (divided, tmp_path / "again")
    )
    assert first == again


def lay_out_namesakes(root: Path) -> Path:
    """Texts of which the first name a person in full, and the last by a surname that another person has too."""
    lay_out_many_texts(root, 40, 0)
    for given in ("Otto", "Anna"):
        page = f"---\npref_label: {given} Brell\nkind: person\ndefinition: keeper\nshort_labels: [Brell]\n---\n"
        (root / f"docs/glossary/{given.lower()}-brell.md").write_text(page, encoding="utf-8")
    for text, words in {"t1": "Otto Brell came. " * 9, "t35": "Then Brell spoke of the weather."}.items():
        seed = root / f"seeds/{text}.txt"
        seed.write_text(f"{seed.read_text(encoding='utf-8')}\n{words}\n", encoding="utf-8")
    seeds = sorted((root / "seeds").glob("*.txt"))
    sums = "".join(f"{sha256(seed.read_bytes()).hexdigest()}  {seed.name}\n" for seed in seeds)
    (root / "seeds/SHA256SUMS").write_text(sums, encoding="utf-8")
    return root


def test_namesakes_are_told_apart_as_in_the_whole(tmp_path: Path) -> None:
    root = lay_out_namesakes(tmp_path / "whole")
    assert split(root, tmp_path / "out", "--texts", "12").exit_code == 0
    parts = {folder.name: read_edition(folder, "en") for folder in editions(tmp_path / "out")}
    homes = {text: name for name, part in parts.items() for text in part.mentions}
    assert homes["t1"] != homes["t35"]
    mentions = {text: found for part in parts.values() for text, found in part.mentions.items()}
    assert [mention.entry for mention in mentions["t35"] if mention.exact == "Brell"] == ["otto-brell"]
    assert mentions == dict(read_edition(root, "en").mentions)


def test_an_entry_that_no_text_names_is_with_a_text_that_it_cites(tmp_path: Path) -> None:
    root = lay_out_many_texts(tmp_path / "whole", 30, 6)
    split(root, tmp_path / "out", "--texts", "12")
    for number in range(1, 7):
        homes = [
            folder for folder in editions(tmp_path / "out") if (folder / f"docs/glossary/meeting-{number}.md").exists()
        ]
        assert len(homes) == 1
        assert (homes[0] / f"seeds/t{number + 1}.txt").exists()


def test_a_new_text_moves_few_others() -> None:
    texts = [source(f"text-{number}", issued=f"19{number % 90 + 10}-03") for number in range(1000)]
    before = {text: part.id for part in divide_texts(texts, 100) for text in part.texts}
    after = {
        text: part.id for part in divide_texts([*texts, source("new", issued="1960-03")], 100) for text in part.texts
    }
    assert sum(before[text] != after[text] for text in before) <= 100
    assert max(len(part.texts) for part in divide_texts(texts, 100)) <= 100


def test_texts_can_be_divided_by_what_they_have_in_common(tmp_path: Path) -> None:
    root = lay_out_many_texts(tmp_path / "whole", 30, 3)
    assert split(root, tmp_path / "out", "--by", "genre").exit_code == 0
    assert [folder.name for folder in editions(tmp_path / "out")] == ["report", "speech"]


def test_the_id_of_a_collection_is_one_that_a_router_takes() -> None:
    letters = [source("a", genre="personal_communication"), source("b", genre="report")]
    assert [part.id for part in divide_texts(letters, 5, "genre")] == ["personal-communication", "report"]


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/notes.txt").write_text("mine", encoding="utf-8")
    result = split(ROOT, tmp_path / "mine")
    assert result.exit_code == 2 and "notes.txt" in result.stderr


def test_what_was_built_in_a_collection_stays_when_the_edition_is_divided_again(tmp_path: Path) -> None:
    root = lay_out_many_texts(tmp_path / "whole", 6, 0)
    assert split(root, tmp_path / "out").exit_code == 0
    page = tmp_path / "out/beginning/site/index.html"
    page.parent.mkdir()
    page.write_text("built", encoding="utf-8")
    (root / "docs/glossary/ada-brennt.md").write_text(
        "---\npref_label: Ada Brennt\nkind: person\ndefinition: pilot\n---\n"
    )
    assert split(root, tmp_path / "out").exit_code == 0
    assert page.read_text(encoding="utf-8") == "built"
    assert "pilot" in (tmp_path / "out/beginning/docs/glossary/ada-brennt.md").read_text(encoding="utf-8")


def test_nothing_is_divided_into_the_edition_itself(tmp_path: Path) -> None:
    root = lay_out_many_texts(tmp_path / "whole", 6, 0)
    for folder in ("docs/parts", "seeds", "."):
        result = split(root, root / folder)
        assert result.exit_code == 2 and "name another folder" in result.stderr


def test_an_edition_with_errors_is_not_divided(tmp_path: Path) -> None:
    root = lay_out_many_texts(tmp_path / "whole", 3, 0)
    (root / "seeds/t1.txt").write_text("Other words.", encoding="utf-8")
    result = split(root, tmp_path / "out")
    assert result.exit_code == 1 and "seed-changed" in result.stderr
    assert not (tmp_path / "out").exists()


def test_counts_that_were_changed_are_a_finding(divided: Path, tmp_path: Path) -> None:
    folder = tmp_path / "part"
    shutil.copytree(editions(divided)[0], folder)
    file = folder / "corpus-statistics.json"
    file.write_text(file.read_text(encoding="utf-8").replace('"Seoul": ', '"Seoul": 1'), encoding="utf-8")
    assert "statistics-unreadable" in {finding.code for finding in read_edition(folder, "en").findings}


def test_a_name_among_the_checksums_that_is_not_utf_8_is_no_obstacle(tmp_path: Path) -> None:
    root = lay_out_many_texts(tmp_path / "whole", 3, 0)
    with (root / "seeds/SHA256SUMS").open("ab") as sums:
        sums.write(b"0" * 64 + b"  scans/caf\xe9.tif\n")
    result = split(root, tmp_path / "out")
    assert result.exit_code == 0, result.output
