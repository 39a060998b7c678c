"""What others made is what it was when somebody looked at it, has its licence, and is looked up for known faults."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.builds import ROOT
from tests.support.checkout import LOCKS, files, read

VENDORED: list[dict[str, str]] = tomllib.loads(read(ROOT / "config/vendored.toml"))["files"]
STATIC = ROOT / "build_tools/website/static"


def bill() -> dict[str, Any]:
    command = [sys.executable, "config/scripts/sbom.py"]
    printed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    loaded = json.loads(printed)
    assert isinstance(loaded, dict)
    return loaded


@pytest.mark.parametrize("file", VENDORED, ids=lambda file: Path(file["path"]).name)
def test_a_vendored_file_is_byte_for_byte_the_one_in_the_list_with_its_licence_beside_it(file: dict[str, str]) -> None:
    path = ROOT / file["path"]
    assert hashlib.sha256(path.read_bytes()).hexdigest() == file["sha256"]
    assert len(read(path.with_name(file["licence_file"]))) > 500
    assert file["package"].endswith(f"@{file['version']}")


def test_every_font_and_every_vendored_script_is_in_the_list() -> None:
    others = [path for path in files(STATIC) if path.suffix == ".woff2" or "vendor" in path.parts]
    scripts = {path.relative_to(ROOT).as_posix() for path in others if path.suffix != ".txt"}
    assert scripts == {file["path"] for file in VENDORED}


def test_the_bill_of_materials_names_every_locked_package_and_every_vendored_file() -> None:
    described = bill()
    assert (described["bomFormat"], described["specVersion"]) == ("CycloneDX", "1.6")
    named = {component["bom-ref"]: component for component in described["components"]}
    lock = read(ROOT / "config/requirements/site.txt")
    pins = re.findall(r"^([a-z0-9-]+)==([^\s;\\]+)", lock, re.MULTILINE)
    assert {f"pkg:pypi/{name}@{version}" for name, version in pins} <= named.keys()
    assert {file["path"] for file in VENDORED} <= named.keys()
    sums = [reference for component in described["components"] for reference in component.get("externalReferences", ())]
    assert len(sums) == lock.count("--hash=sha256:")
    assert named["pandoc"]["licenses"] == [{"license": {"id": "GPL-2.0-or-later"}}]
    assert described == bill()


def test_known_vulnerabilities_are_looked_up_every_week_for_every_lock() -> None:
    weekly = read(ROOT / ".github/workflows/weekly.yml")
    assert "make audit" in weekly
    (recipe,) = re.findall(r"^audit: .*\n((?:\t.*\n)+)", read(ROOT / "Makefile"), re.MULTILINE)
    assert re.findall(r"config/requirements/(\w+)\.txt", recipe) == list(LOCKS)
    assert "npm audit" in recipe


def test_what_is_published_is_attested_by_a_job_that_runs_no_code_of_ours() -> None:
    jobs = yaml.safe_load(read(ROOT / ".github/workflows/publish.yml"))["jobs"]
    attesting = jobs["attest"]
    assert attesting["permissions"] == {"attestations": "write", "id-token": "write"}
    assert [step for step in attesting["steps"] if "run" in step] == []
    subjects = attesting["steps"][-1]["with"]["subject-path"].split()
    assert {Path(subject).name for subject in subjects} == {"offline.zip", "offline.cdx.json", "artifact.tar"}
    assert {name for name, job in jobs.items() if "id-token" in job["permissions"]} == {"deploy", "attest"}
