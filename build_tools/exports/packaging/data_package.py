"""The Data Package of the tables (frictionlessdata.io, specification 1), with a Table Schema for each."""

from __future__ import annotations

import json
from collections.abc import Iterator

from build_tools.exports.packaging.described_data import DataSettings, Tally
from build_tools.exports.tables.table_fields import DataTable
from build_tools.exports.tables.written_tables import TABLES
from build_tools.website.naming.data_files import TABLE_FORMATS

PACKAGE = "datapackage.json"
README = "README.txt"  # a name in Markdown would make it a page, where a generator publishes the tree
NO_ROWS = "[]\n"
"""A table of JSON that has no rows."""

FORMATS = dict(zip(TABLE_FORMATS, ("text/csv", "application/json"), strict=True))
"""The media type of each format of tables."""


def data_package(settings: DataSettings, tally: Tally) -> bytes:
    """Return the description of all tables in both formats.

    Args:
        settings: What the edition says of its data.
        tally: The files of the tables, counted.
    """
    value: dict[str, object] = {
        "profile": "data-package",
        "name": "edition",
        "title": settings.title,
        **({"description": settings.description} if settings.description else {}),
        **({"homepage": settings.site.url} if settings.site.url else {}),
        "licenses": [{"path": README, "title": settings.terms or "As the README says"}],
        "resources": [resource for table in TABLES for resource in _resources(table, tally)],
    }
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()


def _resources(table: DataTable, tally: Tally) -> Iterator[dict[str, object]]:
    for ending, media_type in FORMATS.items():
        path, is_first = f"{table.name}.{ending}", ending == "csv"
        if not is_first and tally.size(path) == len(NO_ROWS):
            continue  # a list without rows is no table of JSON, since nothing in it says what the columns are
        yield {
            "profile": "tabular-data-resource",
            "name": table.name if is_first else f"{table.name}-{ending}",
            "path": path,
            "description": table.description,
            "format": ending,
            "mediatype": media_type,
            "encoding": "utf-8",
            # A reader of JSON need not have read it to the end, so that frictionless finds other numbers.
            **({"bytes": tally.size(path), "hash": f"sha256:{tally.checksum(path)}"} if is_first else {}),
            "schema": _schema(table, has_references=is_first),
        }


def _schema(table: DataTable, *, has_references: bool) -> dict[str, object]:
    schema: dict[str, object] = {
        "fields": [
            {"name": column.name, "type": column.type, "description": column.description} for column in table.columns
        ],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    if has_references and table.references:
        schema["foreignKeys"] = [
            {
                "fields": list(reference.columns),
                "reference": {
                    "resource": "" if reference.table == table.name else reference.table,
                    "fields": list(reference.to),
                },
            }
            for reference in table.references
        ]
    return schema
