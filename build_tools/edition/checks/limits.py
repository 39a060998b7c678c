"""Check the limits that entries set themselves: the phrases and the texts in which they do not apply."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from build_tools.edition.checks.material import Check, Material
from build_tools.linking import Lexicon
from build_tools.linking.scanning.matches import RejectedMatch
from build_tools.linking.scanning.scanner import scan
from build_tools.model import Entry, Label
from build_tools.model.findings import Finding
from build_tools.model.hints import did_you_mean, list_words
from build_tools.text.folding import fold_label


def check_excluded_sources(material: Material) -> Iterator[Finding]:
    """Report texts that entries exclude and that do not exist."""
    for entry in material.entries:
        for source in entry.not_in_sources:
            if source not in material.source_ids:
                hint = did_you_mean(source, material.source_ids, f"Texts: {list_words(material.source_ids)}.")
                line = entry.lines.get("not_in_sources", 1)
                yield Finding(entry.path, line, "source-unknown", f'there is no text "{source}"', hint)


def check_phrases(material: Material) -> Iterator[Finding]:
    """Report phrases of `not_within` that contain no label of their entry, or are one."""
    for entry in material.entries:
        if entry.not_within:
            yield from _check_phrases_of(entry)


def _check_phrases_of(entry: Entry) -> Iterator[Finding]:
    free = Lexicon([replace(entry, not_within=())])
    labels = {fold_label(label.text) for label in _labels(entry)}
    for phrase in entry.not_within:
        rejected: list[RejectedMatch] = []
        if fold_label(phrase.text) in labels:
            message = f'the phrase "{phrase.text}" is a label of the entry, which would then never be linked'
            hint = "Write the longer phrase in which it means something else, or delete the label."
            yield Finding(entry.path, phrase.line, "phrase-is-label", message, hint)
        elif not scan(phrase.text, free, rejected) and not rejected:
            message = f'the phrase "{phrase.text}" contains no label of the entry'
            hint = "Write a longer phrase around one of its labels, or delete the phrase."
            yield Finding(entry.path, phrase.line, "phrase-without-label", message, hint)


def _labels(entry: Entry) -> tuple[Label, ...]:
    named = Label(entry.name, "")
    return (named, *entry.alt_labels, *entry.short_labels, *entry.shared_labels, *entry.hidden_labels)


CHECKS = (
    Check(("source-unknown",), check_excluded_sources),
    Check(("phrase-is-label", "phrase-without-label"), check_phrases),
)
