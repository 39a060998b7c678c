"""The fields of a source page: what is known of a text, and what its editors ruled on it."""

from __future__ import annotations

from build_tools.corpus.excerpt_fields import LIMITS
from build_tools.corpus.front_matter import FieldReader
from build_tools.corpus.front_matter.declarations import Field, FileKind, Values, field_names
from build_tools.corpus.front_matter.list_types import Texts, ids
from build_tools.corpus.front_matter.map_types import Map, Maps, Reasons, value_of
from build_tools.corpus.front_matter.text_types import LANGUAGE_TAG, WEB_ADDRESS, Choice, Date, Rule, Text
from build_tools.corpus.front_matter.typed_words import meant_rights
from build_tools.corpus.sources.former_places import FORMER_PLACES
from build_tools.corpus.sources.parallel_rows import Parallels
from build_tools.corpus.sources.rulings import RULINGS
from build_tools.model import CREATOR_KINDS, EXTENTS, Creator, ExcerptLimits, OriginalFile, Rights

GENRES = (
    *("article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter"),
    *("classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event"),
    *("figure", "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map"),
    *("motion_picture", "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical"),
    *("personal_communication", "post", "post-weblog", "regulation", "report", "review", "review-book", "software"),
    *("song", "speech", "standard", "thesis", "treaty", "webpage"),
)
"""The item types of CSL, the Citation Style Language 1.0.2, appendix III."""

_COMMON_GENRES = (
    *("article-newspaper", "article-magazine", "article-journal", "report", "webpage", "book", "speech", "treaty"),
    "document",
)

_RIGHTS_STATEMENT = Rule(
    r"https?://(rightsstatements\.org/vocab/(InC(-(OW-EU|EDU|NC|RUU))?|NoC-(CR|NC|OKLR|US)|CNE|UND|NKC)/1\.0/"
    r"|creativecommons\.org/(licenses|publicdomain)/[\w.+/-]+)",
    "rights-statement-unknown",
    '"{text}" is not a rights statement',
    "Write a URI of rightsstatements.org, such as http://rightsstatements.org/vocab/InC/1.0/ (in copyright).",
    meant_rights,
)

_WORDS = Text(missing=None, numbers=False)

_CREATOR = (
    Field("name", Text(numbers=False), "The name as the text prints it.", "Anna Vane", required=True),
    Field("entry", _WORDS, "The id of an entry.", "anna-vane", refers_to=("entry",)),
    Field("role", _WORDS, "What they did, if they are not the author.", "translator"),
    Field("affiliation", _WORDS, "Where they worked at the time.", "The Gazette"),
    Field("family", _WORDS, "The family name, if the name does not show which part it is.", "Vane"),
    Field(
        "kind",
        Choice(
            CREATOR_KINDS,
            "word-unknown",
            '"{text}" is not a kind of creator',
            missing=CREATOR_KINDS[0],
            table="creator",
        ),
        "organisation for a body; unnamed for somebody who is described but not named (the text is unsigned).",
        "organisation",
    ),
)


def _creator(item: FieldReader, values: Values) -> Creator | None:
    name, family = values["name"], values["family"]
    if family is not None and family not in name:
        hint = f'Write the part of "{name}" that is the family name, letter for letter.'
        item.add(item.line("family"), "family-not-in-name", f'"{family}" is not a part of the name', hint)
        values["family"] = None
    return Creator(**values) if name else None


_RIGHTS = (
    Field(
        "statement",
        Text(numbers=False, rule=_RIGHTS_STATEMENT, label="URI"),
        "On what grounds the text may be published, as a URI of rightsstatements.org or Creative Commons:"
        " http://rightsstatements.org/vocab/InC/1.0/ (in copyright), http://rightsstatements.org/vocab/CNE/1.0/"
        " (not evaluated), https://creativecommons.org/publicdomain/mark/1.0/ (in the public domain).",
        "http://rightsstatements.org/vocab/InC/1.0/",
        required=True,
    ),
    Field("notice", _WORDS, "The copyright notice of the text, if it has one.", '"© 2024 The Gazette"'),
    Field(
        "publish",
        Choice(
            EXTENTS,
            "rights-publish-unknown",
            '"{text}" does not say how much is published',
            missing=EXTENTS[0],
            table="publish",
        ),
        "How much of the text is published: full; excerpt, quotations within the limits below; or citation, none of its"
        " words.",
        "full",
        required=True,
    ),
    *LIMITS,
)


def _rights(_: FieldReader, values: Values) -> Rights:
    limits = ExcerptLimits(**{field.name: values.pop(field.name) for field in LIMITS})
    return Rights(**values, limits=limits)


_ORIGINAL = (
    Field(
        "file", Text(numbers=False, label="file name"), "The file in seeds/originals/.", "letter.docx", required=True
    ),
    Field("converter", Text(numbers=False), "The program that converted it.", "pandoc", required=True),
    Field("version", Text(), "The version of the program.", '"3.9"', required=True),
)


_BIBLIOGRAPHY = (
    Field("seed", Text(numbers=False, label="file name"), "The file in seeds/.", "letter.txt", required=True),
    Field("title", Text(numbers=False), "The title, as the text states it.", "Letters from Lumen", required=True),
    Field("short_title", _WORDS, "Two or three words by which other pages cite the text.", "Letters from Lumen"),
    Field(
        "creators",
        Maps(Map(_CREATOR, _creator)),
        "Who made it; entry is the id of a glossary entry, if there is one.",
        "[{name: Anna Vane, entry: anna-vane}]",
    ),
    Field("publisher", _WORDS, "Who published it.", "The Gazette"),
    Field(
        "issued",
        Date(),
        "When it appeared, as exactly as is known, in EDTF: 2024, 2024-05, 2024-05-13, 2024-06-20/ for that day or"
        " later, or 2024-02/2024-06 for a span.",
        '"2024-05-13T17:02:00+09:00"',
    ),
    Field("modified", Date(), "When it was last changed, in EDTF.", '"2024-05-14"', drafted=False),
    Field(
        "url",
        Text(missing=None, rule=WEB_ADDRESS, label="web address"),
        "The address of the original.",
        "https://example.org/article",
    ),
    Field(
        "genre",
        Choice(
            GENRES,
            "genre-unknown",
            '"{text}" is not a CSL item type',
            common=_COMMON_GENRES,
            missing="document",
            table="genre",
        ),
        "The kind of text: an item type of CSL.",
        "article-newspaper",
        required=True,
    ),
    Field(
        "languages",
        Texts("language", label="list of language tags", rule=LANGUAGE_TAG, fewest=1),
        "The languages of the text, such as en, zh, fr or ko, the main one first.",
        "[en, fr]",
        required=True,
    ),
    Field(
        "rights",
        Map(
            _RIGHTS,
            _rights,
            missing=Rights("", None, EXTENTS[0]),
            hint="Write rights: {statement: URI, notice: null, publish: full}.",
        ),
        "Whether the text may be published.",
        "{statement: http://rightsstatements.org/vocab/InC/1.0/, notice: null, publish: full}",
        required=True,
    ),
)

SOURCE = FileKind(
    "source",
    "docs/sources",
    "A text of the corpus",
    (
        *_BIBLIOGRAPHY,
        Field(
            "original",
            Map(_ORIGINAL, value_of(OriginalFile, "file", "converter", line_of="file")),
            "The file from which the seed was converted; the command that adds a text writes it.",
            '{file: letter.docx, converter: pandoc, version: "3.9"}',
            drafted=False,
        ),
        Field(
            "inferred",
            Reasons(field_names(_BIBLIOGRAPHY)),
            "The reason for each value above that the text does not state.",
            '{publisher: "The paper\'s site has a page with this title."}',
        ),
        Field(
            "parallel",
            Parallels(),
            "The languages in which the text says the same, to be shown side by side.",
            "[en, fr]",
            drafted=False,
        ),
        Field(
            "former_ids",
            ids("former id"),
            "Earlier ids; their addresses redirect to this text.",
            "[slope]",
            drafted=False,
        ),
        Field(
            "former_places",
            FORMER_PLACES,
            "Places of an earlier numbering and where their words are now; the command anchors writes them.",
            "[{was: ¶2–14, is: ¶2}]",
            drafted=False,
        ),
        Field(
            "rulings",
            RULINGS,
            "Decisions of editors where no rule of the program applies, each tied to a quotation.",
            '[{quote: "words that occur once", role: heading, reason: "why"}]',
        ),
    ),
)
