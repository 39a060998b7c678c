"""Text as it is written into front matter, whatever is in it."""

from __future__ import annotations

import re

# What YAML takes for itself, bare: letters first, then no sign that means anything there.
_PLAIN = re.compile(r"[^\W\d_][\w .’'()/-]*[\w.)’]", re.UNICODE)
_WORDS = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})


def quote_scalar(text: str) -> str:
    """Return a text in double quotes, on one line: single spaces, and invisible characters as escapes."""
    return f'"{"".join(map(_escape, " ".join(text.split())))}"'


def scalar(text: str) -> str:
    """Return a text without quotes where YAML reads it as that text, in quotes elsewhere."""
    flat = " ".join(text.split())
    plain = _PLAIN.fullmatch(flat) and flat.isprintable() and flat.lower() not in _WORDS
    return flat if plain else quote_scalar(flat)


def _escape(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - four digits hold no more
