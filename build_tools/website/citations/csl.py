"""A text as a record of CSL-JSON, the form that reference managers exchange.

Only what the text states is cited as a fact: a date that the editors infer makes a text undated ("n.d."), a maker
they can only describe makes it unsigned; a title of theirs stands in brackets. What they infer is told in the note.
"""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.model import Source
from build_tools.model.dates import SingleDate, read_date
from build_tools.text import escaping
from build_tools.website.citations.creator_names import csl_name

PERMALINK = "https://permalink.invalid/"
"""Stands for the permalink until a page is made; no site can have this address (RFC 2606)."""

PERIODICALS = ("article-newspaper", "article-magazine", "article-journal", "review", "review-book")
"""The genres of texts that appear in something of which the publisher's name is the title."""

# In CSL 1.0.2 "article" means a preprint, and styles say so; ours stands on a website or nowhere in particular.
_TYPES = {"article": "webpage"}
_SPRING = 21

Item = dict[str, object]
"""A record of CSL-JSON."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where an edition is published: its name and its address; empty where not known."""

    name: str = ""
    url: str = ""


def permalink(source: Source, site: Site) -> str:
    """The address of a text that never changes: absolute where the site's is known, else relative to the site."""
    base = f"{site.url.rstrip('/')}/" if site.url else ""
    return f"{base}sources/{source.id}/"


def cited_title(source: Source) -> str:
    """The title in one line, in brackets where it is ours."""
    title = _line(source.title)
    return title if source.title_stated else f"[{title}]"


def record(source: Source, site: Site) -> Item:
    """The CSL record of a text, its address left open; empty fields are left out."""
    periodical = source.genre in PERIODICALS
    publisher = _line(source.publisher or "")
    item: Item = {
        "id": source.id,
        "type": _TYPES.get(source.genre, source.genre),
        "title": cited_title(source),
        "author": [csl_name(one) for one in source.creators if one.kind != "unnamed"],
        "container-title": publisher if periodical else "",
        "publisher": "" if periodical else publisher,
        "issued": {} if "issued" in source.inferred else csl_date(source.issued),
        "language": source.languages[0] if source.languages else "",
        "archive": _line(site.name),
        "URL": PERMALINK,
        "note": _note(source),
    }
    return {key: value for key, value in item.items() if value}


def csl_date(edtf: str | None) -> Item:
    """Return a date of EDTF as CSL has it; empty where there is none that it can say."""
    date = read_date(edtf)
    if not date or not date.begin or not date.end:
        return {}
    dates = (date.begin, date.end) if date.is_interval else (date.begin,)
    if not all(one.parts for one in dates):
        return {}
    season = next((one.season for one in dates if one.season), 0)
    item: Item = {"date-parts": [_parts(one)[:1] if season else _parts(one) for one in dates]}
    if season:
        item["season"] = season - _SPRING + 1
    if date.is_doubtful:
        item["circa"] = True
    return item


def _parts(date: SingleDate) -> list[int]:
    """Year, month and day; CSL has no year 0, its year -1 is 1 BCE."""
    year, *rest = date.parts
    return [year if year > 0 else year - 1, *rest]


def _note(source: Source) -> str:
    parts = []
    if source.issued and "issued" in source.inferred:
        parts.append(f"The text bears no date; the editors infer {source.issued} (EDTF).")
    if not source.title_stated:
        parts.append("The title is the editors’.")
    if "publisher" in source.inferred:
        parts.append("The publisher is inferred.")
    if source.url:
        parts.append(f"Original: {source.url}")
    return " ".join(parts)


def _line(text: str) -> str:
    """A text in one line, what nobody could see made visible."""
    return " ".join(escaping.visible(text).split())
