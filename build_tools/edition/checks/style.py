"""Advice on how editors write: words that take a side, and the form of definitions. None of it blocks anything.

Which words these are is the house style's, not the program's: the fields `wording` and `attributed_by` at the head of
docs/house-style.md. A word that is quoted, in a sentence that says whose word it is, or part of the entry's own
labels is no finding. Without that page only the form of definitions is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from build_tools.corpus.evidence import mask_evidence
from build_tools.corpus.written_pages import HouseStyle, HouseWording
from build_tools.model import Document, Entry
from build_tools.model.findings import ADVICE, Finding
from build_tools.model.registers import Discrepancy, Registers
from build_tools.text.folding import fold_label
from build_tools.text.sentences import sentence_spans

_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|„[^“”]*[“”]|\"[^\"]*\"|(?<!\w)‘[^’]*’(?!\w)|\*[^*\n]+\*(?!\*)")
_ADDRESS = re.compile(r"\]\([^)]*\)(\{[^}]*\})?")
_ARTICLE = re.compile(r"(?:the|an?)\s", re.IGNORECASE)
_VERB = re.compile(r"(?:is|are|was|were|means|refers to|denotes|describes)\b", re.IGNORECASE)
_MARKUP = re.compile(r"[*_`<\[\]]|\]\(")
_STOPS = (".", "!", "?", ".”", ".’", ".)")

_Text = tuple[str, int, str, Sequence[str]]
"""A file, a line, words that editors wrote from that line on, and labels whose words they may use."""


def check_style(
    entries: Sequence[Entry], registers: Registers, documents: Iterable[Document], style: HouseStyle
) -> list[Finding]:
    """Advice on the definitions of entries, and on the wording of entries, registers and headnotes."""
    findings: list[Finding] = []
    for entry in entries:
        findings += _definition(entry)
    if style.wording:
        for text in _written(entries, registers, documents):
            findings += _loaded(text, style)
    return findings


def _definition(entry: Entry) -> Iterator[Finding]:
    text, path, line = entry.definition.strip(), entry.path, entry.lines.get("definition", 1)
    if not text:
        return
    if _begins(text, entry.name):
        message = f'the definition begins with the label "{entry.name}", which stands above it'
        hint = "Begin with what the thing is: “State news agency of Russia …”."
        yield Finding(path, line, "definition-label-first", message, hint, ADVICE)
    elif found := _ARTICLE.match(text):
        message = f'the definition begins with the article "{found[0].strip()}"'
        hint = "Leave the article out and begin with a capital letter."
        yield Finding(path, line, "definition-article-first", message, hint, ADVICE)
    elif found := _VERB.match(text):
        message = f'the definition begins with the verb "{found[0]}"'
        hint = "Begin with what the thing is; the label above stands for the rest."
        yield Finding(path, line, "definition-verb-first", message, hint, ADVICE)
    if not text.endswith(_STOPS):
        message = f'the definition ends with "{text.split()[-1]}" and no full stop'
        yield Finding(path, line, "definition-without-stop", message, "Add a full stop.", ADVICE)
    if found := _MARKUP.search(text):
        message = f'the definition holds "{found[0]}", which is shown as it is'
        hint = "Write plain text; links and emphasis belong into the notes."
        yield Finding(path, line, "definition-markup", message, hint, ADVICE)


def _begins(text: str, label: str) -> bool:
    folded, head = fold_label(text), fold_label(label)
    return bool(head) and folded.startswith(head) and not folded[len(head) : len(head) + 1].isalnum()


def _written(entries: Iterable[Entry], registers: Registers, documents: Iterable[Document]) -> Iterator[_Text]:
    for entry in entries:
        labels = [entry.name, *(label.text for label in (*entry.alt_labels, *entry.shared_labels))]
        yield entry.path, entry.lines.get("definition", 1), entry.definition, labels
        yield entry.path, entry.notes_line, entry.notes, labels
    for item in registers.items:
        if isinstance(item, Discrepancy):
            told = (("claim", item.claim), ("known", item.known), ("reading", item.reading))
        else:
            told = (("occasion", item.occasion), ("derivation", item.derivation), ("chain", item.chain))
        for field, text in told:
            yield item.path, item.lines.get(field, 1), text, ()
        yield item.path, item.notes_line, item.notes, ()
    for document in documents:
        # The line of the headnote is not kept; its words are short enough to be found.
        yield document.source.path, 1, document.source.headnote, ()


def _loaded(text: _Text, style: HouseStyle) -> Iterator[Finding]:
    path, line, written, labels = text
    if not written:
        return
    read = _ADDRESS.sub(_blank, _QUOTED.sub(_blank, mask_evidence(written, " ")))
    allowed = "\n".join(labels).lower()
    for wording in style.wording:
        for found in _pattern(wording).finditer(read):
            word = found[0].lower()
            if word in allowed or _is_excepted(read, found, wording):
                continue
            if _is_attributed(_sentence(read, found.start(), found.end()), style.attributed_by):
                continue
            at = line + read.count("\n", 0, found.start())
            message = f'"{found[0]}" takes a side: {wording.because}'
            yield Finding(path, at, "word-loaded", message, wording.instead, ADVICE)


@lru_cache(maxsize=256)
def _pattern(wording: HouseWording) -> re.Pattern[str]:
    words = "|".join(r"\s+".join(map(re.escape, word.split())) for word in wording.avoid)
    return re.compile(rf"(?<![\w-])(?:{words})(?:e?s)?(?![\w-])", re.IGNORECASE)


def _is_excepted(text: str, found: re.Match[str], wording: HouseWording) -> bool:
    around = " ".join(text[max(0, found.start() - 40) : found.end() + 40].lower().split())
    return any(phrase.lower() in around for phrase in wording.unless)


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence around a stretch of a text; a line's end, which in notes is a paragraph's, ends one too."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line = text[first : last if last >= 0 else len(text)]
    return next((line[a:b] for a, b in sentence_spans(line) if start - first < b), line)


def _is_attributed(sentence: str, signs: Iterable[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(sign)}(?!\w)", sentence, re.IGNORECASE) for sign in signs)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])
