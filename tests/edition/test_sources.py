"""The five texts: what each states of itself, and what we infer."""

from __future__ import annotations

import re

from build_tools.corpus import sources
from tests.support.builds import ROOT


def test_the_five_sources_are_read_without_a_finding() -> None:
    found, findings = sources.load_sources(ROOT)
    assert findings == []
    assert [source.id for source in found] == [
        "column-will-ties-recover",
        "four-language-summary",
        "publishers-note",
        "slippery-slope",
        "ties-spiral-downward",
    ]
    # The address of a link is no sentence.
    assert all(2 <= re.sub(r"\]\([^)]*\)", "]", source.headnote).count(".") <= 4 for source in found)


def test_what_the_texts_state_and_what_we_infer_are_kept_apart() -> None:
    found = {source.id: source for source in sources.load_sources(ROOT)[0]}
    assert [source.id for source in found.values() if not source.title_stated] == [
        "four-language-summary",
        "publishers-note",
    ]
    column = found["column-will-ties-recover"]
    assert (column.publisher, column.issued) == ("Hankyoreh", "2024-05-13T17:02:00+09:00")
    assert not {"publisher", "issued"} & set(column.inferred)
    assert {"publisher", "issued"} <= set(found["slippery-slope"].inferred)
    assert found["publishers-note"].rights.notice == (
        "Copyright © BusinessKorea. Prohibited from unauthorized reproduction and redistribution"
    )
    assert found["publishers-note"].rights.notice in found["publishers-note"].text
    assert found["four-language-summary"].languages == ("en", "zh", "fr", "es")
    assert found["four-language-summary"].publisher is None
