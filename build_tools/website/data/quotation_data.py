"""The texts in which readers check quotations, as data: every block that is shown, and nothing of what is left out."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.edition.publication.excerpts import OMISSION
from build_tools.model import EXCERPT, Block, Data, Document
from build_tools.model.remembering import remembered
from build_tools.text import escaping
from build_tools.website.data.data_scripts import as_script
from build_tools.website.naming import text_names

LEFT_OUT = Block("", "", "", OMISSION, ())
"""Stands for blocks that are left out, so that words on either side of them are not taken to follow each other."""


def quotable_documents(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Return the texts of which words are shown: all of one published in full, the excerpts of another."""
    return tuple(
        document
        for document in documents
        if not document.source.is_withheld or (document.source.rights.publish == EXCERPT and _has_words(document))
    )


def _has_words(document: Document) -> bool:
    return any(block.text for block in document.blocks)


def quotable_data(documents: Iterable[Document], language: str) -> tuple[Data, ...]:
    """Return a script for each text: its name, and of each block that is shown id, text, and language if it is another.

    Args:
        documents: The texts as they are published. Where blocks are left out of one, a sign stands for them, so that
            words on either side of it are not taken to follow each other.
        language: The site's language (BCP 47).
    """
    return tuple(_script(document, language) for document in quotable_documents(documents))


def quotable_blocks(document: Document) -> tuple[Block, ...]:
    """Return the blocks of a text that are shown, with a block without id for those that are left out in a row."""
    blocks: list[Block] = []
    for block in document.blocks:
        if block.text:
            blocks.append(block)
        elif not blocks or blocks[-1] != LEFT_OUT:
            blocks.append(LEFT_OUT)
    return tuple(blocks)


@remembered
def _script(document: Document, language: str) -> Data:
    name = document.source.id
    blocks = [_shown(block, language) for block in quotable_blocks(document)]
    value = {"name": text_names.citation(document.source), "blocks": blocks}
    return as_script(f"data/quotable/{name}.js", "readerTexts", value, name)


def _shown(block: Block, language: str) -> dict[str, str]:
    if block == LEFT_OUT:
        return {"id": "", "place": "", "text": block.text}
    place = {"id": block.id, "place": text_names.place_name(block), "text": escaping.visible(block.text)}
    return {**place, **_language(block.lang, language)}


def _language(lang: str, site: str) -> dict[str, str]:
    return {} if lang == site else {"lang": lang}
