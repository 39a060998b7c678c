"""Recognise the questions and answers of a hearing or an interview: "Q. …" and "A. …", "Frage: …" and "Antwort: …"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from build_tools.segmentation.roles.cue_words import all_phrases

_PAIRS = frozenset((question, answer) for question, answer in map(str.split, all_phrases("questions and answers")))
_LABEL = re.compile(r"([^\W\d_]{1,10})\s?\d{0,3}\s?(?:[.:：](?:\s|\s?[-–—]+\s?)|：)(?=\S)")
_LEAST = 3  # lines of a pair


def lines_of_answers(lines: Iterable[str]) -> frozenset[str]:
    """Return the lines that ask or answer: both labels of a pair begin lines of the text."""
    labelled: dict[str, list[str]] = defaultdict(list)
    for text in lines:
        if text[0].isalpha() and (label := _LABEL.match(text)):
            labelled[label[1].lower()].append(text)
    letters = {label for label in labelled if len(label) == 1}
    found: set[str] = set()
    for question, answer in _PAIRS:
        if not letters <= {question, answer}:
            continue  # "A. … B. …" are items of a list
        said = labelled.get(question, []) + labelled.get(answer, [])
        if question in labelled and answer in labelled and len(said) >= _LEAST:
            found.update(said)
    return frozenset(found)
