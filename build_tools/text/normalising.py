"""Text prepared for scanning: case kept, everything else folded as in text/folding, with a map back to the original.

Most texts are ASCII or Latin-1, and of most each character becomes one character: these need no map, and that is what makes
scanning fast. A text in which a letter is written with several characters, or becomes several ("ß", "ﬁ"), gets one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from build_tools.text.characters import APOSTROPHES, HYPHENS, INVISIBLE, JAMO, QUOTES, VOICED, is_combining
from build_tools.text.folding import fold_letters
from build_tools.text.offset_map import Change, Folded, map_changes
from build_tools.text.scripts import UNSPACED

BORDER = "\n"
"""What `normalise` leaves of a blank line, twice or more: no name runs over it. Other line breaks are spaces there."""

_HELD = "\x1d\x1e"  # stands for two line breaks while others are made spaces
_HAN = f"[{UNSPACED}\u30fb]"
_BREAKS = re.compile(
    rf"(?P<border>[^\S\n]*\n[^\S\n]*\n\s*)|(?<=[{re.escape(HYPHENS)}])\n[^\S\n]*|(?<={_HAN})\s*\n\s*(?={_HAN})"
    rf"|(?P<space>\s{{2,}})|[{INVISIBLE}]"
)
_RUNS = re.compile(rf"(?P<space>\s{{2,}})|[{QUOTES}{INVISIBLE}]")
_HAN_BREAK = re.compile(rf"{_HAN}[^\S\n]*\n[^\S\n]*{_HAN}|[{re.escape(HYPHENS)}]\n")
_NOT_ASCII = re.compile("[^\x00-\x7f]")
_UNSEEN = tuple("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")  # the characters of INVISIBLE, one by one
_JOINING = re.compile(f"[{JAMO}{VOICED}]")
_TYPOGRAPHIC = {
    "\u2019": "'",
    "\u2018": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u2013": "-",
    "\u2014": "\x1f",
    "\u2026": "\x1f",
    "\u00a0": " ",
}
_ASCII = 128
_MICRO, _SHARP_S = b"\xb5", b"\xdf"


def normalise(text: str, *, thorough: bool = True) -> Folded:
    """Return a text with its letters folded and its typography made plain, case kept, and a map back to its offsets.

    Hyphens become spaces. A blank line becomes `BORDER`, and so does the end of the text; a line break inside a name is a
    space; after a hyphen, and between Han characters, it is nothing.

    Args:
        text: Any text.
        thorough: Whether to look for runs of spaces; who does not, and finds one, asks again.
    """
    plain = text if text.isascii() else _fold_lines(text)
    clusters: list[Change] = []
    letters = Folded("")
    if plain is None:
        clusters = list(_fold_clusters(text))
        letters = map_changes(text, clusters)
        plain = _fold_rest(letters.text)
    plain, wrapped = _even_breaks(plain)
    broken = wrapped and "-\n" in text
    if not (broken or (thorough and "  " in plain) or _needs_map(text, plain, wrapped=wrapped)):
        return letters._replace(text=plain.replace("-", " ") + BORDER)
    mapped = map_changes(text.replace("\n", " "), sorted([*clusters, *_fold_spaces(text, _BREAKS)]))
    return mapped._replace(text=_even_spaces(_fold_rest(mapped.text)) + BORDER)


def fold_mapped(text: str) -> Folded:
    """Return a text folded, without quotation marks, runs of white space made one space, and a map back."""
    clusters = () if text.isascii() else _fold_clusters(text)
    mapped = map_changes(text.replace("\n", " "), sorted([*clusters, *_fold_spaces(text, _RUNS)]))
    return mapped._replace(text=_even_spaces(_fold_rest(mapped.text)).lower().replace("ς", "σ"))


def normalise_label(text: str) -> str:
    """Return a label as it is looked up in normalised text: letters folded, hyphens and spaces made plain, case kept."""
    return " ".join(normalise(text).text.replace(BORDER, " ").split())


def _fold_spaces(text: str, pattern: re.Pattern[str]) -> Iterator[Change]:
    """Yield the white space that becomes a border or a single space, and the characters that are left out."""
    for match in pattern.finditer(text):
        yield Change(*match.span(), {"border": BORDER, "space": " "}.get(match.lastgroup or "", ""))


def _fold_clusters(text: str) -> Iterator[Change]:
    """Yield the letters that become one or several together, as far as folding changes them."""
    several = frozenset(one for one in set(_NOT_ASCII.findall(text)) if _fold_even(one) is None)
    if not several:
        return
    for match in _cluster_pattern(several).finditer(text):
        start, end = match.span()
        if match.lastgroup == "joined" and start and not (text[start - 1].isspace() or text[start - 1] in _UNSEEN):
            start -= 1
        folded = _fold_cluster(text[start:end], before_small=text[end : end + 1].islower())
        if folded != text[start:end]:
            yield Change(start, end, folded, cluster=True)


@lru_cache(maxsize=64)
def _cluster_pattern(several: frozenset[str]) -> re.Pattern[str]:
    """The runs of characters that join the letter before them, and the characters that become several by themselves."""
    joined = "".join(sorted(filter(_joins, several)))
    single = "".join(sorted(one for one in several if not _joins(one)))
    run = f"(?P<joined>[{joined}]+)" if joined else ""
    alone = f"[{single}]" + (f"[{joined}]*" if joined else "") if single else ""
    return re.compile("|".join(filter(None, (run, alone))))


def _even_breaks(plain: str) -> tuple[str, bool]:
    """Line breaks made spaces but for those of blank lines, and whether there were any.

    Most texts break lines only between paragraphs; their lines show that sooner than a search for two breaks in a row.
    """
    lines = plain.split("\n")
    if len(lines) % 2 and not any(lines[1::2]):
        return plain, False
    marked = plain.replace("\n\n", _HELD)
    return marked.replace("\n", " ").replace(_HELD, BORDER + BORDER), "\n" in marked


def _needs_map(text: str, plain: str, *, wrapped: bool) -> bool:
    """Whether the length changes: white space other than the space, broken names, characters nobody sees."""
    if "\t" in plain or "\r" in plain:
        return True
    if plain.isascii():
        return False
    return any(mark in text for mark in _UNSEEN) or (wrapped and _HAN_BREAK.search(text) is not None)


def _even_spaces(text: str) -> str:
    return text.replace("-", " ").replace("\t", " ").replace("\r", " ")


def _fold_lines(text: str) -> str | None:
    """Return a text with each character folded to one, or None where that cannot be."""
    for mark, plain in _TYPOGRAPHIC.items():
        text = text.replace(mark, plain)
    if text.isascii():
        return text
    # Seldom does a line mix scripts; most lines of a text in several languages are of Latin letters alone.
    lines = [line if line.isascii() else _fold_line(line) for line in text.split("\n")]
    return None if None in lines else "\n".join(lines)  # type: ignore[arg-type]


def _fold_rest(text: str) -> str:
    """Return a text with each character folded that becomes one; the others are folded already."""
    for mark, plain in _TYPOGRAPHIC.items():
        text = text.replace(mark, plain)
    for character in () if text.isascii() else set(_NOT_ASCII.findall(text)):
        text = text.replace(character, _fold_even(character) or character)
    return text


def _fold_line(line: str) -> str | None:
    try:
        western = line.encode("latin-1")
    except UnicodeEncodeError:
        western = _MICRO
    if _MICRO not in western:
        western = western.translate(_western_table())
        return None if _SHARP_S in western else western.decode("latin-1")
    for character in set(_NOT_ASCII.findall(line)):
        plain = _fold_even(character)
        if plain is None:
            return None
        if plain != character:
            line = line.replace(character, plain)
    return line


@lru_cache(maxsize=1)
def _western_table() -> bytes:
    """What becomes of each character of Latin-1, but for the micro sign: that becomes a Greek letter.

    "ß" stands for all that become several.
    """
    kept = (code if code < _ASCII else ord(_fold_even(chr(code)) or "ß") for code in range(256))
    return bytes(code if code < 256 else _MICRO[0] for code in kept)  # noqa: PLR2004


@lru_cache(maxsize=20_000)
def _fold_even(character: str) -> str | None:
    """Return the character that another becomes; None where it becomes several or joins the letter before it."""
    folded = _fold_character(character)
    return None if len(folded) != 1 or _joins(character) else folded


def _joins(character: str) -> bool:
    """Whether a character may make one letter with the one before it."""
    return is_combining(character) or _JOINING.match(character) is not None


@lru_cache(maxsize=20_000)
def _fold_character(character: str) -> str:
    if character in QUOTES:
        return '"'
    if character in HYPHENS or character in APOSTROPHES:
        return "-" if character in HYPHENS else "'"
    if character.isspace():
        return " "
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    folded = fold_letters(unicodedata.normalize("NFKC", character))
    # Symbols, signs and numbers that become several ("™", "…", "½") are no letters of the word they stand at.
    spelled = character.isalnum() and unicodedata.category(character) != "No"
    return folded if spelled or len(folded) == 1 else character


@lru_cache(maxsize=20_000)
def _fold_cluster(cluster: str, *, before_small: bool) -> str:
    """Return what becomes of a letter with its marks, or of a letter that becomes several: "Æ" is "Ae" in "Ærø"."""
    if not cluster[0].isalnum():
        return _fold_character(cluster[0]) + fold_letters(unicodedata.normalize("NFKC", cluster[1:]))
    folded = fold_letters(unicodedata.normalize("NFKC", cluster + ("x" if before_small else "")))
    return folded[:-1] if before_small else folded
