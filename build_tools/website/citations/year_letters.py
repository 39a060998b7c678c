"""The letters that tell apart texts by one author of one year in citations by author and date: 2024a, 2024b."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from build_tools.model import Source
from build_tools.model.dates import CalendarDay, read_date
from build_tools.text.folding import fold_label
from build_tools.website.citations.csl import cited_title, names_by_variable
from build_tools.website.citations.date_phrases import years_in_citations

_LATER = CalendarDay(10_000, 1, 1)
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def year_letters(sources: Iterable[Source]) -> Mapping[str, str]:
    """Return the letter of each text that shares authors and year with another, by its id, in the order of time.

    A text without an author is cited by its editors, or else its translators, and without any by its title. A year that
    the editors infer is not lettered.
    """
    alike: defaultdict[tuple[str, str], list[Source]] = defaultdict(list)
    for source in sources:
        if "issued" not in source.inferred:
            names = next(filter(None, names_by_variable(source).values()), [])
            cited_by = " ".join(" ".join(name.values()) for name in names) or cited_title(source)
            alike[fold_label(cited_by), years_in_citations(source.issued)].append(source)
    return {
        source.id: _letter(number)
        for group in alike.values()
        if len(group) > 1
        for number, source in enumerate(sorted(group, key=_order))
    }


def _order(source: Source) -> tuple[CalendarDay, str, str]:
    date = read_date(source.issued)
    return (date and (date.earliest or date.latest)) or _LATER, fold_label(source.title), source.id


def _letter(number: int) -> str:
    """Return a letter for 0 to 25, and two or more from there on: a, z, aa."""
    before, last = divmod(number, len(_ALPHABET))
    return (_letter(before - 1) if before else "") + _ALPHABET[last]
