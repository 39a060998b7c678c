"""What all tests share: the root, golden files, and the real site, built once and served."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from tests.serving import serving

ROOT = Path(__file__).resolve().parent.parent
REPO_URL = "https://github.com/example/reader"
"""A repository on the host that Material would ask for its stars: no page may."""

# The same examples on every run, and none too slow to count.
settings.register_profile("house", derandomize=True, deadline=None, database=None)
settings.load_profile("house")


@dataclass(frozen=True)
class Site:
    """A built site: its folder, the address it is served at, what MkDocs printed."""

    folder: Path
    url: str
    log: str


def build(folder: Path, *, root: Path = ROOT, options: tuple[str, ...] = (), **environment: str) -> str:
    """Build the site strictly into `folder` and return what MkDocs printed; `environment` is all it knows of us."""
    fixed = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    fixed |= {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder), *options],
        cwd=root,
        env=fixed | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew; then read the diff")


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """A check that a text equals a golden file, byte for byte; with --update-golden it writes the file instead."""
    update = bool(request.config.getoption("--update-golden"))

    def check(path: Path, actual: str) -> None:
        if update:
            path.write_bytes(actual.encode())
        assert path.is_file(), f"{path} is missing: run pytest --update-golden and read what it writes"
        assert actual == path.read_bytes().decode(), f"{path} differs: if rightly, run pytest --update-golden"

    return check


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The real site, built once for the address it is then served at."""
    folder = tmp_path_factory.mktemp("site")
    with serving(folder) as server:
        log = build(folder, SITE_URL=server.url, REPO_URL=REPO_URL)
        yield Site(folder, server.url, log)
