"""An edition as a stranger begins it: by commands of the installed package, from files of three formats."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

from build_tools.website.pandoc_program import run_pandoc
from tests.support.installed import Installed

NAME = "Letters of Lumen"
ARRIVES = "The carriers of Orrin wait at the ninth stone until the fog has lifted from the moor."
"""A sentence of the second text, in its second paragraph."""

_LETTER = f"""\
A letter about the stones

Orrin, 3 May 1924

Ines Calder has asked the Moor Office for a map of the stones, and has had no answer.

{ARRIVES} Calder says that two of them were lost.

Bo Vane
"""
_REPORT = """\
---
title: Report on the salt road
author: Bo Vane
date: 9 June 1924
lang: en
---

# The road

The Moor Office sent a surveyor to the salt road in June, and he counted forty stones.

# The stones

Ines Calder showed him the ninth stone, which is painted white every winter.
"""
_PAGE = """\
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A map of the moor | The Upland Gazette</title>
<meta property="og:site_name" content="The Upland Gazette"><meta name="author" content="Eva Roth">
<meta property="article:published_time" content="1924-07-01"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav><article><h1>A map of the moor</h1>
<p>The map that the Moor Office has printed shows every stone of the road from Orrin to Belden.</p>
<p>It was drawn for Ines Calder, who walked the road in the snow with two horses and a lamp.</p></article></body></html>
"""

TEXTS = ("a-letter-about-the-stones", "report-on-the-salt-road", "a-map-of-the-moor")
_GENRES = ("personal_communication", "report", "article-newspaper")
_ENTRIES = {
    "ines-calder": ("Ines Calder", "person", "Walker who wants a map of the stones.", "short_labels: [Calder]"),
    "moor-office": ("Moor Office", "organisation", "Office that has the moor surveyed.", "short_labels:"),
}


def succeed(done: subprocess.CompletedProcess[str]) -> str:
    """Return what a command printed, which must not have failed."""
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def run_git(place: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run git in a folder as an editor whom it knows."""
    known = {**os.environ, "GIT_CONFIG_COUNT": "2", "GIT_CONFIG_KEY_0": "user.name", "GIT_CONFIG_VALUE_0": "Editor"}
    known |= {"GIT_CONFIG_KEY_1": "user.email", "GIT_CONFIG_VALUE_1": "editor@reader.example"}
    return subprocess.run(["git", *words], cwd=place, env=known, capture_output=True, text=True, check=False)


def begin(installed: Installed, folder: Path, address: str = "") -> Path:
    """Begin an empty edition in a folder, whose site will be at an address."""
    words = ("--name", NAME, "--language", "en", "--licence", "CC0 1.0", "--address", address)
    succeed(installed.reader(folder, "new", "edition", "letters", *words))
    return folder / "letters"


def fill(page: Path, fields: str) -> None:
    """Write these fields over the lines of a draft that have them, each exactly one line."""
    text = page.read_text(encoding="utf-8")
    for line in map(str.strip, fields.splitlines()):
        field = line.partition(":")[0]
        text, times = re.subn(rf"^( *){field}:.*$", rf"\1{line}", text, count=1, flags=re.MULTILINE)
        assert times == 1, (page, field)
    page.write_text(text, encoding="utf-8")


def begin_with_texts(installed: Installed, folder: Path, address: str = "") -> Path:
    """Begin an edition, take in a text file, a Word file and a saved web page, and write two entries."""
    edition = begin(installed, folder, address)
    papers = folder / "papers"
    papers.mkdir()
    (papers / "letter.txt").write_text(_LETTER, encoding="utf-8")
    (papers / "report.docx").write_bytes(run_pandoc(_REPORT.encode(), "-f", "markdown", "-t", "docx", "-s", "-o", "-"))
    (papers / "map.html").write_text(_PAGE, encoding="utf-8")
    succeed(installed.reader(edition, "new", "source", str(papers)))
    for text, genre in zip(TEXTS, _GENRES, strict=True):
        rights = "statement: https://creativecommons.org/publicdomain/mark/1.0/"
        fill(edition / f"docs/sources/{text}.md", f"genre: {genre}\n{rights}")
    for name, (label, kind, definition, short) in _ENTRIES.items():
        succeed(installed.reader(edition, "new", "entry", label, "--kind", kind))
        evidence = 'evidence: ["[@a-letter-about-the-stones, ¶1]"]'
        fill(edition / f"docs/glossary/{name}.md", f"definition: {definition}\n{evidence}\n{short}")
    succeed(installed.reader(edition, "anchors"))
    for words in (("init", "--initial-branch=main"), ("add", "--all"), ("commit", "--message", "Begin the edition")):
        succeed(run_git(edition, *words))
    return edition
