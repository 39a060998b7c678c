"""The tables of what editors wrote, and the list of all tables."""

from __future__ import annotations

from build_tools.exports.tables.table_fields import (
    COLUMN_ABOUT,
    COLUMN_ADDRESS,
    COLUMN_BLOCK,
    COLUMN_ENTRY,
    COLUMN_ID,
    COLUMN_LANGUAGE,
    COLUMN_POSITION,
    COLUMN_TEXT,
    COLUMN_WORDS,
    OF_BLOCK,
    OF_ENTRY,
    Column,
    DataTable,
    Reference,
)
from build_tools.exports.tables.text_tables import BLOCKS, CONCORDANCE, MAKERS, MENTIONS, TEXTS

ENTRIES = DataTable(
    "entries",
    "A row for each entry of the glossary.",
    (
        COLUMN_ID,
        Column("kind", "The kind of entry."),
        Column("label", "The preferred label."),
        Column("definition", "The definition, in Markdown."),
        Column("notation", "Its identifier elsewhere."),
        COLUMN_ADDRESS,
    ),
    key=("id",),
)

LABELS = DataTable(
    "labels",
    "A row for each name of each entry.",
    (
        COLUMN_ENTRY,
        Column("label", "The name."),
        COLUMN_LANGUAGE,
        Column("use", "preferred, alternative, short, shared, hidden, or search: how the name is used."),
    ),
    references=OF_ENTRY,
)

RELATIONS = DataTable(
    "relations",
    "A row for each entry that an entry names as broader or related.",
    (
        COLUMN_ENTRY,
        Column("relation", "broader or related."),
        Column("other", "The id of the other entry."),
    ),
    key=("entry", "relation", "other"),
    references=(*OF_ENTRY, Reference(("other",), "entries")),
)

DIFFERENCES = DataTable(
    "differences",
    "A row for each point on which texts differ, or differ in precision alone.",
    (
        COLUMN_ID,
        Column("title", "Its title."),
        Column("claim", "What is in question."),
        Column("kind", "In what the texts differ."),
        COLUMN_ABOUT,
        Column("known", "What is known from elsewhere, in Markdown."),
        Column("reading", "How the editors read it."),
        Column("confidence", "How sure they are: high, medium, low, or open."),
        Column("outside", "The ids of the outside sources cited, with spaces between them."),
        COLUMN_ADDRESS,
    ),
    key=("id",),
)

PASSAGES = DataTable(
    "passages",
    "A row for each passage of a text that speaks to a difference.",
    (
        Column("difference", "The id of the difference."),
        COLUMN_POSITION,
        COLUMN_TEXT,
        COLUMN_BLOCK,
        COLUMN_WORDS,
        Column("gloss", "What they mean, in the editors' words."),
        Column("by_kind", "What sort of speaker says so: author, official, agency, or unnamed."),
        Column("by", "Who says so: an entry's id or a name."),
    ),
    key=("difference", "position"),
    references=(Reference(("difference",), "differences"), *OF_BLOCK),
)

QUOTATIONS = DataTable(
    "quotations",
    "A row for each statement that texts quote.",
    (
        COLUMN_ID,
        Column("title", "Its title."),
        Column("speaker", "The id of the speaker's entry."),
        Column("speaker_name", "The speaker's name, where there is no entry."),
        Column("occasion", "The occasion on which it was made."),
        Column("date", "When it was made (EDTF)."),
        Column("chain", "Via whom the words reached the texts."),
        COLUMN_ABOUT,
        COLUMN_ADDRESS,
    ),
    key=("id",),
    references=(Reference(("speaker",), "entries"),),
)

VERSIONS = DataTable(
    "versions",
    "A row for each version of a quotation in a text.",
    (
        Column("quotation", "The id of the quotation."),
        COLUMN_POSITION,
        COLUMN_TEXT,
        COLUMN_BLOCK,
        COLUMN_WORDS,
        COLUMN_LANGUAGE,
        Column("via", "Via whom it reached the text."),
    ),
    key=("quotation", "position"),
    references=(Reference(("quotation",), "quotations"), *OF_BLOCK),
)

OUTSIDE = DataTable(
    "outside",
    "A row for each outside source.",
    (
        COLUMN_ID,
        Column("title", "Its title, in its own language."),
        Column("translated_title", "The title in the language of the site."),
        Column("publisher", "Who published it."),
        Column("makers", "Authors or agencies, with semicolons between them."),
        Column("date", "When it was published (EDTF)."),
        Column("original", "Its address."),
        Column("archived", "The address of an archived copy."),
        COLUMN_LANGUAGE,
        Column("official", "Whether it is the word of the body whose act or statement is cited.", "boolean"),
        Column("affiliation", "To what state or party its publisher belongs, or what sort of publisher it is."),
        Column("read_through", "The id of the work through which it was read."),
        Column("notes", "What it says that the edition rests on, in Markdown."),
    ),
    key=("id",),
    references=(Reference(("read_through",), "outside"),),
)

TABLES = (
    *(TEXTS, MAKERS, BLOCKS, MENTIONS, CONCORDANCE, ENTRIES, LABELS, RELATIONS),
    *(DIFFERENCES, PASSAGES, QUOTATIONS, VERSIONS, OUTSIDE),
)
"""Every table, in the order in which they are described."""
