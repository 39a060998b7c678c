"""The contested questions: for each a table of points and speakers, complete without scripts; a script adds filters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_tools.corpus.page_fields import CLAIMS
from build_tools.model import Entry
from build_tools.model.registers import Quotation
from build_tools.text.folding import fold_label
from build_tools.website.data.claims_data import CSV_FILE, JSON_FILE
from build_tools.website.localisation import between_commas, for_translation, translate, translate_count
from build_tools.website.markup.as_data import Run, runs
from build_tools.website.markup.body_nodes import Block, Bullets, Content, Heading, Link, Paragraph, Slot
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.naming.addresses import entry_path
from build_tools.website.naming.counted_things import counted_statements
from build_tools.website.naming.date_words import day_in_words, year_in_words
from build_tools.website.pages.indexes.index_page import Index, compose_index
from build_tools.website.pages.registers import linked_passages
from build_tools.website.survey.claims import Claim, Contested, Point, Speaker, survey_claims
from build_tools.website.survey.lookups import Corpus

_HOW_TO_READ = for_translation(
    "Words in bold are the editors’ summary, words in quotation marks the text’s. A framed answer, marked ≠, differs"
    " from the earliest on its point. The date is that of the statement or, if that is not known, of the text."
    " “Silent” means that no text gives an answer by this speaker."
)
_STATEMENTS = for_translation("Other statements on record")


def claims_page(corpus: Corpus) -> ComposedPage | None:
    """Compose the page; None where the edition has no contested questions."""
    contested = survey_claims(corpus)
    if not contested:
        return None
    tables = [_question(asked, corpus) for asked in contested]
    description = translate_count(
        len(contested),
        "{number} contested question: who says what, in which text and when. {statements}.",
        "{number} contested questions: who says what, in which text and when. {statements}.",
        statements=counted_statements(sum(row.count for row in tables)),
    )
    index = Index(
        "claims",
        description,
        below=(Slot("tools"), *(block for asked in contested for block in _blocks(asked, corpus)), *_foot()),
        template="claims.html",
        around={"questions": [table.around for table in tables]},
        styles=("assets/claims.css",),
        scripts=("assets/claims.js",),
    )
    return compose_index(CLAIMS, index, corpus)


def _foot() -> Iterator[Block]:
    yield Paragraph((translate(_HOW_TO_READ),), classes=("claims-key",))
    yield Paragraph(
        (translate("All statements as data:"), " ", Link(("CSV",), CSV_FILE), ", ", Link(("JSON",), JSON_FILE), ".")
    )


def _blocks(asked: Contested, corpus: Corpus) -> Iterator[Block]:
    identifier = asked.question.id
    listed = tuple(_line(point, claim, corpus) for point in asked.points for claim in _shown(point))
    yield Heading(2, identifier, (asked.question.question,), ("question",))
    yield Slot(f"matrix {identifier}", (Bullets(listed),))


def _shown(point: Point) -> Sequence[Claim]:
    """Return the claims of a point that the page shows; of a quotation the first, whose own page has them all."""
    return point.claims[:1] if isinstance(point.item, Quotation) else point.claims


def _line(point: Point, claim: Claim, corpus: Corpus) -> Content:
    """Return a claim as a line of a list, for those who read the page without its template."""
    answer = f"{claim.answer}, " if claim.answer and not isinstance(point.item, Quotation) else ""
    sign = " ≠" if claim.differs else ""
    words = linked_passages.quoted_passage(claim.place, corpus)
    said: Content = (*_speaker(claim.speaker, corpus), f": {answer}", words, " (", *_source(claim, corpus), f"){sign}")
    return (_point_link(point), ". ", *said)


def _point_link(point: Point) -> Link:
    if isinstance(point.item, Entry):
        return Link((point.title,), entry_path(point.item.id))
    return linked_passages.item_link(point.item)


def _speaker(speaker: Speaker, corpus: Corpus) -> Content:
    return (linked_passages.entry_link(speaker.entry, corpus),) if speaker.entry else (speaker.name,)


def _source(claim: Claim, corpus: Corpus) -> Content:
    when = (" · ", day_in_words(claim.date)) if claim.date else ()
    return (linked_passages.source_link(claim.place, corpus), *when)


@dataclass(frozen=True, slots=True)
class _Matrix:
    """A table: the number of its statements, and what the template shows."""

    count: int
    around: Mapping[str, object]


def _question(asked: Contested, corpus: Corpus) -> _Matrix:
    rows = tuple(_grouped(asked.points))
    shown = [claim for _, claimed in rows for _, claim in claimed]
    counts = Counter(claim.speaker.key for claim in shown)
    breadth = Counter(key for _, claimed in rows for key in {claim.speaker.key for _, claim in claimed})
    names = {claim.speaker.key: claim.speaker for claim in reversed(shown)}
    speakers = sorted(counts, key=lambda key: (-breadth[key], -counts[key]))  # then in order of appearance
    around = {
        "id": asked.question.id,
        "label": asked.question.id.replace("-", " ").capitalize(),
        "speakers": [_head(names[key], counts[key], corpus) for key in speakers],
        "rows": [_row(title, claimed, speakers, corpus) for title, claimed in rows],
    }
    return _Matrix(len(shown), around)


def _head(speaker: Speaker, number: int, corpus: Corpus) -> dict[str, object]:
    who = runs(_speaker(speaker, corpus))
    return {"key": speaker.key, "name": speaker.name, "who": who, "count": counted_statements(number)}


_Claims = list[tuple[Point, Claim]]


def _grouped(points: Iterable[Point]) -> Iterator[tuple[Content, _Claims]]:
    """Yield a row for each difference and event, then one for all quotations, each of which one speaker made."""
    quoted: _Claims = []
    for point in points:
        claimed = [(point, claim) for claim in _shown(point)]
        if isinstance(point.item, Quotation):
            quoted += claimed
        else:
            yield (_point_link(point),), claimed
    if quoted:
        yield (translate(_STATEMENTS),), quoted


def _row(title: Content, claimed: _Claims, speakers: Iterable[str], corpus: Corpus) -> dict[str, object]:
    answers = {fold_label(claim.answer) for _, claim in claimed}
    summary = [counted_statements(len(claimed))]
    if len(answers) > 1:
        summary.append(translate_count(len(answers), "{number} answer", "{number} answers"))
    if any(claim.differs for _, claim in claimed):  # a narrow table may not have room for the column it is in
        summary.append(translate("the earliest: {speaker}", speaker=claimed[0][1].speaker.name))
    return {
        "title": runs(title),
        "summary": between_commas(summary),
        "cells": [
            {"speaker": key, "claims": [_cell(*row, corpus) for row in claimed if row[1].speaker.key == key]}
            for key in speakers
        ],
    }


def _cell(point: Point, claim: Claim, corpus: Corpus) -> dict[str, object]:
    answer: list[Run] = list(runs((_point_link(point),))) if isinstance(point.item, Quotation) else [claim.answer]
    return {
        "who": claim.speaker.name,
        "answer": answer if claim.answer else [],
        "words": runs((linked_passages.quoted_passage(claim.place, corpus),)),
        "where": runs(_source(claim, corpus)),
        "text": corpus.short_names.get(claim.place.source, claim.place.source),
        "year": year_in_words(claim.date) or translate("Date not stated"),
        "differs": claim.differs,
    }
