"""Write HTML elements inside Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape

from build_tools.text.escaping import character_reference, visible

_UNSAFE_IN_ATTRIBUTE = re.compile(r"[!-+;-@\[-`{-~]|[^\S ]|(?<!\S) | (?!\S)")


def html_attribute(text: str) -> str:
    """Escape a text for use between double quotes as the value of an attribute, in HTML or in an attribute list."""
    return _UNSAFE_IN_ATTRIBUTE.sub(character_reference, visible(text))


def html_text(text: str) -> str:
    """Escape a text for use between tags; controls are made visible."""
    return escape(visible(text), quote=False)


def element(tag: str, content: str | None, *classes: str, **named: str | None) -> str:
    """Return an inline element in raw HTML.

    Args:
        tag: Its name.
        content: Markup between its tags; None makes it self-closing.
        classes: Its classes; empty ones are left out.
        named: Its other attributes, as in `html_attributes`.
    """
    start = f"<{tag}{html_attributes(classes, named)}"
    return f"{start}/>" if content is None else f"{start}>{content}</{tag}>"


def html_attributes(classes: Sequence[str], named: Mapping[str, str | None]) -> str:
    """Return attributes as written in a tag, each after a space.

    Args:
        classes: The classes; empty ones are left out.
        named: The others: one that is None is left out, an empty one is written without a value.
    """
    names = [name for name in classes if name]
    parts = [f'class="{html_attribute(" ".join(names))}"'] if names else []
    for key, value in named.items():
        if value is not None:
            parts.append(f'{attribute_name(key)}="{html_attribute(value)}"' if value else attribute_name(key))
    return "".join(f" {part}" for part in parts)


def attribute_name(key: str) -> str:
    """Return the attribute for a Python keyword argument: `data-style` for `data_style`, `for` for `for_`."""
    return key.rstrip("_").replace("_", "-")
