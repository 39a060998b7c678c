from __future__ import annotations

from build_tools.linking.concordance import WIDTH, build_concordance
from build_tools.model import Block, Document, Mention, Rights, Source, Span


def lines(text: str, word: str) -> tuple[str, str, str]:
    source = Source("t", "T", (), None, None, None, ("en",), "article", None, Rights("", None, "full"), "t.txt", text,
                    (), "", {}, "docs/sources/t.md")  # fmt: skip
    block = Block("p1", "paragraph", "en", text, (Span(0, 0, len(text)),))
    start = text.index(word)
    mention = Mention("t", "p1", start, start + len(word), word, "x", "pref_label")
    (line,) = build_concordance([Document(source, (block,), ())], {"t": (mention,)})["x"]
    return line.left, line.exact, line.right


def test_a_short_block_is_shown_whole() -> None:
    assert lines("Before it Seoul, after it.", "Seoul") == ("Before it ", "Seoul", ", after it.")


def test_a_long_context_is_cut_between_words_and_says_so() -> None:
    left, exact, right = lines("word " * 40 + "Seoul" + " word" * 40, "Seoul")
    assert exact == "Seoul"
    assert left.startswith("…word ") and left.endswith("word ")
    assert right.startswith(" word") and right.endswith("word…")
    assert max(len(left), len(right)) <= WIDTH + 1


def test_chinese_is_cut_to_half_the_width_wherever_that_falls() -> None:
    left, exact, right = lines("国" * 90 + "首尔" + "家" * 90, "首尔")
    assert (left, exact, right) == ("…" + "国" * 35, "首尔", "家" * 35 + "…")
