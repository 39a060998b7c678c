"""The fields of the hand-written pages that are neither entries nor sources: home, introductions, house style."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from build_tools.corpus.excerpt_fields import LIMITS
from build_tools.corpus.front_matter import FieldReader
from build_tools.corpus.front_matter.declarations import Field, FileKind, Values
from build_tools.corpus.front_matter.list_types import Texts, ids
from build_tools.corpus.front_matter.map_types import Map, Maps, value_of
from build_tools.corpus.front_matter.text_types import Id, Text, Unread
from build_tools.corpus.glossary.linking_fields import RULES_OFF
from build_tools.corpus.withdrawals import WITHDRAWALS
from build_tools.model import ExcerptLimits


@dataclass(frozen=True, slots=True)
class Band:
    """A row of the timeline's chart: its title, the ids of its entries, and the line of the file they are on."""

    title: str
    entries: tuple[str, ...]
    line: int = 1


@dataclass(frozen=True, slots=True)
class Question:
    """A contested question: its id, its sentence, and the ids of the register items and events that answer it."""

    id: str
    question: str
    answered_by: tuple[str, ...]
    line: int = 1


@dataclass(frozen=True, slots=True)
class Omission:
    """Words that editors leave without an entry, with their reason.

    A name that editors must not write down, a private person's, is given by the words `after` which it comes.
    """

    words: str
    reason: str
    after: str = ""
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class HouseWording:
    """Words to avoid, why, and what to write instead; `unless` are phrases in which they are at home."""

    avoid: tuple[str, ...]
    because: str
    instead: str
    unless: tuple[str, ...] = ()


OF_THE_THEME = frozenset(
    (
        *("around", "changed", "crumb", "edit_path", "entry_kind", "entry_kinds", "head", "layout", "location"),
        *("moved", "scripts", "styles", "words_in"),
    )
)
"""The fields by which the program itself tells the templates what to show: no page may have them."""

OF_OTHERS = frozenset(
    (
        *("author", "authors", "categories", "comments", "date", "draft", "image", "links", "pin", "readtime"),
        *("robots", "slug", "social", "updated", "weight"),
    )
)
"""Fields that themes and plugins of MkDocs read and that are no misspelt ones of ours."""

CLAIMS = "claims.md"
"""The page of contested questions, below docs/."""

_CLAIMS = f"docs/{CLAIMS}"
_GLOSSARY_INDEX = "docs/glossary/index.md"
_SOURCES_INDEX = "docs/sources/index.md"
_HOUSE_STYLE = "docs/house-style.md"

_BAND = (
    Field("title", Text(), "The heading of the row.", "Nordia and Vesland", required=True),
    Field("entries", ids("entry"), "The events in it.", "[treaty-of-lumen]", refers_to=("entry",)),
)
_QUESTION = (
    Field("id", Id(), "The part of its address after #.", "arms", required=True),
    Field("question", Text(), "The question, in one sentence.", "Has Nordia armed Vesland?", required=True),
    Field(
        "answered_by",
        ids("difference, quotation or event"),
        "The differences, quotations and events with answers to it, in the order of the table.",
        "[arms-for-vesland, envoy-on-arms]",
        required=True,
        refers_to=("discrepancy", "quotation", "entry"),
    ),
)
_OMISSION = (
    Field("words", Text(numbers=False), "The words.", "foreign policy"),
    Field(
        "after",
        Text(numbers=False),
        "Words that precede a name that must not be written down.",
        "a clerk surnamed",
    ),
    Field("reason", Text(), "Why they have no entry.", "Plain words.", required=True),
)
_WORDING = (
    Field("avoid", Texts("word"), "The words.", "[regime]", required=True, checked_later=True),
    Field("because", Text(), "Why.", "it calls a government illegitimate.", required=True),
    Field("instead", Text(), "What to write.", "Write “government”, or quote who says it.", required=True),
    Field("unless", Texts("phrase"), "Phrases in which the words are allowed.", "[customs regime]"),
)


def _omission(item: FieldReader, values: Values) -> Omission | None:
    if not values["after"]:
        item.text("words", required=True, dates=False)
    line = item.line("words" if values["words"] else "after")
    return Omission(**values, line=line) if values["reason"] and (values["words"] or values["after"]) else None


PAGE = FileKind(
    "page",
    "docs",
    "A page that is neither an entry nor a text",
    (
        Field(
            "title",
            Text(),
            "The title of the page. Without it the first heading is, or else the name of the file.",
            "About this edition",
        ),
        Field("description", Unread(), "What search engines show of it, in one sentence.", "How the edition is made."),
        Field("kind", Unread(), "Which kind of page the theme shows.", "about"),
        Field("hide", Unread(label="list of texts"), "Parts of the theme to leave out of the page.", "[toc]"),
        Field("template", Text(), "Another template of the theme.", "404.html"),
        Field("search", Unread(label="map"), "Whether the search leaves the page out.", "{exclude: true}"),
        Field(
            "icon",
            Unread(),
            "A picture that a template of the theme shows with the title.",
            "material/book",
            drafted=False,
        ),
        Field("status", Unread(), "A state that a template of the theme shows, such as new.", "new", drafted=False),
        Field("subtitle", Unread(), "A second title for a template of the theme.", "How it is made", drafted=False),
        Field("tags", Unread(label="list of texts"), "Tags for a plugin of MkDocs.", "[method]", drafted=False),
        Field(
            "turning_points",
            ids("turning point"),
            "The events that the home page presents.",
            "[treaty-of-lumen]",
            refers_to=("entry",),
        ),
        Field(
            "bands",
            Maps(Map(_BAND, value_of(Band, "title", line_of="entries"))),
            "The rows of the timeline's chart.",
            "[{title: Nordia and Vesland, entries: [treaty-of-lumen]}]",
        ),
        Field(
            "questions",
            Maps(Map(_QUESTION, value_of(Question, "id", "question", line_of="answered_by"))),
            "The contested questions, each with the register’s items that answer it.",
            '[{id: arms, question: "Has Nordia armed Vesland?", answered_by: [arms-for-vesland]}]',
            only_on=_CLAIMS,
        ),
        WITHDRAWALS,
        Field(
            "omitted",
            Maps(Map(_OMISSION, _omission)),
            "Words that have no entry on purpose, so that none is suggested.",
            '[{words: foreign policy, reason: "Plain words."}]',
            only_on=_GLOSSARY_INDEX,
        ),
        replace(RULES_OFF, only_on=_GLOSSARY_INDEX),
        Field(
            "excerpts",
            Map(LIMITS, value_of(ExcerptLimits)),
            "How much may be quoted of each text with publish: excerpt that sets no limits of its own.",
            "{words: 25, total: 300, share: 0.1}",
            only_on=_SOURCES_INDEX,
        ),
        Field(
            "wording",
            Maps(Map(_WORDING, value_of(HouseWording, "avoid", "because", "instead"))),
            "Words that take a side: the check advises against them.",
            "[{avoid: [regime], because: it judges., instead: Write “government”.}]",
            only_on=_HOUSE_STYLE,
        ),
        Field(
            "attributed_by",
            Texts("sign of attribution"),
            "Words that attribute a word to somebody, so that it is allowed.",
            "[according to]",
            only_on=_HOUSE_STYLE,
        ),
    ),
    allows_others=True,
)
