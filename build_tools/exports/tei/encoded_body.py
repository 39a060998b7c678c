"""The body of a text in TEI: sections, and in them an element for each block, chosen by its role and by its place.

Some elements may only open or close a division, such as `byline` and `signed`; elsewhere a block of that role is an
`ab` whose type says what it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby, takewhile

from build_tools.exports.tei.named_things import thing_id
from build_tools.exports.tei.sections import Section, sections_of
from build_tools.exports.tei.xml_writing import attributes, xml_text
from build_tools.model import Block, Document, Entry, Mention

_ANYWHERE = {
    "caption": "<figure><head{0}>{1}</head></figure>",
    "illustration": "<figure><p{0}>{1}</p></figure>",
    "footnote": '<note place="foot"{0}>{1}</note>',
    "endnote": '<note place="end"{0}>{1}</note>',
    "author-note": '<note type="author-note"{0}>{1}</note>',
    "publisher-note": '<note type="publisher-note"{0}>{1}</note>',
    "rights": '<note type="rights"{0}>{1}</note>',
}
_OPENING = {
    "title": '<head type="main"{0}>{1}</head>',
    "subtitle": '<head type="sub"{0}>{1}</head>',
    "heading": "<head{0}>{1}</head>",
    "byline": "<byline{0}>{1}</byline>",
    "dateline": "<dateline{0}>{1}</dateline>",
    "salutation": "<salute{0}>{1}</salute>",
    "epigraph": "<epigraph><p{0}>{1}</p></epigraph>",
}
_WITHIN = {
    "paragraph": "<p{0}>{1}</p>",
    "list-item": "<item{0}>{1}</item>",
    "verse": "<l{0}>{1}</l>",
    "quote": "<quote{0}>{1}</quote>",
    "table": "<row><cell{0}>{1}</cell></row>",
}
_CLOSING = {
    "closing": "<closer{0}>{1}</closer>",
    "signature": "<signed{0}>{1}</signed>",
    "postscript": "<postscript><p{0}>{1}</p></postscript>",
    "byline": "<byline{0}>{1}</byline>",
    "dateline": "<dateline{0}>{1}</dateline>",
}
_GROUPS = {"list-item": "list", "verse": "lg", "table": "table"}
_SPOKEN = frozenset({"speech", "dialogue", "verse", "paragraph"})
_IN_SPEECHES = "<p{0}>{1}</p>"
_OTHER = '<ab type="{2}"{0}>{1}</ab>'
_NOT_PUBLISHED = '<gap reason="not-published"/>'


def encode_body(
    document: Document, mentions: Iterable[Mention], entries: Mapping[str, Entry], language: str
) -> Iterator[str]:
    """Yield the divisions of a text, in lines.

    Args:
        document: The text.
        mentions: Its mentions, in order.
        entries: The entries, by id.
        language: The language that stands for the whole text (BCP 47).
    """
    encoder = _Encoder(mentions, entries, language)
    for section in sections_of(document.blocks):
        yield from encoder.division(section)


class _Encoder:
    def __init__(self, mentions: Iterable[Mention], entries: Mapping[str, Entry], language: str) -> None:
        self._entries, self._language = entries, language
        self._mentions: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            if mention.entry in entries:
                self._mentions[mention.block].append(mention)

    def division(self, section: Section) -> Iterator[str]:
        """Yield a section as a `div`."""
        yield "<div>\n"
        opening = list(takewhile(lambda block: block.role in _OPENING or block.role in _ANYWHERE, section.blocks))
        rest = section.blocks[len(opening) :]
        closing = [] if section.sections else _last(rest)
        yield from (self._block(block, _OPENING) for block in opening)
        yield from self._content(rest[: len(rest) - len(closing)])
        for inner in section.sections:
            yield from self.division(inner)
        yield from (self._block(block, _CLOSING) for block in closing)
        yield "</div>\n"

    def _content(self, blocks: Sequence[Block]) -> Iterator[str]:
        at = 0
        while at < len(blocks):
            spoken = list(takewhile(lambda block: block.role in _SPOKEN, blocks[at + 1 :]))
            if blocks[at].role == "speaker" and spoken:
                yield self._speech(blocks[at], spoken)
                at += 1 + len(spoken)
                continue
            run = list(takewhile(lambda block: block.role != "speaker", blocks[at:])) or [blocks[at]]
            yield from self._groups(run)
            at += len(run)

    def _groups(self, blocks: Sequence[Block]) -> Iterator[str]:
        for role, same in groupby(blocks, key=lambda block: block.role):
            written = "".join(self._block(block, _WITHIN) for block in same)
            yield f"<{_GROUPS[role]}>\n{written}</{_GROUPS[role]}>\n" if role in _GROUPS else written

    def _speech(self, speaker: Block, spoken: Sequence[Block]) -> str:
        said = "".join(
            self._block(block, {**_WITHIN, "speech": _IN_SPEECHES, "dialogue": _IN_SPEECHES}) for block in spoken
        )
        return f"<sp>\n{self._block(speaker, {'speaker': '<speaker{0}>{1}</speaker>'})}{said}</sp>\n"

    def _block(self, block: Block, here: Mapping[str, str]) -> str:
        form = here.get(block.role) or _ANYWHERE.get(block.role) or _OTHER
        lang = None if block.lang == self._language else block.lang
        level = f"level-{block.level + 1}" if block.level else None
        marks = attributes(id=block.id, lang=lang, rend=level)
        return form.format(marks, self._words(block) if block.text else _NOT_PUBLISHED, block.role) + "\n"

    def _words(self, block: Block) -> str:
        """Return the words of a block, with its mentions."""
        parts, at = [], 0
        for mention in self._mentions[block.id]:
            if mention.start >= at:
                words = xml_text(block.text[mention.start : mention.end])
                tag = _naming_tag(self._entries[mention.entry].kind, mention.entry)
                parts += [xml_text(block.text[at : mention.start]), tag, words, "</rs>"]
                at = mention.end
        return "".join((*parts, xml_text(block.text[at:])))


@lru_cache(maxsize=16_384)  # a few entries are named in nearly every text
def _naming_tag(kind: str, entry: str) -> str:
    return f"<rs{attributes(type=kind, ref=f'#{thing_id(entry)}')}>"


def _last(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks at the end that close a division, if something else comes before them."""
    closing = list(takewhile(lambda block: block.role in _CLOSING or block.role in _ANYWHERE, reversed(blocks)))
    return closing[::-1] if len(closing) < len(blocks) else []
