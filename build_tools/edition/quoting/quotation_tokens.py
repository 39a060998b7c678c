"""Text as quotations are compared: words, Chinese characters and punctuation marks, without spaces and line breaks.

The twin of `tokens` in build_tools/website/static/quotation.js: tests/browser/test_quotation_twins.py binds both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from build_tools.model import Block
from build_tools.text.characters import APOSTROPHES, DASHES, INVISIBLE, QUOTES, SPACES, combining_marks, find_entities
from build_tools.text.escaping import visible_mapped
from build_tools.text.folding import fold
from build_tools.text.offset_map import Change, map_changes
from build_tools.text.scripts import UNSPACED

_UNSEEN = "\ue000"  # stands for an invisible character, so that offsets stay the same
_PLAIN = tuple(
    (re.compile(f"[{variants}]"), plain)
    for variants, plain in (
        (APOSTROPHES, "'"),
        (QUOTES, '"'),
        (DASHES, "-"),
        (SPACES, " "),
        (INVISIBLE, _UNSEEN),
    )
)
SPACE = r"[\t\n\x0b\x0c\r \u1680\u2028\u2029]"
"""White space of a simplified text, as a regular expression: what it is in a browser."""

_LETTER = rf"(?:[^\W_]|[{combining_marks()}])"
_LETTERS = rf"(?:(?![{UNSPACED}])(?:{_LETTER}|{_UNSEEN}))+"
_TOKEN = re.compile(rf"[{UNSPACED}]|{_LETTERS}(?:'{_LETTERS})*|\.{{3,}}|(?!{SPACE}|{_LETTER}).", re.DOTALL)
_WORD = re.compile(r"[^\W_]")
_DOTS = re.compile(r"\.{3,}")
_WORD_COST, _MARK_COST = 5, 1
_UNSPACED = re.compile(f"[{UNSPACED}]")
_PARAGRAPH = re.compile(r"(?:p\d+)?")  # one without an id stands for blocks that are left out


class Token(NamedTuple):
    """A word or a sign.

    Attributes:
        form: As it is written, in compatibility form, without invisible characters.
        folded: The form without case and accents.
        letters: The form without case.
        is_word: Whether it has a letter or a digit.
        start: Where it begins, in code points of its text.
        end: Where it ends, exclusive.
        block: The index of its block in the text; 0 in a quotation.
    """

    form: str
    folded: str
    letters: str
    is_word: bool
    start: int
    end: int
    block: int

    @property
    def cost(self) -> int:
        """What it costs to leave it out."""
        return _WORD_COST if self.is_word else _MARK_COST

    @property
    def is_unspaced(self) -> bool:
        """Whether it is a character of a script that is written without spaces between words."""
        return bool(_UNSPACED.search(self.folded))


class ReadText:
    """A text and its tokens, those of its paragraphs first, in one sequence: a quotation can cross their ends."""

    def __init__(self, identifier: str, blocks: Sequence[Block]) -> None:
        """Begin with the blocks that are shown.

        Args:
            identifier: The id of the text.
            blocks: Its blocks in order.
        """
        self.id = identifier
        self.blocks = tuple(blocks)

    @property
    def sequence(self) -> list[int]:
        """Return the indices of its blocks in the order in which they are read: paragraphs first."""
        return sorted(range(len(self.blocks)), key=lambda index: not _PARAGRAPH.fullmatch(self.blocks[index].id))

    @cached_property
    def stream(self) -> tuple[Token, ...]:
        """The tokens."""
        return tuple(token for index in self.sequence for token in self._tokens(index))

    def _tokens(self, index: int) -> list[Token]:
        """Return the tokens of a block as it is shown, at offsets of the block as it is."""
        shown = visible_mapped(self.blocks[index].text)
        tokens = split_tokens(shown.text, index)
        if not shown.is_mapped:
            return tokens
        spans = (shown.span(token.start, token.end) for token in tokens)
        return [token._replace(start=start, end=end) for token, (start, end) in zip(tokens, spans, strict=True)]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The places of each folded token in the stream."""
        places: dict[str, list[int]] = {}
        for place, token in enumerate(self.stream):
            places.setdefault(token.folded, []).append(place)
        return places


def plain_signs(text: str) -> str:
    """Return a text of the same length with one character for each that printers write in several ways."""
    for variants, plain in _PLAIN:
        text = variants.sub(plain, text)
    return text


def split_tokens(text: str, block: int = 0) -> list[Token]:
    """Return the tokens of a text, whose offsets are those of the text as it is given."""
    entities = (Change(start, end, meant, cluster=True) for start, end, meant in find_entities(text))
    decoded = map_changes(text, entities)
    tokens: list[Token] = []
    for match in _TOKEN.finditer(plain_signs(decoded.text)):
        form = _form(match[0])
        start, end = decoded.span(*match.span())
        if form == "-" and tokens and tokens[-1].form == "-" and tokens[-1].end == start:
            tokens[-1] = tokens[-1]._replace(end=end)  # two dashes for one are a difference of typography
        elif form:
            tokens.append(Token(form, fold(form), form.lower(), _has_word(form), start, end, block))
    return tokens


def trim(tokens: Iterable[Token]) -> list[Token]:
    """Return tokens without the punctuation at both ends."""
    trimmed = list(tokens)
    words = [index for index, token in enumerate(trimmed) if token.is_word]
    return trimmed[words[0] : words[-1] + 1] if words else []


def has_length(tokens: Iterable[Token]) -> bool:
    """Return whether tokens are three words, four characters of an unspaced script, or some of each."""
    words = [token for token in tokens if token.is_word]
    characters = sum(token.is_unspaced for token in words)
    return (len(words) - characters) * 4 + characters * 3 >= 12  # noqa: PLR2004 - as above


def words_of(tokens: Iterable[Token]) -> Iterator[str]:
    """Yield the folded words among tokens."""
    return (token.folded for token in tokens if token.is_word)


def _has_word(form: str) -> bool:
    return bool(_WORD.search(unicodedata.normalize("NFKC", form)))


def _form(source: str) -> str:
    if _has_word(source) and not _WORD.search(source):
        return source  # one sign that stands for a word, such as "㎞": the search index does not have it as the word
    form = unicodedata.normalize("NFKC", source)
    if form == "'":
        form = '"'  # single for double quotation marks are a difference of typography
    return "..." if _DOTS.fullmatch(form) else form.replace(_UNSEEN, "")
