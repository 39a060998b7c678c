"""What all tests share: the root, golden files, and the real site, built once and served to every worker."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import settings

from build_tools.interfaces import PUBLIC_LOG
from tests.support.builds import REPO_URL, ROOT, Site, build
from tests.support.hostile_edition import HostileSite, lay_out_hostile_edition
from tests.support.matrix import FULL
from tests.support.serving import serving

pytest_plugins = ("tests.support.browsing",)

# The same examples on every run, and none too slow to count.
settings.register_profile("quick", derandomize=True, deadline=None, database=None, max_examples=25)
settings.register_profile("full", settings.get_profile("quick"), max_examples=100)
settings.load_profile("full" if FULL else "quick")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew; then read the diff")


@dataclass(frozen=True)
class SharedSite:
    """Where the one site of a test run is built and served: by this process, or by the one that started it."""

    folder: Path
    url: str


HOSTILE_ADDRESS = "http://127.0.0.1/reader/"
"""The address of the hostile site, but for the port, which each worker has of its own."""

SHARED = pytest.StashKey[SharedSite]()
CLOSING = pytest.StashKey[ExitStack]()


def pytest_configure(config: pytest.Config) -> None:
    """Serve the folder of the real site from the first process, so that its address outlives every worker."""
    given: dict[str, str] | None = getattr(config, "workerinput", None)
    if given is not None:
        config.stash[SHARED] = SharedSite(Path(given["site_folder"]), given["site_url"])
        return
    closing = ExitStack()
    folder = Path(closing.enter_context(tempfile.TemporaryDirectory(prefix="site-"))) / "site"
    folder.mkdir()
    server = closing.enter_context(serving(folder))
    config.stash[SHARED] = SharedSite(folder, server.url)
    config.stash[CLOSING] = closing


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:  # noqa: ANN401 - pytest-xdist's own class has no public name
    """Tell a worker where the site of this run is."""
    shared = node.config.stash[SHARED]
    node.workerinput |= {"site_folder": str(shared.folder), "site_url": shared.url}


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server and delete the site."""
    if closing := config.stash.get(CLOSING, None):
        closing.close()


@pytest.fixture(autouse=True)
def _log_is_public_where_a_test_says_so() -> Iterator[None]:
    """Whatever the workflow says, which counts for the site of the project alone."""
    public = os.environ.pop(PUBLIC_LOG, None)
    yield
    if public is not None:
        os.environ[PUBLIC_LOG] = public


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
def site(request: pytest.FixtureRequest) -> Site:
    """The real site, built once for the address it is served at: the first to ask builds it, the others wait."""
    shared = request.config.stash[SHARED]
    log = shared.folder.with_suffix(".log")
    with FileLock(shared.folder.with_suffix(".lock")):
        if not log.is_file():
            log.write_text(build(shared.folder, SITE_URL=shared.url, REPO_URL=REPO_URL, API="true"), encoding="utf-8")
    return Site(shared.folder, shared.url, log.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def hostile_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[HostileSite]:
    """A hostile edition, built strictly and once for all workers, each of which serves it at an address of its own."""
    edition = lay_out_hostile_edition(tmp_path_factory.mktemp("hostile") / "project")
    folder = request.config.stash[SHARED].folder.with_name("hostile")
    built = folder.with_suffix(".built")
    with FileLock(folder.with_suffix(".lock")):
        if not built.is_file():
            build(folder, root=edition.project, SITE_URL=HOSTILE_ADDRESS, REPO_URL=REPO_URL)
            built.touch()
    with serving(folder) as server:
        yield HostileSite(edition, folder, server.url)
