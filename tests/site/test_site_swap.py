"""The site that is served is whole at every moment: the last good one, or the new one."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from build_tools.interfaces.site_swap import SiteSwap
from build_tools.website.writing import MANIFEST
from tests.support.builds import ROOT, STOCK
from tests.support.matrix import FULL, some

MKDOCS = "site_name: A small edition\ntheme:\n  name: material\nplugins:\n  - reader\n"
ENTRY = "docs/glossary/nordia.md"
MOMENTS = 40 if FULL else 1
COMMANDS = {
    "mkdocs": (("-m", "mkdocs", "build", "--strict"), "site"),
    "build": (("-m", "build_tools", "build"), "build/docs"),
}


def start(edition: Path, *words: str, limit: int = 0) -> subprocess.Popen[str]:
    """Start Python with these words; with a limit, no file may have more blocks of 512 bytes than that."""
    environment = {"PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000"}
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    limited = ("sh", "-c", f'ulimit -f {limit}; exec "$@"', "sh") if limit else ()
    return subprocess.Popen(
        [*limited, sys.executable, *words],
        cwd=edition,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def run(edition: Path, *words: str, limit: int = 0) -> tuple[int, str]:
    with start(edition, *words, limit=limit) as process:
        printed, _ = process.communicate()
    return process.returncode, printed


def mkdocs(edition: Path, *options: str, limit: int = 0) -> tuple[int, str]:
    return run(edition, *COMMANDS["mkdocs"][0], *options, limit=limit)


def sums(folder: Path) -> Mapping[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def edit(edition: Path, notes: str) -> None:
    stock = (STOCK / ENTRY).read_text(encoding="utf-8")
    (edition / ENTRY).write_text(f"{stock.rstrip()}\n{notes}\n", encoding="utf-8")


@pytest.fixture
def edition(tmp_path: Path) -> Iterator[Path]:
    folder = Path(shutil.copytree(STOCK, tmp_path / "edition"))
    (folder / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    yield folder
    assert not list(folder.rglob(".*.staging-*"))


@pytest.mark.parametrize("command", some(list(COMMANDS)))
def test_a_build_killed_at_any_moment_leaves_the_old_site_or_the_new_one_whole(command: str, edition: Path) -> None:
    words, place = COMMANDS[command]
    states = {}
    seconds = 0.0
    for notes in ("Old notes.", "New notes."):
        edit(edition, notes)
        began = time.monotonic()
        assert run(edition, *words)[0] == 0
        states[notes] = sums(edition / place)
        seconds = time.monotonic() - began
    assert states["Old notes."] != states["New notes."]
    around = {path.name for path in edition.iterdir()} | {path.name for path in (edition / place).parent.iterdir()}
    for moment in range(MOMENTS):
        edit(edition, ("Old notes.", "New notes.")[moment % 2])
        with start(edition, *words) as process:
            time.sleep(seconds * (moment + 1) / (MOMENTS + 1))
            process.send_signal(signal.SIGKILL)
            process.communicate()
        assert sums(edition / place) in states.values()
    edit(edition, "Old notes.")
    assert run(edition, *words)[0] == 0
    assert sums(edition / place) == states["Old notes."]
    left = {path.name for path in edition.iterdir()} | {path.name for path in (edition / place).parent.iterdir()}
    assert left == around


def test_a_build_that_fails_leaves_the_last_good_site(edition: Path) -> None:
    assert mkdocs(edition)[0] == 0
    good = sums(edition / "site")
    edit(edition, "A [broken link](../nowhere.md).")
    code, printed = mkdocs(edition)
    assert code == 1 and "Aborted with 1 warnings in strict mode" in printed
    assert sums(edition / "site") == good
    (edition / ENTRY).write_text("no front matter", encoding="utf-8")
    code, printed = mkdocs(edition)
    assert code == 1 and "[front-matter-missing]" in printed
    assert sums(edition / "site") == good
    edit(edition, "New notes.")
    code, printed = mkdocs(edition, limit=60)
    assert code == 1 and "Traceback" not in printed
    assert f'The disk refused "{edition / "site"}": File too large.' in printed
    assert sums(edition / "site") == good


def test_a_page_that_nests_too_deeply_for_the_converter_is_one_sentence() -> None:
    with pytest.raises(PluginError, match=r"^A page nests .* than the converter of Markdown can follow\.$"):
        SiteSwap().fail(RecursionError("maximum recursion depth exceeded"))


def test_mkdocs_replaces_no_folder_of_a_person(edition: Path) -> None:
    (edition / "site").mkdir()
    (edition / "site/index.html").write_text("mine", encoding="utf-8")
    before = sums(edition)
    code, printed = mkdocs(edition)
    assert code == 1 and "Traceback" not in printed
    assert '"' + str(edition / "site") + '" has files that no build wrote, such as "index.html"' in printed
    assert sums(edition) == before


@pytest.mark.filterwarnings("ignore:user_configs:DeprecationWarning")  # where MkDocs keeps what mkdocs.yml says
def test_a_caller_finds_the_site_where_the_settings_say_and_a_dirty_build_goes_on_from_it(
    edition: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(edition)
    for dirty in (False, True):
        config = load_config(config_file=str(edition / "mkdocs.yml"))
        config.plugins.on_startup(command="gh-deploy", dirty=dirty)
        build_with_mkdocs(config, dirty=dirty)
        config.plugins.on_shutdown()
        assert config.site_dir == str(edition / "site")
        assert (edition / "site/glossary/nordia/index.html").is_file()
        assert (edition / "site" / MANIFEST).is_file()


def test_settings_may_leave_out_files_that_scripts_of_the_site_load(edition: Path) -> None:
    settings = edition / "mkdocs.yml"
    settings.write_text(f"{settings.read_text('utf-8')}exclude_docs: /data/why/\n", encoding="utf-8")
    code, printed = mkdocs(edition)
    assert code == 0, printed
    assert not [path for path in (edition / "site/data/why").rglob("*") if path.is_file()]
    assert list((edition / "site/data/search").iterdir())
