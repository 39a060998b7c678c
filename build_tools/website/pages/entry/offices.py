"""Describe the offices a person held at the date of a text, with no more certainty than the evidence allows.

Offices certainly held at the date of the text come first: those of the same day, those whose term began before
and ended after it, and those with the same bounds in a role that the text itself attests. Failing these, the
offices that the text gives the person; failing those, offices attested both before and after the text. All other
offices are listed with their own dates, and the office at the date of the text is "not stated".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from build_tools.model import Entry, Source
from build_tools.model.dates import ExtendedDate, read_date, without_time
from build_tools.model.registers import Role
from build_tools.website.localisation import translate
from build_tools.website.naming.date_words import date_order, day_in_words, time_in_words

Names = Mapping[str, str]
"""The preferred labels of organisations by entry id."""


def describe_offices(roles: Iterable[Role], names: Names) -> str:
    """Return offices with their times, in order of date; "" if there are none. A moment within a term is left out."""
    listed = tuple(roles)
    outermost = (role for role in listed if not any(_is_within(role, term) for term in listed))
    times: dict[str, list[str]] = {}
    for role in sorted(outermost, key=lambda role: date_order(_span(role))):
        span = _span(role)
        times.setdefault(_title(role, names), []).append(time_in_words(span) if span else translate("time not stated"))
    return "; ".join(f"{title} ({'; '.join(when)})" for title, when in times.items())


def offices_at(entry: Entry, source: Source, names: Names) -> str:
    """Return a sentence or two on the offices a person held at the date of a text; "" if no office is known at all."""
    roles = entry.roles
    if not roles:
        return ""
    date = _date(source)
    if held := [role for role in roles if _is_held(role, source)]:
        titles = "; ".join(dict.fromkeys(_title(role, names) for role in held))
        return translate("At the date of this text, {date}: {offices}.", date=date, offices=titles)
    if attested := [role for role in roles if _attests(source, role)]:
        return translate("In this text: {offices}.", offices=describe_offices(attested, names))
    if around := [role for role in roles if _is_attested_around(role, roles, source)]:
        offices = describe_offices(around, names)
        return translate("Before and after this text, {date}: {offices}.", date=date, offices=offices)
    rest = translate("The date of this text is not stated.")
    if date:
        rest = translate("At the date of this text, {date}: not stated.", date=date)
    return f"{describe_offices(roles, names)}. {rest}"


def _date(source: Source) -> str:
    if not source.issued:
        return ""
    day = day_in_words(source.issued)
    return translate("{date} (inferred)", date=day) if "issued" in source.inferred else day


def _title(role: Role, names: Names) -> str:
    organisation = names.get(role.organisation or "", "")
    is_in_title = not organisation or organisation.casefold() in role.title.casefold()
    return role.title if is_in_title else f"{role.title}, {organisation}"


def _span(role: Role) -> str:
    """Return the time of a role as one EDTF expression; "" if none is given."""
    if role.at or not (role.begin or role.end):
        return role.at or ""
    return f"{role.begin or ''}/{role.end or ''}"


def _attests(source: Source, role: Role) -> bool:
    return re.search(rf"@{re.escape(source.id)}(?![a-z0-9-])", role.evidence) is not None


def _is_held(role: Role, source: Source) -> bool:
    """Tell whether the office was certainly held at the date of the text."""
    issued, term = read_date(source.issued), read_date(_span(role))
    if not issued or not term or issued.is_doubtful or term.is_doubtful:
        return False
    if role.at and without_time(role.at) == without_time(source.issued or ""):
        is_one_day = issued.single is not None and issued.single.precision == "day"
        return is_one_day or _attests(source, role)
    if role.at and not term.is_ongoing:
        return False
    return _is_certainly_in(term, issued)


def _is_within(role: Role, term: Role) -> bool:
    """Tell whether a role is a moment certainly within the term of the same office."""
    if not role.at or term.at or _office(role) != _office(term):
        return False
    moment, span = read_date(role.at), read_date(_span(term))
    if not moment or not span or moment.is_doubtful or span.is_doubtful:
        return False
    return _is_certainly_in(span, moment)


def _is_certainly_in(term: ExtendedDate, date: ExtendedDate) -> bool:
    """Tell whether a term began before all of a date and ended after all of it."""
    if not term.begin or not date.earliest or term.begin.last > date.earliest:
        return False
    return term.is_ongoing or bool(term.end and date.latest and term.end.first >= date.latest)


def _office(role: Role) -> tuple[str, str | None]:
    return role.title, role.organisation


def _is_attested_around(role: Role, roles: Iterable[Role], source: Source) -> bool:
    """Tell whether the same office is attested both certainly before and certainly after the text."""
    issued = read_date(source.issued)
    if not issued:
        return False
    same_office = (candidate for candidate in roles if _office(candidate) == _office(role))
    terms = [term for candidate in same_office if (term := read_date(_span(candidate)))]
    before = any(term.latest and issued.earliest and term.latest < issued.earliest for term in terms)
    return before and any(term.earliest and issued.latest and term.earliest > issued.latest for term in terms)
