"""The rules of the house, kept by machine: sizes, floors, doors, names, locks, documentation."""

from __future__ import annotations

import ast
import importlib
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import click
import pytest

MADE = {".git", ".hypothesis", ".venv", "node_modules", "site", "build", "seeds"}
LOCKS = ("site", "test", "dev")


def files(root: Path, *endings: str) -> list[Path]:
    """The project's own files with one of these endings, or all of them."""
    found = []
    for top in sorted(root.iterdir()):
        if top.name in MADE or top.name.endswith((".egg-info", "_cache")):
            continue
        paths = sorted(top.rglob("*")) if top.is_dir() else [top]
        found += [path for path in paths if path.is_file() and "__pycache__" not in path.parts]
    return [path for path in found if not endings or path.suffix in endings]


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def rooms(root: Path) -> Iterator[tuple[str, ast.Module]]:
    for path in files(root / "build_tools", ".py"):
        yield path.relative_to(root).as_posix(), ast.parse(read(path))


def test_no_file_is_too_long_to_read_at_once(root: Path) -> None:
    lengths = {
        path.relative_to(root).as_posix(): read(path).count("\n")
        for path in files(root, ".py", ".js", ".css", ".html", ".sh")
    }
    assert {name: lines for name, lines in lengths.items() if lines > 280} == {}


def test_no_function_is_too_long_to_see_at_once(root: Path) -> None:
    long = {}
    for path in files(root, ".py"):
        for node in ast.walk(ast.parse(read(path))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
                lines = node.end_lineno - node.lineno + 1
                if lines > 45:
                    long[f"{path.relative_to(root)}:{node.lineno} {node.name}"] = lines
    assert long == {}


def test_imports_point_down_the_floors_and_each_dependency_has_one_door(root: Path) -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_room_is_a_lumber_room(root: Path) -> None:
    names = {path.stem for path in files(root, ".py")}
    assert names.isdisjoint({"util", "utils", "helper", "helpers", "common", "misc", "manager", "shared"})


def test_no_room_hides_a_package_of_the_same_name(root: Path) -> None:
    # MkDocs puts the folder of a hook first on the path.
    tops = {path.stem for path in (root / "build_tools/interfaces").iterdir() if not path.name.startswith("_")}
    assert tops.isdisjoint(sys.stdlib_module_names | packages_distributions().keys())


def test_only_writing_writes_to_disk(root: Path) -> None:
    writers = {"write_text", "write_bytes", "mkdir", "unlink", "rmdir", "touch", "rename", "makedirs", "copyfile"}
    found = set()
    for name, tree in rooms(root):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in writers:
                found.add(name)
    assert {name for name in found if not name.startswith("build_tools/website/writing")} == set()


def test_the_code_reads_no_clock_and_rolls_no_dice(root: Path) -> None:
    clocks = re.compile(r"\b(datetime\.now|date\.today|utcnow|time\.time|import random|from random|import secrets)\b")
    assert [path.name for path in files(root / "build_tools", ".py") if clocks.search(read(path))] == []


def test_no_file_names_a_registry_or_a_path_of_somebodys_machine(root: Path) -> None:
    # Put together here, so that this file does not name them either.
    hosts = [".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"))]
    paths = [f"/{name}/" for name in ("work", "tmp", "root")]
    pattern = re.compile("|".join([*map(re.escape, hosts), *(rf"(?<![\w.*:/}}-]){path}" for path in paths)]))
    found = {}
    for path in files(root):
        if match := pattern.search(read(path)):
            found[path.relative_to(root).as_posix()] = match[0]
    assert found == {}


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
    for name in LOCKS:
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


def test_no_build_is_quiet_and_strict_at_once(root: Path) -> None:
    # Quiet, strict MkDocs passes with broken links.
    quiet = re.compile(r"mkdocs build[^\n|]*(?<= )(-q|--quiet)\b")
    mine = Path(__file__).name
    assert [path.name for path in files(root) if path.name != mine and quiet.search(read(path))] == []


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


def test_the_manual_shows_what_the_commands_print(root: Path, tmp_path: Path) -> None:
    shown = re.findall(
        r"```console\n\$ python -m build_tools (.+)\n((?:.*\n)+?)```", read(root / "docs/manual/commands.md")
    )
    assert {line.split()[0] for line, _ in shown} == {"check", "build", "segment", "explain"}
    for line, expected in shown:
        words = shlex.split(line.partition(" | head")[0])
        words += ["--out", str(tmp_path / "docs")] if words[0] == "build" else []
        done = subprocess.run(
            [sys.executable, "-m", "build_tools", *words], cwd=root, capture_output=True, encoding="utf-8", check=True
        )
        printed = "".join(done.stdout.splitlines(keepends=True)[: expected.count("\n")])
        # An editor who adds an entry need not count anew in the manual.
        assert re.sub(r"\d+", "0", printed) == re.sub(r"\d+", "0", expected)


def test_the_architecture_names_only_modules_that_exist(root: Path) -> None:
    paths = re.findall(r"`([a-z_/]+\.py)`", read(root / "docs/manual/architecture.md"))
    assert len(paths) > 20
    assert [path for path in paths if not any((root / top / path).is_file() for top in (".", "build_tools"))] == []


def test_the_readme_is_one_screen(root: Path) -> None:
    readme = read(root / "README.md")
    assert len(readme.splitlines()) <= 64
    assert len(readme.split()) <= 500
