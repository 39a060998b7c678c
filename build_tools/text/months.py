"""Names of months in the languages of an edition's texts: the only table of them.

Source: CLDR (Unicode's Common Locale Data Repository), read through the library `babel`: the forms used in dates
("13 сентября", `format`) and alone ("сентябрь", `stand-alone`), in full and abbreviated.
"""

from __future__ import annotations

from collections.abc import Iterator

from babel.dates import get_day_names, get_month_names

from build_tools.text.folding import fold

# CLDR's "English (United Kingdom)" has "Sept", its "Spanish (Peru)" has "setiembre".
_LOCALES = ("en", "en_GB", "fr", "es", "es_PE", "de", "it", "pt", "nl", "ru", "uk")

# Abbreviations that are also everyday words of another language or title ("ten years ago 15 ships…", "Gen. 12"):
# in running text they are hardly ever a month.
_EVERYDAY_WORDS = frozenset(["ago", "gen", "mag", "out", "set", "груд", "лип", "лист", "серп", "трав"])


def _spellings() -> Iterator[tuple[str, int]]:
    for locale in _LOCALES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, locale).items():
                    spelling = name.rstrip(".").lower()
                    if width == "wide" or spelling not in _EVERYDAY_WORDS:
                        yield spelling, number


SPELLINGS = dict(_spellings())
"""The number of each month, 1 to 12, by its name in small letters and with its accents."""

MONTHS = {fold(spelling): number for spelling, number in SPELLINGS.items()}
"""The number of each month, 1 to 12, by its folded name."""

ENGLISH = tuple(get_month_names("wide", locale="en").values())
"""The English names: "January" and so on."""

ENGLISH_SHORT = tuple(get_month_names("abbreviated", locale="en_AU").values())
"""The English names as short as an editor writes them: "Jan", but "June"; the Australian style of CLDR."""

SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
"""The English names of the seasons by the numbers that EDTF gives them in the place of a month."""

CALENDAR_WORDS = frozenset(
    [
        *ENGLISH,
        *(name for locale in ("en", "en_GB") for name in get_month_names("abbreviated", locale=locale).values()),
        *get_day_names("wide", locale="en").values(),
    ]
)
"""English names of months, short ones included, and of days of the week, as a text writes them."""
