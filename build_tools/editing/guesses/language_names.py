"""Names of languages in English and in the language itself, as a file states its own: "French", "Français", "fra".

Source: CLDR (Unicode's Common Locale Data Repository), read through the library `babel`.
"""

from __future__ import annotations

import re
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from build_tools.corpus.front_matter.typed_words import names_of_languages
from build_tools.text.folding import fold

_TAG = re.compile(r"(?P<language>[a-z]{2,3})(?:[-_](?P<script>[a-z]{4}))?(?:[-_][a-z0-9]+)*", re.IGNORECASE)
_UNDETERMINED = frozenset({"und", "mul", "zxx", "mis"})


def find_language_tag(name: str) -> str:
    """Return the BCP 47 tag of a language, with its script where that is stated, without its country.

    Args:
        name: A tag, a code of three letters, or the language's name in English or in the language itself.

    Returns:
        The tag; "" if there is no such language.
    """
    words = " ".join(name.split())
    match = _TAG.fullmatch(words)
    if match:
        language = match["language"].lower()
        language = get_global("language_aliases").get(language, language)
        if language in names_of_languages("en") and language not in _UNDETERMINED:
            return f"{language}-{match['script'].title()}" if match["script"] else language
    return _tags_by_name().get(fold(words), "")


@cache
def _tags_by_name() -> dict[str, str]:
    tags: dict[str, str] = {}
    for tag, name in names_of_languages("en").items():
        tags.setdefault(fold(name), tag)
    for tag in sorted(tags.values()):
        try:
            own_name = Locale(tag).language_name
        except (UnknownLocaleError, ValueError):
            continue
        if own_name:
            tags.setdefault(fold(own_name), tag)
    return tags
