"""An edition of many texts and entries, built and served: one entry is mentioned very often, the glossary is long."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from string import ascii_lowercase

import pytest

from tests.support.builds import build
from tests.support.projects import add_text, small_project
from tests.support.serving import SiteServer, serving

TEXTS = 16
YEARS = 4
MENTIONS = 9
"""How often each text mentions the port."""

ENTRIES = 310
OTHERS = 3
"""The number of entries that every small project has."""

_TEXT = """\
Letter {number}

{paragraphs}
"""
_PAGE = """\
---
seed: letter-{number}.txt
title: Letter {number}
genre: personal_communication
languages: [en]
{issued}rights: {{statement: "http://rightsstatements.org/vocab/UND/1.0/", notice: null, publish: full}}
---
"""
_ENTRY = """\
---
pref_label: {label}
kind: concept
definition: Word of the archive.
evidence: ["[@tongues, ¶1: \\"The port is closed\\"]"]
alt_labels: {{ko: [{label} 윤석열]}}
---
"""


def lay_out_archive(folder: Path) -> Path:
    """Lay out the edition as a project."""
    project = small_project(folder)
    for number in range(TEXTS):
        said = (f"On day {day} the port was said to be closed to ships of the north." for day in range(MENTIONS))
        issued = "" if number == TEXTS - 1 else f'issued: "{1960 + number * YEARS // TEXTS}"\n'
        text = _TEXT.format(number=number, paragraphs="\n\n".join(said))
        add_text(project, f"letter-{number}", text, _PAGE.format(number=number, issued=issued))
    for letters in list(product(ascii_lowercase, repeat=3))[:ENTRIES]:
        name = f"x{''.join(letters)}"
        (project / f"docs/glossary/{name}.md").write_text(_ENTRY.format(label=name), encoding="utf-8")
    return project


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteServer]:
    """The edition, built strictly and served."""
    folder = tmp_path_factory.mktemp("archive")
    build(folder / "site", root=lay_out_archive(folder / "project"))
    with serving(folder / "site") as server:
        yield server
