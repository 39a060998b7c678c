"""A text as a record of CSL-JSON, the form that reference managers exchange.

Only what the text states is a fact of the record: a text whose date the editors infer has none, one whose creator they
can only describe is unsigned, and a title that they gave is in brackets. The note says what they infer; styles print an
inferred date in brackets.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from build_tools.model import Creator, Source
from build_tools.model.dates import SingleDate, read_date
from build_tools.text import escaping
from build_tools.website.citations.creator_names import csl_name
from build_tools.website.citations.date_phrases import date_in_citations, with_letter, years_in_citations
from build_tools.website.naming.addresses import site_base

PERMALINK = "https://permalink.invalid/"
"""A placeholder for the permalink until a page is made; no site can have this address (RFC 2606)."""

PERIODICALS = ("article-newspaper", "article-magazine", "article-journal", "review", "review-book")
"""The genres of texts that appear in a periodical, whose title is the publisher's name."""

NAME_VARIABLES = ("author", "editor", "translator", "compiler", "illustrator", "interviewer")
"""The name variables of CSL, each called as the role of a maker that it is for."""

# In CSL 1.0.2 "article" means a preprint, and styles say so; ours is on a website or nowhere in particular.
_TYPES = {"article": "webpage"}
_SPRING = 21  # EDTF numbers the seasons from 21, CSL from 1

Item = dict[str, object]
"""A record of CSL-JSON."""


@dataclass(frozen=True, slots=True)
class Site:
    """The site of an edition: its name and its address; empty if not known."""

    name: str = ""
    url: str = ""


def permalink(source: Source, site: Site) -> str:
    """Return the permanent address of a text: absolute if the site's is known, else relative to the site."""
    base = site_base(site.url)
    return f"{base}sources/{source.id}/"


def cited_title(source: Source) -> str:
    """Return the title in one line, in brackets if it is ours."""
    title = _line(source.title)
    return title if source.title_stated else f"[{title}]"


def variable_of(creator: Creator) -> str:
    """Return the name variable of CSL for a maker: "author", unless the role is another that CSL has."""
    role = (creator.role or "").casefold()
    return role if role in NAME_VARIABLES else "author"


def named_makers(source: Source, variable: str) -> list[Creator]:
    """Return the makers of a text for a name variable of CSL; somebody who is only described is none."""
    return [creator for creator in source.creators if creator.kind != "unnamed" and variable_of(creator) == variable]


def names_in(item: Item, variable: str) -> list[dict[str, str]]:
    """Return the names that a record has in a name variable."""
    return cast("list[dict[str, str]]", item.get(variable, []))


def names_by_variable(source: Source) -> dict[str, list[dict[str, str]]]:
    """Return the names of the makers of a text in CSL-JSON, by name variable, the authors first."""
    return {
        variable: [csl_name(creator, source.languages) for creator in named_makers(source, variable)]
        for variable in NAME_VARIABLES
    }


def record(source: Source, site: Site, letter: str = "") -> Item:
    """Return the CSL record of a text, with a placeholder for its address; empty fields are left out.

    Args:
        source: The text.
        site: Where the edition is published.
        letter: What tells it from others by the same author in the same year: the "a" of "2024a".
    """
    periodical = source.genre in PERIODICALS
    publisher = _line(source.publisher or "")
    item: Item = {
        "id": source.id,
        "type": _TYPES.get(source.genre, source.genre),
        "title": cited_title(source),
        **names_by_variable(source),
        "container-title": publisher if periodical else "",
        "publisher": "" if periodical else publisher,
        "issued": {} if "issued" in source.inferred else _issued(source.issued),
        "year-suffix": letter,
        "language": source.languages[0] if source.languages else "",
        "archive": _line(site.name),
        "URL": PERMALINK,
        "note": _note(source, letter),
    }
    return {key: value for key, value in item.items() if value}


def _issued(edtf: str | None) -> Item:
    """Return a date in CSL-JSON; in words where it is known in part only."""
    words = date_in_citations(edtf)
    return csl_date(edtf) or ({"literal": words} if words else {})


def csl_date(edtf: str | None) -> Item:
    """Return an EDTF date in CSL-JSON; empty for no date, or one that CSL cannot express."""
    date = read_date(edtf)
    if not date or not date.begin or not date.end:
        return {}
    dates = (date.begin, date.end) if date.is_interval else (date.begin,)
    if not all(single.parts for single in dates) or (date.is_interval and any(single.season for single in dates)):
        return {}
    season = next((single.season for single in dates if single.season), 0)
    item: Item = {"date-parts": [_parts(single)[:1] if season else _parts(single) for single in dates]}
    if season:
        item["season"] = season - _SPRING + 1
    if date.is_doubtful:
        item["circa"] = True
    return item


def _parts(date: SingleDate) -> list[int]:
    """Return year, month and day; CSL has no year 0, its year -1 is 1 BCE."""
    year, *rest = date.parts
    return [year if year > 0 else year - 1, *rest]


def _note(source: Source, letter: str) -> str:
    parts = []
    if letter:
        parts.append(f"In citations by author and date: {with_letter(years_in_citations(source.issued), letter)}.")
    if source.issued and "issued" in source.inferred:
        parts.append(f"The text is undated; the editors infer {source.issued} (EDTF).")
    if not source.title_stated:
        parts.append("The title is the editors’.")
    if "publisher" in source.inferred:
        parts.append("The publisher is inferred.")
    if source.url:
        parts.append(f"Original: {source.url}")
    return " ".join(parts)


def _line(text: str) -> str:
    """Return a text in one line, its invisible characters made visible."""
    return " ".join(escaping.visible(text).split())
