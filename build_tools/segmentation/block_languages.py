"""Tell the language of a block: by its script, then by an editor's ruling, then by what the source declares."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from build_tools.text.scripts import SCRIPTS, UNDETERMINED, dominant_script, has_kana

# Tables compiled for this project: the language to assume for a script, and further ones written in it.
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
_FURTHER_LANGUAGES = {
    "Hani": ("ja", "yue", "wuu", "lzh"),
    "Cyrl": ("uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg", "tt"),
    "Arab": ("fa", "ur", "ps", "ckb", "ug"),
    "Hebr": ("yi",),
    "Deva": ("mr", "ne", "sa"),
}


class LanguageDetector:
    """Tell the language of the blocks of one text, in the order of the text."""

    def __init__(self, languages: Iterable[str], text: str) -> None:
        """Begin a text.

        Args:
            languages: The languages (BCP 47) that its source declares, main one first.
            text: The whole text: its main script distinguishes Japanese from Chinese where a title is all Han.
        """
        self._languages = tuple(languages) or (UNDETERMINED,)
        self._ruled: str | None = None
        self._han = "ja" if has_kana(text) and dominant_script(text) == "Kana" else "zh"

    def set_ruled(self, language: str) -> None:
        """Prefer a language an editor ruled from here on."""
        self._ruled = language

    def detect(self, text: str) -> str:
        """Return the language (BCP 47) of a block of this text."""
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


@lru_cache(maxsize=256)
def _scripts_of(language: str) -> frozenset[str]:
    subtags = language.split("-")
    stated = {subtag.title() for subtag in subtags[1:]} & set(SCRIPTS)
    if stated:
        return frozenset(stated)
    if subtags[0] == "ja":
        return frozenset({"Kana", "Hani"})
    scripts = {script for script, tag in _LANGUAGE_OF.items() if tag == subtags[0]}
    scripts |= {script for script, tags in _FURTHER_LANGUAGES.items() if subtags[0] in tags}
    return frozenset(scripts or ({"Latn"} if subtags[0] != UNDETERMINED else ()))
