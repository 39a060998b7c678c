"""The registers surveyed once: which points and quotations touch which block and which entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from build_tools.edition.statistics import Statistics, count_statistics
from build_tools.model.registers import Discrepancy, Quotation
from build_tools.website.naming.date_words import date_order
from build_tools.website.survey.edition_data import Edition

Place = tuple[str, str]
"""A source and a block of it, by id."""

_Item = TypeVar("_Item", Discrepancy, Quotation)


@dataclass(frozen=True, slots=True)
class Registry:
    """The registers with their indexes.

    Attributes:
        discrepancies: The differences between texts, in order of title.
        quotations: The quotations, in order of date.
        differ_at: Discrepancies by source and block.
        quoted_at: Quotations by source and block.
        differ_on: Discrepancies by the ids of the entries they are about.
        quoted_on: Quotations by the ids of the entries they are about, and of their speakers.
        figures: The statistics of the edition.
    """

    discrepancies: tuple[Discrepancy, ...]
    quotations: tuple[Quotation, ...]
    differ_at: Mapping[Place, tuple[Discrepancy, ...]]
    quoted_at: Mapping[Place, tuple[Quotation, ...]]
    differ_on: Mapping[str, tuple[Discrepancy, ...]]
    quoted_on: Mapping[str, tuple[Quotation, ...]]
    figures: Statistics


def survey_registers(edition: Edition) -> Registry:
    """Sort the registers of an edition and index them by place and by entry."""
    registers = edition.registers
    discrepancies = tuple(
        sorted(registers.discrepancies, key=lambda discrepancy: (discrepancy.title.casefold(), discrepancy.id))
    )
    quotations = tuple(sorted(registers.quotations, key=lambda quotation: (date_order(quotation.date), quotation.id)))
    return Registry(
        discrepancies=discrepancies,
        quotations=quotations,
        differ_at=_grouped((place, item) for item in discrepancies for place in places(item)),
        quoted_at=_grouped((place, item) for item in quotations for place in places(item)),
        differ_on=_grouped((entry, item) for item in discrepancies for entry in item.about),
        quoted_on=_grouped((entry, item) for item in quotations for entry in dict.fromkeys(_concerned(item))),
        figures=edition.figures
        or count_statistics(edition.documents, edition.mentions, edition.entries, registers, edition.undecided),
    )


def places(item: Discrepancy | Quotation) -> tuple[Place, ...]:
    """Return the places that a discrepancy or a quotation cites, each once, in its own order."""
    anchors = item.says if isinstance(item, Discrepancy) else item.versions
    return tuple(dict.fromkeys((anchor.source, anchor.block) for anchor in anchors))


def _concerned(quotation: Quotation) -> Iterable[str]:
    return (*((quotation.speaker,) if quotation.speaker else ()), *quotation.about)


_Key = TypeVar("_Key", str, Place)
"""The key of a group."""


def _grouped(pairs: Iterable[tuple[_Key, _Item]]) -> dict[_Key, tuple[_Item, ...]]:
    groups: dict[_Key, list[_Item]] = {}
    for key, item in pairs:
        groups.setdefault(key, []).append(item)
    return {key: tuple(items) for key, items in groups.items()}
