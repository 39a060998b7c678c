"""How the code is laid out: sizes, names, and which module may import which."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

from tests.support.checkout import files, read


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


def test_imports_point_one_way_and_one_module_imports_each_library(root: Path) -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_module_is_named_for_nothing_in_particular(root: Path) -> None:
    names = {path.stem for path in files(root, ".py")}
    assert names.isdisjoint({"util", "utils", "helper", "helpers", "common", "misc", "manager", "shared"})


def test_no_module_hides_a_package_of_the_same_name(root: Path) -> None:
    # MkDocs puts the folder of a hook first on the path.
    tops = {path.stem for path in (root / "build_tools/interfaces").iterdir() if not path.name.startswith("_")}
    assert tops.isdisjoint(sys.stdlib_module_names | packages_distributions().keys())
