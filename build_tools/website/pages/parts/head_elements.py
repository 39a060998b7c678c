"""Elements of a page's head in HTML, safe whatever a text is called."""

from __future__ import annotations

import html
import json
import re

from build_tools.text import escaping

# Inside a script "<" could end it or open a comment; the others are line ends to some readers of YAML or of scripts.
_SIGNS = re.compile("[<>&\x85\u2028\u2029\ufeff]")


def meta(name: str, content: str) -> str:
    """A piece of a page's metadata."""
    return f'<meta name="{html.escape(name)}" content="{html.escape(" ".join(escaping.visible(content).split()))}">'


def data_script(value: object) -> str:
    """A value as JSON-LD in a script element; no text in it can end the element."""
    text = escaping.visible(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    return f'<script type="application/ld+json">{_SIGNS.sub(_reference, text)}</script>'


def _reference(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
