"""How pages name a text, its creators and its blocks."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence

from build_tools.model import NUMBERED_ROLES, Block, Document, Source
from build_tools.text import html, markdown
from build_tools.website.citations.creator_names import family_name
from build_tools.website.naming.date_words import day_in_words
from build_tools.website.naming.vocabulary import ROLES

_MOST_NAMES = 3


def source_path(identifier: str) -> str:
    """Return the path of a text's page, below docs/."""
    return f"sources/{identifier}.md"


def entry_path(identifier: str) -> str:
    """Return the path of an entry's page, below docs/."""
    return f"glossary/{identifier}.md"


def relative(target: str, page: str) -> str:
    """Return the link from a page to a target; both are paths below docs/."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")


def short_name(source: Source) -> str:
    """Return a text's short title, else its creators' family names, else its publisher or title."""
    if source.short_title:
        return source.short_title
    if source.creators:
        return _joined([family_name(creator) for creator in source.creators])
    return source.publisher or source.title


def makers(source: Source) -> str:
    """Return a text's creators as written, else its publisher, else nothing."""
    return _joined([creator.name for creator in source.creators]) or source.publisher or ""


def _joined(names: Sequence[str]) -> str:
    if len(names) > _MOST_NAMES:
        return f"{names[0]} et al."
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def quoted_title(source: Source) -> str:
    """Return a title in quotation marks, or in brackets if it is ours."""
    return f"“{source.title}”" if source.title_stated else f"[{source.title}]"


def citation(source: Source) -> str:
    """Return a text as lists cite it: Ellen Kim, “Seoul-Moscow Relations on a Dangerous Slippery Slope”."""
    return ", ".join(part for part in (makers(source), quoted_title(source)) if part)


def title_content(source: Source) -> str:
    """Return a title for a card, in Markdown: as written, or italic and in brackets if it is ours."""
    if source.title_stated:
        return markdown.escape(source.title)
    return markdown.emphasis(markdown.escape(f"[{source.title}]"), "ours")


def place_name(block: Block) -> str:
    """Return a block as it is cited: "¶4", or its role in words, "caption 2"."""
    _, _, number = block.id.rpartition("-")
    if block.role in NUMBERED_ROLES:
        return f"¶{block.id[1:]}"
    words = ROLES[block.role].lower()
    return f"{words} {number}" if number.isdecimal() else words


def dated(source: Source) -> str:
    """Return the day a text was issued, in words, as Markdown; marked if inferred, empty if unknown."""
    return mark_inferred(source, "issued", markdown.escape(day_in_words(source.issued))) if source.issued else ""


def mark_inferred(source: Source, name: str, content: str) -> str:
    """Return the content, marked as inferred if the text does not state the field."""
    return html.element("span", content, "inferred") if name in source.inferred else content


def paragraph_count(document: Document) -> int:
    """Count the numbered paragraphs and list items of a text."""
    return sum(block.role in NUMBERED_ROLES for block in document.blocks)
