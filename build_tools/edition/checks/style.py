"""Advice on how editors write: words that take a side, and the form of definitions. None of it blocks anything.

The words come from the edition, not from the program: from the fields `wording` and `attributed_by` at the head of
docs/house-style.md. A word that is listed stands for its regular inflected forms too. A word that is quoted, in a
sentence that says whose word it is, or part of the entry's own labels is no finding. Without that page only the form of
definitions is checked.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from itertools import pairwise

from build_tools.corpus.evidence import mask_evidence
from build_tools.corpus.page_fields import HouseWording
from build_tools.corpus.written_pages import HouseStyle
from build_tools.edition.checks.material import Check, Material
from build_tools.model import Entry, Source
from build_tools.model.findings import Finding
from build_tools.model.registers import Discrepancy, Registers
from build_tools.text.folding import fold_label
from build_tools.text.prose.code_spans import mask_spans
from build_tools.text.prose.links import mask_addresses
from build_tools.text.sentences import sentence_spans

# A quotation holds none of its own kind, so that a mark that is never closed is looked behind once.
_QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|\"[^\"]*\"|(?<!\w)‘[^‘’]*’(?!\w)|\*[^*\n]+\*(?!\*)")
_ARTICLE = re.compile(r"(?:the|an?)\s", re.IGNORECASE)
_VERB = re.compile(r"(?:is|are|was|were|means|refers to|denotes|describes)\b", re.IGNORECASE)
_MARKUP = re.compile(r"[*_`<\[\]]|\]\(")
_CONSONANT_AND_Y = re.compile(r"[b-df-hj-np-tv-xz]y$", re.IGNORECASE)
_DOUBLING = re.compile(r"[b-df-hj-np-tv-z][aeiou][b-df-hj-np-tvz]$", re.IGNORECASE)  # "admit", "admitted"
_STOP_APART = re.compile(r"(?<=\S)( +)([.!?])(?=\s|$)")
_STOPS = (".", "!", "?", ".”", ".’", ".)")

_Text = tuple[str, int, str, Sequence[str]]
"""A file, a line, words that editors wrote from that line on, and labels whose words they may use."""


def check_definition_style(material: Material) -> Iterator[Finding]:
    """Advise on the form of definitions."""
    is_english = material.language.partition("-")[0] == "en"
    for entry in material.entries:
        yield from _definition(entry, is_english=is_english)


def check_wording(material: Material) -> Iterator[Finding]:
    """Advise on words that take a side in entries, registers and headnotes."""
    style = next((page.style for page in material.pages if page.style.wording), None)
    if style is not None:
        for path, line, written, labels in _written(material.entries, material.registers, material.sources):
            if written:
                yield from _loaded(path, line, written, tuple(labels), style)


def _definition(entry: Entry, *, is_english: bool) -> Iterator[Finding]:
    text, path, line = entry.definition.strip(), entry.path, entry.lines.get("definition", 1)
    if not text:
        return
    if _begins(text, entry.name):
        message = f'the definition begins with the label "{entry.name}", which is shown above it'
        hint = "Begin with what the thing is: “State news agency of Nordia …”."
        yield Finding(path, line, "definition-label-first", message, hint)
    elif match := _ARTICLE.match(text) if is_english else None:
        message = f'the definition begins with the article "{match[0].strip()}"'
        hint = "Leave the article out and begin with a capital letter."
        yield Finding(path, line, "definition-article-first", message, hint)
    elif match := _VERB.match(text) if is_english else None:
        message = f'the definition begins with the verb "{match[0]}"'
        hint = "Begin with what the thing is; the label is shown above it."
        yield Finding(path, line, "definition-verb-first", message, hint)
    if not text.endswith(_STOPS):
        message = f'the definition ends with "{text.split()[-1]}", without a full stop'
        yield Finding(path, line, "definition-without-stop", message, "Add a full stop.")
    if match := _MARKUP.search(text):
        message = f'the definition has "{match[0]}", which is not rendered'
        hint = "Write plain text; links and emphasis belong in the notes."
        yield Finding(path, line, "definition-markup", message, hint)


def _begins(text: str, label: str) -> bool:
    folded, head = fold_label(text), fold_label(label)
    return bool(head) and folded.startswith(head) and not folded[len(head) : len(head) + 1].isalnum()


def _written(entries: Iterable[Entry], registers: Registers, sources: Iterable[Source]) -> Iterator[_Text]:
    for entry in entries:
        labels = [entry.name, *(label.text for label in (*entry.alt_labels, *entry.shared_labels))]
        yield entry.path, entry.lines.get("definition", 1), entry.definition, labels
        yield entry.path, entry.notes_line, entry.notes, labels
    for item in registers.items:
        if isinstance(item, Discrepancy):
            texts = (("claim", item.claim), ("known", item.known), ("reading", item.reading))
        else:
            texts = (("occasion", item.occasion), ("derivation", item.derivation), ("chain", item.chain))
        for field, text in texts:
            yield item.path, item.lines.get(field, 1), text, ()
        yield item.path, item.notes_line, item.notes, ()
    for work in registers.outside_works:
        yield work.path, work.notes_line, work.notes, ()
    for source in sources:
        yield source.path, source.headnote_line, source.headnote, ()


@lru_cache(maxsize=8_192)  # a server checks all of it after every edit
def _loaded(path: str, line: int, written: str, labels: tuple[str, ...], style: HouseStyle) -> tuple[Finding, ...]:
    return tuple(_find_loaded(path, line, written, labels, style))


def _find_loaded(path: str, line: int, written: str, labels: Iterable[str], style: HouseStyle) -> Iterator[Finding]:
    prose = mask_evidence(written, " ")
    read = mask_addresses(mask_spans(prose, (match.span() for match in _QUOTED.finditer(prose))))
    # What is left out stands before the stop of its sentence, which would else not be read as one.
    read = _STOP_APART.sub(r"\2\1", read)
    sentences = _Sentences(read, style.attributed_by)
    allowed = "\n".join(labels).lower()
    is_allowed = cache(lambda word: word in allowed)
    for wording in style.wording:
        for match in _pattern(wording).finditer(read):
            if is_allowed(match[0].lower()) or _is_excepted(read, match, wording):
                continue
            if sentences.is_attributed(match.start()):
                continue
            line_of_word = line + sentences.line_ends_before(match.start())
            message = f'"{match[0]}" takes a side: {wording.because}'
            yield Finding(path, line_of_word, "word-loaded", message, wording.instead)


class _Sentences:
    """The sentences of a text, each read once; a line's end, which in notes is a paragraph's, ends one too."""

    def __init__(self, text: str, signs: Iterable[str]) -> None:
        self._text = text
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._sign = _pattern_of_signs(tuple(signs))
        self._attributed: dict[int, bool] = {}

    def line_ends_before(self, offset: int) -> int:
        """Return how many line ends come before an offset of the text."""
        return bisect_right(self._line_starts, offset) - 1

    def is_attributed(self, offset: int) -> bool:
        """Return whether the sentence around an offset says whose words it has."""
        if self._sign is None:
            return False
        start = self._starts[bisect_right(self._starts, offset) - 1]
        if start not in self._attributed:
            end = self._ends[start]
            self._attributed[start] = self._sign.search(self._text[start:end]) is not None
        return self._attributed[start]

    @cached_property
    def _ends(self) -> dict[int, int]:
        """The end (exclusive) of each sentence by its start; a line without one is a sentence."""
        ends = {}
        for first, following in pairwise([*self._line_starts, len(self._text) + 1]):
            ends[first] = following - 1
            ends |= {first + start: first + end for start, end in sentence_spans(self._text[first : following - 1])}
        return ends

    @cached_property
    def _starts(self) -> list[int]:
        return sorted(self._ends)


@lru_cache(maxsize=16)
def _pattern_of_signs(signs: tuple[str, ...]) -> re.Pattern[str] | None:
    words = "|".join(map(re.escape, signs))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) if words else None


@lru_cache(maxsize=256)
def _pattern(wording: HouseWording) -> re.Pattern[str]:
    words = "|".join(map(_forms, wording.avoid))
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


def _forms(phrase: str) -> str:
    """Return a pattern of a phrase and of the regular inflected forms of its first and its last word.

    The first may be a verb ("deny the fact", "denied the fact"), the last a noun ("rogue states").
    """
    words = phrase.split()
    inflected = {0, len(words) - 1}
    return r"\s+".join(_inflected(word) if place in inflected else re.escape(word) for place, word in enumerate(words))


def _inflected(word: str) -> str:
    """Return a pattern of an English word with the endings of a plural and of a verb, however they are spelt."""
    stem, last = re.escape(word[:-1]), re.escape(word[-1:])
    if word.endswith("e"):
        return rf"{stem}(?:es?|ed|ing)"
    if _CONSONANT_AND_Y.search(word):
        return rf"{stem}(?:y|ying|ies|ied)"
    doubled = rf"|{last}ed|{last}ing" if _DOUBLING.search(word) else ""
    return rf"{stem}{last}(?:e?s|ed|ing{doubled})?"


def _is_excepted(text: str, match: re.Match[str], wording: HouseWording) -> bool:
    around = " ".join(text[max(0, match.start() - 40) : match.end() + 40].lower().split())
    return any(phrase.lower() in around for phrase in wording.unless)


CHECKS = (
    Check(
        (
            "definition-article-first",
            "definition-label-first",
            "definition-markup",
            "definition-verb-first",
            "definition-without-stop",
        ),
        check_definition_style,
    ),
    Check(("word-loaded",), check_wording),
)
