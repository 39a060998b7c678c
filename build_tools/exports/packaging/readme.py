"""What a person reads who opens the folder of the data."""

from __future__ import annotations

from build_tools.exports.packaging.described_data import DataSettings
from build_tools.exports.tables.written_tables import TABLES

_FILES = """\
- `datapackage.json`: what each column of each table holds (Data Package, Table Schema).
- `ro-crate-metadata.json`: the same files described as an RO-Crate 1.1.
- `seeds/`: the raw files of the texts that are published in full, byte for byte.
- `annotations/`: every mention as a Web Annotation of a raw file, a page of JSON-LD for each text, from
  `collection.json` on; `context.jsonld` has the terms that the W3C's model lacks.
- `edition.store.stam.json`: all blocks and mentions as a store of STAM.
- `maps/`: for each text, where every character that is shown stands in the raw file.
- `glossary.ttl`, `glossary.jsonld`: the glossary as a thesaurus (SKOS).
- `tei/`: each text in TEI P5 with its mentions; `reader.odd` and `reader.rng` describe what is used of it.

Offsets are in Unicode code points of the raw file read as UTF-8, a byte order mark included; the end is exclusive.
"""


def readme(settings: DataSettings) -> bytes:
    """Return the file: plain text, which reads as Markdown too."""
    tables = "".join(f"- `{table.name}.csv`, `{table.name}.json`: {table.description}\n" for table in TABLES)
    address = f"From <{settings.site.url}>.\n\n" if settings.site.url else ""
    described = f"{settings.description}\n\n" if settings.description else ""
    terms = settings.terms or "The edition states no terms for what its editors wrote."
    rights = (
        "The rights in each text are its own: `texts.csv` has their statement and notice, and how much is published."
    )
    text = f"# {settings.title}\n\n{described}{address}## Terms\n\n{terms}\n\n{rights}\n\n## Files\n\n{tables}{_FILES}"
    return text.encode()
