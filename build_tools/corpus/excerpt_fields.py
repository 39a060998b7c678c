"""The fields that limit excerpts of texts: the same for one text, in its `rights`, and for a whole edition."""

from __future__ import annotations

from build_tools.corpus.front_matter.declarations import Field
from build_tools.corpus.front_matter.number_types import Fraction, WholeNumber

LIMITS = (
    Field("words", WholeNumber(), "The most words in one quotation; 25 by default.", "25", drafted=False),
    Field("total", WholeNumber(), "The most words in all quotations together; 300 by default.", "300", drafted=False),
    Field(
        "share",
        Fraction(),
        "The largest share of the text that may be quoted; 0.1 by default.",
        "0.1",
        drafted=False,
    ),
)
