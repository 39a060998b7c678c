"""The shapes in which a Western person's full name is written: initials, surname in capitals, surname first.

1. Any given name may be an initial, with or without a blank behind it; any but the first may be left out: "Nora Lind
   Halvorsen" is "N. Lind Halvorsen", "N.Lind Halvorsen", "Nora L. Halvorsen", "Nora Halvorsen".
2. The surname alone may be in capitals, its small words small: "Nora Lind HALVORSEN", "Paul d'ORMEUIL".
3. The surname may come first: "Halvorsen, Nora Lind"; without a comma only if it is not a given name itself.
4. A lone initial that is a title of courtesy in some language ("M.") is no shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from build_tools.linking.word_lists import PARTICLES, TITLES_LIKE_INITIALS, is_given_name

INITIALS = "initials"
CAPITALS = "surname in capitals"
SHORTER = "shorter name"
OTHER_ORDER = "other order"

_MOST_GIVEN = 3  # given names; of more, only the first and the last few shapes are written
_ELIDED = re.compile(r"^[dDlL]['’](?=\w)")


def write_shapes(family: str, given: str) -> Iterator[tuple[str, str]]:
    """Yield other shapes of a name, each with how it was made; `given` may end with small words of the surname."""
    givens, small_words = _divide(given)
    if not givens or len(givens) > _MOST_GIVEN:
        return
    whole = " ".join((*givens, *small_words))
    yield from ((f"{whole} {capitals}", CAPITALS) for capitals in _in_capitals(family))
    for shape, how in _shapes_of(givens):
        for family_part in dict.fromkeys((" ".join((*small_words, family)), family)):
            yield f"{shape} {family_part}", how
            yield from ((f"{shape} {capitals}", how) for capitals in _in_capitals(family_part))
    yield from _surname_first(family, whole)


def in_capitals(name: str) -> Iterator[str]:
    """Yield a surname in capitals but for its small words and elided ones."""
    return (capitals for capitals in _in_capitals(name) if capitals != name.upper())


def _divide(given: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the given names and the small words behind them; no given names where the words are anything else."""
    words = given.split()
    behind = next((index for index, word in enumerate(words) if word.lower() in PARTICLES and index), len(words))
    givens, small_words = words[:behind], words[behind:]
    are_names = all(word[0].isupper() for word in givens) and all(word.lower() in PARTICLES for word in small_words)
    return (tuple(givens), tuple(small_words)) if are_names else ((), ())


def _shapes_of(givens: Sequence[str]) -> Iterator[tuple[str, str]]:
    first, *others = givens
    starts = _initial_or_whole(first)
    options = [(*_initial_or_whole(other), "") for other in others]
    for shape in product(starts, *options):
        written = [part for part in shape if part]
        if written == [*givens] or (len(written) == 1 and written[0] in TITLES_LIKE_INITIALS):
            continue
        how = INITIALS if any(part.endswith(".") for part in written) else SHORTER
        yield " ".join(written), how
        if len(written) > 1 and written[0].endswith("."):
            yield re.sub(r"(?<=\.) ", "", " ".join(written)), how


def _initial_or_whole(given: str) -> tuple[str, ...]:
    """Return a given name and its initial: of "Jean-Paul" those of both parts, and of the first."""
    if len(given.rstrip(".")) == 1:
        return (f"{given[0]}.",)
    parts = [part for part in given.split("-") if part]
    compound = ("-".join(f"{part[0].upper()}." for part in parts),) if len(parts) > 1 else ()
    return (given, f"{given[0]}.", *compound)


def _in_capitals(family: str) -> Iterator[str]:
    """Yield a surname in capitals, and so but for its small words: "d'ORMEUIL de LAVAL"."""
    kept = " ".join(
        word.lower() if word.lower() in PARTICLES else _ELIDED.sub(lambda elided: elided[0].lower(), word.upper())
        for word in family.split(" ")
    )
    for capitals in dict.fromkeys((kept, family.upper())):
        if capitals != family:
            yield capitals


def _surname_first(family: str, given: str) -> Iterator[tuple[str, str]]:
    capitals = family.upper()
    for surname in dict.fromkeys((family, capitals)):
        yield f"{surname}, {given}", OTHER_ORDER
        if surname != family or not is_given_name(family):
            yield f"{surname} {given}", OTHER_ORDER
