"""Texts that share their sentences, and quotations of which the words alone do not tell which text has them."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.model import Document
from tests.support.invented import cut, source

COUNT = 70
"""Texts with the same sentence but for a word: so many that the words of the sentence are common ones."""

CASES = (
    # what tells the text is a short word: the longest ones are in all texts
    ("the commission considered international arrangements concerning fisheries off Ulm before it rose", "exact"),
    ("the commission considered international arrangements concerning fisheries off Rye before it rose", "exact"),
    ("the commission considered international arrangements concerning fisheries off Ayr before it rose", "altered"),
    ("the commission considered international arrangements concerning fisheries off before it rose", "undecided"),
    # one sign for a word: the index has no such word
    ("the area is 5 ㎢ or so", "exact"),
    ("Widget™ is the one", "exact"),
    ("the whole area is 9 km2 or so", "altered"),
    # a character that is written with a mark behind it
    ("港はか\u3099い", "exact"),
    # words that are nowhere
    ("volcanoes erupted everywhere that year", "absent"),
)
"""Quotations, and what the check says of each."""

_COMMON = "The commission considered international arrangements concerning fisheries off {} before it rose."
_LIKE = "The one area is of a sort, or so it is said: 5 or so are the widget. 港い、は港"
_LIKE_COUNT = 7
_LAST = ("The area is 5 ㎢ or so.", "Widget™ is the one.", "The whole area is 9 ㎢ or so.", "港はか\u3099い")


def shared_sentences() -> Sequence[Document]:
    """Return the texts: that with the words of a quotation stands behind many that have words like them."""
    places = {COUNT - 1: "Ulm", COUNT - 20: "Rye"}
    shared = [_COMMON.format(places.get(number, "Oslo")) for number in range(COUNT)]
    return [_text(number, words) for number, words in enumerate((*shared, *[_LIKE] * _LIKE_COUNT, *_LAST))]


def _text(number: int, *paragraphs: str) -> Document:
    return cut(source(f"t{number:02}", "\n\n".join(paragraphs)), [("paragraph", "en", words) for words in paragraphs])
