"""A validator of RO-Crates finds no error in the data of this edition, and finds one where there is one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from tests.support.builds import ROOT
from tests.support.exported import export

_METADATA = "ro-crate-metadata.json"
_NOWHERE = "http://127.0.0.1:9"  # whatever is fetched in spite of all fails
_UNSTATED = {"ro-crate-1.1_22.2", "ro-crate-1.1_22.3"}
"""Recommended, but not known: an author and a publisher of the data, which the edition does not state."""

Validate = Callable[[Path], list[tuple[str, str, str]]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of this edition."""
    return export(ROOT, tmp_path_factory.mktemp("crate") / "data")


@pytest.fixture(scope="module")
def validate(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Validate:
    """The validator in the environment of its lock, which names severity, check and message of each fault."""
    place = root / "build/engines/rocrate"
    place.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(place.with_suffix(".lock")):
        if not (place / ".rocrate").is_file():
            subprocess.run([root / "config/scripts/setup.sh", "rocrate"], cwd=root, check=True)
    cache = tmp_path_factory.mktemp("cache") / "http"

    def run(crate: Path) -> list[tuple[str, str, str]]:
        command = [place / "bin/python", root / "tests/support/crate_validator.py", crate, cache]
        environment = {**os.environ, "HTTP_PROXY": _NOWHERE, "HTTPS_PROXY": _NOWHERE, "HOME": str(cache.parent)}
        said = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
        assert "not available in the HTTP cache" not in said.stderr
        return [(severity, check, message) for severity, check, message in json.loads(said.stdout)]

    return run


def test_the_validator_finds_no_error_in_the_crate_and_misses_only_what_nobody_states(
    folder: Path, validate: Validate
) -> None:
    faults = validate(folder)
    assert [fault for fault in faults if fault[0] == "REQUIRED"] == []
    assert {check for _, check, _ in faults} == _UNSTATED


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('"datePublished"', '"published"'), "`datePublished`"),
        (('"texts.csv"', '"gone.csv"'), "'gone.csv'"),
        (('"conformsTo"', '"follows"'), "conformsTo"),
    ],
    ids=["undated", "a file that is not there", "of no version"],
)
def test_the_validator_finds_what_is_wrong_with_a_crate(
    folder: Path, validate: Validate, tmp_path: Path, change: tuple[str, str], said: str
) -> None:
    crate = Path(shutil.copytree(folder, tmp_path / "crate"))
    metadata = (crate / _METADATA).read_text(encoding="utf-8")
    assert change[0] in metadata
    (crate / _METADATA).write_text(metadata.replace(*change), encoding="utf-8")
    errors = [message for severity, _, message in validate(crate) if severity == "REQUIRED"]
    assert any(said in message for message in errors), errors
