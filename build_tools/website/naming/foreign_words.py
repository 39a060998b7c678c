"""Words in another script in the editors' own prose, marked with their language (WCAG 3.1.2)."""

from __future__ import annotations

import re

from build_tools.text import html
from build_tools.text.scripts import SCRIPTS

_SCRIPT_OF = {"zh": "Hani", "ja": "Kana", "ko": "Hang", "ru": "Cyrl"}
_BETWEEN = "[ 、，。·：；\u2010-\u2015-]*"
# Code, link targets, tags and attribute lists are not prose; a span with a language is marked already.
_SYNTAX = r"```.*?```|`[^`\n]*`|\]\([^)]*\)|<span[^>]* lang=[^>]*>.*?</span>|<[^>]*>|\{[^{}]*\}"
_RUNS = "|".join(
    f"(?P<{tag}>[{SCRIPTS[script]}](?:{_BETWEEN}[{SCRIPTS[script]}])*)" for tag, script in _SCRIPT_OF.items()
)
_FOREIGN = re.compile(f"(?P<syntax>{_SYNTAX})|{_RUNS}", re.DOTALL)


def mark_foreign(content: str, language: str) -> str:
    """Return an editor's Markdown with a `lang` on each run of Han, Kana, Hangul or Cyrillic letters.

    Args:
        content: Markdown.
        language: The site's language (BCP 47), whose words are not marked.
    """

    def mark(match: re.Match[str]) -> str:
        tag = match.lastgroup
        if tag in (None, "syntax", language.partition("-")[0]):
            return match[0]
        return html.element("span", match[0], lang=tag)

    return _FOREIGN.sub(mark, content)
