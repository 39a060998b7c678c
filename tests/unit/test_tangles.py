from __future__ import annotations

import markdown
import pytest

from build_tools.text.prose.tangles import find_tangle
from tests.support.prose_kinds import STALLED, Kind, growing, nested, repeated

EXTENSIONS = ("toc", "tables", "admonition", "attr_list", "def_list", "md_in_html")


@pytest.mark.parametrize(
    "kind",
    [
        *(repeated("["), repeated("[@x "), nested("[", "]"), nested("![", "]"), growing("[", " ")),
        *(repeated(" ", "# a", "x"), repeated("\t", "# a", "x"), repeated("*a "), nested("**a *b ", "***")),
        *(repeated("#"), growing("*", "\n"), repeated("_"), repeated("_*")),
        *(repeated("[a]("), repeated("# a {#b}\n"), repeated("!!! note\n"), repeated("a\n===\n\n")),
        *(repeated("<span lang="), repeated(":<b"), repeated("<b>A"), repeated("\\````a\n"), repeated("a\n:   b\n")),
        *(repeated('<div markdown="1">\n\n'), nested("<b>", "</b>")),
        *(repeated("![]("), repeated("[a](b "), nested("[a](", ")"), repeated("#\n"), repeated("# a\n")),
        *(repeated("a\n=\n"), repeated("a\n---\n"), repeated("- \n---\n"), repeated("***\n"), repeated("a\n: b\n")),
        *(repeated("1. "), repeated("+ ")),
    ],
    ids=str,
)
def test_prose_that_a_converter_would_read_for_hours_is_refused(kind: Kind) -> None:
    assert find_tangle("Plain.\n\n" + kind.text(200_000)) is not None


@pytest.mark.parametrize(
    "paragraph",
    [
        "A sentence with [a link](b.md), *emphasis* and evidence [@harbour, ¶4].\n",
        "| a | b |\n|---|---|\n" + "| *c* | [d](e.md) |\n" * 20,
        "```\n" + "[" * 5_000 + " " * 5_000 + "\n```\n",
        "`" + "[" * 1_000 + "`\n",
        "A <span class='x'>word</span>, 3 < 4 and a stray ( or ` or [ now and then. " + "A sentence. " * 400 + "\n",
        "Term\n:   What it is.\n:   And what else.\n",
        "-" * 80 + "\n",
        "## A heading\nand *words* (with [a link](b.md)) below it\n" * 20,
        "- [a link](b.md) (and words)\n" * 500,
        "Term\n: its meaning, in some words\n" * 100,
    ],
)
def test_a_long_honest_text_is_not(paragraph: str) -> None:
    assert find_tangle("\n".join([paragraph] * (200_000 // len(paragraph)))) is None


def test_a_text_that_is_not_refused_is_converted_without_harm() -> None:
    for kind in STALLED:
        length = 1_000
        while find_tangle(kind.text(2 * length)) is None and length < 2_000:
            length *= 2
        assert markdown.markdown(kind.text(length), extensions=EXTENSIONS)


def test_the_paragraph_at_fault_is_named() -> None:
    text = "A [small] one.\n\nThe next.\n\n" + "[" * 4_000 + "\n\nThe last."
    assert find_tangle(text) == text.index("\n[[")
