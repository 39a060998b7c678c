"""A CSL record as BibTeX, RIS and CSL-JSON, each written by its library."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import cast

import rispy
from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.middlewares.parsestack import default_unparse_stack
from bibtexparser.model import Entry, Field
from pylatexenc.latexencode import RULE_DICT, UnicodeToLatexConversionRule, UnicodeToLatexEncoder

from build_tools.model.dates import read_date, without_time
from build_tools.text.months import ENGLISH
from build_tools.website.citations.creator_names import sorted_name, tagged_name
from build_tools.website.citations.csl import Item, names_in
from build_tools.website.citations.date_phrases import date_in_citations, years_in_citations

_BIBTEX_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
}
_RIS_TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "hearing": "HEAR",
    "interview": "PCOMM",
    "legal_case": "CASE",
    "legislation": "BILL",
    "manuscript": "MANSCPT",
    "map": "MAP",
    "pamphlet": "PAMP",
    "paper-conference": "CPAPER",
    "personal_communication": "PCOMM",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "speech": "GEN",
    "thesis": "THES",
    "webpage": "ELEC",
}

_RIS_NAMES = {"authors": "author", "secondary_authors": "editor", "subsidiary_authors": "translator"}
"""The fields AU, A2 and A4, by the names of the library, and the name variables of CSL for them."""

_MONTH_IN_BRACES = re.compile(r"^(\tmonth = )\{([a-z]{3})\}", re.MULTILINE)
"""In braces a month is the letters of its name; without them, what a style calls it."""

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "{}$&#%_"},
}
# BibTeX counts braces even after a backslash: an unbalanced one must not be written as a brace.
_WITHOUT_BRACES = _SPECIAL | {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}


def _encoder(replacements: Mapping[str, str]) -> UnicodeToLatexEncoder:
    rule = UnicodeToLatexConversionRule(RULE_DICT, {ord(character): tex for character, tex in replacements.items()})
    return UnicodeToLatexEncoder(conversion_rules=[rule], unknown_char_policy="keep", unknown_char_warning=False)


_ENCODER, _ENCODER_WITHOUT_BRACES = _encoder(_SPECIAL), _encoder(_WITHOUT_BRACES)


class _RisWriter(rispy.RisWriter):  # type: ignore[misc] # it ships no types
    def set_header(self, count: int) -> str:  # noqa: ARG002 - the parent names it so
        """Write no number before a record."""
        return ""


def bibtex(item: Item, issued: str | None = None) -> str:
    """Return the record as BibTeX in UTF-8; titles are in double braces, so that styles keep their capitals.

    Args:
        item: The record.
        issued: Its date in EDTF, which biblatex reads; only one that year and month do not hold is written.
    """
    kind = _BIBTEX_TYPES.get(str(item["type"]), "misc")
    year, month, _ = _date(item)
    span = _words_of(issued)
    publisher = {"techreport": "institution", "phdthesis": "school"}.get(kind, "publisher")
    values = {
        **{variable: _bibtex_names(item, variable) for variable in ("author", "editor", "translator")},
        "title": f"{{{_tex(item, 'title')}}}",
        "journal" if kind == "article" else "booktitle": _tex(item, "container-title"),
        publisher: _tex(item, "publisher"),
        "year": years_in_citations(issued).replace("–", "--") if span else year,
        "month": ENGLISH[month - 1][:3].lower() if month and not span else "",  # BibTeX's own names of months
        "date": without_time(issued) if issued and span else "",
        "language": _tex(item, "language"),
        "url": str(item.get("URL", "")),
        "note": _tex(item, "note"),
    }
    entry = Entry(kind, str(item["id"]), [Field(key, value) for key, value in values.items() if value])
    # The entry is ours alone, so that no copy of it need be made.
    written = write_string(Library([entry]), unparse_stack=default_unparse_stack(allow_inplace_modification=True))
    return _MONTH_IN_BRACES.sub(r"\1\2", written).strip() + "\n"


def _tex(item: Item, key: str) -> str:
    return _encode(str(item.get(key, "")))


@lru_cache(maxsize=4096)  # each record is written twice, and texts share makers and publishers
def _encode(text: str) -> str:
    encoder = _ENCODER if _is_balanced(text) else _ENCODER_WITHOUT_BRACES
    return cast("str", encoder.unicode_to_latex(text))


def _is_balanced(text: str) -> bool:
    """Whether every brace is closed, and none is closed before it is opened."""
    open_braces = 0
    for character in text:
        open_braces += (character == "{") - (character == "}")
        if open_braces < 0:
            return False
    return not open_braces


def _bibtex_names(item: Item, variable: str) -> str:
    return " and ".join(_bibtex_name(name) for name in names_in(item, variable))


def _bibtex_name(name: dict[str, str]) -> str:
    """Return a name, family name first; one that cannot be divided in braces, so that no "and" in it divides it."""
    if "literal" in name:
        return f"{{{_encode(name['literal'])}}}"
    return _encode(sorted_name(name, ("suffix", "given")))


def _words_of(issued: str | None) -> str:
    """Return a date in words, where a year, a month or a day does not say all that is known; else nothing."""
    date = read_date(issued)
    is_plain = date is not None and date.single and date.single.parts and not date.single.season
    return "" if is_plain and date and not date.is_doubtful and date.begin else date_in_citations(issued)


def ris(item: Item, issued: str | None = None) -> str:
    """Return the record as RIS.

    Args:
        item: The record.
        issued: Its date in EDTF; what year, month and day do not say of it stands behind them in words.
    """
    year, month, day = _date(item)
    words = _words_of(issued)
    if year.endswith("BCE"):
        year = ""  # no reader knows such a year
    elif words and not year and (known := re.search(r"\d{4}", words)):
        year = known[0]
    values: dict[str, object] = {
        "type_of_reference": _RIS_TYPES.get(str(item["type"]), "GEN"),
        "id": item["id"],
        "title": item["title"],
        **{field: [tagged_name(name) for name in names_in(item, variable)] for field, variable in _RIS_NAMES.items()},
        "secondary_title": item.get("container-title"),
        "publisher": item.get("publisher"),
        "year": year,
        "date": _ris_date(year, month, day, words),
        "language": item.get("language"),
        "name_of_database": item.get("archive"),
        "urls": [item["URL"]] if "URL" in item else [],
        "notes": [item["note"]] if "note" in item else [],
    }
    kept = {key: value for key, value in values.items() if value}
    text: str = rispy.dumps([kept], implementation=_RisWriter)
    return f"{text.strip()}\n"


def _ris_date(year: str, month: int, day: int, words: str) -> str:
    if not year or not (month or words):
        return ""
    return f"{year}/{f'{month:02}' if month else ''}/{f'{day:02}' if day else ''}/{words}"


def csl_json(item: Item) -> str:
    """Return the record as CSL-JSON, in a list of one."""
    return json.dumps([item], ensure_ascii=False, indent=2) + "\n"


def _date(item: Item) -> tuple[str, int, int]:
    """Return year, month and day of the record's first date; empty and 0 where there is none."""
    issued = cast("Mapping[str, object]", item.get("issued", {}))
    parts = cast("list[list[int]]", issued.get("date-parts", [[]]))[0]
    year, month, day = (*parts, 0, 0, 0)[:3]
    if year < 0:
        return f"{-year} BCE", month, day
    return (f"{year:04}" if year else ""), month, day
