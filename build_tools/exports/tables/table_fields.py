"""What a table is, as a Table Schema describes it, and columns that several tables have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Column:
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
class Reference:
    """Columns whose values name a row of another table, by its columns `to`; none where they are empty."""

    columns: tuple[str, ...]
    table: str
    to: tuple[str, ...] = ("id",)


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table: its name, what a row of it is, its columns, and how its rows are told apart and refer to others."""

    name: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return tuple(column.name for column in self.columns)


COLUMN_ID = Column("id", "The id, which is also the last part of the address.")
COLUMN_ADDRESS = Column("address", "The address of its page; relative to the site where the site's is not known.")
COLUMN_TEXT = Column("text", "The id of the text.")
COLUMN_BLOCK = Column("block", "The id of the block; a numbered paragraph is p1, p2, …")
COLUMN_BLOCK_START = Column("block_start", "Where it begins in the words of the block, in code points.", "integer")
COLUMN_ENTRY = Column("entry", "The id of the entry.")
COLUMN_ABOUT = Column("about", "The ids of the entries concerned, with spaces between them.")
COLUMN_START = Column("start", "Where it begins in the raw file, in code points; empty without a raw file.", "integer")
COLUMN_END = Column("end", "Where it ends there, exclusive.", "integer")
COLUMN_POSITION = Column("position", "Its place in the list, from 1.", "integer")
COLUMN_WORDS = Column("words", "The words that are quoted; empty where they are not published.")
COLUMN_LANGUAGE = Column("language", "The language of the words (BCP 47).")
OF_BLOCK = (Reference(("text", "block"), "blocks", ("text", "id")),)
OF_TEXT = (Reference(("text",), "texts"),)
OF_ENTRY = (Reference(("entry",), "entries"),)
