"""The fields that limit excerpts of texts: the same for one text, in its `rights`, and for a whole edition."""

from __future__ import annotations

from build_tools.corpus.front_matter.declarations import Field
from build_tools.corpus.front_matter.number_types import Fraction, WholeNumber

LIMITS = (
    Field("words", WholeNumber(), "The most words of a quotation; 25 if nothing is written.", "25", drafted=False),
    Field("total", WholeNumber(), "The most words of all quotations; 300 if nothing is written.", "300", drafted=False),
    Field(
        "share",
        Fraction(),
        "The largest share of the text that its quotations may be; 0.1 if nothing is written.",
        "0.1",
        drafted=False,
    ),
)
