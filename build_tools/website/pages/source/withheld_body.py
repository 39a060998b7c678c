"""The body of a text that is not published in full: on what ground, and its excerpts by paragraph."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from build_tools.edition.publication.excerpts import OMISSION
from build_tools.edition.publication.publications import Publication
from build_tools.model import EXCERPT, Block, Document, Source
from build_tools.model.findings import pluralise
from build_tools.text import html, markdown
from build_tools.website.naming.vocabulary import rights_in_words
from build_tools.website.pages.source.source_body import Arrangement, LinkedText, block_markdown


def withheld_notice(source: Source, publication: Publication) -> str:
    """Return a sentence on how much of a text is shown, and the statement of its rights as the ground."""
    if source.rights.publish == EXCERPT:
        limits, number = publication.limits, pluralise(publication.excerpts.shown, "word")
        longest = pluralise(limits.words or 0, "word")
        shown = (
            f"This text is not published in full. Quotations of at most {longest} are shown, {number} in all;"
            f" {OMISSION} stands for what is left out."
        )
    else:
        shown = "The words of this text are not published here: this page keeps its address and its citation."
    return markdown.paragraph(f"{markdown.escape(shown)} {_ground(source)}", "", "withheld")


def _ground(source: Source) -> str:
    rights = source.rights
    stated = [markdown.external_link(rights_in_words(rights.statement), rights.statement)] if rights.statement else []
    stated += [markdown.escape(f"“{rights.notice}”")] if rights.notice else []
    return f"Its rights: {'; '.join(stated) or 'not stated'}."


def withheld_body(
    document: Document, arrangement: Arrangement, linked: LinkedText, margin: Callable[[Block], str]
) -> str:
    """Return the excerpts of a text, and an empty place at the address of each block that is left out.

    Args:
        document: The text as it is published.
        arrangement: The text as laid out; its head is shown above.
        linked: The links of the text.
        margin: Returns the Markdown for the margin of a block.
    """
    in_head = {block.id for block in (arrangement.title, *arrangement.head) if block and block.text}
    blocks = [block for block in document.blocks if block.id not in in_head]
    parts: list[str] = []
    for is_shown, group in groupby(blocks, key=lambda block: bool(block.text)):
        run = list(group)
        parts += _shown(run, linked, margin) if is_shown else [_left_out(run, document.source)]
    return markdown.block("div", parts, "text") if parts else ""


def _shown(blocks: list[Block], linked: LinkedText, margin: Callable[[Block], str]) -> Iterator[str]:
    for block in blocks:
        yield margin(block)
        yield block_markdown(block, linked)


def _left_out(blocks: list[Block], source: Source) -> str:
    """Return the addresses of blocks that are left out, in one line: nothing that points to them breaks."""
    sign = markdown.escape(OMISSION) if source.rights.publish == EXCERPT else ""
    return markdown.paragraph("".join(html.element("span", "", id=block.id) for block in blocks) + sign)
