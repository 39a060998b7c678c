"""Folders take their place in one step, whatever happens to the process that writes them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from build_tools.website.writing import MANIFEST, DestinationError, put_site, stage_site, swapping, write
from build_tools.website.writing.imports import staged_import
from build_tools.website.writing.staging import remove_leftovers, staging_folder
from build_tools.website.writing.swapping import exchange
from tests.support.builds import ROOT
from tests.support.killing import NEW, OLD, build_site, tree

HOLD = """
import sys
from pathlib import Path
from build_tools.website.writing.staging import staging_folder
with staging_folder(Path(sys.argv[1])) as folder:
    (folder / "half.html").write_text("half")
    print(folder, flush=True)
    sys.stdin.read()
"""


@pytest.mark.parametrize("way", ["write", "site"])
@pytest.mark.parametrize("swap", ["exchange", "two-steps"])
def test_a_run_killed_at_any_moment_leaves_the_old_folder_or_the_new_one(way: str, swap: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.support.killing", str(tmp_path), way, swap]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    seen = json.loads(done.stdout)
    assert seen.pop("stray") == []
    assert seen["old"] and seen["new"]
    # Without the system's help there is one moment between two steps; the next run puts the old folder back.
    assert seen.pop("nothing", 0) == (swap == "two-steps")
    assert seen.keys() == {"moments", "old", "new"}


def test_what_a_live_run_builds_stays_and_what_a_dead_one_left_goes(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path / "site")]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout
        staged = Path(run.stdout.readline().strip())
        remove_leftovers(tmp_path / "site")
        assert (staged / "half.html").is_file()
        run.send_signal(signal.SIGKILL)
    assert staged.is_dir()
    remove_leftovers(tmp_path / "site")
    assert list(tmp_path.iterdir()) == []


def test_folders_of_others_beside_the_place_stay(tmp_path: Path) -> None:
    mine = [tmp_path / name for name in (".site.staging", ".site-1234abcd", ".other.staging-1234abcd", "site.old")]
    for folder in mine:
        folder.mkdir()
    build_site(OLD, tmp_path / "site")
    assert sorted(tmp_path.iterdir()) == sorted([*mine, tmp_path / "site"])


def test_a_staging_folder_is_gone_after_an_error_that_names_its_place(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space left") as raised, staging_folder(tmp_path / "site"):
        raise OSError(28, "No space left on device")
    assert raised.value.filename == str(tmp_path / "site")
    assert list(tmp_path.iterdir()) == []


def test_the_system_exchanges_two_folders_in_one_step(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name / name).mkdir(parents=True)
    if exchange(tmp_path / "a", tmp_path / "b"):
        assert (tmp_path / "a/b").is_dir() and (tmp_path / "b/a").is_dir()
        with pytest.raises(FileNotFoundError):
            exchange(tmp_path / "a", tmp_path / "missing")


def test_a_swap_that_the_disk_refuses_leaves_the_old_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_site(OLD, tmp_path / "site")
    monkeypatch.setattr(swapping, "exchange", lambda *_: False)
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if ".staging-" in self.name:
            raise OSError(16, "Device or resource busy", str(target))
        return rename(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", refuse)
        with pytest.raises(OSError, match="busy"):
            build_site(NEW, tmp_path / "site")
    assert tree(tmp_path / "site") == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_link_to_the_site_stays_a_link_and_permissions_stay(tmp_path: Path) -> None:
    build_site(OLD, tmp_path / "real")
    (tmp_path / "real").chmod(0o750)
    (tmp_path / "real/deep").chmod(0o700)
    (tmp_path / "site").symlink_to("real")
    build_site(NEW, tmp_path / "site")
    assert (tmp_path / "site").is_symlink()
    assert tree(tmp_path / "real") == NEW
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in ("real", "real/deep")] == [0o750, 0o700]


@pytest.mark.parametrize("name", ["notes.txt", "deep/notes.txt"])
def test_a_site_with_a_file_of_a_person_is_refused(name: str, tmp_path: Path) -> None:
    build_site(OLD, tmp_path / "site")
    (tmp_path / "site" / name).write_text("mine", encoding="utf-8")
    with pytest.raises(DestinationError, match=name):
        build_site(NEW, tmp_path / "site")
    assert tree(tmp_path / "site") == {**OLD, name: "mine"}


def test_a_page_that_a_person_edited_in_the_site_is_not_lost(tmp_path: Path) -> None:
    build_site(OLD, tmp_path / "site")
    (tmp_path / "site/a.html").write_text("mine", encoding="utf-8")
    with pytest.raises(DestinationError, match=r"a\.html"):
        build_site(NEW, tmp_path / "site")
    assert (tmp_path / "site/a.html").read_text("utf-8") == "mine"


def test_a_file_that_a_person_adds_while_the_site_is_built_is_not_lost(tmp_path: Path) -> None:
    build_site(OLD, tmp_path / "site")
    with stage_site(tmp_path / "site") as staged:
        (tmp_path / "site/late.txt").write_text("mine", encoding="utf-8")
        with pytest.raises(DestinationError, match=r"late\.txt"):
            put_site(staged, tmp_path / "site")
    assert tree(tmp_path / "site") == {**OLD, "late.txt": "mine"}


def test_hidden_files_of_a_person_stay_in_the_site(tmp_path: Path) -> None:
    build_site(OLD, tmp_path / "site")
    (tmp_path / "site/.git").mkdir()
    (tmp_path / "site/.git/config").write_text("mine", encoding="utf-8")
    (tmp_path / "site/.htaccess").write_text("mine", encoding="utf-8")
    build_site(NEW, tmp_path / "site")
    assert tree(tmp_path / "site").keys() == {*NEW, ".git/config"}
    assert (tmp_path / "site/.htaccess").read_text("utf-8") == "mine"


def test_a_site_from_before_there_was_a_list_is_taken_for_ours(tmp_path: Path) -> None:
    before = dict.fromkeys(("404.html", "index.html", "sitemap.xml", "assets/reader.css", "assets/reader.js"), "x")
    build_site(before, tmp_path / "site")
    (tmp_path / "site" / MANIFEST).unlink()
    build_site(NEW, tmp_path / "site")
    assert tree(tmp_path / "site") == NEW


def test_an_empty_folder_takes_a_site_and_a_mere_homepage_of_a_person_does_not(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    build_site(NEW, tmp_path / "empty")
    assert tree(tmp_path / "empty") == NEW
    (tmp_path / "home").mkdir()
    for name in ("404.html", "index.html", "sitemap.xml"):
        (tmp_path / "home" / name).write_text("mine", encoding="utf-8")
    with pytest.raises(DestinationError, match=r"404\.html"):
        build_site(NEW, tmp_path / "home")


def test_a_place_that_is_a_disk_of_its_own_is_refused() -> None:
    with pytest.raises(DestinationError, match="disk of its own"):
        write([], Path(os.sep))


@pytest.mark.parametrize("way", ["file", "pipe", "link", "folder"])
def test_what_bears_the_name_of_our_list_and_is_none_is_a_persons(way: str, tmp_path: Path) -> None:
    place, elsewhere = tmp_path / "site" / MANIFEST, tmp_path / "elsewhere"
    place.parent.mkdir()
    elsewhere.write_text("mine", encoding="utf-8")
    if way == "file":
        place.write_text("mine", encoding="utf-8")
    elif way == "pipe":
        os.mkfifo(place)
    elif way == "link":
        place.symlink_to(elsewhere)
    else:
        place.mkdir()
    before = place.lstat().st_ino
    with pytest.raises(DestinationError, match=MANIFEST):
        build_site(NEW, place.parent)
    with pytest.raises(DestinationError, match=MANIFEST):
        write([], place.parent)
    assert place.lstat().st_ino == before
    assert [path.name for path in place.parent.iterdir()] == [MANIFEST]
    assert elsewhere.read_text("utf-8") == "mine"


def test_two_texts_with_one_page_are_never_staged_both(tmp_path: Path) -> None:
    with staged_import(tmp_path) as staged:
        staged.add({"docs/sources/alpha.md": b"Alpha"}, ())
        with pytest.raises(FileExistsError):
            staged.add({"docs/sources/alpha.md": b"Beta"}, ())
        staged.put()
    assert (tmp_path / "docs/sources/alpha.md").read_bytes() == b"Alpha"
