"""Where entries say that they do not apply: whether the phrases and the texts they name are there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches

from build_tools.linking import Lexicon
from build_tools.linking.scanning.matches import RejectedMatch
from build_tools.linking.scanning.scanner import scan
from build_tools.model import Entry, Label
from build_tools.model.findings import Finding
from build_tools.text.folding import fold_label


def check_limits(entries: Iterable[Entry], sources: Collection[str]) -> list[Finding]:
    """A finding for each phrase that holds no label of its entry or is one, and for each text that does not exist.

    `sources` are the ids of all texts.
    """
    findings: list[Finding] = []
    for entry in entries:
        findings += _unknown_sources(entry, sources)
        findings += _idle_phrases(entry) if entry.not_within else ()
    return findings


def _unknown_sources(entry: Entry, sources: Collection[str]) -> Iterator[Finding]:
    line = entry.lines.get("not_in_sources", 1)
    for one in entry.not_in_sources:
        if one not in sources:
            close = get_close_matches(one, sorted(sources), 1)
            hint = f'Did you mean "{close[0]}"?' if close else f"Texts: {', '.join(sorted(sources))}."
            yield Finding(entry.path, line, "source-unknown", f'there is no text "{one}"', hint)


def _idle_phrases(entry: Entry) -> Iterator[Finding]:
    free = Lexicon([replace(entry, not_within=())])
    own = {fold_label(label.text) for label in _labels(entry)}
    for phrase in entry.not_within:
        rejected: list[RejectedMatch] = []
        if fold_label(phrase.text) in own:
            message = f'the phrase "{phrase.text}" is a label of the entry, which would never be found'
            hint = "Write the longer words in which it is something else, or delete the label."
            yield Finding(entry.path, phrase.line, "phrase-is-label", message, hint)
        elif not scan(phrase.text, free, rejected) and not rejected:
            message = f'the phrase "{phrase.text}" holds no label of the entry'
            hint = "Write longer words around one of its labels, or delete the phrase."
            yield Finding(entry.path, phrase.line, "phrase-without-label", message, hint)


def _labels(entry: Entry) -> tuple[Label, ...]:
    named = Label(entry.name, "")
    return (named, *entry.alt_labels, *entry.short_labels, *entry.shared_labels, *entry.hidden_labels)
