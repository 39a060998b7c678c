"""Names of people, divided as citation styles want them."""

from __future__ import annotations

import re

from build_tools.model import Creator

_GIVEN_NAME = re.compile(r"\w+-[a-z]\w*$")


def family_name(creator: Creator) -> str:
    """The family name, as written: what the creator's `family` says, else as well as a name tells.

    What a comma follows, else the first word if a hyphenated given name ends the name ("Park Min-hee"),
    else the last word. A body has no family name, but its own.
    """
    if creator.family or creator.kind == "organisation":
        return creator.family or creator.name
    before, comma, _ = creator.name.partition(",")
    if comma:
        return before.strip()
    words = creator.name.split()
    if not words:
        return creator.name
    return words[0] if len(words) > 1 and _GIVEN_NAME.match(words[-1]) else words[-1]


def given_name(creator: Creator) -> str:
    """What is left of a name without its family name, blanks and a comma evened; empty for a name of one word."""
    family = family_name(creator)
    before, _, after = creator.name.partition(family)
    return " ".join(f"{before} {after}".replace(",", " ").split())


def csl_name(creator: Creator) -> dict[str, str]:
    """A name as CSL wants it: family and given name, or literal where it cannot be divided."""
    given = given_name(creator)
    if creator.kind == "organisation" or not given:
        return {"literal": creator.name}
    return {"family": family_name(creator), "given": given}


def sorted_name(name: dict[str, str]) -> str:
    """A CSL name with its family name first: "Kim, Ellen"."""
    return name.get("literal") or f"{name['family']}, {name['given']}"
