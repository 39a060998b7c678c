"""What the code may do: where it writes, what it must not read, what no file may name."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.support.checkout import files, modules, read


def test_only_writing_writes_to_disk(root: Path) -> None:
    writers = {"write_text", "write_bytes", "mkdir", "unlink", "rmdir", "touch", "rename", "makedirs", "copyfile"}
    found = set()
    for name, tree in modules(root):
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


def test_no_build_is_quiet_and_strict_at_once(root: Path) -> None:
    # Quiet, strict MkDocs passes with broken links.
    quiet = re.compile(r"mkdocs build[^\n|]*(?<= )(-q|--quiet)\b")
    mine = Path(__file__).name
    assert [path.name for path in files(root) if path.name != mine and quiet.search(read(path))] == []
