"""Kinds of text that an editor may paste and that a careless expression reads again and again: one shape, any length.

A kind repeats a piece of syntax, or two or three, with words before and behind that leave it open; or it grows: runs
of more and more backticks, brackets in brackets. `kinds` is the same list on every run.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

ATOMS: Sequence[str] = (
    *("!", '"', "#", "$", "%", "&", "'", "(", ")", "*", "+", ",", "-", ".", "/", ":", ";", "<", "=", ">", "?", "@"),
    *("[", "\\", "]", "^", "_", "`", "{", "|", "}", "~"),  # the punctuation of ASCII
    *(" ", "\t", "\n", "\n\n", "\r\n", "\u00a0", "\u3000", "\u2028", "\u200b"),  # white space
    *("a", "A", "é", "e\u0301", "7", "한", "漢", "か", "я", "\u202e", "\0", "\U0001f600"),  # letters and others
    *("J. ", "J. K. ", "U.S. ", "Mr. ", "No. 1 ", "etc. ", "e.g., ", "A sentence. ", "Why?! "),  # stops
    *("。", "！", "」", "」と", "।", "…", "“", "”", "«", "»", "„", "‘", "’", "¿", "（", "）"),
    *("[@x ", "[@x, ¶1]", '[@x, ¶1: "a', '[@x, ¶1: "a"; ¶2]', "[outside: ", '";', "¶9", "[@x]", '"]'),  # evidence
    *("# ", "## a\n", "#a\n", "# a {#b}\n", "a\n=\n\n", "a\n---\n\n", "{: .own }\n", "{: .own", "{ .own }", "*a*{"),
    *("- ", "- a\n", "1. a\n", "    a\n", "> ", "> a\n", "| a ", "|---|\n", ":   a\n", "!!! note\n", "*** "),
    *("](", "[a](", "[a](b)", "[a](b){", "![a](b)", "[a][b] ", "[a]: b\n", "[^1]", "<a@b.c>", "<http://a>", "{#a}"),
    *("<", "<b>", "</b>", "<b", "<!--", "-->", "<?", "<![CDATA[", "<div>\n", "</div>\n", "<span lang=", "<br/>", "&a;"),
    *("**", "**a** ", "_a_ ", "***", "``", "```", "```\n", "~~~\n", "`a` ", "\\`", "``` {", "```a\n", "``` hl_lines='"),
    *(
        "2024-05",
        "2024-05-13/",
        "regime ",
        "the regime",
        "Seoul ",
        "Mr. Kim Il ",
        "https://a.b/c ",
        "::: a\n",
        "--8<--",
    ),
)
"""Pieces of the syntax of prose: marks, spaces, letters, stops, evidence, headings, lists, links, tags, code, dates."""

_FRAMES = (("", ""), ("# a", "x"), ('[@x, ¶1: "', "x"), ("a", '"'), ("<b", "]"), ("*", "."))


@dataclass(frozen=True)
class Kind:
    """A shape of text: its name, and what it looks like at a length in code points."""

    name: str
    shape: Callable[[int], str]

    def __str__(self) -> str:
        return self.name

    def text(self, length: int) -> str:
        """Return the text of this kind, cut at a length in code points."""
        return self.shape(length)[:length]


def repeated(piece: str, before: str = "", behind: str = "") -> Kind:
    """Return the kind that repeats a piece between two others."""

    def shape(length: int) -> str:
        times = max(1, (length - len(before) - len(behind)) // len(piece))
        return f"{before}{piece * times}{behind}"

    return Kind(repr(f"{before}‹{piece}›{behind}" if before or behind else piece), shape)


def growing(piece: str, between: str) -> Kind:
    """Return the kind in which ever longer runs of a piece stand one behind the other."""

    def shape(length: int) -> str:
        runs: list[str] = []
        size = 0
        while size < length:
            runs.append(piece * (len(runs) + 1) + between)
            size += len(runs[-1])
        return "".join(runs)

    return Kind(f"growing {piece!r} {between!r}", shape)


def nested(opening: str, closing: str) -> Kind:
    """Return the kind that opens as often as it can, and then closes as often."""

    def shape(length: int) -> str:
        times = max(1, length // len(opening + closing))
        return opening * times + closing * times

    return Kind(f"nested {opening!r} {closing!r}", shape)


_GROWING = [
    growing(piece, between)
    for piece in ("`", "~", "*", "_", "#", "[", "(", '"', " ", "=")
    for between in (" ", "\n", "a\n\n")
]
_NESTED = [
    nested(opening, closing)
    for opening, closing in (
        *(
            ("[", "]"),
            ("(", ")"),
            ("{", "}"),
            ("<b>", "</b>"),
            ("*a ", "*"),
            ("**a *b ", "***"),
            ("“", "”"),
            ("‘", "’"),
        ),
        *(
            ("[a](", ")"),
            ("![", "]"),
            ("> ", "\n"),
            ("<div>\n", "</div>\n"),
            ('[@x: "', '"]'),
            ("`", "`"),
            ("[[a](", "](b))"),
        ),
    )
]


STALLED: Sequence[Kind] = (
    repeated(" ", "# a", "x"),
    repeated("[@x "),
    repeated('";', "[@x, ¶1: ", "]"),
    growing("`", " "),
    repeated("J. K. "),
    repeated("["),
    repeated("# a\n"),
    repeated("[a]("),
    repeated("[a](b){"),
    repeated("{: .own"),
    repeated("*a*{ .own"),
    repeated("a.[@x, ¶1]"),
    repeated("<span lang="),
    repeated("“"),
    repeated("regime "),
    nested('[@x: "', '"]'),
)
"""A kind for each way in which a reader once went back over the same characters."""


SPECIAL = len(STALLED) + len(_GROWING) + len(_NESTED)
"""How many of the kinds are not repeated pieces; they come first."""


def kinds(triples: int = 1_000) -> Iterator[Kind]:
    """Yield every kind: those that once stalled, growing and nested ones, single pieces in every frame, pairs, triples.

    Args:
        triples: How many triples to draw; they are the same on every run.
    """
    yield from STALLED
    yield from _GROWING
    yield from _NESTED
    for piece, (before, behind) in product(ATOMS, _FRAMES):
        yield repeated(piece, before, behind)
    for first, second in product(ATOMS, repeat=2):
        if first != second:
            yield repeated(first + second)
    draw = random.Random(13)  # noqa: S311 - a sample, not a secret
    for _ in range(triples):
        yield repeated("".join(draw.sample(ATOMS, 3)), *draw.choice(_FRAMES))
