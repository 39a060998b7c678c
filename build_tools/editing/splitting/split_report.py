"""The list of the collections that an edition was divided into, and the report on what none of them has."""

from __future__ import annotations

import json
from collections.abc import Iterable

from build_tools.editing.splitting.collection_files import WholeEdition
from build_tools.editing.splitting.divided_edition import TextCollection

COLLECTIONS_FILE = "collections.toml"

_HEAD = "path\treason\n"


def list_collections(collections: Iterable[TextCollection], whole: WholeEdition) -> bytes:
    """Return the collections as TOML: name, folder of the edition, folder of the site, and address.

    Args:
        collections: The collections.
        whole: The edition that was divided.
    """
    parts = [f"name = {_quoted(whole.name)}\nlanguage = {_quoted(whole.language)}\n"]
    for collection in collections:
        share = collection.share
        parts.append(
            f"\n[[collections]]\nid = {_quoted(share.id)}\nname = {_quoted(share.name)}\n"
            f"texts = {len(share.texts)}\nedition = {_quoted(share.id)}\n"
            f"site = {_quoted(share.id + '/site')}\n"
        )
        if collection.elsewhere:
            parts.append(f"elsewhere = [{', '.join(map(_quoted, sorted(collection.elsewhere)))}]\n")
        if whole.address:
            parts.append(f"address = {_quoted(whole.address_of(collection))}\n")
    return "".join(parts).encode()


def list_left_out(rows: Iterable[tuple[str, str]]) -> bytes:
    """Return the table of the pages that no collection has."""
    return (_HEAD + "".join(f"{path}\t{reason}\n" for path, reason in rows)).encode()


def _quoted(text: str) -> str:
    """Return a text as TOML writes it; JSON writes strings alike."""
    return json.dumps(text, ensure_ascii=False)
