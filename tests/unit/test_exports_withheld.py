"""What is exported for programs tells no more of a text than its pages may."""

from __future__ import annotations

import pytest

from build_tools.edition.publication.published_edition import publish
from build_tools.edition.reading import read_edition
from build_tools.exports.skos import vocabulary_files
from build_tools.exports.tei import tei_files
from build_tools.website.citations import Site
from tests.support.leaks import Told, stitch, tokens
from tests.support.scratch import write
from tests.support.withheld import ENTRIES, Text, files, texts

TEXTS = texts()
SITE = Site("Lorn Reader", "https://lorn.example/")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Told]:
    root, folder = tmp_path_factory.mktemp("withheld"), tmp_path_factory.mktemp("exported")
    write(root, files())
    published = publish(read_edition(root, "en"))
    exported = [*vocabulary_files(published, SITE, "en"), *tei_files(published, SITE, "en")]
    assert len(exported) == 2 + 2 + len(TEXTS)
    write(folder, dict(exported))
    names = [name for label, chinese, _ in ENTRIES.values() for name in (label, chinese)]
    return stitch(folder, {text.id: text.seed for text in TEXTS}, [*names, *(text.title for text in TEXTS)])


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.id)
def test_no_export_tells_more_of_a_text_than_its_rights_allow(told: dict[str, Told], text: Text) -> None:
    words = len(tokens(text.seed)) - len(tokens(text.title))
    found = told[text.id]
    if text.mode == "full":
        assert found.words >= 0.95 * words
    else:
        assert found.words <= {"excerpt": min(300, words // 10), "citation": 0}[text.mode], found.examples
        assert found.longest <= 25
