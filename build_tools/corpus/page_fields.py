"""The fields of the hand-written pages that are neither entries nor sources: home, introductions, house style."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.corpus.excerpt_fields import LIMITS
from build_tools.corpus.front_matter import FieldReader
from build_tools.corpus.front_matter.declarations import Field, FileKind, Values
from build_tools.corpus.front_matter.list_types import Texts, ids
from build_tools.corpus.front_matter.map_types import Map, Maps, value_of
from build_tools.corpus.front_matter.text_types import Text, Unread
from build_tools.model import ExcerptLimits


@dataclass(frozen=True, slots=True)
class Band:
    """A row of the timeline's chart: its title, the ids of its entries, and the line of the file they stand on."""

    title: str
    entries: tuple[str, ...]
    line: int = 1


@dataclass(frozen=True, slots=True)
class Omission:
    """Words that editors leave without an entry, with their reason.

    A name that editors must not write down, a private person's, is given by the words `after` which it stands.
    """

    words: str
    reason: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class HouseWording:
    """Words to avoid, why, and what to write instead; `unless` are phrases in which they are at home."""

    avoid: tuple[str, ...]
    because: str
    instead: str
    unless: tuple[str, ...] = ()


_GLOSSARY_INDEX = "docs/glossary/index.md"
_SOURCES_INDEX = "docs/sources/index.md"
_HOUSE_STYLE = "docs/house-style.md"

_BAND = (
    Field("title", Text(), "The heading of the row.", "Seoul and Moscow", required=True),
    Field("entries", ids("entry"), "The events in it.", "[diplomatic-relations-1990]"),
)
_OMISSION = (
    Field("words", Text(numbers=False), "The words.", "foreign policy"),
    Field(
        "after",
        Text(numbers=False),
        "Words after which a name stands that must not be written down.",
        "missionary surnamed",
    ),
    Field("reason", Text(), "Why they have no entry.", "Plain words.", required=True),
)
_WORDING = (
    Field("avoid", Texts("word"), "The words.", "[regime]", required=True, checked_later=True),
    Field("because", Text(), "Why.", "it calls a government illegitimate.", required=True),
    Field("instead", Text(), "What to write.", "Write “government”, or quote who says it.", required=True),
    Field("unless", Texts("phrase"), "Phrases in which the words are at home.", "[sanctions regime]"),
)


def _omission(item: FieldReader, values: Values) -> Omission | None:
    if not values["after"]:
        item.text("words", required=True, dates=False)
    return Omission(**values) if values["reason"] and (values["words"] or values["after"]) else None


PAGE = FileKind(
    "page",
    "docs",
    "A page that is neither an entry nor a text",
    (
        Field("title", Text(), "The heading of the page.", "About this edition", required=True),
        Field("description", Unread(), "What search engines show of it, in one sentence.", "How the edition is made."),
        Field("kind", Unread(), "Which kind of page the theme shows.", "about"),
        Field("hide", Unread(label="list of texts"), "Parts of the theme that the page does without.", "[toc]"),
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
        Field("turning_points", ids("turning point"), "The events that the home page tells first.", "[war-in-ukraine]"),
        Field(
            "bands",
            Maps(Map(_BAND, value_of(Band, "title", line_of="entries"))),
            "The rows of the timeline's chart.",
            "[{title: Seoul and Moscow, entries: [diplomatic-relations-1990]}]",
        ),
        Field(
            "omitted",
            Maps(Map(_OMISSION, _omission)),
            "Words that have no entry by intent, so that nobody is advised to write one.",
            '[{words: foreign policy, reason: "Plain words."}]',
            only_on=_GLOSSARY_INDEX,
        ),
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
            "Words that say whose word another is, so that it may stand.",
            "[according to]",
            only_on=_HOUSE_STYLE,
        ),
    ),
)
