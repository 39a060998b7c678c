"""Apply an editor's rulings to a text: each is located by its quotation, exactly once, or is a finding."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from build_tools.model import Ruling, Source
from build_tools.model.findings import Finding
from build_tools.segmentation.proto_blocks import Composer, ProtoBlock
from build_tools.text.characters import APOSTROPHES, DASHES, QUOTES
from build_tools.text.scripts import is_cjk_character

_PLAIN = str.maketrans(
    dict.fromkeys(APOSTROPHES, "'")
    | dict.fromkeys(QUOTES, '"')
    | dict.fromkeys(DASHES, "-")
    | {"\u00a0": " ", "\u202f": " ", "\u2032": "'", "\u2033": '"'}
)
_HYPHEN_AT_BREAK = re.compile(r"[-‐][^\S\n]*\n")
_MOST_NOTES = 10  # blocks that a block may go on behind
_MOST_WORDS_SHOWN = 12
_MOST_WORDS_SOUGHT = 50  # of a quotation that the text does not have

PlacedRuling = tuple[Ruling, int, int]
"""A ruling with the start and end (exclusive) of its quotation in the seed, in code points."""


def locate(quote: str, after: str | None, text: str) -> list[tuple[int, int]]:
    """Find a quotation in a text.

    White space matches any white space, and a line break may come between Han or Kana and after a hyphen.

    Args:
        quote: The words to find.
        after: Words that come before them, or None.
        text: The text to search.

    Returns:
        The (start, end) of every match, in code points, end exclusive; with `after`, of the first match
        after each occurrence of those words.
    """
    return _locate(quote, after, text) or (
        _locate(quote, after, text, divided=True) if _HYPHEN_AT_BREAK.search(text) else []
    )


def _locate(quote: str, after: str | None, text: str, *, divided: bool = False) -> list[tuple[int, int]]:
    pattern = _pattern(quote, divided=divided)
    if not pattern:
        return []
    if after is None:
        return [match.span() for match in pattern.finditer(text)]
    before = _pattern(after)
    starts = [match.end() for match in before.finditer(text)] if before else []
    matches = (pattern.search(text, start) for start in starts)
    return sorted({match.span() for match in matches if match})


def locate_like(line: str, text: str) -> list[tuple[int, int]]:
    """Find the lines that differ from a line in their numbers only, and in their white space."""
    parts = re.split(r"(\d+|\s+)", line.strip())
    inner = "".join(
        r"\d+" if part.isdecimal() else r"[^\S\n]+" if part.isspace() else re.escape(part) for part in parts if part
    )
    pattern = re.compile(rf"^[^\S\n]*({inner})[^\S\n]*$", re.MULTILINE)
    return [match.span(1) for match in pattern.finditer(text)] if inner else []


def locate_rulings(source: Source) -> tuple[list[PlacedRuling], list[Finding]]:
    """Locate the rulings of a source in its text; a quotation not found exactly once gives a finding."""
    placed: list[PlacedRuling] = []
    findings: list[Finding] = []
    for ruling in source.rulings:
        if ruling.like:
            lines = locate_like(ruling.quote, source.text)
            placed += [(ruling, start, end) for start, end in lines]
            findings += [] if lines else [_unlike(source, ruling)]
            continue
        places = locate(ruling.quote, ruling.after, source.text)
        if len(places) == 1:
            placed.append((ruling, *places[0]))
        elif places:
            findings.append(_ambiguous(source, ruling, places))
        else:
            findings.append(_absent(source, ruling))
    return placed, findings


def reshape(composer: Composer, blocks: Sequence[ProtoBlock], placed: Sequence[PlacedRuling]) -> list[ProtoBlock]:
    """Return the blocks after every split and join that editors ruled; a line that a pattern rules is a block."""
    cuts = sorted(
        {start for ruling, start, _ in placed if ruling.split or ruling.like}
        | {end for ruling, _, end in placed if ruling.like}
    )
    cut_blocks: list[ProtoBlock] = []
    for block in blocks:
        parts = [block]
        for offset in cuts:
            if block.start < offset < block.end:
                parts[-1:] = composer.cut(parts[-1], offset)
        cut_blocks.extend(parts)
    starts = [block.start for block in cut_blocks]
    joins = {_block_at(cut_blocks, starts, end - 1) for ruling, _, end in placed if ruling.join}
    joined: list[ProtoBlock] = []
    parts = []
    for index, block in enumerate(cut_blocks):
        parts.append(block)
        if index not in joins or index == len(cut_blocks) - 1:
            joined.append(composer.merge(parts))
            parts = []
    return joined


def apply_rulings(source: Source, blocks: Sequence[ProtoBlock], placed: Sequence[PlacedRuling]) -> Decisions:
    """Return what the rulings decide about the blocks, with a finding for each that cannot be applied."""
    decisions = Decisions()
    starts = [block.start for block in blocks]
    for ruling, start, end in placed:
        index = _block_at(blocks, starts, start)
        if index < 0 or end > blocks[index].end:
            message = f'the quotation "{_shown(ruling.quote)}" spans more than one block'
            hint = "Quote words of one block, or join the blocks with a ruling of its own: {quote: …, join: next}."
            decisions.findings.append(Finding(source.path, ruling.line, "ruling-across-blocks", message, hint))
            continue
        decisions.add(source.path, ruling, index)
    return decisions


def _block_at(blocks: Sequence[ProtoBlock], starts: Sequence[int], offset: int) -> int:
    """Return the index of the block that has an offset of the seed, or of the last one before it; -1 without one.

    A block may go on behind the next, as a paragraph does behind a note at the foot of a page.
    """
    index = bisect_right(starts, offset) - 1
    for before in range(index, max(-1, index - _MOST_NOTES), -1):
        if offset < blocks[before].end:
            return before
    return index


class Decisions:
    """The roles and languages that rulings give to blocks, by the index of the block."""

    def __init__(self) -> None:
        self.roles: dict[int, str] = {}
        self.languages: dict[int, str] = {}
        self.findings: list[Finding] = []

    def add(self, path: str, ruling: Ruling, index: int) -> None:
        """Add a ruling for the block at `index`; one that contradicts an earlier ruling gives a finding."""
        for field, value, ruled in (("role", ruling.role, self.roles), ("lang", ruling.lang, self.languages)):
            if value and ruled.setdefault(index, value) != value:
                message = f'two rulings give one block the {field} "{ruled[index]}" and "{value}"'
                hint = f"Keep one of the two, or split the block with split: here at the words that are {value}."
                self.findings.append(Finding(path, ruling.line, "ruling-conflict", message, hint))


def _pattern(quote: str, *, divided: bool = False) -> re.Pattern[str] | None:
    words = quote.split()
    if divided:
        return re.compile(r"\s+".join(map(_divided_word, words))) if words else None
    return re.compile(r"\s+".join(map(_word, words))) if words else None


def _divided_word(word: str) -> str:
    """Return the pattern of a word that the end of a line may divide."""
    return r"(?:[-‐]\s*\n\s*)?".join(map(re.escape, word))


def _word(word: str) -> str:
    """Return the pattern of a word, which a line break may cut where it leaves no space."""
    parts = []
    for character, following in zip(word, [*word[1:], ""], strict=True):
        parts.append(re.escape(character))
        between_han = is_cjk_character(character) and following and is_cjk_character(following)
        if between_han or (character in "-‐–—" and following.isalpha()):
            parts.append(r"\s*")
    return "".join(parts)


def _ambiguous(source: Source, ruling: Ruling, places: Sequence[tuple[int, int]]) -> Finding:
    lines = ", ".join(str(source.text.count("\n", 0, start) + 1) for start, _ in places[:3])
    more = " and more" if len(places) > 3 else ""  # noqa: PLR2004
    message = f'"{_shown(ruling.quote)}" appears {len(places)} times in {source.seed} (lines {lines}{more})'
    if ruling.after is None:
        hint = 'Quote more words, or add after: "words that come before the right place".'
    else:
        hint = f'The words after: "{_shown(ruling.after)}" appear several times too: quote more of them.'
    return Finding(source.path, ruling.line, "ruling-ambiguous", message, hint)


def _unlike(source: Source, ruling: Ruling) -> Finding:
    message = f'no line of {source.seed} is like "{_shown(ruling.quote)}"'
    hint = "Copy a whole line of the seed: the lines that differ from it in their numbers only are ruled with it."
    return Finding(source.path, ruling.line, "ruling-absent", message, hint)


def _absent(source: Source, ruling: Ruling) -> Finding:
    message = f'"{_shown(ruling.quote)}" is not in {source.seed}'
    if ruling.after is not None:
        where = "are not there" if not locate(ruling.after, None, source.text) else "are there, but not before it"
        message += f' after "{_shown(ruling.after)}"'
        if locate(ruling.quote, None, source.text):
            hint = f'The quotation is in the text; the words after: "{_shown(ruling.after)}" {where}.'
            return Finding(source.path, ruling.line, "ruling-absent", message, hint)
    return Finding(source.path, ruling.line, "ruling-absent", message, _nearest(source.text, ruling.quote))


def _nearest(text: str, quote: str) -> str:
    """Return a hint with the seed's words nearest to a quotation: with other characters, or its first words only."""
    plain_quote = quote.translate(_PLAIN).lower()
    plain_text = text.translate(_PLAIN).lower()
    if len(plain_text) == len(text):
        for start, end in locate(plain_quote, None, plain_text)[:1]:
            exact = " ".join(text[start:end].split())
            return f"The seed has it with other characters; copy this: {exact}"
    if part := _longest_part(quote, text):
        start, end = part
        following = " ".join(text[start : end + 80].split()[:_MOST_WORDS_SHOWN])
        line = text.count("\n", 0, start) + 1
        return f"Copy the words from the seed, character for character. Line {line} reads: {following}"
    return "Copy the words from the seed, character for character; neither their beginning nor their end is in it."


def _longest_part(quote: str, text: str) -> tuple[int, int] | None:
    """Return the first place of the longest beginning or end of a quotation that the text has, if it has any."""
    words = quote.split()

    def place(count: int) -> tuple[int, int] | None:
        parts = (" ".join(words[:count]), " ".join(words[-count:]))
        return next((places[0] for part in parts if (places := locate(part, None, text))), None)

    # A text that has so many words of it also has fewer, so the longest part is looked for by halves.
    fewest, most = 0, min(len(words) - 1, _MOST_WORDS_SOUGHT)
    while fewest < most:
        middle = (fewest + most + 1) // 2
        if place(middle):
            fewest = middle
        else:
            most = middle - 1
    return place(fewest) if fewest else None


def _shown(words: str) -> str:
    shown = words.split()
    return " ".join(shown[:_MOST_WORDS_SHOWN]) + (" …" if len(shown) > _MOST_WORDS_SHOWN else "")
