"""Evidence in hand-written text: `[@id, ¶4]` cites a block of the corpus, `[outside: …]` a work beyond it.

Several places are joined by `;`, a range is `¶4–6`, and words of the block in straight quotation marks
stand where it does not name the entry: `[@id, ¶4: "verbal spat"]`. Code spans are not read.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from build_tools.model import Evidence

_BRACKET = re.compile(r'\[((?:@|outside:)(?:"[^"]*"|[^\]"])*)\]')
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
_PLACE = re.compile(
    r"(?:@(?P<source>[^\s,;:]+)\s*,\s*)?(?:¶\s*(?P<first>\d+)(?:\s*[–-]\s*(?P<last>\d+))?|(?P<role>[a-z][a-z-]*\d*))"
    r'(?:\s*:\s*"(?P<words>[^"]*)")?'
)
_SEPARATOR = re.compile(r';(?=(?:[^"]*"[^"]*")*[^"]*$)')
_QUOTED = re.compile(r'\s*:\s*"[^"]*"')
FORM = 'Write [@source-id, ¶4], [@source-id, ¶4: "words of it"] or [outside: Publisher, YYYY-MM-DD, title].'


def parse_evidence(bracket: str, line: int = 1) -> tuple[Evidence, ...] | None:
    """Read the evidence inside one pair of brackets.

    Args:
        bracket: The text between the brackets, without them.
        line: The line of the file, recorded in each piece of evidence.

    Returns:
        The cited places in order; None if the text is not evidence in a known form.
    """
    if bracket.startswith("outside:"):
        work = " ".join(bracket.removeprefix("outside:").split())
        return (Evidence(None, (), None, work, line),) if work else None
    places: list[Evidence] = []
    for part in _SEPARATOR.split(bracket):
        match = _PLACE.fullmatch(part.strip())
        source = match["source"] if match and match["source"] else (places[-1].source if places else None)
        if match is None or source is None:
            return None
        blocks = (match["role"],) if match["role"] else _numbered(match["first"], match["last"])
        places.append(Evidence(source, blocks, match["words"], None, line))
    return tuple(places)


def _numbered(first: str, last: str | None) -> tuple[str, ...]:
    return tuple(f"p{number}" for number in range(int(first), int(last or first) + 1))


def find_evidence(text: str, line: int = 1) -> Iterator[tuple[str, int]]:
    """Yield the text of every bracket of evidence, without its brackets, with the line it is on."""
    for match in _BRACKET.finditer(_CODE.sub(_as_spaces, text)):
        yield match[1], line + text.count("\n", 0, match.start())


def mask_evidence(text: str, sign: str) -> str:
    """Return the text with each bracket of evidence replaced by `sign`, and each code span by spaces."""
    return _BRACKET.sub(sign, _CODE.sub(_as_spaces, text))


def mask_quoted_words(text: str, sources: Container[str]) -> str:
    """Return the text without the quoted words in each bracket of evidence that cites one of these sources."""

    def masked(match: re.Match[str]) -> str:
        is_cited = any(place.source in sources for place in parse_evidence(match[1]) or ())
        return _QUOTED.sub("", match[0]) if is_cited else match[0]

    return _BRACKET.sub(masked, text)


def _as_spaces(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])
