"""The type of each pattern of the lexicon, which says what the scan does with a hit.

The scan compares types by their order: up to `SOLE_EAST_ASIAN_SURNAME` it links a hit itself, up to `SHARED_NAME` a hit
must be whole words. They are plain integers because the scan asks for one at every hit of every text.
"""

from __future__ import annotations

from typing import Final, NamedTuple

INVARIABLE: Final = 0
"""An owned label that no word beside it can change, such as an abbreviation in capitals: linked."""

OWNED_NAME: Final = 1
"""A label with one owner: linked, unless the next word makes a longer name of it ("Washington Post")."""

SOLE_SURNAME: Final = 2
"""A surname with one bearer that is nothing else: linked, unless the word before is a given name."""

SOLE_EAST_ASIAN_SURNAME: Final = 3
"""The same of an East Asian person, where the given name may follow."""

SHORT_FORM: Final = 4
"""Any other surname or short label: `policy.surnames` decides."""

SHARED_NAME: Final = 5
"""A name that several entries have, or that needs an article: `policy.shared_names` decides."""

SINGLE_LETTER: Final = 6
"""A label of one letter, together with the characters beside it: `policy.letters` decides."""

SPEAKER_INITIAL: Final = 7
"""A letter and a colon at the beginning of a line: `policy.letters` decides."""

BLOCKING_PHRASE: Final = 8
"""A phrase inside which an entry says that it does not apply (`not_within`)."""

SPACES: Final = 9
"""Two spaces in a row: the text must be normalised again, with a map of its offsets."""


BEGINS_THING, MAY_BE_INITIAL, IS_DECLINED = 1, 2, 4
"""Bits of the shape of a pattern: it begins with a small letter or a phrase for a thing ("Guinea pigs"); a full stop
may follow its first letter; it is a label in another case, in all it may mean."""


class PatternTraits(NamedTuple):
    """What of a pattern the scan asks for at every hit that is whole words.

    Attributes:
        type: Its type.
        entry: Its sole owner; empty where it has none.
        rule: The rule that links it to its owner.
        trim: How many characters at its end are not of the name.
        contradicting: The sorts of words (see `scanning.preceding_words`) before it that leave a surname with one
            bearer open; 0 for any other name.
        shape: The bits of its shape, 0 for most: `BEGINS_THING`, `MAY_BE_INITIAL`, `IS_DECLINED`.
    """

    type: int
    entry: str
    rule: str
    trim: int
    contradicting: int
    shape: int
