"""The fields of an entry of the glossary, the dated facts among them: the event it is, offices held, its review."""

from __future__ import annotations

from build_tools.corpus.front_matter import FieldReader
from build_tools.corpus.front_matter.declarations import Field, FileKind, Values
from build_tools.corpus.front_matter.list_types import Labels, Name, Texts, ids
from build_tools.corpus.front_matter.map_types import Map, Maps, value_of
from build_tools.corpus.front_matter.text_types import Choice, Date, Rule, Text
from build_tools.corpus.registers.passages import ACCOUNTS
from build_tools.model import KINDS
from build_tools.model.registers import REVIEW_STATES, Event, OutsideDate, Review, Role
from build_tools.model.thesaurus.authorities import AUTHORITIES, AUTHORITY_URI, meant_authority_uri

DEFINITION_LIMIT = 240
"""Characters that a definition may have: it must fit on a card."""

_SAME_AS = Rule(
    AUTHORITY_URI,
    "authority-unknown",
    '"{text}" is not the address of a thing in an authority file',
    "Write the whole address in one of: "
    + ", ".join(f"{authority.name} ({authority.uri}…)" for authority in AUTHORITIES)
    + ".",
    meant_authority_uri,
)

_NAME_OR_ID = Text(missing=None, label="id or name")

_OUTSIDE = (
    Field("date", Date(), "The date by the evidence, in EDTF.", '"2024-06-19"', required=True),
    Field("evidence", Text(), "The evidence.", '"[outside: publisher-2024-06-19]"', required=True),
)

_EVENT = (
    Field("date", Date(), "The date of the event, as the editors conclude, in EDTF.", '"2024-06-19"'),
    Field(
        "derivation",
        Text(),
        "How the date is known if no text states it, with evidence.",
        '"Dated by the text [@letter, ¶5]."',
    ),
    Field("place", _NAME_OR_ID, "The place: the id of an entry.", "lumen", refers_to=("entry",)),
    Field("place_name", Text(), "The place in words, if it has no entry.", "The Old Harbour"),
    Field(
        "participants",
        ids("participant"),
        "Who took part: ids of entries.",
        "[anna-vane, otto-brell]",
        refers_to=("entry",),
    ),
    Field(
        "accounts",
        ACCOUNTS,
        "The words in which texts report it.",
        '[{source: letter, block: p5, quote: "planned visit to Vesland", mode: expected}]',
    ),
    Field(
        "outside",
        Maps(Map(_OUTSIDE, value_of(OutsideDate, "date", "evidence", line_of="evidence"))),
        "What outside evidence says of the date.",
        '[{date: "2024-06-19", evidence: "[outside: publisher-2024-06-19]"}]',
    ),
)


def _event(item: FieldReader, values: Values) -> Event:
    return Event(**values, lines=dict(item.fields.key_lines))


_ROLE = (
    Field("title", Text(), "The office.", "president", required=True),
    Field(
        "organisation", _NAME_OR_ID, "The organisation: the id of an entry, or a name.", "nordia", refers_to=("entry",)
    ),
    Field("from", Date(endless=True), "The date on which it began.", '"2012-05-07"', attribute="begin"),
    Field("to", Date(endless=True), 'The date on which it ended; ".." if it has not.', '".."', attribute="end"),
    Field("at", Date(), "A date on which, by the evidence, it was held.", '"2024-06"'),
    Field("evidence", Text(), "The paragraph that says so.", '"[@letter, ¶4]"', required=True, checked_later=True),
)

_REVIEW = (
    Field(
        "state",
        Choice(REVIEW_STATES),
        "Written; checked against its mentions; read by a second person too.",
        "checked",
        required=True,
    ),
    Field("on", Date(), "The day of the review.", '"2026-11-22"'),
    Field("how", Text(), "What was reviewed.", "Every passage read against the entry."),
)

ENTRY = FileKind(
    "entry",
    "docs/glossary",
    "An entry of the glossary",
    (
        Field(
            "pref_label",
            Name(),
            "The heading. Words in brackets at its end only distinguish it from a namesake.",
            "unfriendly country",
            required=True,
        ),
        Field(
            "kind",
            Choice(KINDS, "kind-unknown", '"{text}" is not a kind of entry', table="kind"),
            "The kind of thing it is.",
            "concept",
            required=True,
        ),
        Field(
            "definition",
            Text(longest=DEFINITION_LIMIT),
            f"One plain sentence of {DEFINITION_LIMIT} characters at most, ended by a full stop, without Markdown.",
            "Country that Nordia puts on a list for closing its ports.",
            required=True,
            checked_later=True,
        ),
        Field(
            "evidence",
            Texts("piece of evidence", label="list of evidence"),
            "The paragraphs that support the definition.",
            '["[@source-id, ¶4]", "[outside: gazette-2024-02-04]"]',
        ),
        Field(
            "alt_labels",
            Labels("alternative label"),
            'Other names, by language, as texts and reference works give them; put "No" and "1990" in quotes.',
            "{en: [unfriendly state], fr: [État hostile]}",
        ),
        Field(
            "short_labels",
            Labels("short label"),
            "Surnames and other short forms, linked only where the text makes clear who is meant.",
            "[Vane]",
        ),
        Field(
            "shared_labels",
            Labels("shared label"),
            "Names that belong to another entry but can mean this one.",
            "[Lumen]",
        ),
        Field("hidden_labels", Labels("hidden label"), "Spellings that are matched but never shown.", "[Lummen]"),
        Field(
            "search_labels",
            Labels("search label"),
            "Words that find it in a search but do not name it in a text.",
            "{fr: [nordien]}",
        ),
        Field("related", ids("related entry"), "Ids of related entries.", "[treaty-of-lumen]", refers_to=("entry",)),
        Field("broader", ids("broader entry"), "Ids of entries that it is part of.", "[nordia]", refers_to=("entry",)),
        Field(
            "former_ids",
            ids("former id"),
            "Earlier ids; their addresses redirect to this entry.",
            "[hostile-country]",
            drafted=False,
        ),
        Field(
            "not_within",
            Labels("phrase"),
            "Longer phrases in which one of the names means something else; each contains a label of the entry.",
            "[West Coast]",
        ),
        Field(
            "not_in_sources",
            ids("source"),
            "Texts in which the entry never applies.",
            "[preface]",
            drafted=False,
            refers_to=("source",),
        ),
        Field("notation", Text(missing=None), "Its identifier elsewhere.", "Q159", drafted=False),
        Field(
            "same_as",
            Texts("address", rule=_SAME_AS),
            "The same thing in Wikidata, VIAF or GND, by its address there.",
            "[http://www.wikidata.org/entity/Q159]",
            drafted=False,
        ),
        Field(
            "event",
            Map(_EVENT, _event),
            "For an event, when and where it happened.",
            '{date: "2024-06-19", place: pyongyang}',
        ),
        Field(
            "roles",
            Maps(Map(_ROLE, value_of(Role, "title", line_of="title"), any_of=("at", "from", "to"))),
            "For a person, the offices as the texts give them.",
            '[{title: president, organisation: nordia, at: "2024-06", evidence: "[@source-id, ¶4]"}]',
        ),
        Field(
            "review",
            Map(_REVIEW, value_of(Review, "state")),
            "How far the entry has been reviewed.",
            '{state: checked, on: "2026-11-22"}',
            drafted=False,
        ),
        Field(
            "unmentioned",
            Text(),
            "Why the entry exists, if no text names it.",
            "The texts call it by its members.",
            drafted=False,
        ),
    ),
)
