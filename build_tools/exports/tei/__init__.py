"""The texts in TEI P5, one file each, for editions, corpora and tools that read TEI.

The words of a block are those that its page shows, character by character. Mentions are elements within them, which
point to the entry in the same file, and from there to its page. Only elements of the schema that comes along are used.

Sources: TEI P5 Guidelines, chapters 2 (header), 3, 4, 7, 13 (names, dates, people, places) and 16 (stand-off markup).
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from build_tools.edition.publication.published_edition import PublishedEdition
from build_tools.exports.tei.encoded_body import encode_body
from build_tools.exports.tei.named_things import EntryWriter, NamedThings
from build_tools.exports.tei.tei_header import encode_header
from build_tools.exports.tei.xml_writing import DECLARATION, attributes
from build_tools.website.citations import Site
from build_tools.website.naming.addresses import site_base

__all__ = ["FOLDER", "SCHEMA_FILES", "tei_files"]

FOLDER = "data/tei"
SCHEMA_FILES = ("reader.odd", "reader.rng")
_NAMESPACE = "http://www.tei-c.org/ns/1.0"
_TO_THE_ROOT = "../../"
_MODEL = (
    f'<?xml-model href="{SCHEMA_FILES[1]}" type="application/xml"'
    ' schematypens="http://relaxng.org/ns/structure/1.0"?>\n'
)


def tei_files(published: PublishedEdition, site: Site, language: str) -> Iterator[tuple[str, bytes]]:
    """Yield the schema, then each text, when it is asked for.

    Addresses are those of the site; where the site has none, they are relative to the root of it.

    Args:
        published: The edition as readers may see it.
        site: Where it is published.
        language: The language of the site (BCP 47).

    Yields:
        The path of a file below the root of the site, and its bytes.
    """
    for name in SCHEMA_FILES:
        yield f"{FOLDER}/{name}", (files(__name__) / "schema" / name).read_bytes()
    base = site_base(site.url) or _TO_THE_ROOT
    entries, writer = {entry.id: entry for entry in published.entries}, EntryWriter(base, language)
    for document in published.documents:
        mentions = published.mentions.get(document.source.id, ())
        named = NamedThings.of(mentions, entries, writer)
        text_language = document.source.languages[0] if document.source.languages else language
        parts = (
            DECLARATION,
            _MODEL,
            f"<TEI{attributes(xmlns=_NAMESPACE, lang=language)}>\n",
            encode_header(document, named, site, base),
            named.stand_off(),
            f"<text{attributes(lang=text_language)}>\n<body>\n",
            *encode_body(document, mentions, entries, text_language),
            "</body>\n</text>\n</TEI>\n",
        )
        yield f"{FOLDER}/{document.source.id}.xml", "".join(parts).encode()
