"""Cuts a text into blocks, and loses no character of it.

Every character of a seed is shown in a block, set aside with a reason, or white space. What an
editor rules goes first; these rules serve where nobody ruled, for any plain text:

- *Lines.* A blank line ends a block. A line break ends one too, unless it is a wrap: the region shows
  itself to be hard-wrapped (its lines are full and break off within sentences) and the next line's
  first word would not have fitted. Lines with a blank line between every two of them are judged the
  same way. Verse, addresses and lists of names stay line by line.
- *Rejoining.* A wrap becomes one blank; between Han or Kana nothing; after a hyphen nothing, and the
  hyphen stays, since no rule can tell "re-join" from "rejoin".
- *Lists.* Numbers, letters, Roman numbers and bullets open an item, if they stand in company. They
  stay in the text. `level` follows indentation, then the kind of number.
- *Speakers.* "MR. SMITH:" opens a paragraph; so does any name that begins two lines with a colon.
- *Roles.* Title: the first short line without closing punctuation, before any long paragraph. Below it a
  subtitle, "By …", a line of dates. A caption only by its credit, a notice by "Copyright", "©" and the
  like. Headings: short lines without closing punctuation between blank lines, above a paragraph;
  lines in capitals; numbered lines that stand alone.
- *Set aside.* A block equal to the one before it (duplicate), lines of nothing but links (navigation),
  rules, page numbers and characters that cannot be seen (boilerplate). Language labels and contact
  lines only by ruling.
- *Language.* The script decides first; then the ruled language, which holds until the next; then the
  source's first language in that script.

Ids: paragraphs and list items are `p1`, `p2`, … in order; other blocks are named by their role, with
`-2`, `-3` from the second on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from build_tools.model import NUMBERED_ROLES, SET_ASIDE_REASONS, Block, Document, SetAside, Source
from build_tools.model.findings import Finding
from build_tools.segmentation import lines, ruled_blocks
from build_tools.segmentation.block_languages import UNDETERMINED, LanguageDetector
from build_tools.segmentation.proto_blocks import Draft, draft
from build_tools.segmentation.roles.inference import infer
from build_tools.segmentation.ruled_blocks import locate
from build_tools.segmentation.wrapping import rejoin

__all__ = ["locate", "piece_as_json", "segment", "segment_text"]

Pieces = tuple[tuple[Block, ...], tuple[SetAside, ...]]
Json = str | int | list[dict[str, int]]


def segment(source: Source) -> tuple[Document, list[Finding]]:
    """The document of a source, with a finding for each ruling that does not hold."""
    groups, unseen = _read(source.text)
    placed, findings = ruled_blocks.locate_rulings(source)
    drafts = ruled_blocks.reshape(source.text, groups, placed)
    decisions = ruled_blocks.apply_rulings(source, drafts, placed)
    speech = LanguageDetector(source.languages, source.text)
    blocks, set_aside = _cut(drafts, decisions, speech)
    return Document(source, blocks, _with_unseen(set_aside, unseen, speech)), findings + decisions.findings


def segment_text(text: str, language: str = UNDETERMINED) -> Pieces:
    """The blocks of any text and what is set aside, by rule alone; `language` is that of its Latin script."""
    drafts, unseen = _read(text)
    speech = LanguageDetector((language,), text)
    blocks, set_aside = _cut(drafts, ruled_blocks.Decisions(), speech)
    return blocks, _with_unseen(set_aside, unseen, speech)


def piece_as_json(piece: Block | SetAside) -> Mapping[str, Json]:
    """A block or a set-aside stretch as JSON values; offsets in code points of the seed, the end exclusive."""
    if isinstance(piece, SetAside):
        span = {"start": piece.start, "end": piece.end}
        return {"set_aside": piece.reason, "lang": piece.lang, "spans": [span]}
    spans = [{"at": span.at, "start": span.start, "end": span.end} for span in piece.spans]
    level: dict[str, Json] = {"level": piece.level} if piece.role in {"list-item", "heading"} else {}
    return {"id": piece.id, "role": piece.role, "lang": piece.lang, **level, "text": piece.text, "spans": spans}


def _read(text: str) -> tuple[list[Draft], list[tuple[int, int]]]:
    found, unseen = lines.split(text)
    return [draft(text, group) for group in rejoin(found)], unseen


def _cut(drafts: Sequence[Draft], decisions: ruled_blocks.Decisions, speech: LanguageDetector) -> Pieces:
    roles, levels = infer(drafts, decisions.roles)
    blocks: list[Block] = []
    set_aside: list[SetAside] = []
    count: Counter[str] = Counter()
    for index, (piece, role, level) in enumerate(zip(drafts, roles, levels, strict=True)):
        if index in decisions.languages:
            speech.rule(decisions.languages[index])
        lang = speech.of(piece.text)
        if role in SET_ASIDE_REASONS:
            set_aside.append(SetAside(piece.start, piece.end, role, lang))
            continue
        kind = "p" if role in NUMBERED_ROLES else role
        count[kind] += 1
        name = f"p{count[kind]}" if kind == "p" else role if count[kind] == 1 else f"{role}-{count[kind]}"
        blocks.append(Block(name, role, lang, piece.text, piece.spans, level))
    return tuple(blocks), tuple(set_aside)


def _with_unseen(
    set_aside: Sequence[SetAside], unseen: Sequence[tuple[int, int]], speech: LanguageDetector
) -> tuple[SetAside, ...]:
    stretches = [SetAside(start, end, "boilerplate", speech.of("")) for start, end in unseen]
    return tuple(sorted([*set_aside, *stretches], key=lambda stretch: stretch.start))
