"""How pages name an outside source, and the mark that shows that a statement rests on one."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model.registers import OutsideWork
from build_tools.website.localisation import translate
from build_tools.website.markup.body_nodes import Content, Link
from build_tools.website.naming.date_words import day_in_words

OUTSIDE = "outside/index.md"
"""The path, below docs/, of the page that lists the works."""


def work_place(identifier: str) -> str:
    """Return the place of a work on the page that lists all of them."""
    return f"{OUTSIDE}#{identifier}"


def work_name(work: OutsideWork) -> str:
    """Return a work as it is cited: "Gazette (Nordian state newspaper), 3 April 2024"."""
    whose = f" ({work.affiliation})" if work.affiliation else ""
    return f"{work.publisher}{whose}{f', {day_in_words(work.date)}' if work.date else ''}"


def english_title(work: OutsideWork) -> str:
    """Return the title of a work in the language of the site, where it has one."""
    return work.translated_title or work.title


def explanation(work: OutsideWork) -> str:
    """Return what a pointer on the mark of a work shows: that it is an outside source, whether official, its title."""
    title = english_title(work)
    if work.official:
        return translate("Official outside source: {title}", title=title)
    return translate("Outside source: {title}", title=title)


def work_mark(work: OutsideWork, works: Iterable[OutsideWork]) -> Link:
    """Return the mark of a work: publisher and date, linked to the page that lists the works.

    Args:
        work: The work.
        works: All works; one that has a namesake among them is marked with its title too.
    """
    bears = (work.publisher, work.affiliation, work.date)
    namesakes = [other for other in works if (other.publisher, other.affiliation, other.date) == bears]
    title = (f", “{english_title(work)}”",) if len(namesakes) > 1 else ()
    return Link((*_name_content(work), *title), work_place(work.id), ("ev", "outside"), title=explanation(work))


def _name_content(work: OutsideWork) -> Content:
    """Return the name of a work in parts, of which the date is in the language that the site speaks."""
    when = day_in_words(work.date) if work.date else ""
    return (work_name(work).removesuffix(when), when) if when else (work_name(work),)
