"""Where the reading of a text is doubtful: rulings that an editor may need, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from build_tools.editing.conversion.page_frames import squeeze
from build_tools.editing.scaffolds.yaml_scalars import quote_scalar
from build_tools.model import Block
from build_tools.segmentation import locate

MOST = 20
"""How many doubts are written down; a text with more needs another look at its raw form first."""

_LONGEST = 250  # a longer block is no line of a web page's frame
_LONGEST_QUOTE = 12  # words
_SHORTEST_QUOTE = 4
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w|questions or comments|contact (?:us|the)|\btel\b|\bfax\b", re.IGNORECASE)
_NAVIGATION = re.compile(
    r"related (?:stories|articles)|most (?:viewed|read|popular)|read (?:more|also|next)|see also|back to"
    r"|table of contents|à lire aussi|lire aussi|más información|lea también|читайте также|相关(?:阅读|新闻)|関連記事"
    r"|관련\s?기사|https?://\S+$|^[^.]{1,40}(?: [>›»|] [^.]{1,40}){1,}$",
    re.IGNORECASE,
)
_BOILERPLATE = re.compile(
    r"subscribe|newsletter|sign (?:up|in)|log ?in|share (?:this|on)|print this|advertisement|cookies?\b|click here"
    r"|download the|all rights|follow us|button|abonnez|suscr[íi]b|подпис|订阅|구독|클릭"
    r"|start of (?:the|this) project|end of (?:the|this) project|ebook",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.!?…:;。！？：；”\"’)\]»」』]\s*$")


class _Doubt(NamedTuple):
    block: Block
    decision: str  # the field and value of the ruling, in YAML
    reason: str


def doubtful_rulings(
    text: str, blocks: Sequence[Block], languages: Sequence[str], frame: Collection[str] = ()
) -> tuple[str, ...]:
    """Return rulings that an editor may need.

    Args:
        text: The raw text.
        blocks: The blocks it was cut into.
        languages: The language of each block.
        frame: The lines of a web page that its markup says are no part of the text; see `frame_lines`.

    Returns:
        Rulings in YAML, one a line, in the order of the text; each quotes words that appear in it once.
    """
    doubts = [*_leftovers(blocks, frame), *_broken(blocks), *_changes(blocks, languages)]
    lines = []
    for block, decision, reason in sorted(doubts, key=lambda doubt: doubt.block.start)[:MOST]:
        if quote := _quote(block, text):
            lines.append(f"- {{quote: {quote_scalar(quote)}, {decision}, reason: {quote_scalar(reason)}}}")
    return tuple(lines)


def _leftovers(blocks: Sequence[Block], frame: Collection[str]) -> Iterator[_Doubt]:
    cues = (("contact", _CONTACT), ("navigation", _NAVIGATION), ("boilerplate", _BOILERPLATE))
    for block in blocks:
        if squeeze(block.text) in frame:
            yield _Doubt(block, "role: navigation", "The markup of the web page says that it is no part of the text.")
        elif len(block.text) <= _LONGEST and block.role not in {"title", "rights"}:
            role = next((name for name, cue in cues if cue.search(block.text)), "")
            if role:
                yield _Doubt(block, f"role: {role}", "It belongs to the web page, not to the text.")


def _broken(blocks: Sequence[Block]) -> Iterator[_Doubt]:
    for block, following in pairwise(blocks):
        # A line that breaks off may have been taken for a heading.
        adjoining = block.role in {"paragraph", "heading"} and following.role == "paragraph"
        if adjoining and not _ENDED.search(block.text[-3:]) and following.text[:1].islower():
            yield _Doubt(block, "join: next", "The sentence goes on in the next block.")


def _changes(blocks: Sequence[Block], languages: Sequence[str]) -> Iterator[_Doubt]:
    """Yield the blocks where the language changes and the script does not show it (the rules take the main one)."""
    held = ""
    for block, language in zip(blocks, languages, strict=True):
        by_script = block.lang != "und"
        if not by_script and held and language != held:
            yield _Doubt(block, f"lang: {language}", "The language changes here.")
        held = held if by_script else language


def _quote(block: Block, text: str) -> str:
    """Return as many first words of a block as appear once in the text; "" where no number of them does."""
    words = block.text[:2000].split()
    for count in range(min(_SHORTEST_QUOTE, len(words)), min(_LONGEST_QUOTE, len(words)) + 1):
        quote = " ".join(words[:count])
        if len(quote) <= _LONGEST and len(locate(quote, None, text)) == 1:
            return quote
    return ""
