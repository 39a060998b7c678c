"""The file from which a seed was converted is checked like the seed, and the text's page names it with the program."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_tools.corpus.sources import load_sources
from build_tools.interfaces.cli import main

PAGE = """\
---
seed: letter.txt
title: A letter
genre: document
languages: [en]
rights: {{statement: "http://rightsstatements.org/vocab/InC/1.0/", notice: null, publish: {publish}}}
original: {{file: letter.docx, converter: pandoc, version: "3.9"}}
---
"""
TEXT = "A letter\n\nThe boats came in at dusk, and the harbour master counted them twice.\n"


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    for name in ("seeds/originals", "docs/sources", "docs/glossary"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "seeds/letter.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "seeds/originals/letter.docx").write_bytes(b"as received")
    sums = {"letter.txt": TEXT.encode(), "originals/letter.docx": b"as received"}
    listed = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sums.items())
    (tmp_path / "seeds/SHA256SUMS").write_text(listed, encoding="utf-8")
    (tmp_path / "docs/sources/letter.md").write_text(PAGE.format(publish="full"), encoding="utf-8")
    return tmp_path


def codes(edition: Path) -> list[str]:
    return [finding.code for finding in load_sources(edition)[1]]


def test_an_original_that_is_as_received_is_no_finding(edition: Path) -> None:
    assert codes(edition) == []


def test_an_original_that_is_saved_again_is_found(edition: Path) -> None:
    codes(edition)
    (edition / "seeds/originals/letter.docx").write_bytes(b"saved again by another program")
    assert codes(edition) == ["seed-changed"]


def test_the_original_of_a_text_that_is_not_published_in_full_may_be_kept_elsewhere(edition: Path) -> None:
    (edition / "seeds/originals/letter.docx").unlink()
    assert codes(edition) == ["seed-missing"]
    (edition / "docs/sources/letter.md").write_text(PAGE.format(publish="citation"), encoding="utf-8")
    assert codes(edition) == []


def test_the_page_of_a_text_names_its_original_and_nothing_publishes_it(edition: Path) -> None:
    for name in ("index.md", "sources/index.md", "glossary/index.md"):
        (edition / "docs" / name).write_text("---\ntitle: Letters\n---\nWords.\n", encoding="utf-8")
    built = CliRunner().invoke(main, ["build", "--root", str(edition), "--out", str(edition / "built")])
    assert built.exit_code == 0, built.output
    shown = (edition / "built/.theme/around/sources/letter.html").read_text("utf-8")
    assert "from letter.docx by pandoc 3.9" in shown
    assert list((edition / "built").rglob("*.docx")) == []
