"""Words in another script in the editors' own prose, marked with their language (WCAG 3.1.2)."""

from __future__ import annotations

import re

from build_tools.text import html
from build_tools.text.prose.code_spans import mask_code
from build_tools.text.prose.links import mask_addresses
from build_tools.text.scripts import SCRIPTS

_SCRIPT_OF = {"zh": "Hani", "ja": "Kana", "ko": "Hang", "ru": "Cyrl"}
_BETWEEN = "[ 、，。·：；\u2010-\u2015-]*"
_RUNS = "|".join(
    f"(?P<{tag}>[{SCRIPTS[script]}](?:{_BETWEEN}[{SCRIPTS[script]}])*)" for tag, script in _SCRIPT_OF.items()
)
_PROSE = re.compile(rf"(?P<tag><[^<>]*>)|(?P<attributes>\{{[^{{}}]*\}})|{_RUNS}")
_MARKED = re.compile(r"<span\s[^<>]*\blang=")
_SPAN_END = "</span>"
_MASK = "\0"  # a character of no script, and none that occurs between the words of a run


def mark_foreign(content: str, language: str) -> str:
    """Return an editor's Markdown with a `lang` on each run of Han, Kana, Hangul or Cyrillic letters.

    Code, link targets, tags and attribute lists are left alone, and so is a span that has a language already.

    Args:
        content: Markdown.
        language: The site's language (BCP 47), whose words are not marked.
    """
    prose = mask_addresses(mask_code(content, _MASK), _MASK)
    last_span_end = prose.rfind(_SPAN_END)
    parts, kept_from, position = [], 0, 0
    while match := _PROSE.search(prose, position):
        position = match.end()
        if match.lastgroup == "tag":
            if position <= last_span_end and _MARKED.match(match[0]):
                position = prose.find(_SPAN_END, position) + len(_SPAN_END)
        elif match.lastgroup not in ("attributes", language.partition("-")[0]):
            parts += [content[kept_from : match.start()], html.element("span", match[0], lang=match.lastgroup)]
            kept_from = position
    return "".join([*parts, content[kept_from:]])
