"""Normalise text for scanning: fold it as in text/folding but keep case, with a map back to the original offsets.

Traditional and simplified forms of a Han character become one here; text/folding keeps them apart.

Most texts are ASCII or Latin-1, and in most each character becomes one character: they need no map, which makes
scanning fast. A text in which several characters make one letter, or one becomes several ("ß", "ﬁ"), gets a map.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from build_tools.text.characters import (
    APOSTROPHES,
    HYPHENS,
    INVISIBLE,
    JAMO,
    QUOTES,
    SPELLED_OUT,
    VOICED,
    find_entities,
    han_variants,
    is_combining,
)
from build_tools.text.folding import fold_letters
from build_tools.text.offset_map import Change, Folded, map_changes
from build_tools.text.scripts import UNSPACED

BORDER = "\n"
"""What `normalise` makes of a blank line, twice or more; no name runs across it. It makes other line breaks spaces."""

_HELD = "\x1d\x1e"  # a placeholder for two line breaks while others are made spaces
_HAN = f"[{UNSPACED}\u30fb]"
_BREAKS = re.compile(  # what it looks ahead for saves most characters the rest
    rf"(?=[\s{INVISIBLE}])(?:"
    rf"(?P<border>[^\S\n]*\n[^\S\n]*\n\s*)|(?<=[{re.escape(HYPHENS)}])\n[^\S\n]*|(?<={_HAN})\s*\n\s*(?={_HAN})"
    rf"|(?P<space>\s{{2,}})|[{INVISIBLE}])"
)
_RUNS = re.compile(rf"(?P<space>\s{{2,}})|[{QUOTES}{INVISIBLE}]")
_HAN_BREAK = re.compile(rf"{_HAN}[^\S\n]*\n[^\S\n]*{_HAN}|[{re.escape(HYPHENS)}]\n")
_NOT_ASCII = re.compile("[^\x00-\x7f]")
_UNSEEN = tuple("\u00ad\u0640\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")  # the characters of INVISIBLE, one by one
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
_MICRO, _SHARP_S = b"\xb5", b"\xdf"


def normalise(text: str, *, thorough: bool = True) -> Folded:
    """Return a text with its letters folded and its typography made plain, case kept, and a map back to its offsets.

    Hyphens become spaces. A blank line becomes `BORDER`, and so does the end of the text; any other line break becomes
    a space, or nothing after a hyphen and between Han characters.

    Args:
        text: Any text.
        thorough: Whether to look for runs of spaces; a caller that does not, and meets one, must call again.
    """
    entities = list(_fold_entities(text)) if "&" in text else []
    plain = None if entities else text if text.isascii() else _fold_lines(text)
    clusters: list[Change] = []
    letters = Folded("")
    if plain is None:
        clusters = _with_entities(_fold_clusters(text), entities)
        letters = map_changes(text, clusters)
        plain = _fold_rest(letters.text)
    plain, wrapped = _unify_breaks(plain)
    broken = wrapped and "-\n" in text
    if not (broken or (thorough and "  " in plain) or _needs_map(text, plain, wrapped=wrapped)):
        return Folded(plain.replace("-", " ") + BORDER, *letters[1:])
    mapped = map_changes(text.replace("\n", " "), sorted([*clusters, *_fold_spaces(text, _BREAKS)]))
    return mapped._replace(text=_unify_spaces(_fold_rest(mapped.text)) + BORDER)


def fold_mapped(text: str) -> Folded:
    """Return a text folded, without quotation marks, runs of white space made one space, and a map back."""
    clusters = _with_entities(() if text.isascii() else _fold_clusters(text), list(_fold_entities(text)))
    mapped = map_changes(text.replace("\n", " "), sorted([*clusters, *_fold_spaces(text, _RUNS)]))
    return mapped._replace(text=_unify_spaces(_fold_rest(mapped.text)).lower().replace("ς", "σ"))


def normalise_label(text: str) -> str:
    """Return a label as it is looked up in normalised text: letters folded, hyphens made spaces, case kept."""
    plain = text if text.isascii() and "\n" not in text else normalise(text).text.replace(BORDER, " ")
    return " ".join(plain.replace("-", " ").split())


def _fold_spaces(text: str, pattern: re.Pattern[str]) -> Iterator[Change]:
    """Yield the white space that becomes a border or a single space, and the characters that are left out."""
    for match in pattern.finditer(text):
        yield Change(*match.span(), {"border": BORDER, "space": " "}.get(match.lastgroup or "", ""))


def _fold_clusters(text: str) -> Iterator[Change]:
    """Yield the changes to letters of several characters, and to letters that become several."""
    several = frozenset(character for character in set(_NOT_ASCII.findall(text)) if _fold_to_one(character) is None)
    if not several:
        return
    for match in _cluster_pattern(several).finditer(text):
        start, end = match.span()
        if match.lastgroup == "joined" and start and not (text[start - 1].isspace() or text[start - 1] in _UNSEEN):
            start -= 1
        folded = _fold_cluster(text[start:end], before_small=text[end : end + 1].islower())
        if folded != text[start:end]:
            yield Change(start, end, folded, cluster=True)


def _fold_entities(text: str) -> Iterator[Change]:
    """Yield the changes of HTML entities to what their characters fold to."""
    for start, end, character in find_entities(text):
        yield Change(start, end, _fold_character(character), cluster=True)


def _with_entities(clusters: Iterable[Change], entities: Sequence[Change]) -> list[Change]:
    """Return all changes in order; a mark that would join an entity is left as it is."""
    if not entities:
        return list(clusters)
    ends = {change.end for change in entities}
    return sorted([*entities, *(change for change in clusters if change.start + 1 not in ends)])


@lru_cache(maxsize=64)
def _cluster_pattern(several: frozenset[str]) -> re.Pattern[str]:
    """Return a pattern for runs of characters that join the letter before them, and for those that become several."""
    joined = "".join(sorted(filter(_joins, several)))
    single = "".join(sorted(character for character in several if not _joins(character)))
    run = f"(?P<joined>[{joined}]+)" if joined else ""
    alone = f"[{single}]" + (f"[{joined}]*" if joined else "") if single else ""
    return re.compile("|".join(filter(None, (run, alone))))


def _unify_breaks(plain: str) -> tuple[str, bool]:
    """Return a text with line breaks made spaces, except at blank lines, and whether there were any to make so.

    Most texts break lines only between paragraphs, which a look at the lines shows faster than a search.
    """
    lines = plain.split("\n")
    if len(lines) % 2 and not any(lines[1::2]):
        return plain, False
    marked = plain.replace("\n\n", _HELD)
    return marked.replace("\n", " ").replace(_HELD, BORDER + BORDER), "\n" in marked


def _needs_map(text: str, plain: str, *, wrapped: bool) -> bool:
    """Return whether the length changes: by white space other than the space, broken names, invisible characters."""
    if "\t" in plain or "\r" in plain:
        return True
    if plain.isascii():
        return False
    return any(mark in text for mark in _UNSEEN) or (wrapped and _HAN_BREAK.search(text) is not None)


def _unify_spaces(text: str) -> str:
    return text.replace("-", " ").replace("\t", " ").replace("\r", " ")


def _fold_lines(text: str) -> str | None:
    """Return a text with each character folded to one, or None where that is impossible."""
    for mark, plain in _TYPOGRAPHIC.items():
        text = text.replace(mark, plain)
    if text.isascii():
        return text
    if any(letter in text for letter in SPELLED_OUT):
        return None
    # Few lines mix scripts; in a text in several languages, most lines have Latin letters only.
    lines = [text] if len(text.encode("latin-1", "ignore")) == len(text) else text.split("\n")
    folded = [line if line.isascii() else _fold_line(line) for line in lines]
    return None if None in folded else "\n".join(folded)  # type: ignore[arg-type]


def _fold_rest(text: str) -> str:
    """Return a text with each character folded that becomes one; the others have been folded before."""
    for mark, plain in _TYPOGRAPHIC.items():
        text = text.replace(mark, plain)
    for character in () if text.isascii() else set(_NOT_ASCII.findall(text)):
        text = text.replace(character, _fold_to_one(character) or character)
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
        plain = _fold_to_one(character)
        if plain is None:
            return None
        if plain != character:
            line = line.replace(character, plain)
    return line


@lru_cache(maxsize=1)
def _western_table() -> bytes:
    """Return the table of bytes that folds Latin-1 but for the micro sign; "ß" marks what becomes several."""
    folded = (code if chr(code).isascii() else ord(_fold_to_one(chr(code)) or "ß") for code in range(256))
    return bytes(code if code < 256 else _MICRO[0] for code in folded)  # noqa: PLR2004


@lru_cache(maxsize=20_000)
def _fold_to_one(character: str) -> str | None:
    """Return the character that a character folds to; None if it becomes several or joins the letter before it."""
    folded = _fold_character(character)
    return None if len(folded) != 1 or _joins(character) else folded


def _joins(character: str) -> bool:
    """Return whether a character may form one letter with the one before it."""
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
    # Symbols and numbers that become several ("™", "…", "½") are not letters of the word they follow; what becomes
    # nothing, as the Arabic tatweel, is left out with the invisible characters.
    spelled = folded and character.isalnum() and unicodedata.category(character) != "No"
    return han_variants().get(folded, folded) if spelled or len(folded) == 1 else character


@lru_cache(maxsize=20_000)
def _fold_cluster(cluster: str, *, before_small: bool) -> str:
    """Fold a letter with its marks, or a letter that becomes several: "Æ" is "Ae" in "Ærø"."""
    if not cluster[0].isalnum():
        return _fold_character(cluster[0]) + fold_letters(unicodedata.normalize("NFKC", cluster[1:]))
    folded = fold_letters(unicodedata.normalize("NFKC", cluster + ("x" if before_small else "")))
    return folded[:-1] if before_small else folded
