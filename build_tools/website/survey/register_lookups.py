"""The registers surveyed once: which points and quotations touch which block and which entry."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from build_tools.edition.outside_citations import find_outside_citations
from build_tools.edition.statistics import Statistics, count_statistics
from build_tools.model.registers import Discrepancy, OutsideWork, Quotation
from build_tools.text.folding import fold_label
from build_tools.website.naming.date_words import date_order
from build_tools.website.survey.edition_data import Edition

Place = tuple[str, str]
"""A source and a block of it, by id."""

_Item = TypeVar("_Item", Discrepancy, Quotation)


@dataclass(frozen=True, slots=True)
class Registry:
    """The registers with their indexes.

    Attributes:
        discrepancies: The points on which texts differ, in order of title.
        agreements: The points on which texts agree and differ only in precision, which count as no difference.
        quotations: The quotations, in order of date.
        differ_at: Discrepancies by source and block: where each text first says what they are about.
        quoted_at: Quotations by source and block: where each text first has them.
        differ_on: Discrepancies by the ids of the entries they are about.
        agree_on: Points of precision by the ids of the entries they are about.
        quoted_on: Quotations by the ids of the entries they are about, and of their speakers.
        works: The outside sources by id, official ones first, then by publisher and date.
        resting: The files that cite an outside source, by its id: their paths below docs/, sorted.
        figures: The statistics of the edition.
    """

    discrepancies: tuple[Discrepancy, ...]
    agreements: tuple[Discrepancy, ...]
    quotations: tuple[Quotation, ...]
    differ_at: Mapping[Place, tuple[Discrepancy, ...]]
    quoted_at: Mapping[Place, tuple[Quotation, ...]]
    differ_on: Mapping[str, tuple[Discrepancy, ...]]
    agree_on: Mapping[str, tuple[Discrepancy, ...]]
    quoted_on: Mapping[str, tuple[Quotation, ...]]
    works: Mapping[str, OutsideWork]
    resting: Mapping[str, tuple[str, ...]]
    figures: Statistics


def survey_registers(edition: Edition) -> Registry:
    """Sort the registers of an edition and index them by place and by entry."""
    registers = edition.registers
    points = sorted(registers.discrepancies, key=lambda point: (point.title.casefold(), point.id))
    discrepancies = tuple(point for point in points if point.is_difference)
    agreements = tuple(point for point in points if not point.is_difference)
    in_versions = {document.source.id for document in edition.documents if document.source.parallel}
    quotations = tuple(sorted(registers.quotations, key=lambda quotation: (date_order(quotation.date), quotation.id)))
    return Registry(
        discrepancies=discrepancies,
        agreements=agreements,
        quotations=quotations,
        differ_at=_grouped((place, item) for item in discrepancies for place in _deciding(item, in_versions)),
        quoted_at=_grouped((place, item) for item in quotations for place in _firsts(places(item))),
        differ_on=_grouped((entry, item) for item in discrepancies for entry in item.about),
        agree_on=_grouped((entry, item) for item in agreements for entry in item.about),
        quoted_on=_grouped((entry, item) for item in quotations for entry in dict.fromkeys(_concerned(item))),
        works={work.id: work for work in sorted(registers.outside_works, key=_work_order)},
        resting=_resting(edition),
        figures=edition.figures
        or count_statistics(
            edition.documents, edition.mentions, edition.entries, registers, edition.undecided, edition.prose
        ),
    )


def _work_order(work: OutsideWork) -> tuple[object, ...]:
    return not work.official, fold_label(work.publisher), date_order(work.date), work.id


def _resting(edition: Edition) -> Mapping[str, tuple[str, ...]]:
    sources = (document.source for document in edition.documents)
    citations = find_outside_citations(edition.entries, edition.registers, sources, edition.prose)
    citing: dict[str, set[str]] = {}
    for citation in citations:
        citing.setdefault(citation.work, set()).add(citation.path.removeprefix("docs/"))
    return {work: tuple(sorted(paths)) for work, paths in citing.items()}


def places(item: Discrepancy | Quotation) -> tuple[Place, ...]:
    """Return the places that a discrepancy or a quotation cites, each once, in its own order."""
    anchors = item.says if isinstance(item, Discrepancy) else item.versions
    return tuple(dict.fromkeys((anchor.source, anchor.block) for anchor in anchors))


def _firsts(cited: Iterable[Place]) -> Iterable[Place]:
    """Return the first place in each text."""
    firsts: dict[str, Place] = {}
    for place in cited:
        firsts.setdefault(place[0], place)
    return firsts.values()


def _deciding(item: Discrepancy, in_versions: Collection[str]) -> Iterable[Place]:
    """Return where a discrepancy is decided: where each text first speaks of it.

    A text that differs from itself does so at each place, unless these are versions of each other, as translations are.
    """
    cited = places(item)
    sources = {source for source, _ in cited}
    return cited if len(sources) == 1 and not sources & set(in_versions) else _firsts(cited)


def _concerned(quotation: Quotation) -> Iterable[str]:
    return (*((quotation.speaker,) if quotation.speaker else ()), *quotation.about)


_Key = TypeVar("_Key", str, Place)
"""The key of a group."""


def _grouped(pairs: Iterable[tuple[_Key, _Item]]) -> dict[_Key, tuple[_Item, ...]]:
    groups: dict[_Key, list[_Item]] = {}
    for key, item in pairs:
        groups.setdefault(key, []).append(item)
    return {key: tuple(items) for key, items in groups.items()}
