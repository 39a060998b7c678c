"""The fields of an outside source and their reader: what it is, where it is found, whose word it is."""

from __future__ import annotations

from build_tools.corpus.front_matter import FrontMatter
from build_tools.corpus.front_matter.declarations import Field, FileKind
from build_tools.corpus.front_matter.list_types import Texts
from build_tools.corpus.front_matter.map_types import Map, Maps, value_of
from build_tools.corpus.front_matter.text_types import LANGUAGE_TAG, WEB_ADDRESS, Date, Id, Text, Truth
from build_tools.model.findings import Finding
from build_tools.model.registers import Original, OutsideWork

OUTSIDE_WORK = FileKind(
    "outside",
    "docs/outside",
    "An outside source",
    (
        Field("title", Text(), "The title, in the language of the work.", "Nordia summons ambassador", required=True),
        Field(
            "translated_title", Text(), "The title in the language of the site, if the work is in another.", "A visit"
        ),
        Field("publisher", Text(), "Who published it.", "The Gazette", required=True),
        Field("creators", Texts("creator"), "The author or the agency whose text it is.", "[Nordian Press]"),
        Field("date", Date(), "When it was published, in EDTF; left out if the page has no date.", '"2024-02-03"'),
        Field(
            "url",
            Text(rule=WEB_ADDRESS, label="URI"),
            "Its address.",
            "https://www.koreaherald.com/article/3316537",
            required=True,
        ),
        Field(
            "archived",
            Text(missing=None, rule=WEB_ADDRESS, label="URI"),
            "The address of an archived copy, if one is known.",
            "https://web.archive.org/web/20240203/https://www.koreaherald.com/article/3316537",
        ),
        Field(
            "language",
            Text(rule=LANGUAGE_TAG, label="language tag"),
            "Its language.",
            "en",
            required=True,
        ),
        Field(
            "official",
            Truth(),
            "Whether the publisher is the body whose act or statement it is cited for.",
            "true",
        ),
        Field(
            "affiliation",
            Text(),
            "The state or party to which the publisher belongs, or what sort of publisher it is.",
            "Nordian state news agency",
        ),
        Field(
            "via",
            Id(),
            "The work through which it was read.",
            "gazette-2024-02-03",
            attribute="read_through",
            refers_to=("outside",),
        ),
    ),
)

_ORIGINAL = (
    Field(
        "outside",
        Id(),
        "The work that has the words.",
        "gazette-2024-02-04",
        required=True,
        attribute="work",
        refers_to=("outside",),
    ),
    Field("quote", Text(), "The words, in their language.", '"words of it"', required=True),
    Field("lang", Text(rule=LANGUAGE_TAG, label="language tag"), "The language of the words.", "fr", required=True),
    Field("translation", Text(), "The words in the language of the site.", '"words of it"'),
    Field("note", Text(), "Where and when they were said.", "Lumen, 4 February 2024"),
)

ORIGINALS = Maps(Map(_ORIGINAL, value_of(Original, "work", "quote", "lang", line_of="quote")))
"""The first utterance of a statement, where public record has it."""


def read_outside_work(parsed: FrontMatter) -> tuple[OutsideWork | None, list[Finding]]:
    """Read a work from its file; None where it has no title or no address. Its id is the file's stem."""
    reader, values = OUTSIDE_WORK.read(parsed)
    usable = values["title"] and values["url"]
    return (OutsideWork(**parsed.identity, **values) if usable else None), reader.findings
