"""Editing with the site on screen: one change, one rebuild."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.support.browsing import field
from tests.support.projects import small_project

PATIENT = 300
"""Seconds after which a server will not do what it is to do, on a machine that is busy with other things too."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def waited(condition: Callable[[], bool], seconds: float) -> bool:
    """Whether the condition came true in time; looks ten times a second."""
    for _ in range(int(seconds * 10)):
        if condition():
            return True
        time.sleep(0.1)
    return False


@contextmanager
def editing(tree: Path, log: Path) -> Iterator[str]:
    """`make serve` on a copy of the project; yields the address."""
    address = f"127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}
    for name in ("SITE_URL", "REPO_URL", "EDIT_URI"):
        environment.pop(name, None)
    with log.open("wb") as out:
        server = subprocess.Popen(command, cwd=tree, env=environment, stdout=out, stderr=subprocess.STDOUT)
        try:
            assert waited(lambda: "Serving on" in log.read_text("utf-8"), PATIENT), log.read_text("utf-8")
            yield f"http://{address}/"
        finally:
            server.terminate()
            server.wait(PATIENT)


def test_an_editor_changes_a_definition_and_sees_it_after_one_rebuild(page: Page, tmp_path: Path) -> None:
    tree, log = small_project(tmp_path / "tree"), tmp_path / "log"
    entry = tree / "docs/glossary/port.md"
    old, new = field(entry, "definition"), "A sentence that an editor has just written."
    with editing(tree, log) as address:
        page.goto(f"{address}glossary/port/")
        expect(page.locator(".definition")).to_contain_text(old[:40])
        entry.write_text(entry.read_text("utf-8").replace(old, new), encoding="utf-8")
        # The page reloads by itself.
        expect(page.locator(".definition")).to_contain_text(new)
        # A second rebuild would begin at once, and say so.
        assert not waited(lambda: log.read_text("utf-8").count("Building documentation") > 2, 3)
        page.goto("about:blank")
    assert log.read_text("utf-8").count("Building documentation") == 2
    assert "Traceback" not in log.read_text("utf-8")


def test_a_broken_entry_stops_neither_the_start_of_the_server_nor_its_work(page: Page, tmp_path: Path) -> None:
    tree, log = small_project(tmp_path / "tree"), tmp_path / "log"
    entry = tree / "docs/glossary/port.md"
    good = entry.read_text("utf-8")
    broken = good.replace("kind: place", "kind: notion")
    told = 'docs/glossary/port.md:3: "notion" is not a kind of entry [kind-unknown]'
    entry.write_text(broken, encoding="utf-8")
    with editing(tree, log) as address:
        assert told in log.read_text("utf-8")
        page.goto(address)
        expect(page.locator(".page pre")).to_contain_text(told)
        entry.write_text(good, encoding="utf-8")
        expect(page.locator("h1")).not_to_have_text("Findings")
        page.goto(f"{address}glossary/port/")
        old = page.locator(".definition").inner_text()
        (tree / "docs/glossary/half-written.md").write_text("---\nkind: [\n", encoding="utf-8")
        entry.write_text(broken, encoding="utf-8")
        assert waited(lambda: log.read_text("utf-8").count(told) >= 2, PATIENT)
        assert waited(lambda: log.read_text("utf-8").count("Reloading browsers") >= 2, PATIENT)
        # In a page of its own: the first one is being reloaded by the server at this very time.
        again = page.context.new_page()
        again.goto(f"{address}glossary/port/")
        expect(again.locator(".definition")).to_have_text(old)
        again.close()
        assert page.request.get(f"{address}glossary/half-written/").status == 404
        (tree / "docs/glossary/half-written.md").unlink()
        entry.write_text(good.replace("kind: place", "kind: concept"), encoding="utf-8")
        expect(page.locator(".page .kicker")).to_contain_text("concept")
        page.goto("about:blank")
    assert "Traceback" not in log.read_text("utf-8")


def test_an_editor_who_makes_a_mistake_reads_what_to_type(tmp_path: Path) -> None:
    tree = small_project(tmp_path / "tree")
    entry = tree / "docs/glossary/port.md"
    entry.write_text(entry.read_text("utf-8").replace("kind: place", "kind: notion"), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)
    told = done.stdout + done.stderr
    assert done.returncode != 0
    assert "docs/glossary/port.md:" in told
    assert "Traceback" not in told
    assert not (tmp_path / "site/index.html").exists()
