"""The tables of texts and of what is in them; the rows have the values in the order of the columns."""

from __future__ import annotations

from build_tools.exports.tables.table_fields import (
    COLUMN_ADDRESS,
    COLUMN_BLOCK,
    COLUMN_BLOCK_START,
    COLUMN_END,
    COLUMN_ENTRY,
    COLUMN_ID,
    COLUMN_LANGUAGE,
    COLUMN_POSITION,
    COLUMN_START,
    COLUMN_TEXT,
    OF_BLOCK,
    OF_ENTRY,
    OF_TEXT,
    Column,
    DataTable,
    Reference,
)

TEXTS = DataTable(
    "texts",
    "A row for each text.",
    (
        COLUMN_ID,
        Column("title", "The title."),
        Column("title_stated", "Whether the text states the title; if not, it is the editors'.", "boolean"),
        Column("makers", "Who made it, names with semicolons between them; the table makers has more."),
        Column("publisher", "Who published it."),
        Column("issued", "When it was published (EDTF)."),
        Column("modified", "When it was last changed (EDTF)."),
        Column("languages", "Its languages (BCP 47), with spaces between them."),
        Column("genre", "The kind of text, a type of CSL."),
        Column("original", "The address at which it was published."),
        Column("rights", "The address of the rights statement or licence."),
        Column("rights_notice", "The rights notice in its own words."),
        Column("published", "How much of it is published here: full, excerpt, or citation."),
        COLUMN_ADDRESS,
        Column("raw", "The raw file among these data; empty where less than all of the text is published."),
        Column("sha256", "The SHA-256 checksum of the raw file."),
        Column("characters", "The number of code points in the raw file.", "integer"),
    ),
    key=("id",),
)

MAKERS = DataTable(
    "makers",
    "A row for each maker of each text.",
    (
        COLUMN_TEXT,
        COLUMN_POSITION,
        Column("name", "The name, or a description of somebody unnamed."),
        COLUMN_ENTRY,
        Column("role", "The role in making the text."),
        Column("kind", "person, organisation, or unnamed."),
        Column("affiliation", "The organisation that the maker belongs to."),
    ),
    key=("text", "position"),
    references=(*OF_TEXT, *OF_ENTRY),
)

BLOCKS = DataTable(
    "blocks",
    "A row for each paragraph, heading and other block of each text, in order.",
    (
        COLUMN_TEXT,
        COLUMN_ID,
        Column("role", "What it is in the text."),
        COLUMN_LANGUAGE,
        Column("level", "The depth of a nested list item or heading, 0 outermost.", "integer"),
        COLUMN_START,
        COLUMN_END,
        Column("words", "Its words as the page shows them; empty where they are not published."),
        COLUMN_ADDRESS,
    ),
    key=("text", "id"),
    references=OF_TEXT,
)

MENTIONS = DataTable(
    "mentions",
    "A row for each place where a text names an entry.",
    (
        COLUMN_TEXT,
        COLUMN_BLOCK,
        COLUMN_BLOCK_START,
        Column("block_end", "Where it ends in the words of the block, exclusive.", "integer"),
        COLUMN_START,
        COLUMN_END,
        Column("exact", "The words in the raw file, line breaks included; without a raw file, the words shown."),
        COLUMN_ENTRY,
        Column("rule", "The rule by which it is linked."),
    ),
    key=("text", "block", "block_start"),
    references=(*OF_BLOCK, *OF_ENTRY),
)

CONCORDANCE = DataTable(
    "concordance",
    "A row for each mention, with the words around it (KWIC).",
    (
        COLUMN_ENTRY,
        COLUMN_TEXT,
        COLUMN_BLOCK,
        COLUMN_BLOCK_START,
        Column("left", "The words before it in the block; … where they are cut."),
        Column("exact", "The words as the page shows them."),
        Column("right", "The words after it in the block."),
    ),
    key=("text", "block", "block_start"),
    references=(Reference(("text", "block", "block_start"), "mentions", ("text", "block", "block_start")), *OF_ENTRY),
)
