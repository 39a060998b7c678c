"""What `build` writes beside the pages: assets, templates, and the settings for whatever publishes them."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from build_tools.interfaces.cli import main
from tests.support.builds import STOCK

SETTINGS = """\
site_name: Letters of Anna Vane
site_url: https://letters.example/
theme: {name: material, language: en, custom_dir: ours}
plugins:
  - reader
  - mkdocstrings: {handlers: {python: {paths: [code]}}}
"""


class Loader(yaml.SafeLoader):
    """Reads a variable as its name and what it is without one."""


def read_variable(loader: Loader, node: yaml.Node) -> list[str]:
    assert isinstance(node, yaml.SequenceNode)
    return list(map(str, loader.construct_sequence(node)))


Loader.add_constructor("!ENV", read_variable)


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(STOCK, tmp_path / "edition"))
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (folder / "ours").mkdir()
    (folder / "ours/404.html").write_text("not here", encoding="utf-8")
    (folder / "docs/assets").mkdir()
    (folder / "docs/assets/card.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    return folder


def run(edition: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["build", "--root", str(edition), *words])


def settings_of(edition: Path) -> dict[str, Any]:
    loaded = yaml.load((edition / "build/docs.yml").read_text("utf-8"), Loader=Loader)  # noqa: S506 - a safe one
    assert isinstance(loaded, dict)
    return loaded


def test_the_settings_say_what_those_of_the_edition_say(edition: Path) -> None:
    assert run(edition).exit_code == 0
    settings = settings_of(edition)
    assert (settings["site_name"], settings["site_url"]) == ("Letters of Anna Vane", "https://letters.example/")
    assert settings["theme"]["name"] == ["SITE_THEME", "material"]
    assert settings["plugins"] == [
        {"mkdocstrings": {"handlers": {"python": {"paths": ["../code"]}}}},
        {"search": {"enabled": False}},
    ]
    cited = (edition / "build/docs/cite/letter.bib").read_text("utf-8")
    assert "{https://letters.example/sources/letter/}" in cited


def test_the_language_of_the_site_is_the_one_that_the_theme_is_told(edition: Path) -> None:
    texts = []
    for language in ("en", "ko"):
        settings = SETTINGS.replace("language: en", f"language: {language}")
        (edition / "mkdocs.yml").write_text(settings, encoding="utf-8")
        assert run(edition).exit_code == 0
        assert settings_of(edition)["theme"]["language"] == language
        texts.append((edition / "build/docs/sources/letter.md").read_text("utf-8"))
    # A text in English is marked as foreign on a site in Korean.
    assert ['lang="en"' in text for text in texts] == [False, True]


def test_the_name_and_the_address_can_be_others(edition: Path) -> None:
    assert run(edition, "--site-name", "Vane", "--site-url", "https://vane.example/").exit_code == 0
    settings = settings_of(edition)
    assert (settings["site_name"], settings["extra"]["home"]) == ("Vane", "https://vane.example")


def test_without_a_repository_no_generator_knows_a_way_to_a_file(edition: Path) -> None:
    (edition / "mkdocs.yml").write_text(f"{SETTINGS}edit_uri: edit/main/docs/\n", encoding="utf-8")
    assert run(edition).exit_code == 0
    assert not {"repo_url", "edit_uri"} & settings_of(edition).keys()
    (edition / "mkdocs.yml").write_text(f"{SETTINGS}repo_url: https://github.com/vane/letters\n", encoding="utf-8")
    assert run(edition).exit_code == 0
    assert settings_of(edition)["extra"]["repository"]["edit"] == "https://github.com/vane/letters/edit/master/docs/"


def test_a_template_of_the_edition_is_in_the_place_of_ours(edition: Path) -> None:
    assert run(edition).exit_code == 0
    theme = edition / "build" / settings_of(edition)["theme"]["custom_dir"]
    assert (theme / "404.html").read_text("utf-8") == "not here"
    assert (theme / "main.html").is_file()


def test_what_an_asset_is_made_of_is_not_published(edition: Path) -> None:
    assert run(edition).exit_code == 0
    assert not (edition / "build/docs/assets/card.svg").exists()
    assert (edition / "build/docs/assets/reader.css").stat().st_size > 10_000


def test_an_edition_without_settings_has_the_defaults(edition: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (edition / "mkdocs.yml").unlink()
    monkeypatch.setenv("SITE_NAME", "From the environment")
    assert run(edition).exit_code == 0
    assert settings_of(edition)["site_name"] == "From the environment"


def test_settings_of_a_person_beside_the_tree_are_not_replaced(edition: Path) -> None:
    (edition / "build").mkdir()
    (edition / "build/docs.yml").write_text("site_name: mine\n", encoding="utf-8")
    refused = run(edition)
    assert refused.exit_code == 2
    assert refused.stderr.startswith(f'"{edition}/build/docs.yml" is not as a build writes it')
    assert [path.name for path in (edition / "build").iterdir()] == ["docs.yml"]


def test_settings_that_mkdocs_refuses_stop_the_build(edition: Path) -> None:
    (edition / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
    refused = run(edition)
    assert refused.exit_code == 1
    assert "Traceback" not in refused.output
    assert not (edition / "build").exists()
