"""The texts as data in which quotations are checked: every visible block of a text that may be published in full."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model import Data, Document, Source
from build_tools.text import escaping
from build_tools.website.data.data_scripts import as_script
from build_tools.website.naming.text_names import place_name

FULL = "full"


def is_quotable(source: Source) -> bool:
    """Whether the rights in a text let its whole wording stand in a data file."""
    return source.rights.publish == FULL


def quotable_data(documents: Iterable[Document], language: str) -> tuple[Data, ...]:
    """Return a script for each text: its blocks with id, how they are cited and text, and language unless the site's."""
    made = []
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
            made.append(as_script(f"data/quotable/{name}.js", "readerTexts", blocks, name))
    return tuple(made)


def _language(lang: str, site: str) -> dict[str, str]:
    return {} if lang == site else {"lang": lang}
