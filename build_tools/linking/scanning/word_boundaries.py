"""The edges of a match in normalised text, and what stands beside them."""

from __future__ import annotations

from build_tools.linking.word_lists import ARCHIVAL, INSTITUTIONS
from build_tools.text.characters import is_combining
from build_tools.text.scripts import is_hangul, is_unspaced


def starts_word(plain: str, start: int) -> bool:
    """Whether a word, or a character of an unspaced script, begins there in normalised text."""
    before, first = plain[start - 1], plain[start]
    return not (_in_word(before) and first.isalnum()) or is_unspaced(before) or is_unspaced(first)


def ends_word(plain: str, end: int) -> bool:
    """Whether a word ends there; particles follow Hangul without a space."""
    after, last = plain[end], plain[end - 1]
    if is_combining(after):
        return False
    if not (after.isalnum() and (_in_word(last) or last == ".")):
        return True
    return is_unspaced(after) or is_unspaced(last) or is_hangul(last)


def _in_word(character: str) -> bool:
    """Whether a character belongs to a word: a letter, a digit, or a mark on one, such as the vowel signs of Hindi."""
    return character.isalnum() or is_combining(character)


def name_beside(plain: str, start: int, end: int) -> str:
    """Why the words around make another name of a match, or nothing: "Washington Post", "non-lethal weapons"."""
    if plain[start].isupper():
        if plain[end] == " " and plain[end + 1].isupper():
            stop = plain.find(" ", end + 1, end + 14)
            word = plain[end + 1 : stop if stop > 0 else end + 14].rstrip(".,;:!?)\"'\n\x1f")
            word = word.removesuffix("'s")
            if word in INSTITUTIONS and word not in ARCHIVAL:
                return f"it begins the longer name “{plain[start : end + 1 + len(word)]}”"
    elif plain.startswith("non ", start - 4) or plain.startswith("Non ", start - 4):
        return "“non” before it denies it"
    return ""
