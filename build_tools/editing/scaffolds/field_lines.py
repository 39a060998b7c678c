"""A declared field as the draft of a file has it: what it is for, as a comment, and the field itself."""

from __future__ import annotations

from textwrap import wrap

from build_tools.corpus.front_matter.declarations import Field

_WIDTH = 118  # characters of a line of comment
_BLANKS = {"[": " []", "{": " {}"}


def comment(text: str) -> list[str]:
    """Return a text as lines of comment."""
    return [f"# {line}" for line in wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)]


def explain(field: Field, *, asked: bool = False, example: bool = True) -> list[str]:
    """Return what a field is for as lines of comment.

    Args:
        field: The field.
        asked: Whether the editor must fill it in.
        example: Whether to show how a list or a map is written.
    """
    text = field.explanation
    if example and field.example[:1] in _BLANKS:
        text = f"{text.rstrip('.')}: {field.example}"
    return comment(f"FILL IN. {text}" if asked else text)


def field_lines(field: Field, value: str = "", note: str = "") -> list[str]:
    """Return the lines of a field: what it is for, or a `note` instead, and its value as YAML.

    Without a value a field that must be filled in is marked, a map that need not be there is a comment, and another
    field is left empty.
    """
    if value:
        return [*(comment(note) if note else explain(field)), f"{field.name}: {value}"]
    if field.type.subfields and not field.required:
        return [*explain(field, example=False), f"# {field.name}: {field.example}"]
    return [*explain(field, asked=field.required), f"{field.name}:{_BLANKS.get(field.example[:1], '')}"]
