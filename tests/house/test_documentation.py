"""README and manual say what is there: every target, every command, every module."""

from __future__ import annotations

import importlib
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click

from build_tools.interfaces.agents import mcp_server
from build_tools.sharding import executors
from tests.support.checkout import read


def spelled(group: click.Group) -> Iterator[str]:
    """The commands of a group as they are typed, those of the groups in it too."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from (f"{name} {inner}" for inner in spelled(command))
        else:
            yield name


def test_the_manual_names_every_command(root: Path) -> None:
    manual = read(root / "docs/manual/commands.md")
    targets = re.findall(r"^([a-z]+):.* ## ", read(root / "Makefile"), re.MULTILINE)
    cli = importlib.import_module("build_tools.interfaces.cli")
    commands = sorted(spelled(cli.main))
    assert targets
    assert commands
    assert [name for name in targets if f"make {name}" not in manual] == []
    assert [name for name in commands if f"python -m build_tools {name}" not in manual] == []


def test_a_missing_package_is_named_as_the_package_of_the_program_names_it(root: Path) -> None:
    extras = tomllib.loads(read(root / "pyproject.toml"))["project"]["optional-dependencies"]
    assert mcp_server.MISSING.endswith(f'pip install "{extras["mcp"][0]}".')
    assert executors.MISSING.endswith(f'pip install "{extras["dask"][0]}".')


def test_the_architecture_names_only_modules_that_exist(root: Path) -> None:
    paths = re.findall(r"`([a-z_/]+\.py)`", read(root / "docs/manual/architecture.md"))
    assert len(paths) > 20
    assert [path for path in paths if not any((root / top / path).is_file() for top in (".", "build_tools"))] == []


def test_every_file_that_holds_a_promise_exists(root: Path) -> None:
    promises = read(root / ".github/SECURITY.md")
    paths = re.findall(r"`((?:tests|config)/[^`]+)`", promises)
    assert len(paths) > 15
    assert [path for path in paths if not (root / path).is_file()] == []
    rows = [line for line in promises.splitlines() if line.startswith("| **")]
    assert [row for row in rows if "`" not in row.rpartition(" | ")[2]] == []


def test_the_readme_is_one_screen(root: Path) -> None:
    readme = read(root / "README.md")
    assert len(readme.splitlines()) <= 64
    assert len(readme.split()) <= 500
