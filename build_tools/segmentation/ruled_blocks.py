"""An editor's decisions laid over a text: each is found by its quotation, exactly once, or is a finding."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from build_tools.model import Ruling, Source
from build_tools.model.findings import Finding
from build_tools.segmentation.proto_blocks import Draft, cut, merge
from build_tools.text.characters import APOSTROPHES, DASHES, QUOTES
from build_tools.text.scripts import is_cjk_character

_ALIKE = str.maketrans(
    dict.fromkeys(APOSTROPHES, "'")
    | dict.fromkeys(QUOTES, '"')
    | dict.fromkeys(DASHES, "-")
    | {"\u00a0": " ", "\u202f": " ", "\u2032": "'", "\u2033": '"'}
)
_MOST_WORDS_SHOWN = 12

Placed = tuple[Ruling, int, int]


def locate(quote: str, after: str | None, text: str) -> list[tuple[int, int]]:
    """Where a quotation stands in a text: every place (start, end), or the first one behind the words `after`.

    White space matches any white space, and a line break may stand between Han or Kana and after a
    hyphen. If `after` itself stands in several places, there is one answer for each.
    """
    pattern = _pattern(quote)
    if not pattern:
        return []
    if after is None:
        return [found.span() for found in pattern.finditer(text)]
    before = _pattern(after)
    starts = [found.end() for found in before.finditer(text)] if before else []
    found = (pattern.search(text, start) for start in starts)
    return sorted({locate_rulings.span() for locate_rulings in found if locate_rulings})


def locate_rulings(source: Source) -> tuple[list[Placed], list[Finding]]:
    """The rulings of a source with their places in its text; those not found exactly once are findings."""
    placed: list[Placed] = []
    findings: list[Finding] = []
    for ruling in source.rulings:
        places = locate(ruling.quote, ruling.after, source.text)
        if len(places) == 1:
            placed.append((ruling, *places[0]))
        elif places:
            findings.append(_ambiguous(source, ruling, places))
        else:
            findings.append(_absent(source, ruling))
    return placed, findings


def reshape(seed: str, drafts: Sequence[Draft], placed: Sequence[Placed]) -> list[Draft]:
    """The drafts after every split and join."""
    cuts = sorted(start for ruling, start, _ in placed if ruling.split)
    whole: list[Draft] = []
    for draft in drafts:
        parts = [draft]
        for at in cuts:
            if draft.start < at < draft.end:
                parts[-1:] = cut(seed, parts[-1], at)
        whole.extend(parts)
    starts = [draft.start for draft in whole]
    joins = {bisect_right(starts, end - 1) - 1 for ruling, _, end in placed if ruling.join}
    result: list[Draft] = []
    parts = []
    for index, draft in enumerate(whole):
        parts.append(draft)
        if index not in joins or index == len(whole) - 1:
            result.append(merge(seed, parts))
            parts = []
    return result


def apply_rulings(source: Source, drafts: Sequence[Draft], placed: Sequence[Placed]) -> Decisions:
    """What the rulings decide about the drafts, by index, with findings for those that cannot hold."""
    decisions = Decisions()
    starts = [draft.start for draft in drafts]
    for ruling, start, end in placed:
        index = bisect_right(starts, start) - 1
        if index < 0 or end > drafts[index].end:
            message = f'the quotation "{_shown(ruling.quote)}" spans more than one block'
            hint = "Quote words of one block, or join the blocks with a ruling of its own: {quote: …, join: next}."
            decisions.findings.append(Finding(source.path, ruling.line, "ruling-across-blocks", message, hint))
            continue
        decisions.take(source.path, ruling, index)
    return decisions


class Decisions:
    """The roles and languages that rulings give to drafts, by index."""

    def __init__(self) -> None:
        self.roles: dict[int, str] = {}
        self.languages: dict[int, str] = {}
        self.findings: list[Finding] = []

    def take(self, path: str, ruling: Ruling, index: int) -> None:
        """Take over a ruling for a draft; a second ruling that says otherwise is a finding."""
        for name, value, taken in (("role", ruling.role, self.roles), ("lang", ruling.lang, self.languages)):
            if value and taken.setdefault(index, value) != value:
                message = f'two rulings give one block the {name} "{taken[index]}" and "{value}"'
                hint = f"Keep one of the two, or split the block with split: here at the words that are {value}."
                self.findings.append(Finding(path, ruling.line, "ruling-conflict", message, hint))


def _pattern(quote: str) -> re.Pattern[str] | None:
    words = quote.split()
    return re.compile(r"\s+".join(map(_word, words))) if words else None


def _word(word: str) -> str:
    """A word as a pattern that a line break may cut where it leaves no blank."""
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
    """A hint with the seed's words that come nearest to a quotation: other signs, or its first words only."""
    alike = quote.translate(_ALIKE).lower()
    lowered = text.translate(_ALIKE).lower()
    if len(lowered) == len(text):
        for found in locate(alike, None, lowered)[:1]:
            exact = " ".join(text[found[0] : found[1]].split())
            return f"The seed has it with other characters; copy this: {exact}"
    for words in _beginnings(quote):
        for start, end in locate(words, None, text)[:1]:
            following = " ".join(text[start : end + 80].split()[:_MOST_WORDS_SHOWN])
            line = text.count("\n", 0, start) + 1
            return f"Copy the words from the seed, character for character. Line {line} reads: {following}"
    return "Copy the words from the seed, character for character; neither their beginning nor their end is in it."


def _beginnings(quote: str) -> Iterator[str]:
    words = quote.split()
    for count in range(len(words) - 1, 0, -1):
        yield " ".join(words[:count])
        yield " ".join(words[-count:])


def _shown(words: str) -> str:
    shown = words.split()
    return " ".join(shown[:_MOST_WORDS_SHOWN]) + (" …" if len(shown) > _MOST_WORDS_SHOWN else "")
