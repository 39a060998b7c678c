"""Whoever takes part in an event can have held an office on its date: terms are judged, single days are not."""

from __future__ import annotations

import pytest

from build_tools.edition.checks.entry_checks import check_offices
from build_tools.edition.checks.material import Material
from build_tools.model.registers import Event, Role
from tests.support.invented import entry

MAYOR = Role("mayor", "", begin="1890", end="1895-06")


def findings(date: str | None, *roles: Role) -> list[str]:
    person = entry("ada", "Ada", "person", roles=roles)
    event = entry("flood", "flood", "event", event=Event(date, participants=("ada", "nobody", "flood")))
    return [finding.message for finding in check_offices(Material(entries=(person, event)))]


@pytest.mark.parametrize(
    ("date", "roles"),
    [
        ("1895-07-01", (MAYOR,)),
        ("1889-12", (MAYOR,)),
        ("1899", (MAYOR, Role("judge", "", begin="1900"))),
        ("1899", (MAYOR, Role("mayor", "", at="1896"))),
        ("1899", (MAYOR, Role("councillor", "", at="1880"))),
        ("1899~", (MAYOR,)),
        ("1880", (Role("mayor", "", begin="1890", end=".."),)),
        ("1899", (Role("mayor", "", end="1895"),)),
    ],
)
def test_somebody_out_of_office_is_noticed(date: str, roles: tuple[Role, ...]) -> None:
    assert findings(date, *roles) == [f"ada takes part in the event of {date}, but held no office then"]


@pytest.mark.parametrize(
    ("date", "roles"),
    [
        ("1895-06-30", (MAYOR,)),
        ("1895", (MAYOR,)),
        ("1890/1899", (MAYOR,)),
        ("1895-07~", (MAYOR,)),
        ("1899", (MAYOR, Role("judge", "", begin="1898", end=".."))),
        ("1899", (MAYOR, Role("judge", "", at="1899-05"))),
        ("1899", (MAYOR, Role("candidate", "", at="1897"))),
        ("1899", (Role("judge", "", at="1880"),)),
        ("1899", ()),
        (None, (MAYOR,)),
    ],
)
def test_whoever_may_have_held_an_office_is_not(date: str | None, roles: tuple[Role, ...]) -> None:
    assert findings(date, *roles) == []
