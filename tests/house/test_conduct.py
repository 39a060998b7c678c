"""What the code may do: where it writes, what it must not read, what no file may name."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from build_tools.text.prose.allow_list import OFFERED_CLASSES, RESERVED_CLASSES
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


SINKS = re.compile(
    r"\b(innerHTML|outerHTML|insertAdjacentHTML|\w+HTMLUnsafe|createContextualFragment|parseFromString|srcdoc)\b"
    r"|document\.write|\beval\(|new Function\("
)
"""What makes markup or a script of text in a browser."""


def test_no_script_of_ours_can_make_markup_of_text(root: Path) -> None:
    scripts = [path for path in files(root / "build_tools/website", ".js", ".html") if "vendor" not in path.parts]
    assert scripts
    assert [path.name for path in scripts if SINKS.search(read(path))] == []


def test_the_lint_of_scripts_is_tried_on_every_way_to_make_markup_of_text(root: Path) -> None:
    refused = read(root / "config/eslint.refused.js").splitlines()
    assert [line for line in refused if SINKS.search(line)] != []
    assert "eslint.refused.js" in read(root / "config/scripts/scripts.sh")


def test_an_address_is_decoded_in_two_places_that_expect_a_stray_percent_sign(root: Path) -> None:
    static = root / "build_tools/website/static"
    decoding = {path.name for path in files(static, ".js") if "decodeURI" in read(path)}
    assert decoding == {"elements.js", "nearest.js"}


def test_no_build_is_quiet_and_strict_at_once(root: Path) -> None:
    # Quiet, strict MkDocs passes with broken links.
    quiet = re.compile(r"mkdocs build[^\n|]*(?<= )(-q|--quiet)\b")
    mine = Path(__file__).name
    assert [path.name for path in files(root) if path.name != mine and quiet.search(read(path))] == []


def test_every_class_of_the_style_sheets_is_either_offered_to_prose_or_reserved(root: Path) -> None:
    used: set[str] = set()
    for sheet in files(root / "build_tools/website", ".css"):
        plain = re.sub(r"/\*.*?\*/|url\([^)]*\)", "", read(sheet), flags=re.DOTALL)
        used |= {name for rule in re.findall(r"([^{}]*)\{", plain) for name in re.findall(r"\.(-?[a-z][\w-]*)", rule)}
    assert {name for name in used if not name.startswith("md-")} == RESERVED_CLASSES | OFFERED_CLASSES & used
