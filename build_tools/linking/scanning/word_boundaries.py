"""The edges of a match in evened text, and what stands beside them."""

from __future__ import annotations

from build_tools.linking.word_lists import ARCHIVAL, INSTITUTIONS
from build_tools.text.folding import is_unspaced


def starts_word(plain: str, start: int) -> bool:
    """Whether a word, or a character of a script without blanks, begins there in evened text."""
    before, first = plain[start - 1], plain[start]
    return not (before.isalnum() and first.isalnum()) or is_unspaced(before) or is_unspaced(first)


def ends_word(plain: str, end: int) -> bool:
    """Whether a word ends there; particles follow Hangul without a blank."""
    after, last = plain[end], plain[end - 1]
    if not (after.isalnum() and (last.isalnum() or last == ".")):
        return True
    return is_unspaced(after) or is_unspaced(last) or "\uac00" <= last <= "\ud7a3"


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
