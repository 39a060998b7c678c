"""A kind of entry is declared once: nothing but its table and its style sheet lists the kinds."""

from __future__ import annotations

import re
from pathlib import Path

from build_tools.model import KINDS
from tests.support.checkout import files, read


def test_the_kinds_are_listed_in_one_module_and_drawn_in_one_sheet(root: Path) -> None:
    rare = re.compile(r"\b(polity|agreement)\b")  # words that nothing else of the program is called
    listing = {
        path.relative_to(root).as_posix()
        for path in files(root / "build_tools", ".py", ".js", ".css", ".html")
        if len(set(rare.findall(read(path)))) > 1
    }
    assert listing == {"build_tools/model/entry_kinds.py", "build_tools/website/static/kinds.css"}


def test_every_kind_has_a_colour_and_a_line(root: Path) -> None:
    sheet = read(root / "build_tools/website/static/kinds.css")
    assert [kind for kind in KINDS if f"--{kind}: " not in sheet or f".{kind} {{" not in sheet] == []
