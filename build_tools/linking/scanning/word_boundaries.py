"""The edges of a match in normalised text."""

from __future__ import annotations

from build_tools.linking.languages.attachments import may_begin, may_end
from build_tools.text.characters import is_combining


def starts_word(plain: str, start: int, end: int) -> bool:
    """Whether a word begins there in normalised text, or what its language allows inside one: see `attachments`."""
    return not (_in_word(plain[start - 1]) and plain[start].isalnum()) or may_begin(plain, start, end)


def ends_word(plain: str, start: int, end: int, *, person: bool = False) -> bool:
    """Whether a word ends there, or what its language allows inside one; titles may follow a `person`."""
    after, last = plain[end], plain[end - 1]
    if is_combining(after):
        return False
    return not (after.isalnum() and (_in_word(last) or last == ".")) or may_end(plain, start, end, person=person)


def _in_word(character: str) -> bool:
    """Whether a character belongs to a word: a letter, a digit, or a mark on one, such as the vowel signs of Hindi."""
    return character.isalnum() or is_combining(character)
