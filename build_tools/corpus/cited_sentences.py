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
from build_tools.text.markdown import ATTRIBUTE_LIST, FENCE, RUN_IN
from build_tools.text.sentences import sentence_spans

EVIDENCE, EDITORIAL, UNCITED = "evidence", "own", "uncited"
"""What a sentence stands on."""

_SIGN = "\ue000"  # a bracket of evidence while its sentence is looked for
_OURS = "\ue001"  # the mark of the editors' own sentence
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")
_SKIPPED = re.compile(r"\s*(#|\||<|:?-{3,}|={3,})")
_OWN_LINE = re.compile(r"\s*\{:[^}]*\.own\b[^}]*\}\s*$")
_OWN = re.compile(r"(?<!\*)(\*{1,2})(?!\*)((?:(?!\1).)+)\1\{[^}]*\.own\b[^}]*\}", re.DOTALL)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)(?:\{[^}]*\})?")


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
    editorial: int = 0
    uncited: int = 0

    def __add__(self, addend: Share) -> Share:
        return Share(self.evidence + addend.evidence, self.editorial + addend.editorial, self.uncited + addend.uncited)

    @property
    def factual(self) -> int:
        """Return how many sentences need evidence."""
        return self.evidence + self.uncited


def share(sentences: Iterable[Sentence]) -> Share:
    """Count sentences by standing."""
    standings = [sentence.standing for sentence in sentences]
    return Share(*(standings.count(standing) for standing in (EVIDENCE, EDITORIAL, UNCITED)))


def split_sentences(markdown: str, line: int = 1) -> tuple[Sentence, ...]:
    """Return the sentences of a hand-written text.

    Args:
        markdown: The text, with evidence in brackets.
        line: The line of the file on which the text begins.
    """
    sentences: list[Sentence] = []
    for text, first_line, is_editorial in _paragraphs(markdown, line):
        sentences += (
            Sentence(words, first_line, EDITORIAL if is_editorial else standing) for words, standing in _sentences(text)
        )
    return tuple(sentences)


def _paragraphs(markdown: str, line: int) -> Iterator[tuple[str, int, bool]]:
    """Yield the paragraphs and list items of a text: words, first line, whether they are marked as the editors' own."""
    lines: list[str] = []
    fence, first = "", line
    for number, raw in enumerate([*markdown.split("\n"), ""], line):
        if (mark := FENCE.match(raw)) and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
            raw = ""  # noqa: PLW2901 - a fence ends the paragraph before it
        elif fence:
            continue
        is_editorial = bool(_OWN_LINE.match(raw))
        item = _ITEM.match(raw)
        if lines and (is_editorial or item or not raw.strip() or _SKIPPED.match(raw) or ATTRIBUTE_LIST.match(raw)):
            yield "\n".join(lines), first, is_editorial
            lines = []
        if raw.strip() and not is_editorial and not ATTRIBUTE_LIST.match(raw) and not _SKIPPED.match(raw):
            first = first if lines else number
            lines.append(raw[item.end() :] if item else raw)


def _sentences(paragraph: str) -> Iterator[tuple[str, str]]:
    text = _LINK.sub(r"\1", mask_evidence(paragraph, _SIGN))
    text = " ".join(_OWN.sub(rf"{_OURS}\2{_OURS}", text).split())
    ours = False
    for start, end in sentence_spans(text, marks=_OURS, attached=_SIGN):
        sentence = text[start:end]
        marks = sentence.count(_OURS)
        is_editorial = ours or marks > 0
        ours ^= bool(marks % 2)
        words = re.sub(rf"\s*{_SIGN}", "", sentence).replace(_OURS, "").strip()
        if re.search(r"\w", words) and not RUN_IN.fullmatch(words):
            yield words, EVIDENCE if _SIGN in sentence else EDITORIAL if is_editorial else UNCITED
