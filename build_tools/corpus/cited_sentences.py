"""Hand-written Markdown cut into sentences, and what each stands on: evidence, the editors' own word, or nothing.

The rule is strict: each sentence needs a bracket of evidence of its own, before its full stop or right
behind it. One that the editors mark as theirs (`*Sentence.*{ .own }`, or a line `{: .own }` below its
paragraph) needs none. Headings, code and tables are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.corpus.evidence import mask_evidence
from build_tools.text.scripts import EAST_ASIAN

EVIDENCE, OWN, UNCITED = "evidence", "own", "uncited"
"""What a sentence stands on."""

_SIGN = "\ue000"  # a bracket of evidence while its sentence is looked for
_OURS = "\ue001"  # the mark of the editors' own sentence
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")
_SKIPPED = re.compile(r"\s*(#|\||<|:?-{3,}|={3,})")
_OWN_LINE = re.compile(r"\s*\{:[^}]*\.own\b[^}]*\}\s*$")
_ATTRIBUTES = re.compile(r"\s*\{:[^}]*\}\s*$")
_OWN = re.compile(r"(?<!\*)(\*{1,2})(?!\*)((?:(?!\1).)+)\1\{[^}]*\.own\b[^}]*\}", re.DOTALL)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)(?:\{[^}]*\})?")
_END = re.compile(
    rf"(?<=[^\s.!?…])[.!?…]+[’”\"'»)\]{_OURS}*]*(?:\s*{_SIGN}[.]?)*(?=\s|$)|[。！？][”’」』]*(?:\s*{_SIGN})*"
)
_ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|No|Nos|vs|v|cf|ca|Gen|Sen|Rep|Gov|Col|Lt|Co|Inc|Ltd|Corp|ed|eds|p|pp|vol|"
    r"e\.g|i\.e|a\.m|p\.m|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)|\b(?:[A-Za-z]\.)+[A-Za-z])$"
)
_RUN_IN = re.compile(r"\*\*[^*]+\*\*")  # a heading in bold at the head of its paragraph
_NEXT_BEGINS = re.compile(rf"\s*[“\"‘'«(\[*{_OURS}{_SIGN}]*[A-ZÀ-ÞА-Я0-9{EAST_ASIAN}]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an editor, without its evidence, the line on which its paragraph begins, and its standing."""

    text: str
    line: int
    standing: str


@dataclass(frozen=True, slots=True)
class Share:
    """How many sentences carry evidence, are the editors' own, and stand on nothing."""

    evidence: int = 0
    own: int = 0
    uncited: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.evidence + other.evidence, self.own + other.own, self.uncited + other.uncited)

    @property
    def factual(self) -> int:
        """How many sentences need evidence."""
        return self.evidence + self.uncited


def share(sentences: Iterable[Sentence]) -> Share:
    """Sentences counted by standing."""
    standings = [sentence.standing for sentence in sentences]
    return Share(*(standings.count(standing) for standing in (EVIDENCE, OWN, UNCITED)))


def split_sentences(markdown: str, line: int = 1) -> tuple[Sentence, ...]:
    """The sentences of a hand-written text that begins on this line."""
    found: list[Sentence] = []
    for text, at, own in _paragraphs(markdown, line):
        found += (Sentence(words, at, OWN if own else standing) for words, standing in _sentences(text))
    return tuple(found)


def _paragraphs(markdown: str, line: int) -> Iterator[tuple[str, int, bool]]:
    """The paragraphs and list items of a text: words, first line, whether they are marked as ours."""
    lines: list[str] = []
    fence, first = "", line
    for number, raw in enumerate([*markdown.split("\n"), ""], line):
        if (mark := _FENCE.match(raw)) and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
            raw = ""  # noqa: PLW2901 - a fence ends the paragraph before it
        elif fence:
            continue
        own = bool(_OWN_LINE.match(raw))
        item = _ITEM.match(raw)
        if lines and (own or item or not raw.strip() or _SKIPPED.match(raw) or _ATTRIBUTES.match(raw)):
            yield "\n".join(lines), first, own
            lines = []
        if raw.strip() and not own and not _ATTRIBUTES.match(raw) and not _SKIPPED.match(raw):
            first = first if lines else number
            lines.append(raw[item.end() :] if item else raw)


def _sentences(paragraph: str) -> Iterator[tuple[str, str]]:
    text = _LINK.sub(r"\1", mask_evidence(paragraph, _SIGN))
    text = " ".join(_OWN.sub(rf"{_OURS}\2{_OURS}", text).split())
    ours = False
    for sentence in _cut(text):
        marks = sentence.count(_OURS)
        own = ours or marks > 0
        ours ^= bool(marks % 2)
        words = re.sub(rf"\s*{_SIGN}", "", sentence).replace(_OURS, "").strip()
        if re.search(r"\w", words) and not _RUN_IN.fullmatch(words):
            yield words, EVIDENCE if _SIGN in sentence else OWN if own else UNCITED


def _cut(text: str) -> Iterator[str]:
    start = 0
    for end in _END.finditer(text):
        before, after = text[start : end.start()], text[end.end() :]
        if end[0].startswith(".") and _ABBREVIATED.search(before.rstrip(_SIGN)):
            continue
        if not after.strip() or _NEXT_BEGINS.match(after):
            yield text[start : end.end()]
            start = end.end()
    if text[start:].strip():
        yield text[start:]
