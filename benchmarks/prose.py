"""Real prose that is on the machine already: the documentation of Python, and the translated messages of programs.

Every Python has English. The other languages depend on the programs installed; a language that is missing is left out,
and a measurement names the languages it used.
"""

from __future__ import annotations

import ast
import gettext
import re
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from pydoc_data import topics

CATALOGUES = Path(sysconfig.get_path("data")).joinpath("share/locale"), Path("/usr/share/locale")
LANGUAGES = {"fr": "fr", "es": "es", "ru": "ru", "zh": "zh_CN", "ko": "ko"}
"""The languages besides English, by the name of their catalogues."""

_PLACEHOLDER = re.compile(r"[%{}<>\\|`_=*#]|\n|https?:|--|\s{2}|&")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
# Lengths of sentences, in characters: other scripts say as much in fewer of them.
_SHORTEST = {"zh": 10, "ko": 14}
_SHORTEST_ALPHABETIC, _LONGEST = 40, 260
_LEAST_SENTENCES, _MOST_SENTENCES = 25, 40_000  # in a language


def read_prose() -> dict[str, list[str]]:
    """Return the sentences of each language, sorted, each once; a language with too few of them is left out."""
    prose = {"en": set(_english())}
    for language, folder in LANGUAGES.items():
        sentences = set(_translated(language, folder))
        if len(sentences) >= _LEAST_SENTENCES:
            prose[language] = sentences
    return {language: sorted(sentences) for language, sentences in prose.items()}


def _english() -> Iterator[str]:
    texts = [*topics.topics.values()]
    stdlib = Path(sysconfig.get_path("stdlib"))
    for file in sorted(stdlib.rglob("*.py")):
        if {"test", "tests", "idle_test", "site-packages", "dist-packages", "lib2to3"} & set(file.parts):
            continue
        tree = ast.parse(file.read_bytes())
        documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
        texts += [ast.get_docstring(node) or "" for node in ast.walk(tree) if isinstance(node, documented)]
    for text in texts:
        for paragraph in re.split(r"\n\s*\n", text):
            yield from _plain(_SENTENCE.split(" ".join(paragraph.split())), "en")


def _translated(language: str, folder: str) -> Iterator[str]:
    count = 0
    for catalogue in sorted(file for root in CATALOGUES for file in root.glob(f"{folder}/LC_MESSAGES/*.mo")):
        with catalogue.open("rb") as file:
            try:
                messages = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]  # noqa: SLF001
            except (UnicodeError, OSError, ValueError):
                continue
        for sentence in _plain([text for text in messages.values() if isinstance(text, str)], language):
            count += 1
            yield sentence
        if count > _MOST_SENTENCES:
            return


def _plain(sentences: list[str], language: str) -> Iterator[str]:
    """Yield the sentences that are prose: of a usual length, without code and placeholders."""
    for sentence in sentences:
        if _SHORTEST.get(language, _SHORTEST_ALPHABETIC) <= len(sentence) <= _LONGEST and not _PLACEHOLDER.search(
            sentence
        ):
            yield sentence
