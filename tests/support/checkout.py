"""The files that people wrote, as the rules about them read them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

LOCKS = ("site", "test", "dev", "audit", "properdocs", "zensical", "snakemake", "rocrate")
"""The lists of packages below config/requirements, each with the hash of every file."""

MADE = {".git", ".hypothesis", ".venv", "node_modules", "site", "build", "seeds"}


def files(root: Path, *endings: str) -> list[Path]:
    """Return the project's own files with one of these endings, or all of them."""
    found = []
    for top in sorted(root.iterdir()):
        if top.name in MADE or top.name.endswith((".egg-info", "_cache")) or ".staging-" in top.name:
            continue
        paths = sorted(top.rglob("*")) if top.is_dir() else [top]
        found += [path for path in paths if path.is_file() and "__pycache__" not in path.parts]
    return [path for path in found if not endings or path.suffix in endings]


def read(path: Path) -> str:
    """Return the text of a file, with a replacement for what is no UTF-8."""
    return path.read_text(encoding="utf-8", errors="replace")


def modules(root: Path) -> Iterator[tuple[str, ast.Module]]:
    """Yield the path and the syntax tree of each module of the package."""
    for path in files(root / "build_tools", ".py"):
        yield path.relative_to(root).as_posix(), ast.parse(read(path))
