"""Read paragraphs of an editor's Markdown: their first sentence, bold openings, attribute lists."""

from __future__ import annotations

import re

from build_tools.text.sentences import sentence_spans

_RUN_IN = re.compile(r"\*\*[^*]+\*\*")
_BRACKETS = (("[", "]"), ("(", ")"), ("<", ">"))
_INLINE_TAG = re.compile(r"<(?P<end>/?)(?!br\b|wbr\b|img\b)[A-Za-z][A-Za-z0-9]*[\s>]")


def is_run_in(text: str) -> bool:
    """Return whether a text is a heading in bold, which is at the head of its paragraph."""
    return _RUN_IN.fullmatch(text) is not None


def drop_attribute_list(block: str) -> str:
    """Return a block of Markdown without the attribute list at its end."""
    text = block.rstrip()
    start = text.find("{:", text.rfind("}", 0, -1) + 1) if text.endswith("}") else -1
    return text[:start].rstrip() if start >= 0 else block


def first_sentence(content: str) -> str:
    """Return the first sentence of an editor's Markdown, never cut inside a link, an element or brackets.

    The sentence includes a bold heading at the head of the paragraph, but not an attribute list below it.
    """
    paragraph = " ".join(drop_attribute_list(content.strip().split("\n\n", 1)[0]).split())
    run_in = _RUN_IN.match(paragraph)
    surplus = [0] * len(_BRACKETS)
    open_elements = 0
    for start, end in sentence_spans(paragraph):
        for index, (left, right) in enumerate(_BRACKETS):
            surplus[index] += paragraph.count(left, start, end) - paragraph.count(right, start, end)
        for tag in _INLINE_TAG.finditer(paragraph, start, end):
            open_elements += -1 if tag["end"] else 1
        if not any(surplus) and not open_elements and not (run_in and run_in.end() == end):
            return paragraph[:end]
    return paragraph
