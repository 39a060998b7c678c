"""An edition begun in an empty folder: what is written, what is asked, what is refused."""

from __future__ import annotations

import json
import re
from importlib.metadata import Distribution
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml
from click.testing import CliRunner, Result

from build_tools.corpus.front_matter import parse_settings
from build_tools.interfaces.cli import main, new_edition_commands, run_reader
from tests.support.checkout import read

PINNED = re.compile(r"uses: (\S+@[0-9a-f]{40} # \S+)")


def begin(folder: Path, *words: str, typed: str = "") -> Result:
    result = CliRunner().invoke(run_reader, ["new", "edition", str(folder), *words], input=typed)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def run(*words: str) -> Result:
    return CliRunner().invoke(run_reader, words)


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    assert begin(tmp_path / "new", "--name", "Letters of Lumen", "--language", "en").exit_code == 0
    return tmp_path / "new"


def test_an_edition_needs_ten_lines_of_settings_at_most(edition: Path) -> None:
    settings = (edition / "mkdocs.yml").read_text(encoding="utf-8")
    assert len(settings.splitlines()) <= 10
    assert parse_settings(settings) is not None
    assert "Letters of Lumen" in settings


@pytest.mark.parametrize(
    "name", ['Letters: of "Lumen"', "No", "1990", "# Lumen", "Письма", "루멘의 편지", "a $b §c {d}"]
)
def test_any_name_is_written_as_text(tmp_path: Path, name: str) -> None:
    assert begin(tmp_path / "new", "--name", name, "--language", "en").exit_code == 0
    settings = (tmp_path / "new/mkdocs.yml").read_text(encoding="utf-8").replace("!ENV ", "")
    assert yaml.safe_load(settings)["site_name"] == name
    assert run("check", "--root", str(tmp_path / "new")).stdout == "0 texts, 0 entries, 0 mentions: no errors.\n"


def test_licence_and_address_are_where_readers_see_them(tmp_path: Path) -> None:
    words = ("--name", "Letters", "--language", "fr", "--licence", "CC0 1.0", "--address", "https://lumen.example/l/")
    assert begin(tmp_path / "new", *words, "--program", "reader @ git+https://code.example/r@0123").exit_code == 0
    settings = yaml.safe_load((tmp_path / "new/mkdocs.yml").read_text(encoding="utf-8").replace("!ENV ", ""))
    assert settings["site_url"] == ["SITE_URL", "https://lumen.example/l/"]
    assert settings["theme"]["language"] == "fr"
    assert settings["copyright"] == "CC0 1.0"
    assert read(tmp_path / "new/requirements.txt") == "reader @ git+https://code.example/r@0123\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--language", "en"), "say which name, --name NAME"),
        (("--name", "Letters"), "say which language, --language LANGUAGE"),
        (("--name", " ", "--language", "en"), "cannot be a name"),
        (("--name", "a\x07b", "--language", "en"), "cannot be a name"),
        (("--name", "Letters", "--language", "English"), '"English" is not a language tag'),
        (("--name", "Letters", "--language", "en", "--address", "lumen"), '"lumen" is not a web address'),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    refused = begin(tmp_path / "new", *words)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert said in refused.stderr
    assert not (tmp_path / "new").exists()


def test_a_folder_that_is_not_empty_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new/notes.txt").write_text("Mine.", encoding="utf-8")
    refused = begin(tmp_path / "new", "--name", "Letters", "--language", "en")
    assert refused.exit_code == 2
    assert "is not empty, and nothing was written" in refused.stderr
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["notes.txt"]


def test_the_clone_of_an_empty_repository_is_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "new/.git").mkdir(parents=True)
    assert begin(tmp_path / "new", "--name", "Letters", "--language", "en").exit_code == 0


def test_at_a_terminal_it_asks_for_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(new_edition_commands, "is_asked", lambda: True)
    done = begin(tmp_path / "new", typed="Letters of Lumen\nko\n\n\n")
    assert done.exit_code == 0, done.output
    settings = read(tmp_path / "new/mkdocs.yml")
    assert "site_name: Letters of Lumen" in settings and "language: ko" in settings and "CC BY 4.0" in settings


def test_what_came_from_a_repository_is_installed_from_there_again(monkeypatch: pytest.MonkeyPatch) -> None:
    origin = {"url": "https://code.example/reader", "vcs_info": {"vcs": "git", "commit_id": "0123abc"}}
    found: dict[str, str | None] = {"direct_url.json": json.dumps(origin)}

    def distribution(_: str) -> Distribution:
        return SimpleNamespace(read_text=found.get, version="1.2.3")  # type: ignore[return-value] # all that is asked

    monkeypatch.setattr(new_edition_commands, "distribution", distribution)
    said = new_edition_commands.installed_requirement()
    assert said == "seoul-moscow-reader @ git+https://code.example/reader@0123abc"
    found.clear()
    assert new_edition_commands.installed_requirement() == "seoul-moscow-reader==1.2.3"


def test_the_workflows_of_an_edition_use_the_actions_that_ours_use(root: Path, edition: Path) -> None:
    ours = {pin for file in (root / ".github/workflows").glob("*.yml") for pin in PINNED.findall(read(file))}
    for name in ("check", "publish"):
        text = read(edition / f".github/workflows/{name}.yml")
        assert set(PINNED.findall(text)) <= ours
        assert text.count("uses: ") == len(PINNED.findall(text))
        assert yaml.safe_load(text)["permissions"] == {}
        assert yaml.safe_load(text)["env"] == {"PUBLIC_LOG": "1"}
        assert "make " not in text and "pytest" not in text


def test_each_host_builds_strictly_and_says_where_the_site_is(edition: Path) -> None:
    for file in (".github/workflows/publish.yml", ".gitlab-ci.yml"):
        text = read(edition / file)
        assert all(word in text for word in ("reader check", "reader build", "SITE_URL", "REPO_URL", "EDIT_URI"))
        assert yaml.safe_load(text)


def test_a_page_of_the_program_is_begun_with_its_words(edition: Path) -> None:
    done = run("new", "page", "--root", str(edition), "house-style")
    assert (done.exit_code, done.stdout) == (0, "Wrote docs/house-style.md\n")
    assert "Head an entry with the form" in read(edition / "docs/house-style.md")
    assert run("check", "--root", str(edition)).exit_code == 0
    again = run("new", "page", "--root", str(edition), "house-style")
    assert again.exit_code == 2 and "exists already" in again.stderr


def test_the_site_is_built_only_where_settings_are(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "seeds").mkdir()
    for command in ("build", "serve"):
        refused = run(command, "--root", str(tmp_path))
        assert refused.exit_code == 2
        assert "There is no mkdocs.yml" in refused.stderr and "new edition" in refused.stderr


def test_build_means_the_site_to_readers_and_the_tree_to_older_scripts() -> None:
    assert run_reader.commands["build"] is main.commands["site"]
    assert main.commands["build"] is main.commands["tree"]
    assert set(run_reader.commands) == set(main.commands)
