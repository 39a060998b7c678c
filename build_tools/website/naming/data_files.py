"""The files in which programs find an edition: what a page can offer for download."""

from __future__ import annotations

DATA_FOLDER = "data/"
"""The folder of the site with the data."""

ARCHIVE = "edition.zip"
"""The archive with all of them."""

DATA_TABLES = (
    *("texts", "makers", "blocks", "mentions", "concordance", "entries", "labels", "relations"),
    *("differences", "passages", "quotations", "versions", "outside"),
)
"""The names of the tables; each is a file in every format."""

TABLE_FORMATS = ("csv", "json")
"""The formats of tables, which are the endings of their files."""

OTHER_FILES = (
    *("datapackage.json", "ro-crate-metadata.json", "annotations/collection.json", "context.jsonld"),
    *("edition.store.stam.json", "glossary.ttl", "glossary.jsonld"),
)
"""What describes or annotates the texts; there is more in folders."""
