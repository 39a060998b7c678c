"""What comes from outside is pinned: packages by hash, actions by commit."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.checkout import LOCKS, files, read

_ALONE = {"snakemake", "rocrate"}
"""Locks of tools that run none of our code in their own environment, and hold packages back that we do not."""


def test_every_lock_is_renewed_and_held_to_these_rules(root: Path) -> None:
    (renewed,) = re.findall(r"^for lock in (.+); do$", read(root / "config/scripts/lock.sh"), re.MULTILINE)
    assert tuple(renewed.split()) == LOCKS
    assert {path.stem for path in (root / "config/requirements").glob("*.txt")} == set(LOCKS)


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_pins_every_package_by_hash_and_names_no_address(root: Path, name: str) -> None:
    text = read(root / f"config/requirements/{name}.txt")
    entries = [entry for entry in re.split(r"\n(?=\S)", text) if not entry.startswith("#")]
    assert entries
    assert [entry for entry in entries if not re.match(r"[a-z0-9-]+==\S+ [^\n]*\\\n\s+--hash=sha256:", entry)] == []
    assert "://" not in text


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_what_its_input_asks_for(root: Path, name: str) -> None:
    asked = re.findall(r"^([A-Za-z][A-Za-z0-9-]*)", read(root / f"config/requirements/{name}.in"), re.MULTILINE)
    locked = re.findall(r"^([a-z0-9-]+)==", read(root / f"config/requirements/{name}.txt"), re.MULTILINE)
    assert asked
    assert {package.lower() for package in asked} <= set(locked)


def test_two_locks_never_name_two_versions_of_a_package(root: Path) -> None:
    versions: dict[str, set[frozenset[str]]] = {}
    for name in sorted({*LOCKS} - _ALONE):
        pins: dict[str, set[str]] = {}
        for package, version in re.findall(
            r"^([a-z0-9-]+)==(\S+)", read(root / f"config/requirements/{name}.txt"), re.MULTILINE
        ):
            pins.setdefault(package, set()).add(version)
        for package, found in pins.items():
            versions.setdefault(package, set()).add(frozenset(found))
    assert {package for package, found in versions.items() if len(found) > 1} == set()


def test_an_action_is_pinned_by_its_full_commit(root: Path) -> None:
    uses = []
    for path in files(root / ".github", ".yml"):
        uses += re.findall(r"uses: *(\S+)", read(path))
    assert uses
    assert [use for use in uses if not use.startswith("$/") and not re.search(r"@[0-9a-f]{40}$", use)] == []
