"""The fields of a quotation and their reader: who said it, when and on which occasion, and each text's version."""

from __future__ import annotations

from build_tools.corpus.front_matter import FrontMatter
from build_tools.corpus.front_matter.declarations import Field, FileKind
from build_tools.corpus.front_matter.list_types import ids
from build_tools.corpus.front_matter.text_types import Date, Id, Text
from build_tools.corpus.registers.outside_fields import ORIGINALS
from build_tools.corpus.registers.passages import VERSIONS
from build_tools.model.findings import Finding
from build_tools.model.registers import Quotation

QUOTATION = FileKind(
    "quotation",
    "docs/quotations",
    "A statement and its versions",
    (
        Field("title", Text(), "What was said, in a few words.", "Relations can be restored", required=True),
        Field("speaker", Id(), "Who said it.", "anna-vane", refers_to=("entry",)),
        Field("speaker_name", Text(), "Their name, if there is no entry.", "a senior official"),
        Field("occasion", Text(), "The occasion.", "A meeting with ambassadors in Lumen"),
        Field("date", Date(), "The date, in EDTF.", '"2023-12-04"'),
        Field("derivation", Text(), "How the date is known, with evidence.", '"Dated by the text [@letter, ¶4]."'),
        Field("chain", Text(), "Through whom the words reached the texts.", "Quoted from a report by the Gazette."),
        Field("about", ids("entry"), "The entries that it concerns.", "[nordia]", refers_to=("entry",)),
        Field(
            "versions",
            VERSIONS,
            "The words of each text that has them; at least one.",
            '[{source: letter, block: p4, quote: "words of it", lang: en}]',
            required=True,
            checked_later=True,
        ),
        Field(
            "originals",
            ORIGINALS,
            "The first utterance, as outside sources record it.",
            '[{outside: gazette-2024-02-04, quote: "words of it", lang: fr}]',
            drafted=False,
        ),
        Field("former_ids", ids("former id"), "Earlier ids; their addresses redirect to this one.", "[vane-on-ties]"),
    ),
    any_of=("speaker", "speaker_name"),
)


def read_quotation(parsed: FrontMatter) -> tuple[Quotation | None, list[Finding]]:
    """Read a quotation from its file; None where it has no title. Its id is the file's stem."""
    reader, values = QUOTATION.read(parsed)
    if not reader.count("versions"):
        hint = 'Add versions: [{source: id, block: p4, quote: "words of it", lang: en}].'
        reader.add(reader.line("versions"), "field-missing", "the quotation has no version", hint)
    if not values["speaker"] and not values["speaker_name"]:
        hint = 'Add a line "speaker: an-entry-id", or "speaker_name: …" if there is no entry.'
        reader.add(1, "speaker-missing", "the quotation has no speaker", hint)
    return (Quotation(**parsed.identity, **values) if values["title"] else None), reader.findings
