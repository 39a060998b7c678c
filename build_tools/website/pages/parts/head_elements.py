"""Elements of a page's HTML head, escaped so that no title or name can break out of them."""

from __future__ import annotations

import html
import json
import re

from build_tools.text import escaping

# "<" could end the script or open a comment; some parsers of YAML or JavaScript take the others for line ends.
_UNSAFE_IN_SCRIPT = re.compile("[<>&\x85\u2028\u2029\ufeff]")


def meta_element(name: str, content: str) -> str:
    """Return a `<meta>` element."""
    return f'<meta name="{html.escape(name)}" content="{html.escape(" ".join(escaping.visible(content).split()))}">'


def json_ld_script(value: object) -> str:
    """Return a value as JSON-LD in a script element; no text in the value can end the element."""
    text = escaping.visible(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    return f'<script type="application/ld+json">{_UNSAFE_IN_SCRIPT.sub(_unicode_escape, text)}</script>'


def _unicode_escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
