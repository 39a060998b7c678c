"""The ledger: whatever the text, every character of it is shown, set aside or white space, once and in order."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from build_tools.corpus import sources
from build_tools.model import (
    LINE_END_HYPHEN,
    MARKUP,
    NUMBERED_ROLES,
    SET_ASIDE_REASONS,
    SHOWN_ROLES,
    Block,
    Ruling,
    SetAside,
    Source,
)
from build_tools.segmentation import segment, segment_text
from tests.support.builds import ROOT
from tests.support.invented import source
from tests.support.matrix import examples

PLAIN = source(languages=("en", "zh"))

PIECES = st.sampled_from(
    [
        *(
            "\n",
            "\n\n",
            "\r\n",
            "\n \n",
            "\t",
            "  ",
            " ",
            "\u3000",
            "\u2028",
            "\x0c",
            "\x1d",
            "\ufeff",
            "\u200b",
            "\x00",
        ),
        *("The treaty was signed in", "a", "Seoul", "and the ministers went", "home.", "CHAPTER I", "—", "-", "inter-"),
        *("1. ", "2) ", "(a) ", "iv. ", "• ", "- ", "3.1 ", "MR. KIM: ", "By Anna Lee", "Posted on : 2024-05-13"),
        *(
            "[all](#)",
            "* * *",
            "====",
            "Copyright © 2024 X",
            "(KCNA/Yonhap)",
            "<script>",
            "\u202e",
            "\u0301",
            "é",
            "\ud7ff",
        ),
        *("# Heading", "## Another ##", "**strong** words", "see [the map](map.md) and", "> quoted", "| a | b |"),
        *("|---|---|", "---", "```", "[^1]: A note.", "`code`", "![](p.png)", "a <br> b", "\\*", "*so*", "[x]: /y"),
        *("  Dear Tom,", "Yours,", "[Footnote 1: It is.]", "called.[1]", "_Ogre_", "— Oui!", "A line of verse,"),
        *("莫斯科将首尔列为", "一、", "。", "カメラの", "서울에서", "Москва и Сеул", "القاهرة", "ירושלים", "𝔘", "🙂"),
    ]
)
TEXTS = st.one_of(st.text(max_size=400), st.lists(PIECES, max_size=60).map("".join))


def check_ledger(text: str, blocks: tuple[Block, ...], set_aside: tuple[SetAside, ...]) -> None:
    stretches = [(span.start, span.end) for block in blocks for span in block.spans]
    stretches += [(stretch.start, stretch.end) for stretch in set_aside]
    count = [0] * len(text)
    for start, end in stretches:
        assert 0 <= start < end <= len(text)
        for offset in range(start, end):
            count[offset] += 1
    for character, times in zip(text, count, strict=True):
        assert times == 1 or (times == 0 and character.isspace()), f"{character!r} is covered {times} times"


def check_blocks(text: str, blocks: tuple[Block, ...]) -> None:
    assert [block.start for block in blocks] == sorted(block.start for block in blocks)
    for block in blocks:
        last = block.start
        assert block.role in SHOWN_ROLES
        assert block.text == block.text.strip()
        assert block.text
        at = 0
        for span in block.spans:
            assert span.start >= last
            last = span.end
            assert block.text[at : span.at] in {"", " "}
            at = span.at + span.end - span.start
            assert block.text[span.at : at] == text[span.start : span.end]
        assert at == len(block.text)
        assert not any(a.isspace() and b.isspace() for a, b in zip(block.text, block.text[1:], strict=False))
    names = [block.id for block in blocks]
    assert len(set(names)) == len(names)
    numbered = [block.id for block in blocks if block.role in NUMBERED_ROLES]
    assert numbered == [f"p{number}" for number in range(1, len(numbered) + 1)]


@examples(full=300, quick=60)
@given(TEXTS)
@example("")
@example("\ufeff")
@example("\u3000一、\n")
@example("a\n\x00\nb")
def test_no_character_of_any_text_is_lost_doubled_or_changed(text: str) -> None:
    blocks, set_aside = segment_text(text)
    check_ledger(text, blocks, set_aside)
    check_blocks(text, blocks)
    assert {stretch.reason for stretch in set_aside} <= {*SET_ASIDE_REASONS, MARKUP, LINE_END_HYPHEN}
    assert [stretch.start for stretch in set_aside] == sorted(stretch.start for stretch in set_aside)


@examples(full=100, quick=20)
@given(TEXTS)
def test_a_text_is_cut_the_same_way_every_time(text: str) -> None:
    assert segment_text(text) == segment_text(text)


@examples(full=150, quick=30)
@given(TEXTS, st.data())
def test_no_ruling_costs_a_character(text: str, data: st.DataObject) -> None:
    words = text.split() or ["word"]
    rulings = []
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(words) - 1))
        quote = " ".join(words[start : start + data.draw(st.integers(1, 3))])
        kind = data.draw(st.sampled_from(["split", "join", "role", "lang", "aside"]))
        rulings.append(
            Ruling(
                quote,
                1,
                after=data.draw(st.sampled_from([None, words[0]])),
                role={"role": "caption", "aside": "boilerplate"}.get(kind),
                lang="ja" if kind == "lang" else None,
                split=kind == "split",
                join=kind == "join",
            )
        )
    document, _ = segment(replace(PLAIN, text=text, rulings=tuple(rulings)))
    check_blocks(text, document.blocks)
    shown = sum(span.end - span.start for block in document.blocks for span in block.spans)
    aside = {offset for stretch in document.set_aside for offset in range(stretch.start, stretch.end)}
    covered = aside | {at for block in document.blocks for span in block.spans for at in range(span.start, span.end)}
    assert shown <= len(text)
    assert all(character.isspace() or offset in covered for offset, character in enumerate(text))


def test_the_seeds_are_accounted_for_to_the_last_character() -> None:
    seeds, _ = sources.load_sources(ROOT)
    assert seeds
    for seed in seeds:
        check_source(seed)


def check_source(text: Source) -> None:
    document, findings = segment(text)
    assert findings == []
    check_ledger(text.text, document.blocks, document.set_aside)
    check_blocks(text.text, document.blocks)
