"""Numbers as the language of the site writes them."""

from __future__ import annotations

from babel.numbers import format_decimal

from build_tools.website.localisation.interface_language import speaks_english
from build_tools.website.localisation.locales import spoken_locale


def write_number(number: int) -> str:
    """Return a whole number with its thousands apart: "1,250"."""
    return f"{number:,}" if speaks_english() else format_decimal(number, locale=spoken_locale())
