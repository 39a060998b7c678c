"""Read the hand-written pages of docs/ that are neither entries nor sources: home, introductions, about."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from build_tools import front_matter
from build_tools.findings import Finding
from build_tools.front_matter import FieldReader

KEYS = ("title", "description", "kind", "hide", "template", "search")
"""The fields that a hand-written page may have."""

COLLECTIONS = ("glossary", "sources")


@dataclass(frozen=True, slots=True)
class Prose:
    """A hand-written page: its path below docs/, its title, the whole file, and its body from `body_line` on."""

    path: str
    title: str
    text: str
    body: str
    body_line: int


def load(root: Path) -> tuple[tuple[Prose, ...], list[Finding]]:
    """Every hand-written page below docs/, sorted by path; each must have front matter with a title."""
    folder = root / "docs"
    pages: list[Prose] = []
    findings: list[Finding] = []
    for file in sorted(folder.rglob("*.md")):
        inside = file.relative_to(folder)
        if inside.parts[0] == "assets" or (inside.parts[0] in COLLECTIONS and inside.name != "index.md"):
            continue
        path = f"docs/{inside.as_posix()}"
        parsed, faults = front_matter.read(file, path)
        findings += faults
        if parsed is None:
            continue
        reader = FieldReader(parsed.fields, path, KEYS)
        title = reader.text("title", required=True)
        findings += reader.findings
        pages.append(Prose(inside.as_posix(), title or inside.stem, parsed.text, parsed.body, parsed.body_line))
    return tuple(pages), findings
