"""Real prose that is on the machine already: the documentation of Python, and the translated messages of programs.

English is in every Python. The other languages are where programs with translations are installed; what is missing is
left out, and whoever measures says in which languages.
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
_LEAST = {"zh": 10, "ko": 14}
_LATIN_LEAST, _MOST = 40, 260
_ENOUGH = 40_000


def read_prose() -> dict[str, list[str]]:
    """Sentences by language, sorted, each once; a language of which there is little is left out."""
    found = {"en": set(_english())}
    for language, folder in LANGUAGES.items():
        sentences = set(_translated(language, folder))
        if len(sentences) > len("too few to tell anything"):
            found[language] = sentences
    return {language: sorted(sentences) for language, sentences in found.items()}


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
        if count > _ENOUGH:
            return


def _plain(sentences: list[str], language: str) -> Iterator[str]:
    """The sentences that are prose: long enough, no code, no gaps to fill."""
    for sentence in sentences:
        if _LEAST.get(language, _LATIN_LEAST) <= len(sentence) <= _MOST and not _PLACEHOLDER.search(sentence):
            yield sentence
