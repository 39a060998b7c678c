"""The names of new files: ids and seeds, safe on every disk and in every address."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from build_tools.text.characters import APOSTROPHES
from build_tools.text.folding import fold

_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_LONGEST = 60  # characters of an id that is made of a title
_ORIGINAL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.[A-Za-z0-9]{1,8}")
_SEED = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.txt")


def find_id(words: str) -> str:
    """Return the id that words suggest, cut between words where they are many.

    It is empty where they have no Latin letter or digit. A qualifier in brackets at the end stays in it: two entries
    of one name need two ids.
    """
    plain = _APOSTROPHE.sub("", fold(words[:500]))
    latin_words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode())
    identifier = ""
    for word in latin_words:
        longer = f"{identifier}-{word}" if identifier else word[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        identifier = longer
    return identifier


def find_seed_name(name: str, identifier: str) -> str:
    """Return the name a received file keeps in seeds/; one made of the id where the name is not safe there."""
    return name if _SEED.fullmatch(name) else f"{identifier}.txt"


def find_original_name(name: str, identifier: str) -> str:
    """Return the name a file keeps in seeds/originals/; one made of the id where the name is not safe there."""
    ending = re.sub(r"[^a-z0-9]", "", PurePosixPath(name).suffix.lower())
    return name if _ORIGINAL.fullmatch(name) else f"{identifier}.{ending or 'bin'}"
