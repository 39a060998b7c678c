"""Names of people, divided into family and given name as citation styles need them."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.model import Creator
from build_tools.website.citations.name_parts import NameParts, divide_name, names_body

OWN_ORDER = "static-ordering"
"""The key of CSL-JSON of a name that is not to be turned around."""

_LOW_QUOTE = "\u201a"
"""Looks like a comma and divides no name."""

_PARTICLE, _SUFFIX = "non-dropping-particle", "suffix"


def is_body(creator: Creator) -> bool:
    """Return whether a name is one whole: that of an organisation, or words that describe somebody unnamed."""
    return creator.kind != "person" or (not creator.family and names_body(creator.name))


def family_name(creator: Creator, languages: Sequence[str] = ()) -> str:
    """Return the family name as written, small words included.

    Args:
        creator: Who made a text; if the name does not show which part is the family name, `family` does.
        languages: The languages of the text, the main one first.

    Returns:
        The family name; the whole name of an organisation or somebody unnamed.
    """
    if creator.family or is_body(creator):
        return creator.family or creator.name
    parts = _parts(creator, languages)
    return " ".join(filter(None, (parts.particle, parts.family))) or creator.name


def csl_name(creator: Creator, languages: Sequence[str] = ()) -> dict[str, str]:
    """Return a name in CSL-JSON: its parts, or `literal` where it cannot be divided.

    One that stands with the family name first and without a comma, as Korean names do, says so.

    Args:
        creator: Who made a text.
        languages: The languages of the text, the main one first.
    """
    parts = NameParts("") if is_body(creator) else _parts(creator, languages)
    if not parts.given:
        return {"literal": creator.name}
    name = {"family": parts.family, "given": parts.given, _PARTICLE: parts.particle, _SUFFIX: parts.suffix}
    name[OWN_ORDER] = "true" if parts.is_own_order else ""
    return {key: value for key, value in name.items() if value}


def _parts(creator: Creator, languages: Sequence[str]) -> NameParts:
    return divide_name(creator.name, languages[0] if languages else "", creator.family)


def sorted_name(name: dict[str, str], order: tuple[str, str] = ("given", "suffix")) -> str:
    """Return a CSL name with the family name first: "Kim, Ellen", "King, Martin Luther, Jr.".

    Args:
        name: The name.
        order: What follows the family name.
    """
    return name.get("literal") or ", ".join((whole_family(name), *(name[key] for key in order if key in name)))


def tagged_name(name: dict[str, str]) -> str:
    """Return a CSL name, family name first, for readers that take what follows a comma for the given name.

    A body has none, so a comma in its name becomes a sign that looks like one.
    """
    return name["literal"].replace(",", _LOW_QUOTE) if "literal" in name else sorted_name(name)


def whole_family(name: dict[str, str]) -> str:
    """Return the family name of a CSL name with its small words: "van Gogh"."""
    return " ".join(name[key] for key in (_PARTICLE, "family") if key in name)
