"""What is said of a quotation, with its proof: the words of the raw text at their offsets, and the text's checksum.

Whoever has the raw file can hold each piece against it without any of our code; the manual has a program that does.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from hashlib import sha256
from itertools import groupby

from build_tools.edition.quoting import Answer, QuotedPassage, QuotedText, ReadText
from build_tools.edition.quoting.quotation_tokens import Token
from build_tools.model import Block, Document, Source, block_name
from build_tools.model.findings import pluralise
from build_tools.website.caching import Cache, MemoryCache
from build_tools.website.citations import PERMALINK, Rendered, Site, cite
from build_tools.website.citations.placeholder_numbers import PARAGRAPH_PLACEHOLDER
from build_tools.website.data.quotation_data import quotable_blocks, quotable_documents
from build_tools.website.search.lookup.candidate_texts import check_in_index
from build_tools.website.search.lookup.term_records import TermRecords

MOST = 10
"""The most matches that are named."""

_SPACE_BEFORE_SIGN = re.compile(r" ([,.;:!?)\]])")
_TAG = re.compile(r"<[^>]*>")
_SAID = {
    "exact": "Exact",
    "altered": "Altered: no text has exactly these words",
    "absent": "Not found: no published words of a text are these,"
    " and none of those with the rarest of them has words like them",
    "undecided": "Not decided",
    "short": "Too short: give at least three words, or four Chinese characters",
    "long": "Too long: check it in parts of up to 20,000 characters",
}


@dataclass(frozen=True, slots=True)
class Quotable:
    """The texts of an edition in which quotations are checked.

    Attributes:
        documents: The texts of which words are published, by id.
        texts: The same, split into tokens when they are read, by id.
        terms: The search index, which tells which texts to read.
        site: Where the edition is published.
        language: The language of its citations, a BCP 47 tag.
        commit: The commit that its files are at, or "".
        number_of_texts: How many texts the edition has, those without published words too.
        number_withheld: How many of them are not published in full.
        cache: Keeps the citations of texts, which take seconds to make.
    """

    documents: Mapping[str, Document]
    texts: Mapping[str, ReadText]
    terms: TermRecords
    site: Site
    language: str
    commit: str
    number_of_texts: int
    number_withheld: int
    cache: Cache = field(default_factory=MemoryCache, compare=False)

    def check(self, quotation: str) -> Answer:
        """Return whether the texts have a quotation, and where."""
        return check_in_index(quotation, self.terms, self.texts.__getitem__)


def read_quotable(
    documents: Iterable[Document], terms: TermRecords, site: Site, language: str, commit: str
) -> Quotable:
    """Return the texts of an edition in which quotations are checked.

    Args:
        documents: The texts as they are published.
        terms: The search index of the edition.
        site: Where it is published.
        language: The language of its citations, a BCP 47 tag.
        commit: The commit that its files are at, or "".
    """
    published = tuple(documents)
    withheld = sum(document.source.is_withheld for document in published)
    shown = {document.source.id: document for document in quotable_documents(published)}
    texts = {identifier: ReadText(identifier, quotable_blocks(document)) for identifier, document in shown.items()}
    return Quotable(shown, texts, terms, site, language, commit, len(published), withheld)


def proof_as_json(quotation: str, answer: Answer, quotable: Quotable, most: int = MOST) -> dict[str, object]:
    """Return an answer and its proof as values of JSON.

    Offsets are in code points of the raw file read as UTF-8, the end exclusive.

    Args:
        quotation: The words as they were given.
        answer: What was found.
        quotable: The texts.
        most: The most matches that are named.
    """
    matches = answer.matches[:most]
    cited = [quotable.documents[identifier].source for identifier in dict.fromkeys(match.text.id for match in matches)]
    citations = cite(cited, quotable.site, quotable.language, quotable.cache)
    return {
        "quotation": quotation,
        "answer": answer.state,
        "omissions": answer.has_gaps,
        "texts": {
            "of_the_edition": quotable.number_of_texts,
            "not_published": quotable.number_withheld,
            "read": list(answer.read),
            "unread": answer.unread,
        },
        "edition": {"name": quotable.site.name, "address": quotable.site.url, "commit": quotable.commit},
        "number_of_matches": len(answer.matches),
        "matches": [_match_as_json(match, quotable, citations[match.text.id].styles) for match in matches],
    }


def proof_as_text(answer: Answer, quotable: Quotable) -> str:
    """Return an answer in words, for a person at a terminal."""
    gaps = ", with the omissions marked" if answer.state == "exact" and answer.has_gaps else ""
    lines = [f"{_SAID[answer.state]}{gaps}.{_unread(answer)}"]
    for match in answer.matches[:MOST]:
        document = quotable.documents[match.text.id]
        places = ", ".join(dict.fromkeys(block_name(block.id) for block in _blocks(match)))
        lines += ["", f"{document.source.title} ({match.text.id}), {places}"]
        lines += [f"  {_difference_in_words(passage)}" for passage in match.passages]
        if pieces := [piece for passage in match.passages for piece in _pieces(passage, document)]:
            first, last = pieces[0], pieces[-1]
            lines.append(f"  seeds/{document.source.seed}, characters {first['start']} to {last['end']}")
    more = len(answer.matches) - MOST
    return "\n".join([*lines, *([f"\n{pluralise(more, 'more match', 'more matches')}"] if more > 0 else [])])


def _unread(answer: Answer) -> str:
    if not answer.unread:
        return ""
    texts = pluralise(answer.unread, "more text", "more texts")
    return f" {texts} with all its rarest words {'was' if answer.unread == 1 else 'were'} not read: quote more."


def _match_as_json(match: QuotedText, quotable: Quotable, styles: Iterable[Rendered]) -> dict[str, object]:
    document = quotable.documents[match.text.id]
    source = document.source
    first = _blocks(match)[0]
    address = f"{quotable.site.url}sources/{source.id}/#{first.id}"
    return {
        "text": source.id,
        "title": source.title,
        "address": address,
        "similarity": round(match.similarity, 4),
        **raw_file(source),
        "passages": [
            {
                "exact": passage.is_exact,
                "same_case": passage.has_same_case,
                "blocks": [block.id for block in passage.blocks],
                "words": _as_read(passage, passage.tokens),
                "difference": [] if passage.is_exact else _difference(passage),
                "pieces": _pieces(passage, document),
            }
            for passage in match.passages
        ],
        "citations": {style.style: _citation(style, first, address) for style in styles},
    }


def _blocks(match: QuotedText) -> list[Block]:
    return list(dict.fromkeys(block for passage in match.passages for block in passage.blocks if block.id))


def _pieces(passage: QuotedPassage, document: Document) -> list[dict[str, object]]:
    """Return what a passage is in the raw file: a piece for each run of characters that stand together there."""
    return [
        {"block": block.id, "start": start, "end": end, "words": document.source.text[start:end]}
        for block in passage.blocks
        for start, end in raw_places(block, *passage.span(block))
    ]


def raw_file(source: Source) -> dict[str, str]:
    """Return the raw file of a text and its checksum; nothing where less than all of the text is published."""
    if source.is_withheld:
        return {}
    return {"file": f"seeds/{source.seed}", "sha256": sha256(source.text.encode("utf-8")).hexdigest()}


def raw_places(block: Block, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where characters of a block are in the raw file, run by run, in code points, the end exclusive.

    Args:
        block: The block.
        start: The first character, in code points of the block.
        end: The end, exclusive.
    """
    for span in block.spans:
        low, high = max(start, span.at), min(end, span.at + span.end - span.start)
        if low < high:
            yield span.start + low - span.at, span.start + high - span.at


def _difference(passage: QuotedPassage) -> list[dict[str, str]]:
    """Return the words of the quotation and of the text as runs: kept in both, only quoted, or only in the text."""
    quoted, read = ([token.letters for token in tokens] for tokens in (passage.wanted, passage.tokens))
    runs: list[dict[str, str]] = []
    for kind, first, last, begin, end in SequenceMatcher(None, quoted, read, autojunk=False).get_opcodes():
        if kind == "equal":
            runs.append({"kept": _as_read(passage, passage.tokens[begin:end])})
            continue
        if first < last:
            quoted_forms = " ".join(token.form for token in passage.wanted[first:last])
            runs.append({"quoted": _SPACE_BEFORE_SIGN.sub(r"\1", quoted_forms)})
        if begin < end:
            runs.append({"text": _as_read(passage, passage.tokens[begin:end])})
    return runs


def _as_read(passage: QuotedPassage, tokens: Sequence[Token]) -> str:
    """Return tokens of a text as it has them, with what stands between them."""
    parts = [
        passage.text.blocks[index].text[inside[0].start : inside[-1].end]
        for index, group in groupby(tokens, key=lambda token: token.block)
        if (inside := tuple(group))
    ]
    return " ".join(parts)


def _difference_in_words(passage: QuotedPassage) -> str:
    if passage.is_exact:
        return f"“{_as_read(passage, passage.tokens)}”"
    marks = {"kept": "{}", "quoted": "[not in the text: {}]", "text": "[the text has: {}]"}
    return " ".join(marks[kind].format(words) for run in _difference(passage) for kind, words in run.items())


def _citation(style: Rendered, block: Block, address: str) -> dict[str, str]:
    """Return the citation of a paragraph in a style as plain text: a note, or words in brackets with a reference.

    A block without a number has the reference alone.
    """
    number = block.id.removeprefix("p")
    place = style.place.replace(PARAGRAPH_PLACEHOLDER, number) if number.isdecimal() else ""
    parts = {"note" if style.is_note else "in_text": place, "reference": style.reference}
    return {
        name: html.unescape(_TAG.sub("", words)).replace(PERMALINK, address) for name, words in parts.items() if words
    }
