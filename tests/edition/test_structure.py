"""The five seeds, cut as their editor cut them."""

from __future__ import annotations

import json

from build_tools.corpus import sources
from build_tools.segmentation import segment, segment_text
from tests.support.builds import ROOT

STRUCTURE = json.loads((ROOT / "tests/edition/structure.json").read_text(encoding="utf-8"))
SEEDS, SEED_FINDINGS = sources.load_sources(ROOT)


def test_the_five_seeds_are_cut_exactly_as_their_editor_cut_them() -> None:
    assert SEED_FINDINGS == []
    assert {source.id for source in SEEDS} == set(STRUCTURE)
    for source in SEEDS:
        document, findings = segment(source)
        assert findings == []
        shown = [[block.start, block.end, block.role, block.lang] for block in document.blocks]
        aside = [[part.start, part.end, part.reason, part.lang] for part in document.set_aside]
        assert sorted(shown + aside) == STRUCTURE[source.id], source.id


def test_the_seeds_need_few_rulings_on_their_blocks() -> None:
    count = {source.id: sum(ruling.mention is None for ruling in source.rulings) for source in SEEDS}
    assert count["slippery-slope"] == 1
    assert sum(count.values()) <= 26


def test_the_paragraphs_of_every_seed_come_by_rule_where_no_sentence_is_broken() -> None:
    for source in SEEDS:
        blocks, _ = segment_text(source.text, "en")
        found = {(block.start, block.end) for block in blocks}
        wanted = {(start, end) for start, end, role, _ in STRUCTURE[source.id] if role in {"paragraph", "list-item"}}
        broken = {(start, end) for start, end in wanted if "remarked\n\nthat" in source.text[start:end]}
        assert wanted - broken <= found, source.id


def test_a_word_that_the_page_broke_is_one_word_again() -> None:
    shown = {source.id: [block.text for block in segment(source)[0].blocks] for source in SEEDS}
    assert any("这促使莫斯科将首尔列为" in text for text in shown["four-language-summary"])
    assert any("La visite de Kim Jong Un en Russie" in text for text in shown["four-language-summary"])
    assert any("After Yoon Suk-yeol remarked that North Korea" in text for text in shown["column-will-ties-recover"])
