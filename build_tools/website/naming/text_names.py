"""How pages name a text, its makers and its places."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from functools import lru_cache
from unicodedata import bidirectional

from build_tools.model import NUMBERED_ROLES, Block, Document, Source, block_name
from build_tools.website.localisation import as_said, join_words, spoken_language, translate
from build_tools.website.markup.body_nodes import Content, Inline, Link, Phrase
from build_tools.website.naming.addresses import entry_path
from build_tools.website.naming.date_words import day_in_words
from build_tools.website.naming.vocabulary import direction, role_in_words

_MOST_NAMES = 3
_STRONG = ("L", "R", "AL")  # kinds of characters that have a direction
_LEFT_TO_RIGHT_MARK = "\u200e"


def relative(target: str, page: str) -> str:
    """Return a page as another page links to it; both are paths below docs/."""
    folder, name = posixpath.split(target)
    return posixpath.join(_way(folder, posixpath.dirname(page)), name)


@lru_cache(maxsize=1024)  # there are few folders and very many links
def _way(folder: str, start: str) -> str:
    way = posixpath.relpath(folder or ".", start or ".")
    return "" if way == "." else way


def makers(source: Source) -> str:
    """Return who made a text, names as written: its creators, else its publisher, else nothing."""
    return joined_names([creator.name for creator in source.creators]) or source.publisher or ""


def joined_names(names: Sequence[str]) -> str:
    """Return names in a row, "A, B and C"; only the first of more than three."""
    if len(names) > _MOST_NAMES:
        return translate("{name} et al.", name=names[0])
    return join_words(names)


def quoted_title(source: Source) -> str:
    """Return a title as lists cite it: in quotation marks, or in brackets where it is ours."""
    return in_order(f"“{source.title}”" if source.title_stated else f"[{source.title}]")


def citation(source: Source) -> str:
    """Return a text as lists cite it: Anna Vane, “Letters from Lumen”."""
    return ", ".join(part for part in (in_order(makers(source)), quoted_title(source)) if part)


def with_place(name: str, place: str) -> str:
    """Return a place of a text as pages cite it: "Vane, ¶4"."""
    return f"{in_order(name)}, {place}"


def in_order(name: str) -> str:
    """Return a name that what follows stands behind on a page from left to right, even if it is itself the other way.

    Without the mark, a number or a quotation mark after it would be shown as a part of it.
    """
    last = next((kind for kind in map(bidirectional, reversed(name)) if kind in _STRONG), "L")
    return name if last == "L" or direction(spoken_language()) else f"{name}{_LEFT_TO_RIGHT_MARK}"


def title_content(source: Source) -> Inline:
    """Return a title for a card: as it is, or italic in brackets where it is ours."""
    return source.title if source.title_stated else Phrase((f"[{source.title}]",), ("ours",), "em")


def place_name(block: Block) -> str:
    """Return a block as pages cite it: "¶4", or its role in words, "caption 2"."""
    _, _, number = block.id.rpartition("-")
    if block.role in NUMBERED_ROLES:
        return block_name(block.id)
    words = role_in_words(block.role).lower()
    return as_said(f"{words} {number}" if number.isdecimal() else words)


def date_content(source: Source) -> Content:
    """Return when a text was issued, to the day, with bounds in words; dotted where inferred; nothing if unknown."""
    return inferred_content(source, "issued", (day_in_words(source.issued),)) if source.issued else ()


def isolated(name: str) -> Inline:
    """Return a name that can be of the other direction, apart from what stands beside it on a page from right to left.

    A number after it would else be taken for a part of it.
    """
    return Phrase((name,), ("apart",)) if direction(spoken_language()) else name


def inferred_content(source: Source, name: str, content: Content) -> Content:
    """Return the content, dotted where the text does not state this field."""
    return (Phrase(content, ("inferred",)),) if name in source.inferred else content


def linked_entry(text: str, entry: str | None) -> Inline:
    """Return a text as a link to an entry, by its id; the bare text if there is none."""
    return Link((text,), entry_path(entry)) if entry else text


def outside_link(text: str, address: str) -> Inline:
    """Return a link to a web address, or only the address, as text, if it is not http(s)."""
    return Link((text,), address) if re.match(r"https?://\w", address) else address


def first_words(text: str, most: int, most_in_run: int | None = None) -> str:
    """Return the first words of a text or title, and an ellipsis in place of a mark behind them where it goes on.

    Args:
        text: The text, in one line.
        most: The most characters, without the ellipsis.
        most_in_run: The most characters of a text without spaces; if None, as many.
    """
    if len(text) <= most:
        return text
    words = text[: most + 1].rpartition(" ")[0] or text[: most_in_run or most]
    return f"{words.rstrip(' ,;:.–—-(')}…"


def paragraph_count(document: Document) -> int:
    """Return how many numbered paragraphs and list items a text has."""
    return sum(block.role in NUMBERED_ROLES for block in document.blocks)
