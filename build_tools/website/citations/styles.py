"""Citations in the styles of the CSL project: all texts are rendered at once, each as if it were alone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from html import escape
from typing import cast

from build_tools.website.caching import NO_CACHE, Cache, digest
from build_tools.website.citations.creator_names import OWN_ORDER
from build_tools.website.citations.csl import NAME_VARIABLES, Item, names_in
from build_tools.website.citations.date_phrases import UNDATED
from build_tools.website.citations.headlines import raise_adverbs
from build_tools.website.citations.pandoc import CitedParts, cite_each
from build_tools.website.citations.placeholder_numbers import YEAR_PLACEHOLDER, PlaceholderNumbers, placeholder_numbers

STYLES = (
    ("chicago", "Chicago", "chicago-notes-bibliography"),
    ("mla", "MLA", "modern-language-association"),
    ("apa", "APA", "apa"),
)
"""Each style's id, its name, and its file in the CSL project."""

_HEADLINES = ("chicago", "mla")
"""The styles that write titles as headlines."""

_OWN_ORDER = ("chicago",)
"""The styles that keep the order of a name that stands with the family name first, without a comma."""

_PARTICLES_BEHIND = ("mla",)
"""The styles whose file keeps small words before a family name, and whose handbook sets them behind the given one."""

_OWN_ORDER_IN_LISTS = ("mla",)
"""The styles that do so in the list of works, and name the family alone in the text."""

_WITHOUT_STATUS = ("mla",)
"""The styles that have no place for what stands instead of a date."""


_BY_YEAR = ("apa",)
"""The styles that cite by author and year."""

YEARS = "years"
"""The key of a record for its year or years in words, which no style reads."""

_LESS_THAN = "\ue000"  # in the place of "<": pandoc would read <i> in a title as italics
# In the place of a title and a date of the editors, which styles are not to put in quotation marks or other capitals.
_OUR_TITLE, _OUR_DATE = "\ue001", "\ue002"
_TITLE_IN_MARKS = re.compile(rf"(?:<em>|[“„«‹「『\"]\s?)?{_OUR_TITLE}([.,]?)(?:</em>|\s?[”“»›」』\"])?")
_IN_BRACKETS = re.compile(r"\[[^\[\]]+\]")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text cited in one style, as HTML with no elements but `em`, `strong`, `sup` and `sub`.

    Attributes:
        style: The id of the style.
        name: The name of the style.
        reference: The entry of a bibliography.
        place: A citation of a paragraph, numbered PARAGRAPH_PLACEHOLDER, as a note or in brackets.
        is_note: Whether `place` is a note, which needs no reference beside it.
    """

    style: str
    name: str
    reference: str
    place: str
    is_note: bool


Styled = tuple[Rendered, ...]
"""A record in each style, in the order of STYLES."""


def begin_rendering(items: Sequence[Item], language: str, cache: Cache = NO_CACHE) -> Callable[[], Sequence[Styled]]:
    """Have pandoc begin to render records, beside whatever this process does meanwhile.

    Args:
        items: The records of texts.
        language: The language of the citations, a BCP 47 tag.
        cache: Keeps each record's citations, so that pandoc renders new ones alone.

    Returns:
        What waits for pandoc and returns each record in each style, in the order of STYLES; the other records change no
        word of it. It raises a RuntimeError if the output of pandoc has another form than expected, and a
        CalledProcessError if pandoc fails.
    """
    records = [json.dumps(_shown(item), sort_keys=True).replace("<", json.dumps(_LESS_THAN)[1:-1]) for item in items]
    keys = [digest(language.encode(), record.encode()) for record in records]
    kept = {key: answer for key in keys if (answer := cache.recall("citation", key)) is not None}
    missing = {key: record for key, record in zip(keys, records, strict=True) if key not in kept}
    rendered = _begin([json.loads(record) for record in missing.values()], language)

    def finish() -> Sequence[Styled]:
        for key, styles in zip(missing, rendered(), strict=True):
            kept[key] = json.dumps(styles).encode()
            cache.keep("citation", key, kept[key])
        return tuple(tuple(Rendered(*parts) for parts in json.loads(kept[key])) for key in keys)

    return finish


def _shown(item: Item) -> Item:
    shown = {key: value for key, value in item.items() if key != "note"}
    # Styles print the status in the place of the date, since only some have an "n.d." of their own.
    return shown if "issued" in item else {"status": UNDATED, **shown}


def _begin(items: Sequence[Item], language: str) -> Callable[[], Iterable[tuple[tuple[object, ...], ...]]]:
    """Have pandoc cite records, one style after another; return what yields the fields of each as `Rendered`."""
    if not items:
        return tuple
    pandocs = ThreadPoolExecutor(1)
    numbers = [placeholder_numbers(item) for item in items]
    suffixes = [(",", "para.", str(of_item.paragraph)) for of_item in numbers]
    cited = []
    for style, _, file in STYLES:
        adapted = [_adapted(item, style, of_item.year) for item, of_item in zip(items, numbers, strict=True)]
        cited.append(pandocs.submit(cite_each, adapted, language, suffixes, file))
    pandocs.shutdown(wait=False)

    def finish() -> Iterator[tuple[tuple[object, ...], ...]]:
        replaced = (map(PlaceholderNumbers.replaced, numbers, parts.result()) for parts in cited)
        by_style = zip(STYLES, replaced, strict=True)
        return zip(*(_fields(items, *names, parts) for names, parts in by_style), strict=True)

    return finish


def _fields(
    items: Sequence[Item], style: str, name: str, _: str, parts: Iterable[CitedParts]
) -> list[tuple[object, ...]]:
    """Return the fields of `Rendered` for each record in one style."""
    fields: list[tuple[object, ...]] = []
    for item, (entry, place, is_note) in zip(items, parts, strict=True):
        reference = _with_names_in_order(entry.replace(_LESS_THAN, "&lt;"), item, style)
        in_text = _date_words(item, style, in_text=not is_note)
        words = (
            _ours(reference, item, _date_words(item, style)),
            _ours(place.replace(_LESS_THAN, "&lt;"), item, in_text),
        )
        fields.append((style, name, *words, is_note))
    return fields


def _adapted(item: Item, style: str, year: int) -> Item:
    """Return a record as a style needs it, with placeholders, such as that for a year, for what no style may change."""
    title = str(item["title"])
    adapted = {key: value for key, value in item.items() if key not in {YEARS, "year-suffix"}}
    if "issued" in item and not _takes_words(item):
        adapted.pop("status", None)
    adapted["title"] = _OUR_TITLE if _IN_BRACKETS.fullmatch(title) else title
    if _takes_words(item):
        if style in _WITHOUT_STATUS or "issued" in item:
            adapted["issued"] = {"date-parts": [[year]]}
            adapted.pop("status")
        else:
            adapted["status"] = _OUR_DATE
    elif style in _BY_YEAR and "issued" not in item:
        adapted["status"] = item.get(YEARS, UNDATED)
    elif style in _BY_YEAR and "year-suffix" in item:
        adapted["issued"] = _with_first_year(cast("dict[str, object]", item["issued"]), year)
    if style in _HEADLINES and str(item.get("language", "")).partition("-")[0] == "en":
        adapted["title"] = raise_adverbs(str(adapted["title"]))
    for variable in filter(item.__contains__, NAME_VARIABLES):
        if style in _OWN_ORDER:
            adapted[variable] = [_in_own_order(name) for name in names_in(item, variable)]
        if style in _PARTICLES_BEHIND:
            adapted[variable] = [_with_particle_behind(name) for name in names_in(item, variable)]
    return adapted


def _takes_words(item: Item) -> bool:
    """Return whether styles print the date of a record in the words that the record gives."""
    in_words = item.get("status", UNDATED) != UNDATED
    return in_words or _has_season(item)


def _has_season(item: Item) -> bool:
    """Return whether a date is a season, which every style leaves out in some kinds of text."""
    return "season" in cast("Mapping[str, object]", item.get("issued", {}))


def _with_first_year(issued: dict[str, object], year: int) -> dict[str, object]:
    """Return a date with another number for its first year, wherever that stands."""
    parts = cast("list[list[int]]", issued["date-parts"])
    changed = [[year if part[0] == parts[0][0] else part[0], *part[1:]] for part in parts]
    return {**issued, "date-parts": changed}


def _in_own_order(name: dict[str, str]) -> dict[str, str]:
    """Return a name that stands with the family name first as one that no style turns around."""
    return {"literal": f"{name['family']} {name['given']}"} if OWN_ORDER in name else name


def _with_particle_behind(name: dict[str, str]) -> dict[str, str]:
    return {key.removeprefix("non-"): part for key, part in name.items()}


def _with_names_in_order(entry: str, item: Item, style: str) -> str:
    """Return an entry with names that stand with the family name first as they stand, without a comma."""
    if style not in _OWN_ORDER_IN_LISTS:
        return entry
    for name in (name for variable in NAME_VARIABLES for name in names_in(item, variable)):
        if OWN_ORDER in name:
            family, given = (escape(name[key].replace("'", "’"), quote=False) for key in ("family", "given"))
            for turned in (f"{family}, {given}", f"{given} {family}"):
                before, found, after = entry.partition(turned)
                entry = f"{before}{family} {given}{after}" if found else entry
    return entry


def _date_words(item: Item, style: str, *, in_text: bool = False) -> str:
    """Return the date of a record that is in words, as a reference of a style has it, or a citation in the text."""
    if style not in _BY_YEAR:
        return str(item.get("status", ""))
    letter = str(item.get("year-suffix", ""))
    if _has_season(item) and not in_text:
        return f"{item[YEARS]}, {str(item['status']).partition(' ')[0].capitalize()}"
    if "issued" in item and not _takes_words(item):
        return _first_year(item)
    return str(item.get(YEARS, "")) if in_text else f"{item.get('status', '')}{letter and f'-{letter}'}"


def _ours(html: str, item: Item, date: str) -> str:
    """Return a citation with the title and the date of the editors, or the year with its letter, in their places."""
    title = escape(str(item["title"]).replace("'", "’"), quote=False)
    html = _TITLE_IN_MARKS.sub(lambda match: title + match[1], html)
    words = escape(date, quote=False)
    html = html.replace(YEAR_PLACEHOLDER, words)
    if words.startswith("["):
        html = html.replace(f"({_OUR_DATE})", words)
    return html.replace(f"{_OUR_DATE}.", f"{words}." if not words.endswith("?") else words).replace(_OUR_DATE, words)


def _first_year(item: Item) -> str:
    """Return the year of a record with its letter."""
    issued = cast("dict[str, list[list[int]]]", item.get("issued", {}))
    return f"{issued['date-parts'][0][0]}{item.get('year-suffix', '')}" if "date-parts" in issued else ""
