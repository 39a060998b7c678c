"""Segment a text into blocks without losing a character of it.

Every character of a seed is shown in a block, set aside with a reason, or white space. An editor's
rulings come first; these rules apply to any plain text where there is no ruling:

- *Lines.* A blank line ends a block. A line break ends one too, unless it is a wrap: the region shows
  itself to be hard-wrapped (its lines are full and break off within sentences) and the next line's
  first word would not have fitted. Double-spaced lines are judged the same way. Verse, addresses and
  lists of names stay line by line.
- *Rejoining.* A wrap becomes one space; between Han or Kana nothing; after a hyphen nothing, and the
  hyphen stays, since no rule can tell "re-join" from "rejoin".
- *Lists.* Numbers, letters, Roman numbers and bullets open an item if the text goes on counting. They
  stay in the text. `level` follows indentation, then the kind of number.
- *Speakers.* "MR. SMITH:" opens a paragraph; so does any name that begins two lines with a colon.
- *Roles.* Title: the first short line without closing punctuation, before any long paragraph. Below it a
  subtitle, "By …", a line of dates. A caption only by its credit, a notice by "Copyright", "©" and the
  like. Headings: short lines without closing punctuation between blank lines, above a paragraph;
  lines in capitals; numbered lines that stand alone.
- *Set aside.* A block equal to the one before it (duplicate), lines of nothing but links (navigation),
  rules, page numbers and invisible characters (boilerplate). Language labels and contact
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
from build_tools.segmentation.proto_blocks import ProtoBlock, to_proto_block
from build_tools.segmentation.roles.inference import infer_roles
from build_tools.segmentation.ruled_blocks import locate
from build_tools.segmentation.wrapping import rejoin

__all__ = ["locate", "piece_as_json", "segment", "segment_text"]

Pieces = tuple[tuple[Block, ...], tuple[SetAside, ...]]
Json = str | int | list[dict[str, int]]


def segment(source: Source) -> tuple[Document, list[Finding]]:
    """Segment a source as its rulings and the rules above say.

    Returns:
        The document, and a finding for each ruling that cannot be applied.
    """
    unruled, unseen = _read(source.text)
    placed, findings = ruled_blocks.locate_rulings(source)
    proto_blocks = ruled_blocks.reshape(source.text, unruled, placed)
    decisions = ruled_blocks.apply_rulings(source, proto_blocks, placed)
    detector = LanguageDetector(source.languages, source.text)
    blocks, set_aside = _finish(proto_blocks, decisions, detector)
    return Document(source, blocks, _with_unseen(set_aside, unseen, detector)), findings + decisions.findings


def segment_text(text: str, language: str = UNDETERMINED) -> Pieces:
    """Segment any text by rule alone.

    Args:
        text: A plain text.
        language: The language (BCP 47) of what is in Latin script.

    Returns:
        The blocks and the spans set aside, each in the order of the text.
    """
    proto_blocks, unseen = _read(text)
    detector = LanguageDetector((language,), text)
    blocks, set_aside = _finish(proto_blocks, ruled_blocks.Decisions(), detector)
    return blocks, _with_unseen(set_aside, unseen, detector)


def piece_as_json(piece: Block | SetAside) -> Mapping[str, Json]:
    """Return a block or a span set aside as JSON values; offsets in code points of the seed, end exclusive."""
    if isinstance(piece, SetAside):
        span = {"start": piece.start, "end": piece.end}
        return {"set_aside": piece.reason, "lang": piece.lang, "spans": [span]}
    spans = [{"at": span.at, "start": span.start, "end": span.end} for span in piece.spans]
    level: dict[str, Json] = {"level": piece.level} if piece.role in {"list-item", "heading"} else {}
    return {"id": piece.id, "role": piece.role, "lang": piece.lang, **level, "text": piece.text, "spans": spans}


def _read(text: str) -> tuple[list[ProtoBlock], list[tuple[int, int]]]:
    text_lines, unseen = lines.split(text)
    return [to_proto_block(text, group) for group in rejoin(text_lines)], unseen


def _finish(
    proto_blocks: Sequence[ProtoBlock], decisions: ruled_blocks.Decisions, detector: LanguageDetector
) -> Pieces:
    roles, levels = infer_roles(proto_blocks, decisions.roles)
    blocks: list[Block] = []
    set_aside: list[SetAside] = []
    count: Counter[str] = Counter()
    for index, (proto_block, role, level) in enumerate(zip(proto_blocks, roles, levels, strict=True)):
        if index in decisions.languages:
            detector.set_ruled(decisions.languages[index])
        lang = detector.detect(proto_block.text)
        if role in SET_ASIDE_REASONS:
            set_aside.append(SetAside(proto_block.start, proto_block.end, role, lang))
            continue
        prefix = "p" if role in NUMBERED_ROLES else role
        count[prefix] += 1
        number = count[prefix]
        block_id = f"p{number}" if prefix == "p" else role if number == 1 else f"{role}-{number}"
        blocks.append(Block(block_id, role, lang, proto_block.text, proto_block.spans, level))
    return tuple(blocks), tuple(set_aside)


def _with_unseen(
    set_aside: Sequence[SetAside], unseen: Sequence[tuple[int, int]], detector: LanguageDetector
) -> tuple[SetAside, ...]:
    spans = [SetAside(start, end, "boilerplate", detector.detect("")) for start, end in unseen]
    return tuple(sorted([*set_aside, *spans], key=lambda span: span.start))
