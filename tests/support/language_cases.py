"""Sentences with the links that they must have, by language.

A file tests/data/languages/<tag>.txt is written for people. Lines before the first empty line are entries:

    id kind = preferred label; short label; short label

The other lines are sentences. `{words|id}` must be linked to the entry, `{words}` must not be linked at all; nothing
else may be linked either. `#` begins a comment.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_tools.model import Entry, Label

_MARKED = re.compile(r"\{([^|{}]*)(?:\|([^{}]*))?\}")


@dataclass(frozen=True, slots=True)
class LanguageCase:
    """A sentence, the entries of its glossary (id, kind, labels), and its mentions."""

    lang: str
    text: str
    entries: tuple[tuple[str, str, tuple[str, ...]], ...]
    mentions: tuple[tuple[int, int, str], ...]
    forbidden: tuple[tuple[int, int], ...]


def read_cases(path: Path) -> Iterator[LanguageCase]:
    """Yield the cases of a file in either form."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if path.suffix == ".jsonl":
        yield from (_of_row(json.loads(line)) for line in lines if line.strip())
        return
    kept = [line for line in lines if not line.startswith("#")]
    border = kept.index("")
    entries = tuple(_entry(line) for line in kept[:border])
    yield from (_of_sentence(path.stem, line, entries) for line in kept[border:] if line)


def entries_of(case: LanguageCase, *, preferred: bool = False) -> Iterable[Entry]:
    """Return the entries of a case; with `preferred`, none of their labels has a language."""
    tag = "und" if preferred else case.lang
    for entry_id, kind, (label, *shorts) in case.entries:
        yield Entry(
            id=entry_id,
            kind=kind,
            pref_label=label,
            definition="",
            evidence=(),
            related=(),
            broader=(),
            former_ids=(),
            notes="",
            notes_line=1,
            path=f"docs/glossary/{entry_id}.md",
            alt_labels=() if preferred else (Label(label, tag),),
            short_labels=tuple(Label(short, tag) for short in shorts),
            shared_labels=(),
            hidden_labels=(),
        )


def _entry(line: str) -> tuple[str, str, tuple[str, ...]]:
    head, _, labels = line.partition(" = ")
    entry_id, kind = head.split()
    return entry_id, kind, tuple(map(str.strip, labels.split(";")))


def _of_sentence(lang: str, line: str, entries: tuple[tuple[str, str, tuple[str, ...]], ...]) -> LanguageCase:
    text, mentions, forbidden, read_to = "", [], [], 0
    for match in _MARKED.finditer(line):
        text += line[read_to : match.start()]
        start, text, read_to = len(text), text + match[1], match.end()
        if match[2]:
            mentions.append((start, len(text), match[2]))
        else:
            forbidden.append((start, len(text)))
    return LanguageCase(lang, text + line[read_to:], entries, tuple(mentions), tuple(forbidden))


def _of_row(row: Mapping[str, Any]) -> LanguageCase:
    entries = tuple(
        (entry["id"], entry["kind"], (entry["pref_label"], *entry["short_labels"])) for entry in row["entries"]
    )
    mentions = tuple((one["start"], one["end"], one["entry"]) for one in row["mentions"])
    return LanguageCase(row["lang"], row["text"], entries, mentions, tuple((start, end) for start, end in row["not"]))
