"""The language of a block: its script decides first, then what an editor ruled, then what the source declares."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.text.scripts import SCRIPTS, dominant_script

UNDETERMINED = "und"

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
    stated = {subtag.title() for subtag in subtags[1:]} & set(SCRIPTS)
    if stated:
        return frozenset(stated)
    if subtags[0] == "ja":
        return frozenset({"Kana", "Hani"})
    own = {script for script, tag in _LANGUAGE_OF.items() if tag == subtags[0]}
    own |= {script for script, tags in _OTHERS.items() if subtags[0] in tags}
    return frozenset(own or ({"Latn"} if subtags[0] != UNDETERMINED else ()))
