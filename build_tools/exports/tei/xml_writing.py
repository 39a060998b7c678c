"""Write XML 1.0: elements, attributes, and texts with whatever characters they have."""

from __future__ import annotations

import re

from build_tools.text.escaping import visible

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

# What no XML 1.0 document may hold, not even as a reference (section 2.2).
_IMPOSSIBLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IN_TEXT = re.compile("[&<>\r]")
_IN_ATTRIBUTES = re.compile('[&<>"\t\n\r]')
_NAMES = {"id": "xml:id", "lang": "xml:lang"}


def xml_text(text: str) -> str:
    """Return a text as the content of an element: a reader of XML gets it back as it was.

    A character that XML cannot hold is made visible, as on pages.
    """
    return _IN_TEXT.sub(_reference, possible(text))


def possible(text: str) -> str:
    """Return a text with the characters that XML cannot hold made visible; white space that it cannot is a space."""
    return text if text.isprintable() else _IMPOSSIBLE.sub(_held, text)


def attributes(**values: str | None) -> str:
    """Return attributes, each with a space before it, in the order given; those without a value are left out.

    `id` and `lang` are those of the namespace xml.
    """
    return "".join(
        f' {_NAMES.get(name, name)}="{_IN_ATTRIBUTES.sub(_reference, possible(value))}"'
        for name, value in values.items()
        if value
    )


def xml_element(name: str, content: str, **values: str | None) -> str:
    """Return an element with content that is XML already, and attributes."""
    return f"<{name}{attributes(**values)}>{content}</{name}>" if content else f"<{name}{attributes(**values)}/>"


def xml_words(name: str, words: str, **values: str | None) -> str:
    """Return an element with words in it, and attributes; nothing where there are no words."""
    return xml_element(name, xml_text(words), **values) if words else ""


def _held(sign: re.Match[str]) -> str:
    shown = visible(sign[0])
    return " " if shown == sign[0] else shown


def _reference(sign: re.Match[str]) -> str:
    return f"&#{ord(sign[0])};"
