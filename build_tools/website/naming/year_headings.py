"""The headings of years: what they are called, and their ids, which are the same in every language."""

from __future__ import annotations

from build_tools.website.localisation import ENGLISH, speak, translate
from build_tools.website.naming.date_words import year_in_words

UNDATED = "undated"
"""The id of what has no year."""


def year_heading(edtf: str | None) -> str:
    """Return the heading that a date (EDTF) is listed under: the year it begins or else ends, or the decade."""
    return year_in_words(edtf) or translate("Date not stated")


def year_id(edtf: str | None) -> str:
    """Return the id of the year or decade that a date (EDTF) is listed under, as addresses have it."""
    with speak(ENGLISH):
        name = year_in_words(edtf)
    return name.lower().replace(" ", "-").replace("–", "-") or UNDATED


def heading_id(period: str) -> str:
    """Return the id of the heading of a year, a decade or a century, by its own id; it begins with a letter."""
    return period if period == UNDATED else f"y{period}"
