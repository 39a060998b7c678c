"""Text that tries to become markup, a script or nothing: tokens, and seeded generators of paragraphs and of values."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

HOSTILE = (
    "- ", "* ", "+ ", "1. ", "1986. ", "10) ", "# ", "#tag", "> ", ">>> ", "***", "---", "===", "```", "~~~", "`",
    "``", "*", "**", "_", "__", "{: .x onclick=alert(1) }", "{ #id }", "{:", "}", "[^1]", "[^1]: note", "[a](b)",
    "![a](b)", "[x]: http://y", "[", "]", "](", "!", '--8<-- "f"', "<script>alert(1)</script>", "<b>", "</p>",
    "</div>", "<!--", "-->", '<div markdown="1">', "<a@b.example>", "<http://x.example>", "<", ">", "&", "&amp;",
    "&#60;", "&lt", "| a | b |", "|---|", "!!! note", "??? x", "/// note", "*[HTML]: y", "HTML", ": d", "Term\n:   d",
    "[TOC]", "{{ x }}", "{% x %}", "$x$", ":smile:", "~~x~~", "==x==", "(c)", "\\", "\\*", "\t", "    ", "  \n",
    "\n\n", "\r\n", "\x00", "\x02", "\x03", "\x02wzxhzdk:0\x03", "\x0b", "\x1f", "\x7f", "\x85", "\xa0", "\u2028",
    "\u202e", "\u2066", "\ud800", "\ufffe", "\u05d0", "\u0627\u0644", "\u200f", "俄罗斯", "한국", "\U0001f600",
    "e\u0301", "'", '"', "“", "”", "word", "Seoul",
)  # fmt: skip
"""What Markdown, HTML, templates, stashes of the converter and bidirectional text give a meaning to."""

ATTACKS = (
    "<img src=x onerror=__pwn()>", "<script>__pwn()</script>", "</script><script>__pwn()</script>",
    '"><script>__pwn()</script>', "'><svg onload=__pwn()>", '" onmouseover="__pwn()', "' onfocus='__pwn()' autofocus='",
    "x onclick=__pwn() y", "</title><script>__pwn()</script>", "</textarea><img src=x onerror=__pwn()>",
    "--><script>__pwn()</script>", "]]><script>__pwn()</script>", "</style><script>__pwn()</script>",
    "[x](javascript:__pwn())", "<javascript:__pwn()>", "![x](x){: onerror=__pwn() }", "![](http://e.example/x.png)",
    "{: onclick=__pwn() }", "{{ __pwn() }}", "{% import os %}", "<iframe srcdoc='<script>parent.__pwn()</script>'>",
    "<base href=http://e.example/>", "<meta http-equiv=refresh content='0;url=http://e.example/'>",
    "<link rel=stylesheet href=http://e.example/x.css>", "<form action=http://e.example/><button>x</button></form>",
    "<details open ontoggle=__pwn()>x</details>", "<math><mi xlink:href=javascript:__pwn()>x</mi></math>",
    "${__pwn()}", "`+__pwn()+`", "'+__pwn()+'", '");__pwn();("', '\\");__pwn();//', "\u2028__pwn()\u2029",
    "<!--<script>__pwn()", "&lt;img src=x onerror=__pwn()&gt;", "&#60;script&#62;__pwn()&#60;/script&#62;",
    "javascript:__pwn()", "data:text/html,<script>__pwn()</script>", "::: os", '--8<-- "mkdocs.yml"',
    "<style>*{background:url(http://e.example/)}</style>", "|__pwn|()|", "\x00<script>__pwn()</script>",
    "\x02wzxhzdk:0\x03<script>__pwn()</script>", "<scr\x00ipt>__pwn()</script>", "\u202e<script>__pwn()</script>",
    "<b><i><u><a href=//e.example/>x", "*" * 60 + "x", "[" * 60 + "x", "<b>" * 20, "{" * 40,
)  # fmt: skip
"""Values that run `__pwn` or ask e.example for something wherever they are taken for more than text."""

_NESTING = ("[", "*", "_", "> ", "- ", "<b>", "<div>", "(", "{", "`", "![", "[x](", "&", "<!--", '"', "**_", "    ")
_PLAIN = ("the", "port", "of", "Lorn", "was", "closed", "to", "ships", "in", "May", "2021", "and", "Russia", "答复")


def hostile_paragraphs(number: int, seed: int) -> Iterator[str]:
    """Yield paragraphs for raw texts, the same for the same seed.

    Each has tokens among words; one in fifty nests something 200 to 600 times. A raw text is UTF-8, so none has a lone
    surrogate.
    """
    random = Random(seed)  # noqa: S311 - the same on every run
    tokens = [piece for piece in (*HOSTILE, *ATTACKS) if piece != "\ud800"]
    for _ in range(number):
        pieces = random.choices(tokens, k=random.randint(1, 9)) + random.choices(_PLAIN, k=random.randint(0, 8))
        random.shuffle(pieces)
        if random.random() < 0.02:
            pieces.insert(random.randrange(len(pieces)), random.choice(_NESTING) * random.randint(200, 600))
        paragraph = random.choice(("", " ")).join(pieces)
        yield paragraph if paragraph.strip() else f"{paragraph}word"


def hostile_values(seed: int) -> Iterator[str]:
    """Yield values for fields of front matter without end, the same for the same seed; each ends in its own number.

    Together they have every attack in turn, at the beginning or behind words, with one or two tokens about it.
    """
    random = Random(seed)  # noqa: S311 - the same on every run
    number = 0
    while True:
        for attack in ATTACKS:
            before = random.choice(("", "", "word ", random.choice(HOSTILE)))
            yield f"{before}{attack}{random.choice(HOSTILE)} q{number}q"
            number += 1
