"""The texts in which readers check quotations, as data: every block that is shown, and nothing of what is left out."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.edition.publication.excerpts import OMISSION
from build_tools.model import EXCERPT, Block, Data, Document
from build_tools.model.remembering import remembered
from build_tools.text import escaping
from build_tools.website.data.data_scripts import as_script
from build_tools.website.naming.text_names import place_name

_LEFT_OUT = {"id": "", "place": "", "text": OMISSION}


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
    """Return a script for each text, with the blocks that are shown: id, text, and language if it is not the site's.

    Args:
        documents: The texts as they are published. Where blocks are left out of one, a sign stands for them, so that
            words on either side of it are not taken to follow each other.
        language: The site's language (BCP 47).
    """
    return tuple(_script(document, language) for document in quotable_documents(documents))


@remembered
def _script(document: Document, language: str) -> Data:
    blocks: list[dict[str, str]] = []
    for block in document.blocks:
        if block.text:
            blocks.append(_shown(block, language))
        elif not blocks or blocks[-1] != _LEFT_OUT:
            blocks.append(_LEFT_OUT)
    name = document.source.id
    return as_script(f"data/quotable/{name}.js", "readerTexts", blocks, name)


def _shown(block: Block, language: str) -> dict[str, str]:
    place = {"id": block.id, "place": place_name(block), "text": escaping.visible(block.text)}
    return {**place, **_language(block.lang, language)}


def _language(lang: str, site: str) -> dict[str, str]:
    return {} if lang == site else {"lang": lang}
