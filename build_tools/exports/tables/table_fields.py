"""What a table is, as a Table Schema describes it, and columns that several tables have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class DataColumn:
    """A column of a table.

    Attributes:
        name: Its name, in the first row.
        description: What it holds.
        type: The type of its values, as a Table Schema names it.
    """

    name: str
    description: str
    type: Literal["string", "integer", "boolean"] = "string"


@dataclass(frozen=True, slots=True)
class TableReference:
    """Columns whose values name a row of another table, by its columns `to`; none where they are empty."""

    columns: tuple[str, ...]
    table: str
    to: tuple[str, ...] = ("id",)


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table: its name, what a row of it is, its columns, and how its rows are told apart and refer to others."""

    name: str
    description: str
    columns: tuple[DataColumn, ...]
    key: tuple[str, ...] = ()
    references: tuple[TableReference, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return tuple(column.name for column in self.columns)


COLUMN_ID = DataColumn("id", "The id, which is also the last part of the address.")
COLUMN_ADDRESS = DataColumn("address", "The address of its page; relative to the site where the site's is not known.")
COLUMN_TEXT = DataColumn("text", "The id of the text.")
COLUMN_BLOCK = DataColumn("block", "The id of the block; a numbered paragraph is p1, p2, …")
COLUMN_BLOCK_START = DataColumn("block_start", "Where it begins in the words of the block, in code points.", "integer")
COLUMN_ENTRY = DataColumn("entry", "The id of the entry.")
COLUMN_ABOUT = DataColumn("about", "The ids of the entries concerned, with spaces between them.")
COLUMN_START = DataColumn(
    "start", "Where it begins in the raw file, in code points; empty without a raw file.", "integer"
)
COLUMN_END = DataColumn("end", "Where it ends there, exclusive.", "integer")
COLUMN_POSITION = DataColumn("position", "Its place in the list, from 1.", "integer")
COLUMN_WORDS = DataColumn("words", "The words that are quoted; empty where they are not published.")
COLUMN_LANGUAGE = DataColumn("language", "The language of the words (BCP 47).")
OF_BLOCK = (TableReference(("text", "block"), "blocks", ("text", "id")),)
OF_TEXT = (TableReference(("text",), "texts"),)
OF_ENTRY = (TableReference(("entry",), "entries"),)
