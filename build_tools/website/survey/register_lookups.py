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
    """The registers with their look-ups.

    Discrepancies are in order of title, quotations in order of date. `differ_at` and `quoted_at` find
    them by place, `differ_on` and `quoted_on` by entry: what they are about, or whose words they are.
    """

    discrepancies: tuple[Discrepancy, ...]
    quotations: tuple[Quotation, ...]
    differ_at: Mapping[Place, tuple[Discrepancy, ...]]
    quoted_at: Mapping[Place, tuple[Quotation, ...]]
    differ_on: Mapping[str, tuple[Discrepancy, ...]]
    quoted_on: Mapping[str, tuple[Quotation, ...]]
    figures: Statistics


def survey_registers(edition: Edition) -> Registry:
    """Order the registers of an edition and note what each touches."""
    registers = edition.registers
    discrepancies = tuple(sorted(registers.discrepancies, key=lambda one: (one.title.casefold(), one.id)))
    quotations = tuple(sorted(registers.quotations, key=lambda one: (date_order(one.date), one.id)))
    return Registry(
        discrepancies=discrepancies,
        quotations=quotations,
        differ_at=_grouped((place, item) for item in discrepancies for place in places(item)),
        quoted_at=_grouped((place, item) for item in quotations for place in places(item)),
        differ_on=_grouped((entry, item) for item in discrepancies for entry in item.about),
        quoted_on=_grouped((entry, item) for item in quotations for entry in dict.fromkeys(_concerned(item))),
        figures=count_statistics(edition.documents, edition.mentions, edition.entries, registers, edition.undecided),
    )


def places(item: Discrepancy | Quotation) -> tuple[Place, ...]:
    """Where a point or a quotation stands, each place once, in its own order."""
    anchored = item.says if isinstance(item, Discrepancy) else item.versions
    return tuple(dict.fromkeys((one.source, one.block) for one in anchored))


def _concerned(quotation: Quotation) -> Iterable[str]:
    return (*((quotation.speaker,) if quotation.speaker else ()), *quotation.about)


_Key = TypeVar("_Key", str, Place)
"""What things are grouped by."""


def _grouped(pairs: Iterable[tuple[_Key, _Item]]) -> dict[_Key, tuple[_Item, ...]]:
    found: dict[_Key, list[_Item]] = {}
    for key, item in pairs:
        found.setdefault(key, []).append(item)
    return {key: tuple(items) for key, items in found.items()}
