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
    DataColumn,
    DataTable,
    TableReference,
)

TEXTS = DataTable(
    "texts",
    "A row for each text.",
    (
        COLUMN_ID,
        DataColumn("title", "The title."),
        DataColumn("title_stated", "Whether the text states the title; if not, it is the editors'.", "boolean"),
        DataColumn("makers", "Who made it, names with semicolons between them; the table makers has more."),
        DataColumn("publisher", "Who published it."),
        DataColumn("issued", "When it was published (EDTF)."),
        DataColumn("modified", "When it was last changed (EDTF)."),
        DataColumn("languages", "Its languages (BCP 47), with spaces between them."),
        DataColumn("genre", "The kind of text, a type of CSL."),
        DataColumn("original", "The address at which it was published."),
        DataColumn("rights", "The address of the rights statement or licence."),
        DataColumn("rights_notice", "The rights notice in its own words."),
        DataColumn("published", "How much of it is published here: full, excerpt, or citation."),
        COLUMN_ADDRESS,
        DataColumn("raw", "The raw file among these data; empty where less than all of the text is published."),
        DataColumn("sha256", "The SHA-256 checksum of the raw file."),
        DataColumn("characters", "The number of code points in the raw file.", "integer"),
    ),
    key=("id",),
)

MAKERS = DataTable(
    "makers",
    "A row for each maker of each text.",
    (
        COLUMN_TEXT,
        COLUMN_POSITION,
        DataColumn("name", "The name, or a description of somebody unnamed."),
        COLUMN_ENTRY,
        DataColumn("role", "The role in making the text."),
        DataColumn("kind", "person, organisation, or unnamed."),
        DataColumn("affiliation", "The organisation that the maker belongs to."),
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
        DataColumn("role", "What it is in the text."),
        COLUMN_LANGUAGE,
        DataColumn("level", "The depth of a nested list item or heading, 0 outermost.", "integer"),
        COLUMN_START,
        COLUMN_END,
        DataColumn("words", "Its words as the page shows them; empty where they are not published."),
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
        DataColumn("block_end", "Where it ends in the words of the block, exclusive.", "integer"),
        COLUMN_START,
        COLUMN_END,
        DataColumn("exact", "The words in the raw file, line breaks included; without a raw file, the words shown."),
        COLUMN_ENTRY,
        DataColumn("rule", "The rule by which it is linked."),
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
        DataColumn("left", "The words before it in the block; … where they are cut."),
        DataColumn("exact", "The words as the page shows them."),
        DataColumn("right", "The words after it in the block."),
    ),
    key=("text", "block", "block_start"),
    references=(
        TableReference(("text", "block", "block_start"), "mentions", ("text", "block", "block_start")),
        *OF_ENTRY,
    ),
)
