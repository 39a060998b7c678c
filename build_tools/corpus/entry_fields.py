"""The fields of an entry of the glossary, the dated facts among them: the event it is, offices held, its review."""

from __future__ import annotations

from build_tools.corpus.front_matter import FieldReader
from build_tools.corpus.front_matter.declarations import Field, FileKind, Values
from build_tools.corpus.front_matter.list_types import Labels, Texts, ids
from build_tools.corpus.front_matter.map_types import Map, Maps, value_of
from build_tools.corpus.front_matter.text_types import Choice, Date, Text
from build_tools.corpus.registers.passages import ACCOUNTS
from build_tools.model import KINDS
from build_tools.model.registers import REVIEW_STATES, Event, Review, Role

DEFINITION_LIMIT = 240
"""Characters that a definition may have: it must fit on a card."""

_NAME_OR_ID = Text(missing=None, label="id or name")

_EVENT = (
    Field("date", Date(), "When it happened, in EDTF.", '"2024-06-19"'),
    Field(
        "derivation",
        Text(),
        "How the date is known where no text states it, with evidence.",
        '"Dated by the text [@slippery-slope, ¶5]."',
    ),
    Field("place", _NAME_OR_ID, "Where: the id of an entry.", "pyongyang"),
    Field("place_name", Text(), "Where, in words, if there is no entry.", "Vostochny"),
    Field("participants", ids("participant"), "Who took part: ids of entries.", "[vladimir-putin, kim-jong-un]"),
    Field(
        "accounts",
        ACCOUNTS,
        "The words in which texts tell of it.",
        '[{source: slippery-slope, block: p5, quote: "scheduled visit to North Korea", mode: expected}]',
    ),
)


def _event(item: FieldReader, values: Values) -> Event:
    return Event(**values, lines=dict(item.fields.key_lines))


_ROLE = (
    Field("title", Text(), "The office.", "president", required=True),
    Field("organisation", _NAME_OR_ID, "Where: the id of an entry, or a name.", "russia"),
    Field("from", Date(endless=True), "Since when.", '"2012-05-07"', attribute="begin"),
    Field("to", Date(endless=True), 'Until when; ".." if it has not ended.', '".."', attribute="end"),
    Field("at", Date(), "A day on which the evidence shows that it was held.", '"2024-06"'),
    Field(
        "evidence", Text(), "The paragraph that says so.", '"[@slippery-slope, ¶4]"', required=True, checked_later=True
    ),
)

_REVIEW = (
    Field(
        "state",
        Choice(REVIEW_STATES),
        "Written; checked against its mentions; read by somebody else as well.",
        "checked",
        required=True,
    ),
    Field("on", Date(), "Since which day.", '"2026-11-22"'),
    Field("how", Text(), "In which way.", "Every passage read against the entry."),
)

ENTRY = FileKind(
    "entry",
    "docs/glossary",
    "An entry of the glossary",
    (
        Field(
            "pref_label",
            Text(numbers=False),
            "The heading. Words in brackets at its end only tell it from a namesake.",
            "unfriendly country",
            required=True,
        ),
        Field(
            "kind",
            Choice(KINDS, "kind-unknown", '"{text}" is not a kind of entry'),
            "What it is.",
            "concept",
            required=True,
        ),
        Field(
            "definition",
            Text(longest=DEFINITION_LIMIT),
            f"One plain sentence of {DEFINITION_LIMIT} characters at most, ended by a full stop, without Markdown.",
            "Country that Russia puts on a list for taking part in sanctions.",
            required=True,
            checked_later=True,
        ),
        Field(
            "evidence",
            Texts("piece of evidence", label="list of evidence"),
            "The paragraphs that carry the definition.",
            '["[@source-id, ¶4]", "[outside: Publisher, 2024-02-04, Title]"]',
        ),
        Field(
            "alt_labels",
            Labels("alternative label"),
            'Other names, by language, as texts and works of reference have them; "No" and "1990" in quotes.',
            "{en: [unfriendly state], fr: [État hostile]}",
        ),
        Field(
            "short_labels",
            Labels("short label"),
            "Surnames and the like, linked only where the text itself makes it certain.",
            "[Kim]",
        ),
        Field(
            "shared_labels",
            Labels("shared label"),
            "Names that belong to another entry and can mean this one.",
            "[Seoul]",
        ),
        Field("hidden_labels", Labels("hidden label"), "Spellings to be found and never shown.", "[Pyong-yang]"),
        Field(
            "search_labels",
            Labels("search label"),
            "Words by which a searcher may mean it, though a text that has them does not name it.",
            "{fr: [nord-coréen]}",
        ),
        Field("related", ids("related entry"), "Ids of entries to see as well.", "[sanctions-against-russia]"),
        Field("broader", ids("broader entry"), "Ids of entries that it is a part of.", "[russia]"),
        Field(
            "former_ids",
            ids("former id"),
            "Earlier ids; their addresses lead on to this entry.",
            "[hostile-country]",
            drafted=False,
        ),
        Field(
            "not_within",
            Labels("phrase"),
            "Longer phrases in which one of the names means something else; each holds a label of the entry.",
            "[West Coast]",
        ),
        Field(
            "not_in_sources",
            ids("source"),
            "Texts in which the entry never applies.",
            "[publishers-note]",
            drafted=False,
        ),
        Field("notation", Text(missing=None), "Its identifier elsewhere.", "Q159", drafted=False),
        Field(
            "event",
            Map(_EVENT, _event),
            "For an event, when and where it was.",
            '{date: "2024-06-19", place: pyongyang}',
        ),
        Field(
            "roles",
            Maps(Map(_ROLE, value_of(Role, "title", line_of="title"), any_of=("at", "from", "to"))),
            "For a person, the offices as the texts give them.",
            '[{title: president, organisation: russia, at: "2024-06", evidence: "[@source-id, ¶4]"}]',
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
            "Why the entry exists, where no text names it.",
            "The texts call it by its members.",
            drafted=False,
        ),
    ),
)
