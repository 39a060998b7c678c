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
    DataColumn,
    DataTable,
    TableReference,
)
from build_tools.exports.tables.text_tables import BLOCKS, CONCORDANCE, MAKERS, MENTIONS, TEXTS

ENTRIES = DataTable(
    "entries",
    "A row for each entry of the glossary.",
    (
        COLUMN_ID,
        DataColumn("kind", "The kind of entry."),
        DataColumn("label", "The preferred label."),
        DataColumn("definition", "The definition, in Markdown."),
        DataColumn("notation", "Its identifier elsewhere."),
        COLUMN_ADDRESS,
    ),
    key=("id",),
)

LABELS = DataTable(
    "labels",
    "A row for each name of each entry.",
    (
        COLUMN_ENTRY,
        DataColumn("label", "The name."),
        COLUMN_LANGUAGE,
        DataColumn("use", "preferred, alternative, short, shared, hidden, or search: how the name is used."),
    ),
    references=OF_ENTRY,
)

RELATIONS = DataTable(
    "relations",
    "A row for each entry that is broader than an entry or related to it.",
    (
        COLUMN_ENTRY,
        DataColumn("relation", "broader or related."),
        DataColumn("other", "The id of the other entry."),
    ),
    key=("entry", "relation", "other"),
    references=(*OF_ENTRY, TableReference(("other",), "entries")),
)

DIFFERENCES = DataTable(
    "differences",
    "A row for each point on which texts differ, or differ in precision alone.",
    (
        COLUMN_ID,
        DataColumn("title", "Its title."),
        DataColumn("claim", "What is in question."),
        DataColumn("kind", "In what the texts differ."),
        COLUMN_ABOUT,
        DataColumn("known", "What is known from elsewhere, in Markdown."),
        DataColumn("reading", "How the editors read it."),
        DataColumn("confidence", "How sure they are: high, medium, low, or open."),
        DataColumn(
            "outside",
            "The ids of the outside sources in its field outside, with spaces between them. "
            "A source that is only described there has no id and is left out.",
        ),
        COLUMN_ADDRESS,
    ),
    key=("id",),
)

PASSAGES = DataTable(
    "passages",
    "A row for each passage of a text that speaks to a difference.",
    (
        DataColumn("difference", "The id of the difference."),
        COLUMN_POSITION,
        COLUMN_TEXT,
        COLUMN_BLOCK,
        COLUMN_WORDS,
        DataColumn("gloss", "What they mean, in the editors' words."),
        DataColumn("by_kind", "What sort of speaker says so: author, official, agency, or unnamed."),
        DataColumn("by", "Who says so: an entry's id or a name."),
    ),
    key=("difference", "position"),
    references=(TableReference(("difference",), "differences"), *OF_BLOCK),
)

QUOTATIONS = DataTable(
    "quotations",
    "A row for each statement that texts quote.",
    (
        COLUMN_ID,
        DataColumn("title", "Its title."),
        DataColumn("speaker", "The id of the speaker's entry."),
        DataColumn("speaker_name", "The speaker's name, where there is no entry."),
        DataColumn("occasion", "The occasion on which it was made."),
        DataColumn("date", "When it was made (EDTF)."),
        DataColumn("chain", "Via whom the words reached the texts."),
        COLUMN_ABOUT,
        COLUMN_ADDRESS,
    ),
    key=("id",),
    references=(TableReference(("speaker",), "entries"),),
)

VERSIONS = DataTable(
    "versions",
    "A row for each version of a quotation in a text.",
    (
        DataColumn("quotation", "The id of the quotation."),
        COLUMN_POSITION,
        COLUMN_TEXT,
        COLUMN_BLOCK,
        COLUMN_WORDS,
        COLUMN_LANGUAGE,
        DataColumn("via", "Via whom it reached the text."),
    ),
    key=("quotation", "position"),
    references=(TableReference(("quotation",), "quotations"), *OF_BLOCK),
)

OUTSIDE = DataTable(
    "outside",
    "A row for each outside source.",
    (
        COLUMN_ID,
        DataColumn("title", "Its title, in its own language."),
        DataColumn("translated_title", "The title in the language of the site."),
        DataColumn("publisher", "Who published it."),
        DataColumn("makers", "Authors or agencies, with semicolons between them."),
        DataColumn("date", "When it was published (EDTF)."),
        DataColumn("original", "Its address."),
        DataColumn("archived", "The address of an archived copy."),
        COLUMN_LANGUAGE,
        DataColumn("official", "Whether it is the word of the body whose act or statement is cited.", "boolean"),
        DataColumn("affiliation", "To what state or party its publisher belongs, or what sort of publisher it is."),
        DataColumn("read_through", "The id of the work through which it was read."),
        DataColumn("notes", "What it says that the edition rests on, in Markdown."),
    ),
    key=("id",),
    references=(TableReference(("read_through",), "outside"),),
)

TABLES = (
    *(TEXTS, MAKERS, BLOCKS, MENTIONS, CONCORDANCE, ENTRIES, LABELS, RELATIONS),
    *(DIFFERENCES, PASSAGES, QUOTATIONS, VERSIONS, OUTSIDE),
)
"""Every table, in the order in which they are described."""
