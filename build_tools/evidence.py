"""Evidence in hand-written text: `[@id, ¶4]` cites a block of the corpus, `[outside: …]` a work beyond it.

Several places are joined by `;`, a range is `¶4–6`, and words of the block in straight quotation marks
stand where it does not name the entry: `[@id, ¶4: "verbal spat"]`. Code spans are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from build_tools import markup
from build_tools.findings import Finding
from build_tools.model import Document, Entry, Evidence, Mention

_BRACKET = re.compile(r'\[((?:@|outside:)(?:"[^"]*"|[^\]"])*)\]')
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
_PLACE = re.compile(
    r"(?:@(?P<source>[^\s,;:]+)\s*,\s*)?(?:¶\s*(?P<first>\d+)(?:\s*[–-]\s*(?P<last>\d+))?|(?P<role>[a-z][a-z-]*\d*))"
    r'(?:\s*:\s*"(?P<words>[^"]*)")?'
)
_SEPARATOR = re.compile(r';(?=(?:[^"]*"[^"]*")*[^"]*$)')
FORM = 'Write [@source-id, ¶4], [@source-id, ¶4: "words of it"] or [outside: Publisher, YYYY-MM-DD, title].'


@dataclass(frozen=True, slots=True)
class Corpus:
    """What citations are checked against: the documents by id and the entries that each block names.

    What cites a source in `faulty` is not judged: the source has findings of its own to be mended first.
    """

    documents: Mapping[str, Document]
    named: Mapping[tuple[str, str], frozenset[str]]
    faulty: frozenset[str] = frozenset()


def gather_corpus(
    documents: Iterable[Document], mentions: Mapping[str, tuple[Mention, ...]], faulty: Iterable[str] = ()
) -> Corpus:
    """The corpus as evidence needs it: which entries each block names, and which sources are not to be judged."""
    named: dict[tuple[str, str], set[str]] = {}
    for found in mentions.values():
        for mention in found:
            named.setdefault((mention.document, mention.block), set()).add(mention.entry)
    by_id = {one.source.id: one for one in documents}
    return Corpus(by_id, {place: frozenset(ids) for place, ids in named.items()}, frozenset(faulty))


def parse_evidence(bracket: str, line: int = 1) -> tuple[Evidence, ...] | None:
    """The places cited inside one pair of brackets (given without them); None if it is not of the form."""
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
    """Every bracket of evidence in a text, without its brackets, with the line it stands on."""
    for match in _BRACKET.finditer(_CODE.sub(_blank, text)):
        yield match[1], line + text.count("\n", 0, match.start())


def mask_evidence(text: str, sign: str) -> str:
    """A text with every bracket of evidence, and whatever stands in code spans, replaced by a sign or by blanks."""
    return _BRACKET.sub(sign, _CODE.sub(_blank, text))


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def check_evidence(text: str, path: str, line: int, corpus: Corpus, entry: Entry | None = None) -> list[Finding]:
    """Faults of the evidence in a text of the file at `path`: each cited block must exist and bear it out.

    A block bears out a statement if it holds the quoted words or, where `entry` is given, names the entry.
    """
    findings: list[Finding] = []
    for bracket, at in find_evidence(text, line):
        places = parse_evidence(bracket, at)
        if places is None:
            findings.append(Finding(path, at, "evidence-form", f"[{bracket}] cannot be read as evidence", FORM))
        for place in places or ():
            findings.extend(_check_place(place, path, corpus, entry))
    return findings


def _check_place(place: Evidence, path: str, corpus: Corpus, entry: Entry | None) -> Iterator[Finding]:
    if place.source is None or place.source in corpus.faulty:
        return
    document = corpus.documents.get(place.source)
    if document is None:
        close = get_close_matches(place.source, corpus.documents, 1)
        hint = f'Did you mean "@{close[0]}"?' if close else f"Sources: {', '.join(sorted(corpus.documents))}."
        yield Finding(path, place.line, "evidence-source-unknown", f'no source has the id "{place.source}"', hint)
        return
    blocks = {block.id: block for block in document.blocks}
    for block_id in place.blocks:
        if block_id not in blocks:
            message = f'"{place.source}" has no block {_in_words(block_id)}'
            hint = f"Its blocks: {', '.join(_in_words(known) for known in blocks)}."
            yield Finding(path, place.line, "evidence-block-unknown", message, hint)
        elif place.words is not None:
            if " ".join(place.words.split()) not in " ".join(blocks[block_id].text.split()):
                message = f'{_in_words(block_id)} of "{place.source}" does not hold the words "{place.words}"'
                hint = "Copy the words from the page, with its quotation marks and apostrophes."
                yield Finding(path, place.line, "evidence-words-absent", message, hint)
        elif entry is not None and entry.id not in corpus.named.get((place.source, block_id), ()):
            message = f'{_in_words(block_id)} of "{place.source}" does not name {entry.id}'
            hint = f'Quote words of it: [@{place.source}, {_in_words(block_id)}: "…"], or cite another paragraph.'
            yield Finding(path, place.line, "evidence-silent", message, hint)


def _in_words(block_id: str) -> str:
    return f"¶{block_id[1:]}" if block_id[1:].isdigit() else block_id


def render_evidence(text: str, page: str, corpus: Corpus) -> str:
    """A hand-written text with its evidence as links; `page` is the path of its page below docs/."""
    up = "../" * page.count("/")
    code = [match.span() for match in _CODE.finditer(text)]

    def render(match: re.Match[str]) -> str:
        if any(start <= match.start() < end for start, end in code):
            return match[0]
        places = parse_evidence(match[1])
        if places is None:
            return match[0]
        return markup.element("span", "(" + "; ".join(_rendered(place, up, corpus) for place in places) + ")", "evs")

    return _BRACKET.sub(render, text)


def _rendered(place: Evidence, up: str, corpus: Corpus) -> str:
    if place.source is None:
        return markup.element("span", markup.escape(f"outside: {place.outside}"), "outside")
    source = corpus.documents[place.source].source if place.source in corpus.documents else None
    name = (source.short_title or source.title) if source else place.source
    first, last = place.blocks[0], place.blocks[-1]
    where = _in_words(first) if first == last else f"{_in_words(first)}–{last[1:]}"
    words = f"{name}, {where.replace('-', ' ')}"
    return markup.link(words, f"{up}sources/{place.source}.md#{first}", "ev")
