"""What `serve` says of an address that it cannot serve at, and how it ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_tools.interfaces.cli import run_reader
from tests.support.builds import ROOT

SLOW_TO_END = """\
import pathlib, time
try:
    pathlib.Path("begun").touch()
    time.sleep(60)
finally:
    time.sleep(1)
    pathlib.Path("tidied").touch()
"""


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    for folder in ("docs", "seeds"):
        (tmp_path / folder).mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Letters\n", encoding="utf-8")
    return tmp_path


def refusal(edition: Path, address: str) -> str:
    refused = CliRunner().invoke(run_reader, ["serve", "--root", str(edition), "--address", address])
    assert (refused.exit_code, refused.stdout) == (2, "")
    return refused.stderr


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_port_that_another_program_uses_is_refused(edition: Path, host: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"{host}:{taken.getsockname()[1]}"
        said = refusal(edition, address)
    assert said == f"Another program uses {address}: end it, or choose another port with --address 127.0.0.1:8001.\n"


@pytest.mark.parametrize("address", ["foo", "foo:8001", "127.0.0.1:", ":8001", "127.0.0.1:65536", "1.2.3:8001", "١:١"])
def test_words_that_are_no_address_and_port_are_refused(edition: Path, address: str) -> None:
    assert refusal(edition, address) == f'"{address}" is not an address and a port: write it as 127.0.0.1:8001.\n'


def test_an_address_of_another_machine_is_refused(edition: Path) -> None:
    said = refusal(edition, "192.0.2.1:8001")
    assert said == "The site cannot be served at 192.0.2.1:8001: Cannot assign requested address.\n"


def test_what_serves_the_site_may_tidy_up_when_somebody_ends_it(edition: Path) -> None:
    (edition / "mkdocs").mkdir()
    (edition / "mkdocs/__init__.py").touch()
    (edition / "mkdocs/__main__.py").write_text(SLOW_TO_END, encoding="utf-8")
    command = [sys.executable, "-m", "build_tools", "serve", "--root", str(edition), "--address", "127.0.0.1:0"]
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # which a process in the background may ignore
    server = subprocess.Popen(command, cwd=ROOT, start_new_session=True)
    try:
        until = time.monotonic() + 20
        while not (edition / "begun").exists():
            assert time.monotonic() < until
            time.sleep(0.05)
        os.killpg(server.pid, signal.SIGINT)  # as a terminal does
        assert server.wait(20) == 130
    finally:
        signal.signal(signal.SIGINT, before)
        server.kill()
        server.wait()
    assert (edition / "tidied").exists()
