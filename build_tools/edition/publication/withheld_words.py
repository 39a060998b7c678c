"""Find runs of words of withheld texts in other writing, and leave them out of it.

Editors may repeat the words of a text anywhere. A run of them as long as `SHORTEST` says is no longer a name or a
turn of phrase; it is left out unless it is published anyway: in an excerpt, in a title, in the name of an entry, in a
text that is published in full. Words are compared folded; signs, spaces and markup between them do not count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from build_tools.edition.publication.words import Span
from build_tools.text.characters import APOSTROPHES, INVISIBLE, combining_marks
from build_tools.text.folding import fold
from build_tools.text.scripts import EAST_ASIAN, SPACELESS

SHORTEST = (5, 8)
"""The length of a run from which on it is left out: in words, and in letters of scripts without spaces or of Hangul."""

SHORTEST_IN_REPORTS = (3, 5)
"""The same for reports on changes and checks, which need no turns of phrase."""

_LETTER = f"[{EAST_ASIAN}{SPACELESS}]"
_PART = rf"(?:(?!{_LETTER})[^\W_]|[{combining_marks()}{INVISIBLE}])"
# "U.S." is the same word as "US". The ending of "Russia's" is read both as a word and as none.
_TOKEN = re.compile(
    rf"(?P<letter>{_LETTER})|(?P<initials>(?<![^\W_])(?:[^\W\d_]\.)+[^\W\d_](?!{_PART}))"
    rf"|(?P<possessive>(?<=[^\W_])[{APOSTROPHES}][sS](?!{_PART}))|{_PART}+"
)
# What readers do not see between two words: the target of a link, an attribute list, evidence, a tag, a reference.
_UNSEEN = re.compile(
    r"\]\([^)\s]*(?:\s\"[^\"]*\")?\)|\{:?[ ]?[.#][^}]*\}|\[@[a-z0-9-]+, [^\]:]*\]"
    r"|\[outside: ?[a-z0-9; -]*\]|</?[A-Za-z][^>]*>|&#?\w+;"
)
_MARKUP = re.compile(r"[\w*`#|<>\[\](){}\\~=&]|\n\s*\n")
_ELLIPSIS = "…"

_IDENTIFIERS = frozenset(
    [
        "id",
        "path",
        "source",
        "block",
        "document",
        "entry",
        "entries",
        "seed",
        "url",
        "lang",
        "languages",
        "kind",
        "state",
        "rule",
        "code",
        "role",
        "former_ids",
        "related",
        "broader",
        "about",
        "not_in_sources",
        "notation",
        "place",
        "participants",
        "organisation",
        "speaker",
        "work",
        "read_through",
        "archived",
        "translated_title",
        "turning_points",
        "statement",
        "notice",
        "pref_label",
        "alt_labels",
        "short_labels",
        "shared_labels",
        "hidden_labels",
        "search_labels",
        "not_within",
    ]
)
"""Fields that hold ids, names or bibliographic facts, which are never left out."""

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class _Token:
    form: str
    start: int
    end: int
    is_letter: bool
    is_possessive: bool


class WithheldWords:
    """The words of withheld texts, to be found in other writing."""

    def __init__(self, withheld: Iterable[str], published: Iterable[str], shortest: tuple[int, int] = SHORTEST) -> None:
        """Note the runs of the withheld texts that are not published.

        Args:
            withheld: The blocks of withheld texts, whole.
            published: What is published of any text, and names.
            shortest: The length of a run, as `SHORTEST`.
        """
        self._words, self._letters = shortest
        self._runs = self._all_runs(withheld) - self._all_runs(published)

    def _all_runs(self, texts: Iterable[str]) -> set[tuple[str, ...]]:
        return {run for text in texts for tokens in _readings(text) for run, _ in self._runs_of(tokens)}

    def spans(self, text: str) -> tuple[Span, ...]:
        """Return the span of each run of withheld words in a text, in code points, none overlapping."""
        if not self._runs:
            return ()
        touched = sorted(
            (tokens[first].start, tokens[first + len(run) - 1].end)
            for tokens in _readings(text)
            for run, first in self._runs_of(tokens)
            if run in self._runs
        )
        spans: list[Span] = []
        for start, end in touched:
            if spans and start <= spans[-1][1]:
                first, last = spans.pop()
                spans.append((first, max(last, end)))
            else:
                spans.append((start, end))
        return tuple(spans)

    def left_out_of(self, text: str) -> str:
        """Return a text without the withheld words: an ellipsis for each run of them; markup between them stays."""
        for start, end in reversed(self.spans(text)):
            text = text[:start] + _emptied(text[start:end]) + text[end:]
        return text

    def _runs_of(self, tokens: list[_Token]) -> Iterator[tuple[tuple[str, ...], int]]:
        """Yield each run of the shortest length, with the number of its first word."""
        for first in range(len(tokens) - min(self._words, self._letters) + 1):
            length = self._words
            if any(token.is_letter for token in tokens[first : first + length]):
                length = self._letters
            if first + length <= len(tokens):
                yield tuple(token.form for token in tokens[first : first + length]), first


def change_strings(value: _Value, change: Callable[[str], str]) -> _Value:
    """Return a value with every string in it changed, except ids, names and bibliographic facts.

    Args:
        value: A string, a tuple, a map or a frozen dataclass, of such values.
        change: Returns the new string.
    """
    changed: Any = value
    if isinstance(value, str):
        changed = change(value)
    elif isinstance(value, tuple):
        changed = tuple(change_strings(item, change) for item in value)
    elif isinstance(value, dict):
        changed = {key: change_strings(item, change) for key, item in value.items()}
    elif is_dataclass(value) and not isinstance(value, type):
        old = {field.name: getattr(value, field.name) for field in fields(value) if field.name not in _IDENTIFIERS}
        new = {name: change_strings(item, change) for name, item in old.items()}
        differing = {name: item for name, item in new.items() if item != old[name]}
        changed = replace(value, **differing) if differing else value
    return changed  # type: ignore[no-any-return] # it is of the same type as the value


def strings(value: object) -> Iterator[str]:
    """Yield the strings in a value that `change_strings` would change."""
    collected: list[str] = []

    def collect(text: str) -> str:
        collected.append(text)
        return text

    change_strings(value, collect)
    yield from collected


def _readings(text: str) -> Iterator[list[_Token]]:
    """Yield the words of a text with the ending of a possessive as a word, and without it."""
    tokens = list(_tokens(text))
    yield tokens
    if any(token.is_possessive for token in tokens):
        yield [token for token in tokens if not token.is_possessive]


def _tokens(text: str) -> Iterator[_Token]:
    """Yield the words of a text, and single letters of scripts without spaces; what readers do not see is skipped."""
    seen = _UNSEEN.sub(
        lambda match: "]" + " " * (len(match[0]) - 1) if match[0][0] == "]" else " " * len(match[0]), text
    )
    for match in _TOKEN.finditer(seen):
        form = fold(match[0].replace(".", ""))
        if form:
            yield _Token(form, match.start(), match.end(), match.lastgroup == "letter", match.lastgroup == "possessive")


def _emptied(run: str) -> str:
    """Return a run with an ellipsis for its words; the markup between them stays, so that it keeps its pairs."""
    kept: list[str] = []
    at = 0
    tokens = list(_tokens(run))
    for token in tokens:
        between = run[at : token.start]
        kept += [between, _ELLIPSIS] if not kept or _MARKUP.search(between) else []
        at = token.end
    return "".join(kept)
