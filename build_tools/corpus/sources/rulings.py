"""The fields of a ruling in a source page's front matter: whether each decides one clear thing.

Where a ruling applies is found when the text is cut.
"""

from __future__ import annotations

from build_tools.corpus.front_matter import FieldReader
from build_tools.corpus.front_matter.declarations import Field, Values
from build_tools.corpus.front_matter.map_types import Map, Maps
from build_tools.corpus.front_matter.text_types import LANGUAGE_TAG, Choice, Flag, Id, Text
from build_tools.model import SET_ASIDE_REASONS, SHOWN_ROLES, Ruling

_EXAMPLE = 'Write it as {quote: "words of the text", role: dateline}.'
_DECISIONS = ("role", "lang", "split", "join", "hyphen", "mention")

_WORDS = Text(missing=None, numbers=False)
_ROLE = Choice(
    (*SHOWN_ROLES, *SET_ASIDE_REASONS),
    "ruling-role-unknown",
    '"{text}" is not a role of a block',
    'Did you mean "{words}"?',
    missing=None,
    spellings={reason.replace(" ", "-"): reason for reason in SET_ASIDE_REASONS if " " in reason},
)


_FIELDS = (
    Field(
        "quote",
        _WORDS,
        "Words that occur once in the text: the place.",
        '"considered Lumen’s finest"',
        required=True,
        checked_later=True,
    ),
    Field("after", _WORDS, "Words after which to look for the quotation, if it occurs more than once.", "In Lumen"),
    Field("role", _ROLE, "The role of the block with the quotation.", "dateline"),
    Field(
        "lang",
        Text(missing=None, rule=LANGUAGE_TAG, label="language tag"),
        "The language of the block, and of those after it until the next such ruling.",
        "fr",
    ),
    Field("split", Flag("here", "ruling-decides-nothing"), "A block begins at the quotation.", "here"),
    Field("join", Flag("next", "ruling-decides-nothing"), "The block is joined with the next.", "next"),
    Field(
        "hyphen",
        Choice(("dropped", "kept"), missing=None),
        "Whether the hyphen at the line’s end inside the quotation is left out, because it only divides a word.",
        "dropped",
    ),
    Field(
        "like",
        Flag("lines", "ruling-decides-nothing"),
        "The ruling holds for every line that differs from the quotation in its numbers only.",
        "lines",
    ),
    Field("mention", _WORDS, "The label inside the quotation that the ruling is about.", "Lumen"),
    Field("entry", Id(), "The entry that the label names; null for none.", "lumen-city", refers_to=("entry",)),
    Field("reason", _WORDS, "Why, in a sentence that readers see.", "The hotel is in the city."),
)


def _ruling(item: FieldReader, values: Values) -> Ruling | None:
    line, nodes = item.fields.line, item.fields.nodes
    if not values["quote"]:
        message = "the ruling has no quotation, so its place is unknown"
        item.add(item.line("quote"), "ruling-without-quote", message, _EXAMPLE)
    decided = any(name in nodes for name in _DECISIONS)
    if not decided:
        hint = f"{_EXAMPLE} A ruling decides role, lang, split, join, hyphen or mention."
        item.add(line, "ruling-decides-nothing", "the ruling decides nothing", hint)
    _check_mention(item, values["quote"] or "", values["mention"])
    return Ruling(**values, line=line) if values["quote"] and decided else None


def _check_mention(item: FieldReader, quote: str, mention: str | None) -> None:
    """Report a mention without an entry, an entry without a mention, and a mention outside the quotation."""
    if mention is None:
        if "entry" in item.fields.nodes:
            hint = 'Add mention: "the label inside the quotation that this is about".'
            message = "the ruling has an entry, but no mention"
            item.add(item.line("entry"), "ruling-entry-without-mention", message, hint)
        return
    if "entry" not in item.fields.nodes:
        hint = "Add entry: the-id, or entry: null for no link."
        item.add(item.line("mention"), "ruling-mention-without-entry", "the ruling has a mention, but no entry", hint)
    if " ".join(mention.split()) not in " ".join(quote.split()):
        message, hint = (
            f'"{mention}" is not in the quotation',
            "Quote the label together with the words around it.",
        )
        item.add(item.line("mention"), "ruling-mention-not-quoted", message, hint)


RULINGS = Maps(
    Map(
        _FIELDS,
        _ruling,
        any_of=_DECISIONS,
        clauses={
            "dependencies": {
                "mention": ["entry"],
                "entry": {"required": ["mention"], "properties": {"mention": {"type": "string"}}},
            }
        },
    )
)
"""The rulings of a text; one that decides nothing, or has no place, is left out."""
