"""A corpus in git: when each file last changed, and its files at a revision. The only module that calls git.

No command touches a network, a working tree or the index; no clock is read.
"""

from __future__ import annotations

import hashlib
import os
import stat
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_tools.corpus.regular_files import LARGEST, list_pages
from build_tools.model.findings import Finding

READ = ("docs", "seeds", "anchors.lock", "corpus-statistics.json")
"""What an edition is made of, below its root; of docs/ the Markdown."""

PUBLISHED = ("docs", "overrides", "build_tools", "mkdocs.yml")
"""What else can change what readers see, where git does not list the files of a folder."""

WORK_TREE = "the working tree"
"""The name of the files as they are now, committed or not."""

_FILE = ("100644", "100755")
_PIECE = 1 << 20  # bytes
_ENVIRONMENT = {"GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}


@dataclass(frozen=True, slots=True)
class Tree:
    """The files of a corpus at one time: the bytes of those that are read, by path; the hash of every other file.

    `refused` are links, and files too large to be read; `name` is how the revision was asked for.
    """

    name: str
    files: Mapping[str, bytes]
    hashes: Mapping[str, str]
    refused: tuple[str, ...] = ()


def last_changes(root: Path) -> Mapping[str, str]:
    """Return the day (YYYY-MM-DD) of the last commit of each file below docs/, by path there.

    Empty without git, and in a shallow clone, where every file seems to have changed on the day of its oldest commit.
    """
    if _is_shallow(root):
        return {}
    command = ["log", "--format=%x00%cs", "--name-only", "--relative", "--", "docs"]
    output = _git(root, command)
    changed: dict[str, str] = {}
    for commit in (output or b"").decode("utf-8", "replace").split("\0")[1:]:
        day, *files = commit.split("\n")
        for file in files:
            if file.startswith("docs/"):
                changed.setdefault(file.removeprefix("docs/"), day)
    return changed


def check_history(root: Path) -> tuple[Finding, ...]:
    """Return one piece of advice where no page can say when it last changed, with the reason."""
    if _is_shallow(root):
        message = "the clone has only the newest commits, so no page says when it last changed"
        hint = "Fetch the others: git fetch --unshallow. In a workflow, check out with fetch-depth: 0."
        return (Finding("docs", 1, "history-shallow", message, hint),)
    has_texts = any(list_pages(root / "docs" / "sources", root))  # an edition just begun has nothing to date
    if has_texts and _git(root, ["rev-parse", "--verify", "--quiet", "HEAD"]) is None:
        message = "git knows no commit of this folder, so no page says when it last changed"
        hint = (
            'Commit the edition: git init, git add --all, git commit -m "Begin the edition". '
            "If it has a repository, build in a clone of it."
        )
        return (Finding("docs", 1, "history-missing", message, hint),)
    return ()


def _is_shallow(root: Path) -> bool:
    return _git(root, ["rev-parse", "--is-shallow-repository"]) == b"true\n"


def read_last_version(root: Path, path: str) -> tuple[str, bytes] | None:
    """Return the last committed version of a file below `root`, even a deleted one, after a revision that has it.

    None without git, where no commit has the file, or where a shallow clone lacks that commit.
    """
    last_change = _git(root, ["rev-list", "--max-count=1", "HEAD", "--", path]) or b""
    for revision in ("HEAD", f"{last_change.decode().strip()[:12]}~1"):
        data = _git(root, ["cat-file", "blob", f"{revision}:./{path}"])
        if data is not None:
            return revision, data
    return None


def current_commit(root: Path) -> str:
    """Return the hash of the commit that is checked out below a folder; "" where git knows none."""
    return (_git(root, ["rev-parse", "--verify", "--quiet", "HEAD"]) or b"").decode().strip()


def read_revision(root: Path, revision: str) -> Tree | None:
    """Return the files below `root` at a revision (a hash, a branch, a tag); None where git knows none."""
    resolved = _git(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"])
    if not resolved:
        return None
    commit = resolved.decode().strip()
    listed = _git(root, ["ls-tree", "-r", "-z", "-l", commit]) or b""
    wanted: dict[str, str] = {}
    hashes: dict[str, str] = {}
    refused = []
    for line in filter(None, listed.split(b"\0")):
        head, _, name = line.partition(b"\t")
        mode, _, blob, size = head.decode().split()
        path = name.decode("utf-8", "surrogateescape")
        if not _is_read(path):
            hashes[path] = f"{mode} {blob}"
        elif mode not in _FILE or int(size) > LARGEST:
            refused.append(path)
        else:
            wanted[path] = blob
    return Tree(revision, _contents(root, wanted), hashes, tuple(sorted(refused)))


def read_work_tree(root: Path) -> Tree:
    """Return the files below `root` as they are now, committed or not, without those that git is told to ignore.

    Below the folders that are read or published nothing is ignored: what lies there is published.
    """
    files: dict[str, bytes] = {}
    hashes: dict[str, str] = {}
    refused = []
    for file in _walk(root):
        path = file.relative_to(root).as_posix()
        status = file.lstat()
        mode = "120000" if file.is_symlink() else "100755" if status.st_mode & 0o100 else "100644"
        if not (stat.S_ISREG(status.st_mode) or stat.S_ISLNK(status.st_mode)):
            refused.append(path)  # a pipe, a socket or a device
        elif _is_read(path) and (mode not in _FILE or status.st_size > LARGEST):
            refused.append(path)
        elif _is_read(path):
            files[path] = file.read_bytes()
        else:
            hashes[path] = f"{mode} {_hash_as_git(file, status.st_size)}"
    return Tree(WORK_TREE, files, hashes, tuple(sorted(refused)))


def _hash_as_git(file: Path, size: int) -> str:
    """Return the hash by which git knows the bytes of a file, or the target of a link; a file is never held whole."""
    digest = hashlib.sha1(b"blob %d\0" % size, usedforsecurity=False)
    if file.is_symlink():
        digest.update(os.fsencode(file.readlink()))
    else:
        with file.open("rb") as opened:
            while piece := opened.read(_PIECE):
                digest.update(piece)
    return digest.hexdigest()


def _is_read(path: str) -> bool:
    top = path.partition("/")[0]
    return top in READ and (top != "docs" or (path.endswith(".md") and not path.startswith("docs/assets/")))


def _walk(root: Path) -> Iterator[Path]:
    """Yield the files and links below the folders that are read or published, and those that git lists elsewhere."""
    listed = _git(root, ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]) or b""
    names = (name.decode("utf-8", "surrogateescape") for name in filter(None, listed.split(b"\0")))
    # Git may list files behind a folder that has become a link; what is read must not lead there.
    files = {root / name for name in names if name.partition("/")[0] not in READ}
    for top in dict.fromkeys((*READ, *PUBLISHED)):
        place = root / top
        files.update(place.rglob("*") if place.is_dir() and not place.is_symlink() else (place,))
    for file in sorted(files):
        if (file.is_symlink() or (file.exists() and not file.is_dir())) and "__pycache__" not in file.parts:
            yield file


def _contents(root: Path, wanted: Mapping[str, str]) -> Mapping[str, bytes]:
    """Return the bytes of each blob, by path, in one call."""
    asked = "".join(f"{blob}\n" for blob in wanted.values()).encode()
    output = _git(root, ["cat-file", "--batch"], asked) or b""
    files = {}
    offset = 0
    for path in wanted:
        end = output.index(b"\n", offset)
        size = int(output[offset:end].rsplit(b" ", 1)[1])
        files[path] = output[end + 1 : end + 1 + size]
        offset = end + 1 + size + 1
    return files


def _git(root: Path, command: Sequence[str], given: bytes = b"") -> bytes | None:
    """Return what git prints; None where there is no git, no repository, or an error."""
    words = ["git", "-C", str(root), *command]
    try:
        done = subprocess.run(words, input=given, capture_output=True, check=True, env={**os.environ, **_ENVIRONMENT})  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout
