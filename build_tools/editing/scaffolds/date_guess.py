"""The days a text names, as it writes them in several languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = (
    "january janvier enero januar gennaio janeiro января",
    "february février febrero februar febbraio fevereiro февраля",
    "march mars marzo märz março марта",
    "april avril abril aprile апреля",
    "may mai mayo maggio maio мая",
    "june juin junio juni giugno junho июня",
    "july juillet julio juli luglio julho июля",
    "august août agosto августа",
    "september septembre septiembre settembre setembro сентября",
    "october octobre octubre oktober ottobre outubro октября",
    "november novembre noviembre novembro ноября",
    "december décembre diciembre dezember dicembre dezembro декабря",
)
_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_NUMBER |= {name[:3]: number for name, number in _NUMBER.items() if name in {names.split()[0] for names in _MONTHS}} | {
    "sept": 9
}
_MONTH = rf"(?P<month>{'|'.join(sorted(_NUMBER, key=lambda name: (-len(name), name)))})\.?"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\d)(?P<year>[12]\d{3})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        r"(?<!\d)(?P<year>[12]\d{3})\s?[年년]\s?(?P<month>\d\d?)\s?[月월]\s?(?P<day>\d\d?)\s?[日일]",
        rf"(?<!\d)(?P<day>\d\d?)(?:st|nd|rd|th|er|º|\.)?\s(?:de\s)?{_MONTH}(?:\sde|\sdel|,)?\s(?P<year>[12]\d{{3}})(?!\d)",
        rf"(?<!\w){_MONTH}\s(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s(?P<year>[12]\d{{3}})(?!\d)",
    )
)


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A day named in a text: where its words begin, the words, and the day in EDTF (YYYY-MM-DD)."""

    start: int
    words: str
    edtf: str


def find_days(text: str) -> tuple[Day, ...]:
    """Every day a text names with its year, in order; what is no day of the calendar is left out."""
    return tuple(sorted(day for pattern in _PATTERNS for day in _read(pattern, text)))


def _read(pattern: re.Pattern[str], text: str) -> Iterator[Day]:
    for found in pattern.finditer(text):
        month = _NUMBER.get(found["month"].lower()) or int(found["month"])
        try:
            day = date(int(found["year"]), month, int(found["day"]))
        except ValueError:
            continue
        yield Day(found.start(), found[0], day.isoformat())
