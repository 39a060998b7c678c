"""What is no file of its own below docs/ and seeds/ is named in a finding, and is neither read nor published."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools.corpus.regular_files import LARGEST, LARGEST_PAGE
from build_tools.interfaces.cli import main
from tests.support import scratch
from tests.support.builds import ROOT, STOCK
from tests.support.matrix import some

HIDDEN = "Nobody may publish this.\n"
MKDOCS = "site_name: Strange\ntheme:\n  name: material\nplugins:\n  - reader\n"
SECONDS = 600  # after which a command is taken for one that never ends, on a busy machine too


def link(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


def link_to_each_other(path: Path) -> None:
    path.symlink_to("back")
    path.with_name("back").symlink_to(path.name)


def bind(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as bound:
        here = Path.cwd()
        os.chdir(path.parent)  # the address of a socket is short
        bound.bind(path.name)
        os.chdir(here)


def write(size: int) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.write_bytes(b"")
        os.truncate(path, size)

    return make


def instead_of_folder(path: Path) -> None:
    shutil.move(path, path.parent.parent / "moved")
    path.symlink_to(path.parent.parent / "moved")


STRANGE: Mapping[str, tuple[str, Callable[[Path], None]]] = {
    "a link among the assets": ("docs/assets/leak.txt", link("../../secret.txt")),
    "a link to an absolute path": ("docs/assets/leak.png", link("/etc/hostname")),
    "a link in place of a style sheet": ("docs/assets/reader.css", link("../../secret.txt")),
    "a dangling link": ("docs/assets/dangling.png", link("nowhere")),
    "a link to itself": ("docs/assets/self", link("self")),
    "two links to each other": ("docs/there", link_to_each_other),
    "a link to the folder it is in": ("docs/loop", link(".")),
    "a link to the root": ("docs/root", link("..")),
    "a link to a folder elsewhere": ("docs/outside", link("../elsewhere")),
    "a folder of assets elsewhere": ("docs/assets/more", link("../../elsewhere")),
    "a hidden link": ("docs/.hidden", link("../secret.txt")),
    "a link for an entry": ("docs/glossary/secret.md", link("../../secret.txt")),
    "a link for a page": ("docs/about.md", link("../secret.txt")),
    "a link for the page of a text": ("docs/sources/secret.md", link("../../secret.txt")),
    "a link to a file beside it": ("docs/glossary/twin.md", link("nordia.md")),
    "a linked glossary": ("docs/glossary", instead_of_folder),
    "linked pages of texts": ("docs/sources", instead_of_folder),
    "a linked docs": ("docs", instead_of_folder),
    "a link for a raw text": ("seeds/secret.txt", link("../secret.txt")),
    "a link to a folder of raw texts": ("seeds/more", link("../elsewhere")),
    "a link for the checksums": ("seeds/SHA256SUMS", link("../secret.txt")),
    "a pipe among the assets": ("docs/assets/pipe.png", os.mkfifo),
    "a pipe for an entry": ("docs/glossary/pipe.md", os.mkfifo),
    "a pipe for a page": ("docs/pipe.md", os.mkfifo),
    "a pipe for a raw text": ("seeds/pipe.txt", os.mkfifo),
    "a pipe for the checksums": ("seeds/SHA256SUMS", os.mkfifo),
    "a socket": ("docs/assets/socket", bind),
    "a socket for a page": ("docs/socket.md", bind),
    "a socket for a raw text": ("seeds/socket.txt", bind),
    "a folder for an entry": ("docs/glossary/folder.md", Path.mkdir),
    "a folder for a raw text": ("seeds/folder.txt", Path.mkdir),
    "a name that is not UTF-8": (os.fsdecode(b"docs/assets/caf\xe9.png"), write(1)),
    "a folder whose name is not UTF-8": (os.fsdecode(b"docs/caf\xe9"), Path.mkdir),
    "an entry whose name is not UTF-8": (os.fsdecode(b"docs/glossary/caf\xe9.md"), write(1)),
    "a raw text whose name is not UTF-8": (os.fsdecode(b"seeds/caf\xe9.txt"), write(1)),
    "a name of two lines": ("docs/assets/two\nlines.png", write(1)),
    "a page that is too large": ("docs/large.md", write(LARGEST_PAGE + 1)),
    "an entry that is too large": ("docs/glossary/large.md", write(LARGEST_PAGE + 1)),
    "a picture that is too large": ("docs/assets/large.png", write(LARGEST + 1)),
    "a raw text that is too large": ("seeds/large.txt", write(LARGEST + 1)),
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = Path(shutil.copytree(STOCK, tmp_path / "project"))
    scratch.begin_history(folder)
    (folder / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    (folder / "docs/assets").mkdir()
    (folder / "secret.txt").write_text(HIDDEN, encoding="utf-8")
    (folder / "elsewhere").mkdir()
    (folder / "elsewhere/secret.md").write_text(f"---\ntitle: Secret\n---\n{HIDDEN}", encoding="utf-8")
    (folder / "elsewhere/secret.txt").write_text(HIDDEN, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def put(project: Path, name: str) -> str:
    """Put a strange file into the project, and return how a finding names it."""
    path, make = STRANGE[name]
    if path == "seeds/SHA256SUMS":
        (project / path).unlink()
    make(project / path)
    return path.encode("utf-8", "backslashreplace").decode().replace("\n", r"\x0a")


def run(*words: str) -> Result:
    result = CliRunner().invoke(main, words)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def named(printed: str) -> Iterator[str]:
    codes = ("[file-unreadable]", "[seed-unreadable]", "[file-too-large]")
    lines = (line.removeprefix("ERROR   -  ") for line in printed.splitlines() if line.endswith(codes))
    return (line.partition(":1: ")[0] for line in lines)


@pytest.mark.parametrize("name", STRANGE)
def test_a_strange_file_is_named_and_nothing_is_written(name: str, project: Path) -> None:
    path = put(project, name)
    for command in ("check", "build"):
        result = run(command)
        if name == "a linked docs":
            path = "docs"
        assert result.exit_code == 1
        assert path in set(named(result.stderr)), result.stderr
        assert HIDDEN.strip() not in result.output
    assert not (project / "build").exists()


@pytest.mark.parametrize("name", some(list(STRANGE)))
def test_mkdocs_names_a_strange_file_and_builds_nothing(name: str, project: Path) -> None:
    path = put(project, name)
    done = mkdocs(project)
    assert done.returncode == 1
    assert path in set(named(done.stdout)), done.stdout
    assert not (project / "site").exists()


def test_all_strange_files_are_named_at_once_and_no_command_waits_for_them(project: Path) -> None:
    whole = [name for name in STRANGE if STRANGE[name][1] is not instead_of_folder and "checksums" not in name]
    paths = {put(project, name) for name in whole}
    assert paths <= set(named(run("check").stderr))
    done = mkdocs(project)
    assert paths <= set(named(done.stdout)) and done.returncode == 1
    for words in (("figures",), ("suggest",), ("changes", "HEAD"), ("explain", "letter", "1"), ("anchors",)):
        assert HIDDEN.strip() not in run(*words).output
    assert run("annotate", "--glossary", "docs/glossary", "seeds/letter.txt").exit_code == 1
    for words in (("segment",), ("new", "source"), ("annotate", "--glossary", "docs/glossary")):
        result = run(*words, "docs/pipe.md")
        assert result.exit_code == 1
        assert "docs/pipe.md:1: the file is a named pipe [file-unreadable]" in result.stderr


def test_a_file_without_the_right_to_read_it_is_named(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "docs/assets/private.png").write_bytes(b"x")
    access = os.access

    def refuse(path: Path, mode: int, **options: bool) -> bool:
        return "private" not in str(path) and access(path, mode, **options)

    monkeypatch.setattr(os, "access", refuse)
    assert "docs/assets/private.png:1: the file cannot be read: Permission denied" in run("check").stderr


def test_a_folder_without_the_right_to_read_it_is_named(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "docs/private").mkdir()
    scandir = os.scandir

    def refuse(folder: Path | str = ".") -> AbstractContextManager[Iterator[os.DirEntry[str]]]:
        if Path(folder).name == "private":
            raise PermissionError(13, "Permission denied", str(folder))
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    assert "docs/private:1: the folder cannot be read: Permission denied [file-unreadable]" in run("check").stderr


def test_the_raw_texts_may_be_kept_in_a_folder_elsewhere(project: Path) -> None:
    instead_of_folder(project / "seeds")
    assert run("check").stderr == ""
    assert run("build").exit_code == 0
    assert run("build", "--out", str(project.parent / "moved")).exit_code == 2


def test_the_locks_of_a_text_editor_are_passed_over(project: Path) -> None:
    (project / "docs/glossary/.#nordia.md").symlink_to("editor@host.1234:5678")
    assert run("check").stderr == ""


def test_a_file_of_the_largest_size_is_read(project: Path) -> None:
    text = (project / "docs/index.md").read_bytes()
    (project / "docs/index.md").write_bytes(text + b"\n" * (LARGEST_PAGE - len(text)))
    assert run("check").exit_code == 0


def mkdocs(project: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=SECONDS,
        check=False,
    )
