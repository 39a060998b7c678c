"""The body of a text that is not published in full: on what ground, and its excerpts by paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from build_tools.edition.publication.excerpts import OMISSION
from build_tools.edition.publication.publications import Publication
from build_tools.model import EXCERPT, Document, Source
from build_tools.model import Block as TextBlock
from build_tools.website.localisation import translate
from build_tools.website.markup.body_nodes import Anchor, Block, Content, Division, Inline, Paragraph
from build_tools.website.naming.counted_things import counted_words
from build_tools.website.naming.text_names import outside_link
from build_tools.website.naming.vocabulary import rights_in_words
from build_tools.website.pages.source.source_body import Arrangement, LinkedText, block_paragraph


def withheld_notice(source: Source, publication: Publication) -> Paragraph:
    """Return a sentence on how much of a text is shown, and the statement of its rights as the ground."""
    if source.rights.publish == EXCERPT:
        longest, number = publication.limits.words or 0, publication.excerpts.shown
        shown = translate(
            "This text is not published in full. Quotations of at most {longest} are shown, {words} in all;"
            " {sign} stands for what is left out.",
            longest=counted_words(longest),
            words=counted_words(number),
            sign=OMISSION,
        )
    else:
        shown = translate(
            "The words of this text are not published here: this page keeps its address and its citation."
        )
    return Paragraph((shown, " ", *_ground(source)), classes=("withheld",))


def _ground(source: Source) -> Content:
    rights = source.rights
    stated: list[Inline] = (
        [outside_link(rights_in_words(rights.statement), rights.statement)] if rights.statement else []
    )
    stated += ["; "] if rights.statement and rights.notice else []
    stated += [f"“{rights.notice}”"] if rights.notice else []
    return (translate("Its rights:"), " ", *(stated or [translate("not stated")]), ".")


def withheld_body(document: Document, arrangement: Arrangement, linked: LinkedText) -> Division:
    """Return the excerpts of a text, and an empty place at the address of each block that is left out.

    Args:
        document: The text as it is published.
        arrangement: The text as laid out; its head is shown above.
        linked: The links of the text.
    """
    in_head = {block.id for block in (arrangement.title, *arrangement.head) if block and block.text}
    blocks = [block for block in document.blocks if block.id not in in_head]
    parts: list[Block] = []
    for is_shown, group in groupby(blocks, key=lambda block: bool(block.text)):
        run = list(group)
        parts += _shown(run, linked) if is_shown else [_left_out(run, document.source)]
    return Division(tuple(parts), ("text",))


def _shown(blocks: list[TextBlock], linked: LinkedText) -> Iterator[Block]:
    for block in blocks:
        yield from linked.margin(block)
        yield block_paragraph(block, linked)


def _left_out(blocks: list[TextBlock], source: Source) -> Paragraph:
    """Return the addresses of blocks that are left out, in one line: nothing that points to them breaks."""
    sign = (OMISSION,) if source.rights.publish == EXCERPT else ()
    return Paragraph((*(Anchor(block.id) for block in blocks), *sign))
