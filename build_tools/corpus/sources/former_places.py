"""The places of an earlier numbering of a text, and where their words are now: `{was: ¶2–14, is: ¶2}`.

The command that renumbers a text writes them; old addresses lead on by them.
"""

from __future__ import annotations

import re

from build_tools.corpus.front_matter import FieldReader
from build_tools.corpus.front_matter.declarations import Field, Values
from build_tools.corpus.front_matter.map_types import Map, Maps
from build_tools.corpus.front_matter.text_types import Rule, Text
from build_tools.model import FormerPlace

_FORM = r"¶ ?[0-9]{1,6}([–-][0-9]{1,6})?|[a-z][a-z-]*[0-9]*"
_NUMBERS = re.compile(r"¶ ?(\d+)(?:[–-](\d+))?")
_MOST = 100_000
_PLACE = Text(
    numbers=False,
    rule=Rule(
        _FORM,
        "former-place-unreadable",
        '"{text}" is not a place of a text',
        "Write ¶4, ¶4–6 or the name of a block, such as caption-2.",
    ),
    label="place",
)


def _former_place(item: FieldReader, values: Values) -> FormerPlace | None:
    was, now = _ids(values["was"] or ""), _ids(values["is"] or "")
    return FormerPlace(was, now[0], item.line("was")) if was and now else None


def _ids(place: str) -> tuple[str, ...]:
    """Return the ids of the blocks of a place."""
    match = _NUMBERS.fullmatch(place)
    if not match:
        return (place,) if place else ()
    first, last = int(match[1]), int(match[2] or match[1])
    return tuple(f"p{number}" for number in range(first, min(last, first + _MOST) + 1))


FORMER_PLACES = Maps(
    Map(
        (
            Field("was", _PLACE, "The place, or paragraphs, of the earlier numbering.", "¶2–14", required=True),
            Field("is", _PLACE, "Where their words are now.", "¶2", required=True),
        ),
        _former_place,
    )
)
"""The former places of a text."""
