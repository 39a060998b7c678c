"""HTML elements inside Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from build_tools.text.escaping import character_reference, visible

_UNSAFE_IN_ATTRIBUTE = re.compile(r"[!-+;-@\[-`{-~]|[^\S ]|(?<!\S) | (?!\S)")


def html_attribute(text: str) -> str:
    """The text as the value of an attribute, between double quotes, in raw HTML or in an attribute list."""
    return _UNSAFE_IN_ATTRIBUTE.sub(character_reference, visible(text))


def element(tag: str, content: str | None, *classes: str, **named: str | None) -> str:
    """An inline element in raw HTML; `content` None closes it at once."""
    start = f"<{tag}{html_attributes(classes, named)}"
    return f"{start}/>" if content is None else f"{start}>{content}</{tag}>"


def html_attributes(classes: Sequence[str], named: Mapping[str, str | None]) -> str:
    """Return attributes as they stand in a tag, each after a space; one that is None is left out, an empty one has no value."""
    kept = [name for name in classes if name]
    parts = [f'class="{html_attribute(" ".join(kept))}"'] if kept else []
    for key, value in named.items():
        if value is not None:
            parts.append(f'{attribute_name(key)}="{html_attribute(value)}"' if value else attribute_name(key))
    return "".join(f" {part}" for part in parts)


def raw_block(tag: str, contents: Iterable[str], *classes: str, **named: str | None) -> str:
    """A block element in raw HTML around elements, no Markdown in it."""
    return "\n".join([f"<{tag}{html_attributes(classes, named)}>", *contents, f"</{tag}>"])


def attribute_name(key: str) -> str:
    """Return the attribute that a Python keyword stands for: `data_style` is `data-style`, `for_` is `for`."""
    return key.rstrip("_").replace("_", "-")
