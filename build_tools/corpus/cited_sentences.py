"""Hand-written Markdown cut into sentences, and what supports each: evidence, the editors' own word, or nothing.

The rule is strict: each sentence needs a bracket of evidence of its own, before its full stop or right
behind it. One that the editors mark as theirs (`*Sentence.*{ .own }`, or a line `{: .own }` below its
paragraph) needs none. Headings, code and tables are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.corpus.evidence import mask_evidence
from build_tools.text.prose.code_spans import find_fenced_blocks, mask_spans
from build_tools.text.prose.links import drop_addresses
from build_tools.text.prose.paragraphs import is_run_in
from build_tools.text.sentences import sentence_spans

EVIDENCE, EDITORIAL, UNCITED = "evidence", "own", "uncited"
"""What supports a sentence."""

_SIGN = "\ue000"  # a bracket of evidence while its sentence is looked for
_OURS = "\ue001"  # the mark of the editors' own sentence
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")
_SKIPPED = re.compile(r"\s*(#|\||<|:?-{3,}|={3,})")
_ATTRIBUTES = re.compile(r"\s*\{:(?P<attributes>[^}]*)\}\s*$")
_MARKED = re.compile(
    r"(?<!\*)(?P<stars>\*{1,2})(?!\*)(?P<words>(?:(?!(?P=stars)).)+)(?P=stars)\{(?P<attributes>[^{}]*)\}", re.DOTALL
)
_OWN = re.compile(r"\.own\b")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an editor, without its evidence, the line on which its paragraph begins, and its standing."""

    text: str
    line: int
    standing: str


@dataclass(frozen=True, slots=True)
class Share:
    """How many sentences carry evidence, are the editors' own, and have no support."""

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
    first = line
    # A fenced block, masked, is as many blank lines, which end the paragraph before it.
    prose = mask_spans(markdown, find_fenced_blocks(markdown))
    for number, raw in enumerate([*prose.split("\n"), ""], line):
        listed = _ATTRIBUTES.match(raw)
        is_editorial = listed is not None and _OWN.search(listed["attributes"]) is not None
        item = _ITEM.match(raw)
        is_skipped = listed or _SKIPPED.match(raw) or not raw.strip()
        if lines and (item or is_skipped):
            yield "\n".join(lines), first, is_editorial
            lines = []
        if not is_skipped:
            first = first if lines else number
            lines.append(raw[item.end() :] if item else raw)


def _sentences(paragraph: str) -> Iterator[tuple[str, str]]:
    text = drop_addresses(mask_evidence(paragraph, _SIGN))
    text = " ".join(_MARKED.sub(_mark_own, text).split())
    ours = False
    for start, end in sentence_spans(text, marks=_OURS, attached=_SIGN):
        sentence = text[start:end]
        marks = sentence.count(_OURS)
        is_editorial = ours or marks > 0
        ours ^= bool(marks % 2)
        words = re.sub(rf"\s*{_SIGN}", "", sentence).replace(_OURS, "").strip()
        if re.search(r"\w", words) and not is_run_in(words):
            yield words, EVIDENCE if _SIGN in sentence else EDITORIAL if is_editorial else UNCITED


def _mark_own(emphasis: re.Match[str]) -> str:
    """Return emphasised words between the marks of the editors' own sentences, if its attributes say that it is one."""
    return f"{_OURS}{emphasis['words']}{_OURS}" if _OWN.search(emphasis["attributes"]) else emphasis[0]
