"""What the policy decides on one open match."""

from __future__ import annotations

from typing import NamedTuple


class Verdict(NamedTuple):
    """The decision on a match, with what its explanation needs.

    Attributes:
        entry: The entry linked, or None.
        rule: The rule that decided. Without an entry it begins "undecided: ", which is reported to the editors, or
            "rejected: ", which is not.
        start: Offset of the mention in code points of the text; before the match where a given name was taken in.
        end: Offset behind its last character.
        detail: The words of the text on which the rule relied, if any: a title, a given name.
        bearers: The ids of all entries that have the name.
        rejection: Why the other bearers are not meant, in words; empty where the rule says so itself.
    """

    entry: str | None
    rule: str
    start: int
    end: int
    detail: str = ""
    bearers: tuple[str, ...] = ()
    rejection: str = ""

    @property
    def is_undecided(self) -> bool:
        """Whether the match is left to the editors."""
        return self.rule.startswith("undecided: ")
