"""Names of people, divided into family and given name as citation styles need them."""

from __future__ import annotations

import re

from build_tools.model import Creator

_GIVEN_NAME = re.compile(r"\w+-[a-z]\w*$")


def family_name(creator: Creator) -> str:
    """Return the family name as written: the creator's `family` if given, else a guess from the name.

    The guess is the part before a comma, else the first word if the name ends with a hyphenated given name
    ("Park Min-hee"), else the last word. For an organisation it is the whole name.
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
    """Return a name without its family name, white space and commas normalised; empty for a name of one word."""
    family = family_name(creator)
    before, _, after = creator.name.partition(family)
    return " ".join(f"{before} {after}".replace(",", " ").split())


def csl_name(creator: Creator) -> dict[str, str]:
    """Return a name in CSL-JSON: family and given name, or `literal` where it cannot be divided."""
    given = given_name(creator)
    if creator.kind == "organisation" or not given:
        return {"literal": creator.name}
    return {"family": family_name(creator), "given": given}


def sorted_name(name: dict[str, str]) -> str:
    """Return a CSL name with the family name first: "Kim, Ellen"."""
    return name.get("literal") or f"{name['family']}, {name['given']}"
