"""A catalogue in which no Latin letter is left: a Latin word on a site that speaks it is one that nobody translates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from babel.messages.catalog import Catalog

from build_tools.website.localisation import catalogues
from config.scripts.catalogues import sentences, text_of

LANGUAGE = "el"
"""A language of another script that CLDR knows and we have no catalogue for."""

_LETTERS = re.compile(r"\{\w+\}|[A-Za-z]")


def pseudo(sentence: str) -> str:
    """Return a sentence without Latin letters, but for the names in braces."""
    return _LETTERS.sub(lambda found: found[0] if found[0].startswith("{") else "λ", f"⟦{sentence}⟧")


@contextmanager
def pseudo_catalogue(folder: Path) -> Iterator[None]:
    """Have `LANGUAGE` speak the pseudo language; the folder is for its catalogue."""
    made = Catalog(locale=LANGUAGE, header_comment="# unreviewed", fuzzy=False)
    for message in sentences():
        if isinstance(message.id, tuple):
            made.add(message.id, tuple(map(pseudo, message.id)), locations=message.locations)
        elif message.id:
            made.add(message.id, pseudo(str(message.id)), locations=message.locations)
    (folder / f"{LANGUAGE}.po").write_bytes(text_of(made))
    kept = (catalogues.find_catalogue, catalogues.read_catalogue, catalogues.known_tags)
    with patch.object(catalogues, "FOLDER", folder):
        for function in kept:
            function.cache_clear()
        try:
            yield
        finally:
            for function in kept:
                function.cache_clear()
