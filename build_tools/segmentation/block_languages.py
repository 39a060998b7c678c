"""The language of a block: its script decides first, then what an editor ruled, then what the source declares."""

from __future__ import annotations

import re
from collections.abc import Iterable

UNDETERMINED = "und"

_SCRIPTS = {
    "Latn": "A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff",
    "Hani": "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff",
    "Kana": "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fd-\u30ff\u31f0-\u31ff\uff66-\uff9f",
    "Hang": "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3",
    "Cyrl": "\u0400-\u0481\u048a-\u052f",
    "Arab": "\u0620-\u064a\u066e-\u06d3\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdff\ufe70-\ufefc",
    "Hebr": "\u05d0-\u05ea",
    "Grek": "\u0370-\u03ff\u1f00-\u1fff",
    "Thai": "\u0e01-\u0e3a\u0e40-\u0e4e",
    "Deva": "\u0904-\u0961",
    "Armn": "\u0531-\u0587",
    "Geor": "\u10a0-\u10ff",
}
_LETTERS = {script: re.compile(f"[{letters}]") for script, letters in _SCRIPTS.items()}
_LANGUAGE_OF = {
    "Hani": "zh",
    "Kana": "ja",
    "Hang": "ko",
    "Cyrl": "ru",
    "Arab": "ar",
    "Hebr": "he",
    "Grek": "el",
    "Thai": "th",
    "Deva": "hi",
    "Armn": "hy",
    "Geor": "ka",
}
_OTHERS = {
    "Hani": ("ja", "yue", "wuu", "lzh"),
    "Cyrl": ("uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg", "tt"),
    "Arab": ("fa", "ur", "ps", "ckb", "ug"),
    "Hebr": ("yi",),
    "Deva": ("mr", "ne", "sa"),
}
_WIDE = frozenset({"Hani", "Kana", "Hang"})
# A Japanese text has a kana or more to every three Han characters; a stray の does not make one.
_HAN_TO_KANA = 8


def dominant_script(text: str) -> str | None:
    """The script (ISO 15924) most of a text's letters are in, or None where there is no letter.

    A Han, Kana or Hangul character says about as much as two letters, and is counted so.
    """
    if text.isascii():
        return "Latn" if any(map(str.isalpha, text)) else None
    counts = {
        script: len(letters.findall(text)) * (2 if script in _WIDE else 1) for script, letters in _LETTERS.items()
    }
    if counts["Kana"] and counts["Kana"] * _HAN_TO_KANA >= counts["Hani"]:
        counts["Kana"] += counts["Hani"]
    script = max(counts, key=lambda name: counts[name])
    return script if counts[script] else None


class LanguageDetector:
    """Tells the language of the blocks of one text, declared to be in `languages` (BCP 47, main one first)."""

    def __init__(self, languages: Iterable[str], text: str) -> None:
        """Begin a text; its script as a whole tells Japanese from Chinese where a title is all Han."""
        self._languages = tuple(languages) or (UNDETERMINED,)
        self._ruled: str | None = None
        self._han = "ja" if not text.isascii() and dominant_script(text) == "Kana" else "zh"

    def rule(self, language: str) -> None:
        """Hold a ruled language from here on."""
        self._ruled = language

    def of(self, text: str) -> str:
        """The language of a block of this text."""
        script = dominant_script(text)
        candidates = (*([self._ruled] if self._ruled else []), *self._languages)
        if script is None:
            return candidates[0]
        for language in candidates:
            if language == UNDETERMINED and script == "Latn":
                return language
            if script in _scripts_of(language):
                return language
        return self._han if script == "Hani" else _LANGUAGE_OF.get(script, UNDETERMINED)


def _scripts_of(language: str) -> frozenset[str]:
    subtags = language.split("-")
    stated = {subtag.title() for subtag in subtags[1:]} & set(_SCRIPTS)
    if stated:
        return frozenset(stated)
    if subtags[0] == "ja":
        return frozenset({"Kana", "Hani"})
    own = {script for script, tag in _LANGUAGE_OF.items() if tag == subtags[0]}
    own |= {script for script, tags in _OTHERS.items() if subtags[0] in tags}
    return frozenset(own or ({"Latn"} if subtags[0] != UNDETERMINED else ()))
