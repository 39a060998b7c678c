"""Small projects to build: the program and the theme of this repository with a corpus of a few lines."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path

from build_tools.interfaces.mkdocs_defaults import NAVIGATION
from build_tools.website.pages.indexes.check_page import CHECK
from tests.support.builds import ROOT, STOCK

PROGRAM = ("build_tools", "config", "mkdocs.yml")
TONGUES = """\
A short notice

The port is closed.

港口已关闭。

Le port est fermé.
"""
TONGUES_PAGE = """\
---
seed: tongues.txt
title: A short notice
genre: report
languages: [en, zh, fr]
parallel: [en, zh, fr]
rulings: [{quote: "Le port est fermé.", lang: fr}]
rights: {statement: "http://rightsstatements.org/vocab/UND/1.0/", notice: null, publish: full}
---
A notice in three languages.
"""
PORT = """\
---
pref_label: port
kind: place
definition: Place for ships.
evidence: ["[@tongues, ¶1]"]
alt_labels: {zh: [港口]}
---
"""


def small_project(folder: Path) -> Path:
    """Lay out the stock corpus and a text in three languages as a project that can be built and served."""
    shutil.copytree(STOCK, folder)
    for name in PROGRAM:
        (folder / name).symlink_to(ROOT / name)
    add_text(folder, "tongues", TONGUES, TONGUES_PAGE)
    (folder / "docs/glossary/port.md").write_text(PORT, encoding="utf-8")
    for _, page in NAVIGATION:
        path = folder / "docs" / page
        path.parent.mkdir(exist_ok=True)
        if not path.exists() and page != CHECK:  # whose words are part of what it does
            path.write_text(f"---\ntitle: {page.removesuffix('.md')}\n---\nWords.\n", encoding="utf-8")
    return folder


def add_text(project: Path, name: str, text: str, page: str) -> None:
    """Add a text, its checksum and its page to a project."""
    (project / f"seeds/{name}.txt").write_bytes(text.encode())
    with (project / "seeds/SHA256SUMS").open("a", encoding="utf-8") as sums:
        sums.write(f"{hashlib.sha256(text.encode()).hexdigest()}  {name}.txt\n")
    (project / f"docs/sources/{name}.md").write_text(page, encoding="utf-8")


def set_option(folder: Path, option: str) -> None:
    """Give the plugin of a project an option, as YAML writes it in a map; the settings are then the project's own."""
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    written, found = re.subn(r"(?m)^  - reader(?::\n(?:      .*\n)+|\n)", f"  - reader: {{{option}}}\n", settings)
    assert found == 1
    (folder / "mkdocs.yml").unlink()
    (folder / "mkdocs.yml").write_text(written, encoding="utf-8")
