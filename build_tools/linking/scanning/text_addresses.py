r"""Addresses in a text, inside which nothing is named: of mailboxes, pages and files, and handles.

A name of a host ends with one of the usual last parts, in small letters: "korland.org" is an address, "Lomau.Er" is two
sentences. A path begins at a root ("/usr/brell", "C:\brell", "./brell") or ends with a file's extension.
"""

from __future__ import annotations

import re

_LAST_PARTS = (
    "com|org|net|edu|gov|int|mil|info|biz|name|museum|aero|coop|io|ai|app|dev|eu|uk|us|de|fr|ru|su|kr|kp|jp|cn|tw|hk|it|es"
    "|pt|nl|be|at|ch|pl|cz|sk|hu|ro|bg|ua|by|tr|gr|se|no|fi|dk|is|ie|ca|au|nz|mx|br|ar|cl|in|pk|il|ir|sa|ae|eg|za|th|vn|id"
)
_PART = r"[^\s<>()\[\]{}\"“”„«»‘]"
_ADDRESS = re.compile(
    rf"[a-z][a-z0-9+.-]{{1,15}}://{_PART}+|www\.{_PART}+|(?:mailto:)?[\w.+-]*@[\w-]+(?:\.[\w-]+)*"
    rf"|(?<![\w.])[\w-]+(?:\.[\w-]+)*\.(?:{_LAST_PARTS})(?![\w])(?:[:/?#]{_PART}*)?"
    rf"|(?<![\w.])(?:[A-Za-z]:\\|\\\\|~?/|\.{{1,2}}/)[\w.~-]+(?:[/\\][\w.~-]*)*|[\w.~-]+(?:[/\\][\w.~-]+)*[/\\][\w~-]+\.[a-z0-9]{{1,5}}\b"
)
BESIDE_ADDRESSES = frozenset("@/\\._-~%=&?#+:")
"""Characters of which one is right beside whatever lies inside an address."""

_SIGN_AT_STOP = re.compile(r"\.(?:[a-z]{2}|(?<=www\.))")
_SIGN_AT_SLASH = re.compile(r"/(?:(?<=[~.]/)|[^/\s]*(?:/|\.[a-z0-9]))")
_TOKEN_ENDS = re.compile(r"[\s<>()\[\]{}\"“”„«»‘]")
_REACH = 200  # characters of an address before and behind a name


def may_have_address(text: str) -> bool:
    """Return whether a text has a sign of an address, which a look at its full stops and slashes says at once."""
    return (
        "@" in text
        or "\\" in text
        or _SIGN_AT_STOP.search(text) is not None
        or ("/" in text and _SIGN_AT_SLASH.search(text) is not None)
    )


def is_in_address(text: str, start: int, end: int) -> bool:
    """Return whether a span lies inside an address; for nearly all spans, a glance at what is beside them says no."""
    before = text[start - 1 : start] in BESIDE_ADDRESSES and text[start - 2 : start].strip() not in ("-", ".", ":")
    if not before and not (text[end : end + 1] in BESIDE_ADDRESSES and text[end + 1 : end + 2].isalnum()):
        return False
    earliest = max(0, start - _REACH)
    first = max(text.rfind(" ", earliest, start) + 1, earliest)
    stop = text.find(" ", end, end + _REACH)
    token = text[first : stop if stop > 0 else end + _REACH]
    if "." not in token and "/" not in token and "\\" not in token and "@" not in token:
        return False
    behind = _TOKEN_ENDS.search(text, end, end + _REACH)
    first = max(first, text.rfind("\n", first, start) + 1)
    token = text[first : behind.start() if behind else end + _REACH]
    return any(
        match.start() <= start - first and end - first <= match.end() and _is_address(match[0])
        for match in _ADDRESS.finditer(token)
    )


def _is_address(found: str) -> bool:
    """Whether what looks like an address is one: a slash and a word alone is none ("the Minister/Brell")."""
    return not found.startswith("/") or found.count("/") > 1
