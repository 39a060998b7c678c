"""Evidence in hand-written text: `[@id, ¶4]` cites a block of the corpus, `[outside: id]` a work beyond it.

Several places are joined by `;`, a range is `¶4–6`, and words of the block in straight quotation marks
stand where it does not name the entry: `[@id, ¶4: "verbal spat"]`. Code is not read. The old form of an outside
work, `[outside: Publisher, YYYY-MM-DD, title]`, is still read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from functools import lru_cache

from build_tools.corpus.front_matter import is_id
from build_tools.model import Evidence
from build_tools.text.prose.code_spans import mask_code

_TOKEN = re.compile(r'\[(?=@|outside:)|["\]]')
_SEPARATOR = re.compile(r'[;"]')
_PLACE = re.compile(
    r"(?:@(?P<source>[^\s,;:]+)\s*,\s*)?"
    r"(?:¶\s*(?P<first>\d{1,6})(?:\s*[–-]\s*(?P<last>\d{1,6}))?|(?P<role>[a-z][a-z-]*\d*))"
    r'(?:\s*:\s*"(?P<words>[^"]*)")?'
)
_QUOTED = re.compile(r'\s*:\s*"[^"]*"')
_LONGEST_RANGE = 1_000
"""The most blocks that a range may cite; what cites more is not evidence."""
FORM = 'Write [@source-id, ¶4], [@source-id, ¶4: "words of it"] or [outside: id-of-a-work].'


def parse_evidence(bracket: str, line: int = 1) -> tuple[Evidence, ...] | None:
    """Read the evidence inside one pair of brackets.

    Args:
        bracket: The text between the brackets, without them.
        line: The line of the file, recorded in each piece of evidence.

    Returns:
        The cited places in order; None if the text is not evidence in a known form.
    """
    if bracket.startswith("outside:"):
        return _outside_works(" ".join(bracket.removeprefix("outside:").split()), line)
    places: list[Evidence] = []
    for part in _split_places(bracket):
        match = _PLACE.fullmatch(part.strip())
        source = match["source"] if match and match["source"] else (places[-1].source if places else None)
        if match is None or source is None:
            return None
        blocks = (match["role"],) if match["role"] else _numbered(match["first"], match["last"])
        if not blocks:
            return None
        places.append(Evidence(source, blocks, match["words"], None, line))
    return tuple(places)


def _outside_works(words: str, line: int) -> tuple[Evidence, ...] | None:
    """Return the works that are cited by their ids, or the one that the words describe in the old form, with commas."""
    works = [part.strip() for part in words.split(";")]
    if all(map(is_id, works)):
        return tuple(Evidence(None, (), None, work, line) for work in works)
    return (Evidence(None, (), None, None, line, words),) if "," in words else None


def _split_places(bracket: str) -> Iterator[str]:
    """Yield the parts between the semicolons that are not inside quotation marks."""
    quotes_left, start = bracket.count('"'), 0
    for match in _SEPARATOR.finditer(bracket):
        if match[0] == '"':
            quotes_left -= 1
        elif quotes_left % 2 == 0:
            yield bracket[start : match.start()]
            start = match.end()
    yield bracket[start:]


def _numbered(first: str, last: str | None) -> tuple[str, ...]:
    """Return the ids of a range of paragraphs, or nothing if it runs backwards or is too long."""
    numbers = range(int(first), int(last or first) + 1)
    return tuple(f"p{number}" for number in numbers) if len(numbers) <= _LONGEST_RANGE else ()


@lru_cache(maxsize=16_384)  # checks, counts and pages ask for those of every text, and a server after every edit
def evidence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return the span of every bracket of evidence that is not in code.

    Returns:
        Start and end (exclusive) in Unicode code points, with the brackets. The spans do not overlap.
    """
    openings: list[tuple[int, int | None]] = []
    next_end: list[int | None] = [None, None]
    parity = 0
    # From the end: a bracket ends at the next "]" with an even number of quotation marks between.
    for match in reversed([*_TOKEN.finditer(mask_code(text))]):
        if match[0] == '"':
            parity ^= 1
        elif match[0] == "]":
            next_end[parity] = match.end()
        else:
            openings.append((match.start(), next_end[parity]))
    spans: list[tuple[int, int]] = []
    for start, end in reversed(openings):
        if end is not None and (not spans or start >= spans[-1][1]):
            spans.append((start, end))
    return tuple(spans)


def find_evidence(text: str, line: int = 1) -> Iterator[tuple[str, int]]:
    """Yield the text of every bracket of evidence, without its brackets, with the line it is on."""
    counted_to = 0
    for start, end in evidence_spans(text):
        line += text.count("\n", counted_to, start)
        counted_to = start
        yield text[start + 1 : end - 1], line


def replace_evidence(text: str, replace: Callable[[str], str]) -> str:
    """Return the text with each bracket of evidence replaced.

    Args:
        text: Markdown.
        replace: Returns what replaces a bracket, which it is given without brackets.
    """
    parts, kept_from = [], 0
    for start, end in evidence_spans(text):
        parts += [text[kept_from:start], replace(text[start + 1 : end - 1])]
        kept_from = end
    return "".join([*parts, text[kept_from:]])


def mask_evidence(text: str, sign: str) -> str:
    """Return the text with each bracket of evidence replaced by `sign`, and code by spaces."""
    return replace_evidence(mask_code(text), lambda _: sign)


def mask_quoted_words(text: str, sources: Container[str]) -> str:
    """Return the text without the quoted words in each bracket of evidence that cites one of these sources."""

    def without_words(bracket: str) -> str:
        is_cited = any(place.source in sources for place in parse_evidence(bracket) or ())
        return f"[{_QUOTED.sub('', bracket) if is_cited else bracket}]"

    return replace_evidence(text, without_words)
