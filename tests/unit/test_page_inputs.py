"""Where the digest of what a page is composed from is the same, the page is: tried by changing each value there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from build_tools.website.markup.composed_page import ComposedPage, DeferredPage
from build_tools.website.pages import compose_pages
from build_tools.website.survey.edition_data import Edition
from build_tools.website.survey.lookups import survey
from tests.support.invented import SMALL


def variants(value: object) -> Iterator[Any]:
    """Yield the value with one text, number or truth in it changed, for each of them, or one item left out."""
    match value:
        case bool():
            yield not value
        case int():
            yield value + 1
        case str():
            yield f"{value}x"
        case tuple():
            yield from _shorter_or_changed(value)
        case Mapping():
            for key, item in value.items():
                yield from ({**value, key: changed} for changed in variants(item))
        case _ if is_dataclass(value) and not isinstance(value, type):
            for field in fields(value):
                yield from (replace(value, **{field.name: item}) for item in variants(getattr(value, field.name)))


def _shorter_or_changed(value: tuple[object, ...]) -> Iterator[object]:
    is_named = hasattr(value, "_fields")
    for at, item in enumerate(value):
        for changed in variants(item):
            items = (*value[:at], changed, *value[at + 1 :])
            yield type(value)(*items) if is_named else items
    if value and not is_named:
        yield value[:-1]


def difference(one: object, other: object) -> str:
    """Return where two values differ: the names of the fields that lead there, and both values."""
    if is_dataclass(one) and not isinstance(one, type):
        name = next(field.name for field in fields(one) if getattr(one, field.name) != getattr(other, field.name))
        return f"{name}.{difference(getattr(one, name), getattr(other, name))}"
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        key = next(key for key in one if one[key] != other[key])
        return f"{key}.{difference(one[key], other[key])}"
    if isinstance(one, tuple) and isinstance(other, tuple) and len(one) == len(other):
        at = next(at for at, item in enumerate(one) if item != other[at])
        return f"{at}.{difference(one[at], other[at])}"
    return f"{one!r} -> {other!r}"


VARIANTS = [item for item in variants(SMALL) if item != SMALL]


def pages_of(edition: Edition) -> dict[str, tuple[bytes, ComposedPage]]:
    """Return the deferred pages of an edition, by path, with their digests."""
    pages = (page for page in compose_pages(survey(edition)) if isinstance(page, DeferredPage))
    return {page.path: (page.inputs, page.settle()) for page in pages}


def test_a_page_is_as_it_was_where_all_that_it_depends_on_is() -> None:
    assert len(VARIANTS) > 500
    before = pages_of(SMALL)
    outcomes: Counter[str] = Counter()
    for edition in VARIANTS:
        try:
            after = pages_of(edition)
        except Exception:  # noqa: BLE001 - an edition that is not whole, which the checks refuse
            outcomes["refused"] += 1
            continue
        for path, (inputs, page) in after.items():
            if path in before and inputs == before[path][0]:
                assert page == before[path][1], (path, difference(SMALL, edition))
                outcomes["same"] += 1
            else:
                outcomes["other"] += 1
    assert outcomes["refused"] < len(VARIANTS) / 4
    assert outcomes["same"] > outcomes["other"] / 20


@pytest.mark.parametrize("path", ["glossary/lease.md", "sources/harbour.md"])
def test_a_note_on_one_page_leaves_every_other_page_as_it_was(path: str) -> None:
    changed = replace(SMALL, bodies={**SMALL.bodies, path: "Something else.\n"})
    before, after = pages_of(SMALL), pages_of(changed)
    assert {name for name in before if before[name][0] != after[name][0]} == {path}
