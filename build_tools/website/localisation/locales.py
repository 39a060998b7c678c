"""What CLDR, Unicode's Common Locale Data Repository, knows of a language."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError

from build_tools.website.localisation.interface_language import speaks_english, spoken_language

_SCRIPT_CODE_LENGTH = 4  # of a script in a tag: "Latn"
_BRITISH = Locale("en", "GB")


@cache
def locale_of(tag: str) -> Locale | None:
    """Return the locale of a language, in its script if there is one; None if there is none, or for `und`.

    Args:
        tag: A BCP 47 tag.
    """
    primary, *rest = tag.split("-")
    scripts = [part for part in rest if len(part) == _SCRIPT_CODE_LENGTH and part.isalpha()]
    for name in ("_".join((primary, *scripts)), primary):
        try:
            return None if primary == "und" else Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
    return None


def spoken_locale() -> Locale:
    """Return the locale of the language that pages speak now: British for English, whose lists have no last comma."""
    return _BRITISH if speaks_english() else locale_of(spoken_language()) or _BRITISH


def text_direction() -> str:
    """Return the direction of the language that pages speak now, as HTML names it: "ltr" or "rtl"."""
    return spoken_locale().text_direction
