"""Recognise who speaks: the speakers of transcripts, debates and plays, and the dash that opens a line of dialogue.

A name with a colon begins a speech: in capitals ("MR. SMITH:"), or where it begins several lines. A name in capitals
with a full stop or a dash ("HELENE. Come!", "LE GUIDE, bas. -- Venez.") does where it or another such name comes again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from build_tools.segmentation.roles.genres.answers import lines_of_answers
from build_tools.segmentation.roles.genres.casts import cast_names, is_stage_division
from build_tools.segmentation.roles.line_classifiers import begins_capital, ends_sentence, is_capitals

_WITH_COLON = re.compile(r"([^\s:：][^:：\n]{0,50}?)\s?(?::\s|：|:$)")
_IN_CAPITALS = re.compile(
    r"((?:[^\W\d_]|[.'’ -]){2,40}?)"  # the name
    r"(?:[.:](?:--|—|–)\s?|(?:(?:, ?[^.:\n]{1,60}| ?\([^()\n]{1,60}\))?[.:]? ?(?:--|—|–)"  # a direction, a dash
    r"|\. ?\([^()\n]{1,60}\)\.?| ?\([^()\n]{1,60}\)[.:]|\.)\s+)(?=[^\W_]|[¡¿«“\"'(—–_-])"
)
_SAID = re.compile(
    r"(?P<name>[^\W\d_][^.:：,()（）\n—–-]{0,40}?)"
    r"\s?(?:[(（][^()（）\n]{1,60}[)）]\s?|, [^.:\n]{1,60})?(?:[.:：]\s?(?:--|—|–)?|--|—|–)\s*(?=\S)"
)
_IN_ITALICS = re.compile(r"_(?P<name>[^\W\d_](?:[^\W\d_]|[.'’ -]){0,40}?)[.:]?_[.:]?\s+(?=[^\s_])")
_MARKS = "○◯●◎"
_MARKED = re.compile(r"[○◯●◎]\s?(?=[^\W\d_])[^:：\n]{1,30}(?:[:：]|\s{2,})")
_ROMAN = re.compile(r"[IVXLCM]+")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_BRACKETS = re.compile(r"\s?[(（][^()（）]*[)）]$")
_LONGEST_NAME = 56  # code points, what separates it included
_MOST_WORDS = 5
_MOST_SMALL_WORDS = 1  # "La señora Alcaldesa", where it comes again
_TWICE = 2
_TRANSCRIPT = 4  # lines with names that come again show that a name that comes once is a speaker's too
_ANSWERS = frozenset({"Q", "A"})
_ALONE = re.compile(r"(_?)((?:[^\W\d_]|[.'’ &-]){1,40}?)[.:]?(_?)[.:]?")
_ATTRIBUTION_WORDS = 6

_DASH = re.compile(r"(?:--+|[—―])\s?(?=\S)|[–-]\s(?=\S)")
_DASHES = frozenset("-–—―")
_LIST_DASH = re.compile(r"[–-]\s")
_LIVELY = 0.2  # of the lines after a dash, so many ask or exclaim in dialogue
_CLOSED = 0.8  # and so many end a sentence
_SPEECH_ENDS = "?!…"
_CLOSERS = "\"'”’»›)]_*"


class Speakers:
    """The speakers of one text."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Count the names with which the lines of the text begin."""
        lines = list(texts)
        with_colon = [(text, name) for text in lines if (name := _name_with_colon(text))]
        in_capitals = [(text, name) for text in lines if (name := _name_in_capitals(text))]
        self._with_colon, self._in_capitals = dict(with_colon), dict(in_capitals)
        self._count = Counter(_plain(name) for _, name in with_colon)
        self._capitals = Counter(name for _, name in in_capitals)
        self._honorifics = {name.split()[0] for name, times in self._count.items() if times >= _TWICE and " " in name}
        self._alone = _names_that_return(lines)
        self._certain = _lines_of_cast(lines) | lines_of_answers(lines) | _lines_in_italics(lines)
        self._lines = lines
        self._plays = sum(count for count in self._capitals.values() if count >= _TWICE) > _TWICE

    def may_open(self, text: str) -> bool:
        """Return whether a line begins as those do that begin with a speaker's name."""
        named = text in self._with_colon or text in self._in_capitals or text in self._certain
        return named or text[0] in _MARKS

    def opens(self, text: str, *, apart: bool) -> bool:
        """Return whether a line begins with a speaker's name.

        Args:
            text: The line.
            apart: Whether the line before it is certainly complete.
        """
        if (text[0] in _MARKS and _MARKED.match(text)) or (apart and text in self._certain):
            return True
        name = self._with_colon.get(text, "")
        if name and not any(word[0].islower() for word in name.split()):
            if is_capitals(name) or name in _ANSWERS or self._count[_plain(name)] > (1 if apart else 2):
                return True
        elif name and apart and self._count[_plain(name)] >= _TWICE:
            return True
        return apart and self._plays and text in self._in_capitals

    def part(self, text: str, before: str) -> bool:
        """Return whether a line of a play begins another part of it: a speaker's name, or what stands below one."""
        if text in self._alone or before in self._alone:
            return True
        return self._plays and text in self._in_capitals

    def speaks(self, text: str) -> bool:
        """Return whether a block is a speech: a speaker's name, and what is said."""
        if text in self._certain:
            return True
        name = self._with_colon.get(text, "")
        once = bool(name) and self._count[_plain(name)] < _TWICE
        if once and not (self._come_again and ends_sentence(text)):
            return False
        if (
            once
            and (self._come_again >= _TRANSCRIPT or name.split()[0].upper() in self._honorifics or self._on_stage)
            and not any(word[0].islower() for word in name.split())
        ):
            return bool(text[len(name) :].strip(" :："))
        if name and not text[len(name) :].lstrip(" :："):
            return False
        if not self.opens(text, apart=True):
            return False
        return (
            bool(name or _MARKED.match(text))
            or ends_sentence(text)
            or self._capitals[self._in_capitals[text]] >= _TWICE
        )

    @cached_property
    def _on_stage(self) -> bool:
        """Return whether the text is divided as plays are."""
        return any(map(is_stage_division, self._lines))

    @cached_property
    def _come_again(self) -> int:
        """Return how many lines begin with a name that begins several."""
        return sum(count for count in (*self._count.values(), *self._capitals.values()) if count >= _TWICE)


def _lines_of_cast(lines: list[str]) -> frozenset[str]:
    """Return the lines that begin with the name of someone whom the list of a play names, and go on."""
    names = cast_names(lines)
    if not names:
        return frozenset()
    return frozenset(text for text in lines if (said := _SAID.match(text)) and said["name"].strip().upper() in names)


def _lines_in_italics(lines: list[str]) -> frozenset[str]:
    """Return the lines that begin with a name in italics, as many plays set a speaker's: two such names come again."""
    named = [(text, name["name"]) for text in lines if text[0] == "_" and (name := _IN_ITALICS.match(text))]
    count = Counter(name for _, name in named)
    again = [name for name, times in count.items() if times >= _TWICE]
    capitals = all(map(begins_capital, count))
    if len(again) < _TWICE or not capitals:
        return frozenset()
    cast = cast_names(lines)
    sure = {*again, *(name for name in count if name.upper() in cast)}
    return frozenset(text for text, name in named if name in sure)


def _names_that_return(lines: list[str]) -> frozenset[str]:
    """Return the lines that are a speaker's name alone: several such names come again and again."""
    alone = Counter(text for text in lines if name_alone(text))
    again = {text: count for text, count in alone.items() if count >= _TWICE}
    return frozenset(again) if len(again) >= _TWICE and sum(again.values()) >= _TRANSCRIPT else frozenset()


def name_alone(text: str) -> str:
    """Return the name that is all of a line, as plays set a speaker's; "" if it is none."""
    if len(text) >= _LONGEST_NAME or not (text[0] == "_" or text.isupper()):
        return ""
    match = _ALONE.fullmatch(text)
    if not match or bool(match[1]) != bool(match[3]):
        return ""
    name = match[2].strip(" .")
    marked = bool(match[1]) or is_capitals(name)
    return name if marked and begins_capital(name) and len(name.split()) < _MOST_WORDS else ""


def is_attribution(text: str) -> bool:
    """Return whether a line names, after a dash, whose words stand before it: "--LONGFELLOW."."""
    dash = _DASH.match(text) if text[0] in _DASHES else None
    if not dash:
        return False
    words = text[dash.end() :].strip("_.*").split()
    if is_capitals(text) and len(words) <= _MOST_WORDS + _ATTRIBUTION_WORDS:
        return True
    names = [word for word in words if begins_capital(word)]
    few = 0 < len(words) <= _ATTRIBUTION_WORDS and text.rstrip(_CLOSERS)[-1:] not in _SPEECH_ENDS and ".." not in text
    return few and len(names) * 2 > len(words) and not re.search(r"\w[,;] \w+ed\b|[.?!] \w", text[dash.end() :])


class Dialogue:
    """Tells the lines of dialogue of one text, which a dash opens, from items of a list."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Judge by all lines with a dash that may be a bullet whether they are spoken."""
        dashed = [text for text in texts if text[0] in _DASHES and _LIST_DASH.match(text)]
        lively = sum(text.rstrip(_CLOSERS)[-1:] in _SPEECH_ENDS for text in dashed)
        closed = sum(map(ends_sentence, dashed))
        self._spoken = bool(dashed) and lively >= _LIVELY * len(dashed) and closed >= _CLOSED * len(dashed)

    def opens(self, text: str) -> bool:
        """Return whether a block is a line of dialogue."""
        if text[0] not in _DASHES:
            return False
        if _LIST_DASH.match(text):
            return self._spoken
        return _DASH.match(text) is not None and not is_attribution(text)


def _plain(name: str) -> str:
    """Return a name in capitals, without a direction in brackets."""
    return _BRACKETS.sub("", name).upper()


def _name_with_colon(text: str) -> str:
    """Return what stands before a line's first colon if it looks like a name: few words, nearly each with a capital."""
    if text.find(":", 0, _LONGEST_NAME) < 0 and text.find("：", 0, _LONGEST_NAME) < 0:
        return ""
    speaker = _WITH_COLON.match(text)
    if not speaker:
        return ""
    words = _BRACKETS.sub("", speaker[1]).split()
    if len(words) > _MOST_WORDS or not words or not all(word[0].isalpha() for word in words):
        return ""
    small = sum(word[0].islower() for word in words)
    if small and (small > _MOST_SMALL_WORDS or words[0][0].islower() or words[-1][0].islower()):
        return ""
    return speaker[1]


def _name_in_capitals(text: str) -> str:
    """Return the name in capitals with which a line of a play begins, behind which a stop or a dash stands."""
    if text[1:2].islower() or not (text[:2].isupper() or text[:_LONGEST_NAME].split(maxsplit=1)[0].isupper()):
        return ""
    match = _IN_CAPITALS.match(text)
    if not match or is_stage_division(text):
        return ""
    name = match[1].strip()
    words = name.rstrip(".").split()
    if not is_capitals(name) or len(words) > _MOST_WORDS or _ROMAN.fullmatch(words[0]) or _INITIAL.fullmatch(words[-1]):
        return ""
    return name if any(map(str.islower, text[match.end() :])) else ""
