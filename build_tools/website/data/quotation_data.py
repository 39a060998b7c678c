"""The texts in which readers check quotations, as data: every visible block of those that may be published in full."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model import Data, Document, Source
from build_tools.text import escaping
from build_tools.website.data.data_scripts import as_script
from build_tools.website.naming.text_names import place_name

FULL = "full"


def is_quotable(source: Source) -> bool:
    """Whether the rights in a text allow a data file with its full wording."""
    return source.rights.publish == FULL


def quotable_data(documents: Iterable[Document], language: str) -> tuple[Data, ...]:
    """Return a script for each text, with its blocks: id, text, and language if it is not the site's."""
    scripts = []
    for document in documents:
        if is_quotable(document.source):
            blocks = [
                {
                    "id": block.id,
                    "place": place_name(block),
                    "text": escaping.visible(block.text),
                    **_language(block.lang, language),
                }
                for block in document.blocks
            ]
            name = document.source.id
            scripts.append(as_script(f"data/quotable/{name}.js", "readerTexts", blocks, name))
    return tuple(scripts)


def _language(lang: str, site: str) -> dict[str, str]:
    return {} if lang == site else {"lang": lang}
