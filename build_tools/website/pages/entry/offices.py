"""A person's offices as of a text, said no more surely than the evidence allows.

First what certainly held at the date of the text: the same day, a term that began before and ended after,
or the same bounds in a role that the text itself attests. Else what the text itself calls the person; else
what is attested both before and after. All else is told with its own time, and the office at the date of
the text is "not stated".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from build_tools.model import Entry, Source
from build_tools.model.registers import Role
from build_tools.website.naming.date_words import date_order, day_in_words, time_in_words

_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])$")
_OPEN = ("", "..")
_DOUBT = "?~%"

Names = Mapping[str, str]
"""The preferred labels of organisations by entry id."""


def offices(roles: Iterable[Role], names: Names) -> str:
    """Offices with their times, in order; empty where there are none."""
    times: dict[str, list[str]] = {}
    for role in sorted(roles, key=lambda one: date_order(_span(one))):
        span = _span(role)
        times.setdefault(_title(role, names), []).append(time_in_words(span) if span else "time not stated")
    return "; ".join(f"{title} ({'; '.join(when)})" for title, when in times.items())


def offices_at(entry: Entry, source: Source, names: Names) -> str:
    """What is known of a person's offices as of a text, in a sentence or two; empty where no office is known at all."""
    roles = entry.roles
    if not roles:
        return ""
    date = _date(source)
    if held := [role for role in roles if _held(role, source)]:
        return f"At the date of this text, {date}: {'; '.join(dict.fromkeys(_title(role, names) for role in held))}."
    if told := [role for role in roles if _attests(source, role)]:
        return f"In this text: {offices(told, names)}."
    if around := [role for role in roles if _around(role, roles, source)]:
        return f"Before and after this text, {date}: {offices(around, names)}."
    rest = f"At the date of this text, {date}: not stated." if date else "The date of this text is not stated."
    return f"{offices(roles, names)}. {rest}"


def _date(source: Source) -> str:
    if not source.issued:
        return ""
    return day_in_words(source.issued) + (" (inferred)" if "issued" in source.inferred else "")


def _title(role: Role, names: Names) -> str:
    organisation = names.get(role.organisation or "", "")
    said = not organisation or organisation.casefold() in role.title.casefold()
    return role.title if said else f"{role.title}, {organisation}"


def _span(role: Role) -> str:
    """The time of a role as one EDTF expression; empty where none is given."""
    if role.at or not (role.begin or role.end):
        return role.at or ""
    return f"{role.begin or ''}/{role.end or ''}"


def _attests(source: Source, role: Role) -> bool:
    return re.search(rf"@{re.escape(source.id)}(?![a-z0-9-])", role.evidence) is not None


def _held(role: Role, source: Source) -> bool:
    """Whether the office was certainly held at the date of the text."""
    issued, span = _day(source.issued or ""), _span(role)
    if not issued or any(mark in issued + span for mark in _DOUBT):
        return False
    if role.at == issued:
        return bool(_DAY.match(issued)) or _attests(source, role)
    if role.at and not role.at.endswith("/.."):
        return False
    begin, _, end = span.partition("/")
    first, last = _bounds(issued)
    if begin in _OPEN or not first or _latest(begin) > first:
        return False
    return end == ".." or (end not in _OPEN and bool(last) and _earliest(end) >= last)


def _around(role: Role, roles: Iterable[Role], source: Source) -> bool:
    """Whether the same office is attested certainly before and certainly after the text."""
    first, last = _bounds(_day(source.issued or ""))
    spans = [_bounds(_span(one)) for one in roles if (one.title, one.organisation) == (role.title, role.organisation)]
    before = any(end and first and end < first for _, end in spans)
    return before and any(begin and last and begin > last for begin, _ in spans)


def _bounds(date: str) -> tuple[str, str]:
    """The first and the last day that a date or an interval may mean; empty on a side that is open."""
    begin, slash, end = date.partition("/")
    end = end if slash else begin
    return ("" if begin in _OPEN else _earliest(begin)), ("" if end in _OPEN else _latest(end))


def _day(edtf: str) -> str:
    return re.sub(r"T[^/]*", "", edtf)


def _earliest(date: str) -> str:
    """The first day that a date may mean; a season or an unknown digit means the whole of what surrounds it."""
    date = _day(date).rstrip(_DOUBT)
    if _DAY.match(date):
        return date
    return f"{date}-01" if _MONTH.match(date) else f"{date[:4].replace('X', '0')}-01-01"


def _latest(date: str) -> str:
    """The last day that a date may mean; every month has 31, which serves for comparing."""
    date = _day(date).rstrip(_DOUBT)
    if _DAY.match(date):
        return date
    return f"{date}-31" if _MONTH.match(date) else f"{date[:4].replace('X', '9')}-12-31"
