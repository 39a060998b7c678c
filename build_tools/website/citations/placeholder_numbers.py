"""Numbers that stand for a paragraph and for a year while pandoc cites a record.

Styles want numbers there. Each is one that does not occur in the record, and becomes a private-use sign as soon as
pandoc has answered.
"""

from __future__ import annotations

import json
from itertools import count
from typing import NamedTuple

from build_tools.website.citations.csl import Item
from build_tools.website.citations.pandoc import CitedParts

PARAGRAPH_PLACEHOLDER = "\ue004"
"""In the place of the number of a paragraph in a rendered citation."""

YEAR_PLACEHOLDER = "\ue005"
"""In the place of a year that the record has in words, or with a letter."""

_FIRST_PARAGRAPH, _FIRST_YEAR = 98765, 87654


class PlaceholderNumbers(NamedTuple):
    """Numbers that do not occur in a record."""

    paragraph: int
    year: int

    def replaced(self, parts: CitedParts) -> CitedParts:
        """Return a citation of the record with the signs in the places of these numbers."""
        reference, place = (words.replace(str(self.year), YEAR_PLACEHOLDER) for words in (parts.reference, parts.place))
        return parts._replace(reference=reference, place=place.replace(str(self.paragraph), PARAGRAPH_PLACEHOLDER))


def placeholder_numbers(item: Item) -> PlaceholderNumbers:
    """Return numbers that do not occur in a record."""
    record = json.dumps(item)
    return PlaceholderNumbers(_absent_number(_FIRST_PARAGRAPH, record), _absent_number(_FIRST_YEAR, record))


def _absent_number(first: int, record: str) -> int:
    return next(number for number in count(first) if str(number) not in record)
