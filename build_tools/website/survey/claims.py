"""Claims: who says what on the contested questions of an edition, in which text and when, read from its registers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from build_tools.corpus.page_fields import Question
from build_tools.model import Entry
from build_tools.model.registers import Discrepancy, Quotation, Testimony, Version
from build_tools.text.folding import fold_label
from build_tools.website.localisation import for_translation, translate
from build_tools.website.naming.date_words import date_order
from build_tools.website.naming.text_names import joined_names
from build_tools.website.survey.lookups import Corpus

_NOBODY = for_translation("Nobody named")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something: the id of an entry or "", a name, and one of `ASSERTERS` or ""."""

    entry: str
    name: str
    kind: str = ""

    @property
    def key(self) -> str:
        """What two namings of one speaker have in common: the entry, or the name without its bracketed part."""
        return self.entry or fold_label(self.name.partition(" (")[0])


@dataclass(frozen=True, slots=True)
class Claim:
    """What one speaker says at one place.

    Attributes:
        speaker: Who says it.
        answer: What it amounts to, in the editors' words; "" where they do not say.
        place: Where it stands, with the words of the text.
        said: When it was said (EDTF), where that is known.
        written: When the text was written (EDTF), if known.
        differs: Whether the answer differs from the earliest on the same point.
    """

    speaker: Speaker
    answer: str
    place: Testimony | Version
    said: str | None = None
    written: str | None = None
    differs: bool = False

    @property
    def date(self) -> str | None:
        """When it was said, or else written."""
        return self.said or self.written


@dataclass(frozen=True, slots=True)
class Point:
    """A difference, a quotation or an event, with what is said on it in order of time."""

    item: Discrepancy | Quotation | Entry
    claims: tuple[Claim, ...]

    @property
    def kind(self) -> str:
        """What the item is called."""
        if isinstance(self.item, Entry):
            return "event"
        return "difference" if isinstance(self.item, Discrepancy) else "quotation"

    @property
    def title(self) -> str:
        """The title of the item."""
        return self.item.pref_label if isinstance(self.item, Entry) else self.item.title


@dataclass(frozen=True, slots=True)
class Contested:
    """A contested question with its points."""

    question: Question
    points: tuple[Point, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All that is said on it."""
        return tuple(claim for point in self.points for claim in point.claims)


def survey_claims(corpus: Corpus) -> tuple[Contested, ...]:
    """Return the contested questions of an edition in the editors' order."""
    registry = corpus.registry
    events = (entry for entry in corpus.entries.values() if entry.event)
    answering: tuple[Discrepancy | Quotation | Entry, ...] = (*registry.discrepancies, *registry.quotations, *events)
    by_id: dict[str, list[Discrepancy | Quotation | Entry]] = {}
    for item in answering:
        by_id.setdefault(item.id, []).append(item)
    return tuple(
        Contested(question, tuple(_point(item, corpus) for key in question.answered_by for item in by_id.get(key, ())))
        for question in corpus.edition.questions
    )


def _point(item: Discrepancy | Quotation | Entry, corpus: Corpus) -> Point:
    if isinstance(item, Discrepancy):
        testified = tuple(_in_order(_testified(item.says, corpus)))
        return Point(item, tuple(_compared(testified)) if item.is_difference else testified)
    if isinstance(item, Quotation):
        speaker = _named(item.speaker or "", item.speaker_name, corpus)
        quoted = (
            Claim(speaker, item.title, version, item.date, _written(version, corpus)) for version in item.versions
        )
        return Point(item, tuple(_in_order(quoted)))
    return Point(item, tuple(_in_order(_testified(item.event.accounts if item.event else (), corpus))))


def _testified(places: Iterable[Testimony], corpus: Corpus) -> Iterator[Claim]:
    for place in places:
        yield Claim(_speaker(place, corpus), place.gloss, place, None, _written(place, corpus))


def _in_order(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: date_order(claim.date))


def _compared(claims: tuple[Claim, ...]) -> Iterator[Claim]:
    for claim in claims:
        yield replace(claim, differs=fold_label(claim.answer) != fold_label(claims[0].answer))


def _written(place: Testimony | Version, corpus: Corpus) -> str | None:
    document = corpus.by_id.get(place.source)
    return document.source.issued if document else None


def _speaker(place: Testimony, corpus: Corpus) -> Speaker:
    """Return who says something: the asserter, or else whoever made the text."""
    if place.by:
        name = place.by.name or translate(_NOBODY)
        return _named(name if name in corpus.entries else "", name, corpus, place.by.kind)
    document = corpus.by_id.get(place.source)
    makers = [creator for creator in document.source.creators if creator.kind != "unnamed"] if document else []
    entries = [creator.entry or "" for creator in makers]
    name = joined_names([creator.name for creator in makers]) or corpus.short_names.get(place.source, place.source)
    return _named(entries[0] if len(entries) == 1 else "", name, corpus)


def _named(identifier: str, name: str, corpus: Corpus, kind: str = "") -> Speaker:
    entry = corpus.entries.get(identifier)
    return Speaker(identifier, entry.pref_label, kind) if entry else Speaker("", name or identifier, kind)
