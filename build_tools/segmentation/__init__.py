"""Segment a text into blocks without losing a character of it.

Every character of a seed is shown in a block, set aside with a reason, or white space. An editor's
rulings come first; these rules apply to any plain text where there is no ruling:

- *Lines.* A blank line ends a block. A line break ends one too, unless it is a wrap: the region shows
  itself to be hard-wrapped (its lines are full and break off within sentences) and the next line's
  first word would not have fitted. Double-spaced lines are judged the same way. Addresses and lists of
  names stay line by line; the lines of a stanza stay lines of one block (stanzas.py).
- *Pages.* Form feeds, and heads and numbers that return, show where printed pages end: what stands there is set aside,
  and a sentence goes on behind it (setting_aside/).
- *Rejoining.* A wrap becomes one space; between Han or Kana nothing. After a hyphen nothing: whether it divides a word
  or belongs to it, the words of the corpus decide (divided_words.py).
- *Lists.* Numbers, letters, Roman numbers and bullets open an item if the text goes on counting. They
  stay in the text. `level` follows indentation, then the kind of number.
- *Markdown.* In a text that is written in it, marks say what the blocks are, and are set aside (markdown_input/).
- *Speakers.* "MR. SMITH:" opens a speech; so does any name that begins two lines with a colon, and in plays a
  name in capitals (roles/speakers.py). A dash opens a line of dialogue.
- *Roles.* Title: the block with the words that the text's page gives as its title, or none; of a text without a page
  the first short line without closing punctuation, before any long paragraph. Below it a
  subtitle, "By …", a line of dates. A caption only by its credit, a notice by "Copyright", "©" and the
  like. Headings: short lines without closing punctuation between blank lines, above a paragraph;
  lines in capitals; numbered lines that stand alone; the number of a chapter. Nothing that asks or exclaims.
- *Kinds of text.* Letters, plays and debates, books with contents, epigraphs and pictures, notes and tables have
  roles of their own (roles/genres/), known by words in data/ and by their place.
- *Set aside.* A block equal to the one before it (duplicate), lines of nothing but links (navigation),
  rules, page numbers and invisible characters (boilerplate). Language labels and contact
  lines only by ruling.
- *Doubts.* Where the rules may be wrong, the document says so (doubtful_places.py).
- *Language.* The script decides first; then the ruled language, which holds until the next; then the
  source's first language in that script.

Ids: paragraphs and what else is numbered like them (items, stanzas, speeches, dialogue, quotations, postscripts) are
`p1`, `p2`, … in order; other blocks are named by their role, with `-2`, `-3` from the second on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from build_tools.model import (
    FRONT_MATTER,
    LINE_END_HYPHEN,
    MARKUP,
    NUMBERED_ROLES,
    SET_ASIDE_REASONS,
    Block,
    Document,
    Doubt,
    PageBreak,
    SetAside,
    Source,
)
from build_tools.model.corpus_statistics import CorpusStatistics
from build_tools.model.findings import Finding
from build_tools.segmentation import lines, ruled_blocks
from build_tools.segmentation.block_languages import LanguageDetector
from build_tools.segmentation.divided_words import DividedWords, statistics_used
from build_tools.segmentation.doubtful_places import find_doubts
from build_tools.segmentation.markdown_input.document import read_markdown
from build_tools.segmentation.markdown_input.signs_of_markdown import count_front_matter, is_markdown
from build_tools.segmentation.pieces import join_pieces
from build_tools.segmentation.proto_blocks import Composer, ProtoBlock
from build_tools.segmentation.roles.inference import infer_roles
from build_tools.segmentation.roles.layout import MarkedRoles
from build_tools.segmentation.ruled_blocks import PlacedRuling, locate
from build_tools.segmentation.setting_aside import ruled_lines, set_lines_aside
from build_tools.segmentation.setting_aside.page_breaks import join_over_notes
from build_tools.segmentation.wrapping import rejoin
from build_tools.text.scripts import UNDETERMINED

__all__ = ["Cut", "cut_text", "locate", "piece_as_json", "segment", "segment_text", "statistics_used"]

_NOTHING_COUNTED = CorpusStatistics()
Pieces = tuple[tuple[Block, ...], tuple[SetAside, ...]]
Json = str | int | list[dict[str, int]]


@dataclass(frozen=True, slots=True)
class Cut:
    """A text cut by rule alone: its blocks, what is set aside, its numbered pages, and where it may be read wrongly."""

    blocks: tuple[Block, ...]
    set_aside: tuple[SetAside, ...]
    pages: tuple[PageBreak, ...]
    doubts: tuple[Doubt, ...]


def segment(source: Source, statistics: CorpusStatistics = _NOTHING_COUNTED) -> tuple[Document, list[Finding]]:
    """Segment a source as its rulings and the rules above say.

    Args:
        source: The source.
        statistics: What the corpus says of its words; without it, the text alone is the corpus.

    Returns:
        The document, and a finding for each ruling that cannot be applied.
    """
    placed, findings = ruled_blocks.locate_rulings(source)
    reading = _Reading(source.text, statistics, placed)
    decisions = ruled_blocks.apply_rulings(source, reading.proto_blocks, reading.placed)
    cut = reading.finish(decisions, LanguageDetector(source.languages, source.text), source.title)
    document = Document(source, cut.blocks, cut.set_aside, cut.pages, cut.doubts)
    return document, findings + decisions.findings


def segment_text(text: str, language: str = UNDETERMINED) -> Pieces:
    """Segment any text by rule alone.

    Args:
        text: A plain text.
        language: The language (BCP 47) of what is in Latin script.

    Returns:
        The blocks and the spans set aside, each in the order of the text.
    """
    cut = cut_text(text, language)
    return cut.blocks, cut.set_aside


def cut_text(text: str, language: str = UNDETERMINED) -> Cut:
    """Cut any text by rule alone, as `segment_text` does, and tell also of its pages and of what is doubtful."""
    return cut_titled_text(text, "", (language,))


def cut_titled_text(text: str, title: str, languages: Sequence[str]) -> Cut:
    """Cut a text by rule, with the title and the languages (BCP 47) that its page states."""
    reading = _Reading(text, _NOTHING_COUNTED, ())
    return reading.finish(ruled_blocks.Decisions(), LanguageDetector(languages, text), title)


def piece_as_json(piece: Block | SetAside) -> Mapping[str, Json]:
    """Return a block or a span set aside as JSON values; offsets in code points of the seed, end exclusive."""
    if isinstance(piece, SetAside):
        span = {"start": piece.start, "end": piece.end}
        return {"set_aside": piece.reason, "lang": piece.lang, "spans": [span]}
    spans = [{"at": span.at, "start": span.start, "end": span.end} for span in piece.spans]
    level: dict[str, Json] = {"level": piece.level} if piece.role in {"list-item", "heading"} else {}
    return {"id": piece.id, "role": piece.role, "lang": piece.lang, **level, "text": piece.text, "spans": spans}


class _Reading:
    """A text read into blocks that have no role yet; `placed` are the rulings that concern these blocks."""

    def __init__(self, text: str, statistics: CorpusStatistics, placed: Sequence[PlacedRuling]) -> None:
        text_lines, self._unseen = lines.split(text)
        self._text = text
        fields = count_front_matter(text, text_lines)
        self._markup = [(line.start, line.end, FRONT_MATTER) for line in text_lines[:fields]]
        text_lines = join_pieces(text, text_lines[fields:])
        self._apart = set_lines_aside(text, text_lines, ruled_lines.ruled_lines(placed))
        self.placed = ruled_lines.left_to_blocks(placed, self._apart.set_aside)
        words = DividedWords(text, statistics, ruled_lines.ruled_hyphens(text, placed))
        self._marked = MarkedRoles()
        marks: Sequence[tuple[int, int]] = ()
        if fields or is_markdown(self._apart.lines):
            markdown = read_markdown(text, self._apart.lines)
            groups, marks, self._marked = markdown.groups, markdown.marks, markdown.marked
            self._markup += [(start, end, MARKUP) for start, end in markdown.aside]
        else:
            groups, stanzas = rejoin(self._apart.lines)
            self._marked = MarkedRoles(dict.fromkeys(stanzas, "verse"))
        composer = Composer(text, words, marks)
        unruled = [composer.to_proto_block(group) for group in groups]
        self._markup += [(*mark, MARKUP) for block in unruled if not block.text for mark in block.marks]
        unruled = join_over_notes(composer, [block for block in unruled if block.text], self._apart.breaks)
        self.proto_blocks = ruled_blocks.reshape(composer, unruled, self.placed)

    def finish(self, decisions: ruled_blocks.Decisions, detector: LanguageDetector, title: str = "") -> Cut:
        """Return the text with the roles and languages of its blocks."""
        roles, levels = infer_roles(self.proto_blocks, decisions.roles, self._marked, title)
        blocks, set_aside = _finish(self.proto_blocks, decisions.languages, detector, zip(roles, levels, strict=True))
        unseen = [(start, end, "boilerplate") for start, end in self._unseen]
        set_aside += [
            SetAside(
                start,
                end,
                reason,
                detector.detect(self._text[start:end] if reason not in {"boilerplate", MARKUP} else ""),
            )
            for start, end, reason in (*unseen, *self._apart.set_aside, *self._markup)
        ]
        doubts = find_doubts(self._text, self.proto_blocks, blocks)
        return Cut(
            tuple(blocks), tuple(sorted(set_aside, key=lambda span: span.start)), self._apart.pages, tuple(doubts)
        )


def _finish(
    proto_blocks: Sequence[ProtoBlock],
    languages: Mapping[int, str],
    detector: LanguageDetector,
    roles: Iterable[tuple[str, int]],
) -> tuple[list[Block], list[SetAside]]:
    blocks: list[Block] = []
    set_aside: list[SetAside] = []
    count: Counter[str] = Counter()
    for index, (proto_block, (role, level)) in enumerate(zip(proto_blocks, roles, strict=True)):
        if index in languages:
            detector.set_ruled(languages[index])
        lang = detector.detect(proto_block.text)
        if role in SET_ASIDE_REASONS:
            set_aside += [SetAside(start, end, role, lang) for start, end in proto_block.stretches]
            continue
        set_aside += [SetAside(start, end, LINE_END_HYPHEN, lang) for start, end in proto_block.dropped]
        set_aside += [SetAside(start, end, MARKUP, lang) for start, end in proto_block.marks]
        prefix = "p" if role in NUMBERED_ROLES else role
        count[prefix] += 1
        number = count[prefix]
        block_id = f"p{number}" if prefix == "p" else role if number == 1 else f"{role}-{number}"
        blocks.append(Block(block_id, role, lang, proto_block.text, proto_block.spans, level))
    return blocks, set_aside
