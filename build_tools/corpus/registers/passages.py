"""The fields of what carries a quotation: a text, a block of it, words of the block, and who says them."""

from __future__ import annotations

from build_tools.corpus.front_matter import FieldReader
from build_tools.corpus.front_matter.declarations import Field, Values
from build_tools.corpus.front_matter.map_types import Map, Maps, value_of
from build_tools.corpus.front_matter.text_types import LANGUAGE_TAG, Choice, Date, Id, Text
from build_tools.model.registers import ASSERTERS, Attribution, Testimony, Version

_PLACE = (
    Field("source", Id(), "The text.", "letter", required=True, refers_to=("source",)),
    Field("block", Id(), "The block: the last part of its address.", "p4", required=True),
    Field(
        "quote",
        Text(),
        "Words that occur exactly once in the block.",
        '"in early February"',
        required=True,
    ),
)
_KIND = Choice(ASSERTERS, "asserter-unknown", '"{text}" is not a kind of asserter')
_ATTRIBUTION = (
    Field(
        "kind",
        _KIND,
        "The author of the text, an official or government, an agency or newspaper, or nobody named.",
        "official",
        required=True,
    ),
    Field("name", Text(), "The id of an entry, or a name.", "maria-zakharova", refers_to=("entry",)),
)
_BY = Field(
    "by",
    Map(
        _ATTRIBUTION,
        value_of(Attribution, "kind", line_of="name"),
        hint="Write by: {kind: official, name: an entry's id or a name}.",
    ),
    "Who asserts it in the text.",
    "{kind: author, name: ellen-kim}",
)
_GLOSS = Field("gloss", Text(), "What the words amount to, in a few words of your own.", '"2 March"', required=True)
_MODE = Field(
    "mode",
    Choice(("reported", "expected")),
    "Whether the text reports or expects the event; by default, reports.",
    "expected",
)
_DATE = Field("date", Date(), "The date that the text itself gives, in EDTF.", '"2024-03-02"')
_LANG = Field("lang", Text(rule=LANGUAGE_TAG, label="language tag"), "The language of the words.", "en", required=True)
_VIA = Field("via", Text(), "Through whom the words reached the text.", "Yonhap")


def _testimony(item: FieldReader, values: Values) -> object | None:
    values["expected"] = values.pop("mode", "") == "expected"
    return value_of(Testimony, "source", "block", "quote", line_of="quote")(item, values)


STATEMENTS = Map((*_PLACE, _GLOSS, _BY), _testimony)
"""What a passage says on a point on which texts differ."""

ACCOUNTS = Maps(Map((*_PLACE, _BY, _MODE, _DATE), _testimony))
"""The words in which texts report an event."""

VERSIONS = Maps(Map((*_PLACE, _LANG, _VIA), value_of(Version, "source", "block", "quote", line_of="quote")), fewest=1)
"""A statement, as the texts have it."""
