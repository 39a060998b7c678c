"""How the code is laid out: sizes, names, and which module may import which."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.support.checkout import MADE, files, modules, read

AT_THE_ROOT = {
    *(".ci", ".editorconfig", ".git", ".gitattributes", ".github", ".gitignore", ".vscode"),
    *("CHANGELOG.md", "CITATION.cff", "CONTRIBUTING.md", "LICENSE", "LICENSE-CONTENT.md", "Makefile", "README.md"),
    *("anchors.lock", "benchmarks", "build_tools", "config", "docs", "mkdocs.yml", "pyproject.toml", "seeds", "tests"),
}
"""Every name at the root of the repository; whoever adds one says here that it belongs there."""

ONE_IMPORTER = ("edtf", "minify", "tinycss2")
"""Libraries that stand for one idea each, so that one module at most imports them."""


def test_no_file_is_too_long_to_read_at_once(root: Path) -> None:
    lengths = {
        path.relative_to(root).as_posix(): read(path).count("\n")
        for path in files(root, ".py", ".js", ".css", ".html", ".sh")
    }
    assert {name: lines for name, lines in lengths.items() if lines > 280} == {}
    modules = {name: lines for name, lines in lengths.items() if name.startswith("build_tools/")}
    assert {name: lines for name, lines in modules.items() if lines > 250} == {}


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


def test_the_root_holds_what_the_list_names(root: Path) -> None:
    passing = (".staging-", "_cache", ".egg-info")  # what tools and a running build leave there for a while
    names = {path.name for path in root.iterdir() if not any(mark in path.name for mark in passing)}
    assert names - MADE - AT_THE_ROOT == set()
    assert AT_THE_ROOT - names - MADE == set()


def test_no_folder_has_more_modules_than_one_reads_at_a_glance(root: Path) -> None:
    sizes = Counter(str(path.parent) for path in files(root / "build_tools", ".py") if path.stem != "__init__")
    assert {folder: size for folder, size in sizes.items() if size > 12} == {}


def test_a_name_stands_for_one_thing(root: Path) -> None:
    names: dict[str, list[str]] = {}
    for name, tree in modules(root):
        path = Path(name)
        names.setdefault(f"module {path.parent.name if path.stem == '__init__' else path.stem}", []).append(name)
        for node in tree.body:
            if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
                kind = "class" if isinstance(node, ast.ClassDef) else "function"
                names.setdefault(f"{kind} {node.name}", []).append(name)
    twice = {name: where for name, where in names.items() if len(where) > 1}
    # What people assert is read in corpus, a value in model, and a set of pages.
    del twice["module registers"]
    assert twice == {}


def imported(tree: ast.Module) -> set[str]:
    """The top-level packages that a module imports."""
    nodes = list(ast.walk(tree))
    plain = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    return {
        name.partition(".")[0]
        for name in plain | {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    }


@pytest.mark.parametrize("library", ONE_IMPORTER)
def test_one_module_at_most_imports_a_library(root: Path, library: str) -> None:
    importers = [name for name, tree in modules(root) if library in imported(tree)]
    assert len(importers) <= 1, importers


def test_the_ranges_of_scripts_stand_in_one_module(root: Path) -> None:
    ranges = re.compile(r"\\u4e00|一-|\\uac00|가-|\\u3040|\u3040-", re.IGNORECASE)
    found = {name for name, _ in modules(root) if ranges.search(read(root / name))}
    assert found == {"build_tools/text/scripts.py"}
